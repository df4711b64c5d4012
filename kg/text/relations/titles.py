"""Claims of titles before names.

Examples are "Norwegian Prime Minister Ann Bolt", "Acme CEO Bo Coil", "former minister Ann Bolt".
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from kg.lang.en import PAST, word_set
from kg.model import Assertion, Claim, Frame, Mention, Role
from kg.text.attribution import presupposed
from kg.text.parse import neighbour, passage_of
from kg.text.parse.labels import COMPOUNDS, NOUNS, PLURALS
from kg.text.relations.bygone import is_former
from kg.text.relations.choices import mentions_in, roles_of, title_of, unique
from kg.text.relations.label_words import spaced
from kg.text.syntax import Document, Mentions, complements, is_origin, is_whereabouts
from kg.trace import stopped

BEFORE_FIELD = word_set("function_words", "before-a-field")
ARTICLES = word_set("function_words", "article")
RANKS = word_set("nouns", "lesser-post")
MAX_FIELD = 3  # words of a field: "of public health", not "of all that he has ever seen"

MAX_TITLE_WORDS = 6


def title_claims(document: Document) -> Iterator[Claim]:
    """Yield one claim for each name with a title."""
    for mention in document.mention_at.values():
        if mention.title:
            yield from _title_claim(mention, document)


def _title_claim(mention: Mention, document: Document) -> Iterator[Claim]:
    """Yield the claim of a title before a name."""
    words, owners = _title_parts(mention, document)
    kept = [word for word in words if word.lower_ not in PAST]
    if not words:
        stopped("title", mention, "no word of “{}” is left beside the names in it", mention.title)
        return
    last = words[-1]
    if len(words) > MAX_TITLE_WORDS:
        stopped("title", last, "“{}” has more than {} words", mention.title, MAX_TITLE_WORDS)
    elif not kept:
        stopped("title", last, "“{}” only says that something is over", mention.title)
    else:
        roles = [Role("subject", mention)]
        roles += _owner_roles(mention, last, owners, document)
        how = presupposed(last, document)
        is_over = len(kept) < len(words) or is_former(last, document)
        claim = office_claim(last, kept, roles, "title", how, is_over, document)
        yield replace(claim, phrase=spaced(claim.phrase, _unparsed_field(last, mention, document)))


def _unparsed_field(title: Token, named: Mention, document: Document) -> str:
    """Return what an office is for if that is not parsed: "for Health" of "Minister for Health"."""
    behind = neighbour(title, 1)
    if behind is None or not behind.is_space:
        return ""
    text = document.article.text[behind.idx : named.passage.start]
    return " ".join(map(lowered, text.split()))


def office_claim(
    trigger: Token,
    words: Sequence[Token],
    roles: Iterable[Role],
    rule: str,
    how: Assertion,
    ended: bool,
    document: Document,
) -> Claim:
    """Return the claim of the words of an office or description, the last of which is its noun."""
    *before, noun = words
    forms = [word.lower_ for word in before]
    tail = "".join(token.lower_ for token in hyphenated(noun))
    forms.append(noun.lemma_.lower() + tail)
    return Claim(
        Frame.NOUN,
        " ".join(forms),
        tuple(roles),
        passage_of(trigger, document.article.id),
        document.sentence(trigger),
        rule=rule,
        phrase=title_words(words, document),
        factuality=how.factuality,
        speaker=how.speaker,
        ended=ended,
    )


def _owner_roles(named: Mention, title: Token, inside: Mentions, document: Document) -> list[Role]:
    """Return whose title it is: the mentions inside it and behind its last word."""
    owners = [owner for owner in inside if not is_origin(owner, title, document)]
    roles = complements(title, document)
    behind = mentions_in(roles, "of")
    owners += [owner for owner in behind if owner != named]
    return roles_of("of", unique(owners))


def _title_parts(mention: Mention, document: Document) -> tuple[list[Token], Mentions]:
    """Return the words of a title itself, and the mentions inside it.

    Such mentions are a country or an organisation.
    """
    words: list[Token] = []
    owners: Mentions = []
    for token in _tokens_of_title(mention, document):
        inside = _mention_over(token, mention, document)
        if inside is None or not inside.is_name:
            if _is_title_word(token):
                words.append(token)
        elif not is_whereabouts(inside, document):
            owners.append(inside)
    return words, owners


def _tokens_of_title(mention: Mention, document: Document) -> Iterable[Token]:
    """Return the tokens of the title before a name."""
    title = title_of(mention)
    start = max(0, title.start)
    span = document.doc.char_span(start, title.end, alignment_mode="contract")
    return span or ()


def _mention_over(token: Token, named: Mention, document: Document) -> Mention | None:
    """Return the first mention that covers a token of a title, other than the name behind it."""
    for mention in document.mention_at.values():
        if mention is named:
            continue
        if mention.passage.start <= token.idx < mention.passage.end:
            return mention
    return None


def _is_title_word(token: Token) -> bool:
    """Return whether a token is a word, a hyphenated one or an abbreviation ("Lt.").

    The unit of an amount before it ("£12m.") is none.
    """
    if token.is_space or token.dep_ == "det":
        return False
    if token.is_alpha or "-" in token.text:
        return True
    if not token.text.endswith("."):
        return False
    return token.text[0].isupper()


def title_words(words: Sequence[Token], document: Document) -> str:
    """Return the words of an office as a job title, in the singular.

    `words` are those from which its patterns are found, of which the last is its noun.
    """
    *before, noun = words
    first = words[0]
    texts = [*_texts(_further_before(first, noun, document)), *_texts(before)]
    texts.append(singular(noun))
    texts += _texts(_field(noun, document))
    return " ".join(texts)


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
    """Return the nouns right before the words of an office that say which it is, in their order."""
    found: list[Token] = []
    while True:
        before = neighbour(first, -1)
        if before is None or not _says_which(before, noun, document):
            return found[::-1]
        found.append(before)
        first = before


def _says_which(word: Token, noun: Token, document: Document) -> bool:
    """Return whether a noun before an office belongs to it, and is nobody's name.

    A capital before a small letter begins a name that was not seen ("Acme driver"), but for the
    first word of a sentence.
    """
    if word.lower_ in RANKS and word.text[0].isupper() == noun.text[0].isupper():
        return True
    is_inside = word.is_ancestor(noun) or noun.is_ancestor(word)
    if word.dep_ not in COMPOUNDS or word.pos_ not in NOUNS or not is_inside:
        return False
    if not word.is_alpha or document.name_containing(word) is not None:
        return False
    starts_sentence = bool(word.is_sent_start) and not word.text.isupper()
    return starts_sentence or noun.text[0].isupper() or word.text[0].islower()


def _field(noun: Token, document: Document) -> list[Token]:
    """Return what an office is for, with the preposition: "of culture"; empty if it is a name's."""
    tail = list(hyphenated(noun))
    last = tail[-1] if tail else noun
    preposition = neighbour(last, 1)
    if preposition is None or preposition.lower_ not in BEFORE_FIELD:
        return []
    fields = [child for child in preposition.children if child.pos_ == "NOUN"]
    if preposition.head != noun or len(fields) != 1:
        return []
    words = list(noun.doc[preposition.i : fields[0].i + 1])
    inside = words[1:]
    if len(inside) > MAX_FIELD or not all(_is_of_field(word, document) for word in inside):
        return []
    return words


def _is_of_field(word: Token, document: Document) -> bool:
    """Return whether a word may be one of a field: neither an article nor a part of a mention."""
    if not word.is_alpha or word.lower_ in ARTICLES or word.pos_ in ("DET", "PRON", "NUM"):
        return False
    mention = document.name_containing(word)
    return mention is None or (word.tag_ == "NN" and not mention.is_name)
