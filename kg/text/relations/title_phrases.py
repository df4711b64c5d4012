"""The words of an office, as a job title: what stands before its noun and behind it.

"vice president for research", "chief of the general staff", "co-founder", "food safety officer".
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.lang.en import (
    PAST,
    word_list,
    word_set,
)
from kg.text.mentions import is_listed_noun
from kg.text.parse import neighbour
from kg.text.parse.labels import (
    ADJECTIVE_TAGS,
    COMPOUNDS,
    NOUNS,
    PLURALS,
)
from kg.text.syntax import Document
from kg.vocabulary import PEOPLE

BEFORE_FIELD = word_set("function_words", "before-a-field")
ARTICLES = word_set("function_words", "article")
DEFINITE = word_set("function_words", "definite-article")
RANKS = word_set("nouns", "lesser-post")
OTHER_RANK = word_set("nouns", "other-rank")
BODIES = word_set("nouns", "body-of-an-office")
KINDS = word_set("adjectives", "kind-of-an-office")
PARTS = word_set("adjectives", "part-of-title")
NO_KINDS = word_set("adjectives", "no-kind-of-an-office")
RELATIONAL = word_list("signs", "relational-ending")
SIDES = word_set("function_words", "side-before-hyphen")
MINISTERIAL = word_set("nouns", "field-of-a-minister")
PEOPLE_OF_TRADE = word_set("nouns", "people-of-a-trade")
VAGUE = word_set("nouns", "vague-post")
MAX_UNNAMED = 5  # words of what somebody is "head of", so that this says something
MAX_FIELD = 3  # words of a field: "of public health", not "of all that he has ever seen"


def title_words(words: Sequence[Token], document: Document) -> str:
    """Return the words of an office as a job title, in the singular.

    `words` are those from which its patterns are found, of which the last is its noun.
    """
    *before, noun = words
    first = words[0]
    prefix = [] if before else hyphened_before(noun)
    further = _further_before(first, noun, document)
    texts = [side_before([*further, first][0], noun)] if not prefix else []
    texts += [_for_whom([*further, first][0]), *_texts(further), *_texts(before)]
    texts.append("".join(_texts(prefix)) + singular(noun))
    field = "".join(lowered(word.text) + word.whitespace_ for word in _field(noun, document))
    texts.append(field.strip())
    return " ".join(filter(None, texts))


def hyphened_before(noun: Token) -> list[Token]:
    """Return the word and hyphen that a noun is tied to before it: "co-" of "co-founder".

    "Ex-" is none: it only says that the office is over.
    """
    hyphen = neighbour(noun, -1)
    word = neighbour(noun, -2)
    if hyphen is None or word is None:
        return []
    if hyphen.text != "-" or _ends_word(hyphen):
        return []
    if _ends_word(word) or not word.is_alpha:
        return []
    if word.lower_ in PAST:
        return []
    return [word, hyphen]


def makes_another_rank(prefix: Sequence[Token]) -> bool:
    """Return whether a word before a hyphen makes another office of the one behind it."""
    return any(token.lower_ in OTHER_RANK for token in prefix)


def singular(noun: Token) -> str:
    """Return the noun of an office in the singular, with what hyphens tie to it.

    "secretary-general" is three tokens to the parser.
    """
    form = noun.lemma_.lower() if noun.tag_ in PLURALS else noun.text
    tail = "".join(token.text for token in hyphenated(noun))
    return lowered(form + tail)


def hyphenated(noun: Token) -> Iterator[Token]:
    """Yield the hyphens and words that follow a noun without a blank."""
    hyphen = neighbour(noun, 1)
    while hyphen is not None and hyphen.text == "-" and not _ends_word(hyphen.nbor(-1)):
        word = neighbour(hyphen, 1)
        if word is None or _ends_word(hyphen) or not word.is_alpha:
            return
        yield hyphen
        yield word
        hyphen = neighbour(word, 1)


def _ends_word(token: Token) -> bool:
    """Return whether a blank follows a token."""
    return token.whitespace_ != ""


def lowered(word: str) -> str:
    """Return a word of a title as running text has it.

    "CEO" stays; "Minister" and "minister" are one.
    """
    return word if word.isupper() else word.lower()


def _texts(tokens: Sequence[Token]) -> list[str]:
    return [lowered(token.text) for token in tokens]


def _further_before(first: Token, noun: Token, document: Document) -> list[Token]:
    """Return the words right before those of an office that say which it is, in their order."""
    found: list[Token] = []
    while True:
        before = _one_before(first, noun, document)
        if before is None:
            return found[::-1]
        found.append(before)
        first = before


def _one_before(first: Token, noun: Token, document: Document) -> Token | None:
    """Return the word right before another, if it says which office it is."""
    before = neighbour(first, -1)
    if before is None or not _says_which(before, noun, document):
        return None
    return before


def side_before(first: Token, noun: Token) -> str:
    """Return what an office is for or against, right before its words: "pro-democracy"."""
    last = neighbour(first, -1)
    hyphen = neighbour(first, -2)
    side = neighbour(first, -3)
    if last is None or hyphen is None or side is None:
        return ""
    if hyphen.text != "-":
        return ""
    if side.lower_ not in SIDES:
        return ""
    if not noun.is_ancestor(last):
        return ""
    parts = _texts([side, hyphen, last])
    return "".join(parts)


def _for_whom(first: Token) -> str:
    """Return the people right before the words of a trade: "children's" of "children's author"."""
    mark, people = neighbour(first, -1), neighbour(first, -2)
    if mark is None or people is None or mark.tag_ != "POS":
        return ""
    return people.lower_ + mark.text if people.lower_ in PEOPLE_OF_TRADE else ""


def _says_which(word: Token, noun: Token, document: Document) -> bool:
    """Return whether a word before an office belongs to it, and is nobody's name.

    A capital before a small letter begins a name that was not seen ("Acme driver"), but for the
    first word of a sentence.
    """
    is_first = word.is_sent_start and not word.text.isupper()
    if word.lower_ in RANKS and (is_first or word.text[0].isupper() == noun.text[0].isupper()):
        return True
    is_inside = word.is_ancestor(noun) or noun.is_ancestor(word) or _share_name(word, noun)
    if is_inside and (_is_kind(word) or word.lower_ in MINISTERIAL):
        return True
    if word.dep_ not in COMPOUNDS or word.pos_ not in NOUNS or not is_inside:
        return False
    if not word.is_alpha or word.lower_ in PAST:
        return False
    mention = document.name_containing(word)
    if mention is not None and mention.is_name:
        return False
    if is_first:
        return True
    return noun.text[0].isupper() or word.text[0].islower()


def _share_name(word: Token, noun: Token) -> bool:
    """Return whether two words before a name both hang on it: "chief executive Ann Bolt"."""
    return noun.dep_ in COMPOUNDS and word.head == noun.head


def _is_kind(word: Token) -> bool:
    """Return whether an adjective says which kind of office it is, and not what somebody is like.

    "Postal", "seasonal" and "cannery", which the parser may take for an adjective, do.
    """
    form = word.lower_
    if form in KINDS or form in PARTS:
        return form not in PAST
    if word.dep_ != "amod" or form in NO_KINDS or not word.text.isalpha():
        return False
    if word.tag_ not in ADJECTIVE_TAGS:
        return False
    return form.endswith(RELATIONAL) or is_listed_noun(form)


def _field(noun: Token, document: Document) -> list[Token]:
    """Return what an office is for, with the preposition: "of culture"; empty if it is a name's."""
    tail = list(hyphenated(noun))
    last = tail[-1] if tail else noun
    preposition = neighbour(last, 1)
    if preposition is None or preposition.lower_ not in BEFORE_FIELD:
        return []
    if preposition.head != noun:
        return []
    fields = [child for child in preposition.children if child.pos_ in NOUNS]
    if len(fields) != 1:
        return []
    (field,) = fields
    words = list(noun.doc[preposition.i : field.i + 1])
    inside = words[1:]
    if _is_body(inside, document) or (noun.lower_ in VAGUE and _is_unnamed(inside, document)):
        return words
    if field.pos_ != "NOUN" and not noun.text[0].isupper():
        return []
    if len(inside) > MAX_FIELD:
        return []
    is_whole = all(_is_of_field(word, document) for word in inside)
    return words if is_whole else []


def _is_unnamed(words: Sequence[Token], document: Document) -> bool:
    """Return whether words have no name in them: "the children's ward"."""
    return len(words) <= MAX_UNNAMED and not any(map(document.is_name, words))


def _is_of_field(word: Token, document: Document) -> bool:
    """Return whether a word may be one of a field: neither an article nor a part of a mention."""
    if not word.is_alpha or word.lower_ in ARTICLES or word.pos_ in ("DET", "PRON", "NUM"):
        return False
    mention = document.name_containing(word)
    if mention is None:
        return True
    if mention.is_name or word.pos_ != "NOUN":
        return False
    return word.tag_ == "NN" or mention.type not in PEOPLE


def _is_body(words: Sequence[Token], document: Document) -> bool:
    """Return whether words are "the" and a body without a name: "the general staff"."""
    article, *inside = words
    if article.lower_ not in DEFINITE:
        return False
    if not 0 < len(inside) <= MAX_FIELD:
        return False
    body = inside[-1]
    if body.lower_ not in BODIES:
        return False
    if not all(word.is_alpha for word in inside):
        return False
    mention = document.name_containing(body)
    return mention is None or not mention.is_name
