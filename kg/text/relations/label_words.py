"""Verbs and nouns as they stand in labels of events.

Verbs are in the present tense and agree with their subject; nouns are as the article has them. What
is denied, planned or only possible stays so: "is to leave", "may leave", "does not leave".
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from kg.lang.en import word_list, word_set, word_values
from kg.model import Factuality
from kg.text.parse import (
    antecedent,
    any_label,
    children_with,
    has_child,
    neighbour,
    noun_phrase,
    verb_lemma,
    with_label,
)
from kg.text.parse.labels import AUXILIARIES, PASTS, PLURALS, PRESENTS
from kg.text.syntax import (
    Document,
    implicit_subjects,
    is_infinitive,
    is_verb_of_sentence,
    undergoes,
)

IRREGULAR = word_values("verbs", "irregular-third-person")
SIBILANT = word_list("verbs", "ending-before-es")
LIKE_PLURALS = word_set("pronouns", "plural-subject")
RELATIVE = word_set("labels", "relative-in-a-label")
FORM_OF_MODAL = word_values("verbs", "modal-in-label")
ACCUSING = word_set("verbs", "accusing-in-label")
CONDITIONS = word_set("function_words", "condition")
DIRECTIONS = word_set("adverbs", "direction-in-label")
NEGATORS = word_set("function_words", "negation-in-label")
ONE = word_set("numbers", "one-in-label")
# Kinds of names that end in "s" but are one
NEVER_PLURAL = frozenset({"schema:Person", "schema:Country", ""})
SAYS_LITTLE = word_set("nouns", "empty-in-label")
DROPPED = word_set("labels", "left-out-of-label")
NEGATIVE = word_set("function_words", "negative-determiner")
NO_MARKS = str.maketrans({"{": "(", "}": ")", '"': None, "“": None, "”": None})
MAX_WORDS = 6  # words of a noun phrase that is no mention; of a longer one the last two
MAY = "may"
TO_BE = "to"
ADVERBS = word_set("adverbs", "doubt-in-label")


@dataclass(frozen=True, slots=True)
class Manner:
    """The way a label puts a verb forward, and whether the subject undergoes it."""

    factuality: Factuality
    plural: bool
    passive: bool
    negated: bool


def verb_form(verb: Token, manner: Manner) -> str:
    """Return a verb with its particle as it stands in a label."""
    return " ".join([*_words(verb, manner), *particles(verb), *_direction(verb)])


def _direction(verb: Token) -> list[str]:
    """Return the adverb right behind a verb that belongs to it: "away" of "turned away"."""
    after = [child for child in verb.rights if child.i == verb.i + 1]
    return [child.lower_ for child in after if child.pos_ == "ADV" and child.lower_ in DIRECTIONS]


def _words(verb: Token, manner: Manner) -> list[str]:
    """Return auxiliaries, negation and verb, in the present tense."""
    lemma = verb_lemma(verb)
    negation = ["not"] if manner.negated else []
    be = "are" if manner.plural else "is"
    bare = ["be", verb.lower_] if manner.passive else [lemma]
    modal = _modal(verb, manner)
    if modal in ADVERBS:
        return [be, modal, *bare[1:]] if manner.passive else [modal, _finite(lemma, manner.plural)]
    if modal == TO_BE:
        return [*(_planning(verb, manner) or [be]), *negation, "to", *bare]
    if modal:
        return [modal, *negation, *bare]
    if manner.passive:
        return [be, *negation, verb.lower_]
    if manner.negated:
        return ["do" if manner.plural else "does", *negation, lemma]
    return [_finite(lemma, manner.plural)]


def _modal(verb: Token, manner: Manner) -> str:
    """Return the auxiliary that shows how a verb is put forward, empty for none."""
    own = [child.lower_ for child in children_with(verb, "aux") if child.tag_ == "MD"]
    if own:
        return FORM_OF_MODAL.get(own[0], own[0])
    if manner.factuality is Factuality.PLANNED:
        return TO_BE
    if manner.factuality is Factuality.DENIED and is_infinitive(verb):
        return TO_BE if any_label(verb.children, "neg") else ""
    if manner.factuality is not Factuality.POSSIBLE or manner.negated:
        return ""
    if _is_accusation(verb):
        return "allegedly"
    if has_child(verb, "mark", words=CONDITIONS):
        return MAY
    is_over = verb.tag_ in PASTS and not _is_present(verb)
    return "reportedly" if is_over else MAY


def _planning(verb: Token, manner: Manner) -> list[str]:
    """Return the verb by which the subject plans another: "plans" of "plans to leave"."""
    above = verb.head
    if verb.dep_ != "xcomp" or above.pos_ != "VERB" or has_child(above, "aux", "neg"):
        return []
    if not is_infinitive(verb) or implicit_subjects(above) != implicit_subjects(verb):
        return []
    if reads_passive(above):
        return ["are" if manner.plural else "is", above.lower_]
    return [_finite(verb_lemma(above), manner.plural)]


def _is_present(verb: Token) -> bool:
    """Return whether a present auxiliary stands at a verb, so that it is not over."""
    return any(child.tag_ in PRESENTS for child in children_with(verb, *AUXILIARIES))


def _is_accusation(verb: Token) -> bool:
    """Return whether somebody is said to have done it already: "accused of stealing"."""
    return any(word.lemma_ in ACCUSING for word in verb.ancestors)


def _finite(lemma: str, plural: bool) -> str:
    return lemma if plural else third_person(lemma)


def particles(verb: Token) -> list[str]:
    """Return the particles of a verb: "out" of "carry out"."""
    found = with_label(verb.children, "prt")
    return [particle.lower_ for particle in found]


def third_person(lemma: str) -> str:
    """Return the third person singular of a verb.

    >>> [third_person(verb) for verb in ("cross", "carry", "be", "push", "play")]
    ['crosses', 'carries', 'is', 'pushes', 'plays']
    """
    if lemma in IRREGULAR:
        return IRREGULAR[lemma]
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(SIBILANT) else "s")


def reads_passive(verb: Token) -> bool:
    """Return whether a label says that the subject undergoes it.

    It does for a participle after its noun ("the man given a prize") and for "is married to", too.
    """
    if verb.dep_ == "acomp" or undergoes(verb):
        return True
    return verb.dep_ == "acl" and verb.tag_ == "VBN" and not is_verb_of_sentence(verb)


def participle(verb: Token) -> str:
    """Return the past participle of a verb if it stands in the text, else empty."""
    if verb.tag_ == "VBN" or (verb.tag_ == "VBD" and verb.lower_.endswith("ed")):
        return verb.lower_
    return ""


def is_negated(verb: Token) -> bool:
    """Return whether "not" or "never" stands at a verb."""
    return any_label(verb.children, "neg")


def says_no(nouns: Iterable[Token]) -> bool:
    """Return whether some nouns deny what is said of them: "no miner", "nobody"."""
    return any(noun.lower_ in NEGATORS or has_no(noun) for noun in nouns)


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
    if any_label(noun.children, "conj"):
        return True
    head = antecedent_of(noun)
    mention = document.mention(head)
    if mention is not None and mention.is_name and mention.type in NEVER_PLURAL:
        return False
    if head.pos_ == "PROPN":
        return head.tag_ in PLURALS
    if head.like_num:
        return head.lower_ not in ONE and head.ent_type_ != "MONEY"
    return head.tag_ in PLURALS or head.lower_ in LIKE_PLURALS


def antecedent_of(token: Token) -> Token:
    """Return the noun that "who", "which" or "where" stands for; any other word itself."""
    return antecedent(token, "conj", "prep", "xcomp", "ccomp", tags=RELATIVE)


def says_much(noun: Token) -> bool:
    """Return whether a label is fuller with a noun behind a preposition."""
    if noun.lemma_ in SAYS_LITTLE:
        return False
    return noun.tag_ not in RELATIVE or antecedent_of(noun) != noun


def without_owners(noun: Token, owners: Sequence[Token]) -> str:
    """Return the words of an event noun from the first that is no owner and no determiner."""
    words = noun_phrase(noun)
    kept = (word for word in words if not _is_left_out(word, noun, owners))
    first = next(kept, noun)
    return noun.doc[first.i : noun.i + 1].text


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
    text = plain(noun.doc[start : _end_of_word(noun)].text)
    is_denied = noun.pos_ == "ADJ" and is_negated(noun)
    return f"not {text}" if is_denied else text


def _is_dropped(word: Token) -> bool:
    """Return whether a label leaves out a word before a noun: "the", but not "no"."""
    return word.dep_ in DROPPED and word.lower_ not in NEGATIVE


def _end_of_word(token: Token) -> int:
    """Return the index behind the last piece of a word that is parsed as several: "$9m"."""
    end = token.i + 1
    doc = token.doc
    while end < len(doc) and not doc[end - 1].whitespace_ and doc[end].text.isalnum():
        end += 1
    return end


def _start_of_word(token: Token) -> int:
    """Return the index of the first piece of a hyphenated word that a token ends."""
    start = token.i
    while start > 1 and is_piece(token.doc[start - 1]):
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
