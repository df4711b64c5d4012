"""Nouns as they stand in labels of events, which is as the article has them."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Mention
from kg.text.parse import (
    antecedent,
    any_label,
    conjuncts,
    has_child,
    neighbour,
    noun_phrase,
)
from kg.text.parse.labels import PLURALS
from kg.text.syntax import (
    Document,
)

LIKE_PLURALS = word_set("pronouns", "plural-subject")
RELATIVE = word_set("labels", "relative-in-a-label")
NEGATORS = word_set("function_words", "negation-in-label")
ONE = word_set("numbers", "one-in-label")
# Kinds of names that end in "s" but are one
NEVER_PLURAL = frozenset({"schema:Person", "schema:Country", ""})
SAYS_LITTLE = word_set("nouns", "empty-in-label")
DROPPED = word_set("labels", "left-out-of-label")
INDEFINITE = word_set("function_words", "syntax-indefinite-article")
NEGATIVE = word_set("function_words", "negative-determiner")
NO_MARKS = str.maketrans({"{": "(", "}": ")", '"': None, "“": None, "”": None})
MAX_WORDS = 6  # words of a noun phrase that is no mention; of a longer one the last two


def is_negated(verb: Token) -> bool:
    """Return whether "not" or "never" stands at a verb."""
    return any_label(verb.children, "neg")


def says_no(nouns: Iterable[Token]) -> bool:
    """Return whether some nouns deny what is said of them: "no miner", "nobody"."""
    return any(map(_denies, nouns))


def _denies(noun: Token) -> bool:
    """Return whether a noun is "nobody" or the like, or has a "no" before it."""
    return noun.lower_ in NEGATORS or has_no(noun)


def has_no(noun: Token) -> bool:
    """Return whether a determiner denies a noun: "no miner"."""
    return has_child(noun, "det", words={"no"})


def is_plural(lead: Sequence[Token], document: Document) -> bool:
    """Return whether the subject is more than one thing."""
    if len(lead) > 1:
        return True
    return any(_means_several(noun, document) for noun in lead)


def _means_several(noun: Token, document: Document) -> bool:
    """Return whether a subject is a coordination, a plural or a pronoun like one."""
    if is_coordinated(noun):
        return True
    head = antecedent_of(noun)
    if head.tag_ == "NNS" and head.is_lower:
        return True
    if names_one(document.mention(head)):
        return False
    if head.pos_ == "PROPN":
        return head.tag_ in PLURALS
    if head.like_num:
        return head.lower_ not in ONE and head.ent_type_ != "MONEY"
    return head.tag_ in PLURALS or head.lower_ in LIKE_PLURALS


def is_coordinated(noun: Token) -> bool:
    """Return whether another noun is coordinated with a noun, and not ruled out."""
    return len(list(conjuncts(noun))) > 1


def is_counted_once(noun: Token) -> bool:
    """Return whether an indefinite article says that a noun is one: "a nurse"."""
    return has_child(noun, "det", words=INDEFINITE)


def names_one(mention: Mention | None) -> bool:
    """Return whether a mention is a name of a kind of thing that is one, whatever it ends in."""
    if mention is None or not mention.is_name:
        return False
    return mention.type in NEVER_PLURAL


def antecedent_of(token: Token) -> Token:
    """Return the noun that "who", "which" or "where" stands for; any other word itself."""
    return antecedent(token, "conj", "prep", "xcomp", "ccomp", tags=RELATIVE)


def says_much(noun: Token) -> bool:
    """Return whether a label is fuller with a noun behind a preposition."""
    if noun.lemma_ in SAYS_LITTLE:
        return False
    if noun.tag_ not in RELATIVE:
        return True
    return antecedent_of(noun) != noun


def without_owners(noun: Token, owners: Sequence[Token]) -> str:
    """Return the words of an event noun from the first that is no owner and no determiner."""
    end = noun.i + 1
    for word in noun_phrase(noun):
        if not _is_left_out(word, noun, owners):
            return noun.doc[word.i : end].text
    return noun.text


def _is_left_out(token: Token, noun: Token, owners: Sequence[Token]) -> bool:
    """Return whether a token is a determiner of a noun or a mark at it, or belongs to an owner."""
    if token.dep_ in DROPPED and token.head == noun:
        return True
    return any(token in owner.subtree for owner in owners)


def own_words(noun: Token) -> str:
    """Return a noun phrase in the article's words, without determiner; if it is long its end."""
    words = noun_phrase(noun)
    if len(words) > MAX_WORDS:
        words = words[-2:]
    while len(words) > 1 and _is_dropped(words[0]):
        words = words[1:]
    start = _start_of_word(words[0])
    end = _end_of_word(noun)
    text = plain(noun.doc[start:end].text)
    if noun.pos_ == "ADJ" and is_negated(noun):
        return f"not {text}"
    return text


def _is_dropped(word: Token) -> bool:
    """Return whether a label leaves out a word before a noun: "the", but not "no"."""
    return word.dep_ in DROPPED and word.lower_ not in NEGATIVE


def _end_of_word(token: Token) -> int:
    """Return the index behind the last piece of a word that is parsed as several: "$9m"."""
    doc = token.doc
    end = token.i + 1
    for piece in doc[end:]:
        before = doc[end - 1]
        is_part = piece.text.isalnum() or is_piece(piece)
        if before.whitespace_ or not is_part:
            break
        end += 1
    return end


def _start_of_word(token: Token) -> int:
    """Return the index of the first piece of a hyphenated word that a token ends."""
    start = token.i
    while start > 1:
        before = token.doc[start - 1]
        if not is_piece(before):
            break
        start -= 1
    return start


def is_piece(token: Token) -> bool:
    """Return whether a token stands before the end of a hyphenated word, or is its hyphen.

    Examples are "pre" and "-" in "pre-orders".
    """
    after = neighbour(token, 1)
    if after is None or token.whitespace_:
        return False
    if token.text == "-":
        return True
    return after.text == "-" and not after.whitespace_


def spaced(*words: str) -> str:
    """Return words with blanks between them, without the empty ones."""
    return " ".join(filter(None, words))


def plain(text: str) -> str:
    """Return the article's own words with single blanks, without braces and quotation marks.

    Braces would look like the place of a filler, and a mark alone like a quotation that is cut.
    """
    return " ".join(text.translate(NO_MARKS).split())
