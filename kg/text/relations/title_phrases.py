"""The words of an office, as a job title: what stands before its noun and behind it.

"vice president for research", "chief of the general staff", "co-founder", "food safety officer".
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.lang.en import PAST, word_set
from kg.text.parse import neighbour
from kg.text.parse.labels import COMPOUNDS, NOUNS, PLURALS
from kg.text.syntax import Document

BEFORE_FIELD = word_set("function_words", "before-a-field")
ARTICLES = word_set("function_words", "article")
DEFINITE = word_set("function_words", "definite-article")
RANKS = word_set("nouns", "lesser-post")
OTHER_RANK = word_set("nouns", "other-rank")
BODIES = word_set("nouns", "body-of-an-office")
KINDS = word_set("adjectives", "kind-of-an-office")
SIDES = word_set("function_words", "side-before-hyphen")
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
    texts += [*_texts(further), *_texts(before)]
    texts.append("".join(_texts(prefix)) + singular(noun))
    texts += _texts(_field(noun, document))
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


def _says_which(word: Token, noun: Token, document: Document) -> bool:
    """Return whether a word before an office belongs to it, and is nobody's name.

    A capital before a small letter begins a name that was not seen ("Acme driver"), but for the
    first word of a sentence.
    """
    if word.lower_ in RANKS and word.text[0].isupper() == noun.text[0].isupper():
        return True
    is_inside = word.is_ancestor(noun) or noun.is_ancestor(word)
    if is_inside and word.lower_ in KINDS:
        return True
    if word.dep_ not in COMPOUNDS or word.pos_ not in NOUNS or not is_inside:
        return False
    if not word.is_alpha or word.lower_ in PAST:
        return False
    mention = document.name_containing(word)
    if mention is not None and mention.is_name:
        return False
    if word.is_sent_start and not word.text.isupper():
        return True
    return noun.text[0].isupper() or word.text[0].islower()


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
    if _is_body(inside, document):
        return words
    if field.pos_ != "NOUN" and not noun.text[0].isupper():
        return []
    if len(inside) > MAX_FIELD:
        return []
    is_whole = all(_is_of_field(word, document) for word in inside)
    return words if is_whole else []


def _is_of_field(word: Token, document: Document) -> bool:
    """Return whether a word may be one of a field: neither an article nor a part of a mention."""
    if not word.is_alpha or word.lower_ in ARTICLES or word.pos_ in ("DET", "PRON", "NUM"):
        return False
    mention = document.name_containing(word)
    return mention is None or (word.tag_ == "NN" and not mention.is_name)


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
