"""Claims of titles before names: "Norwegian Prime Minister Ann Bolt", "Acme CEO Bo Coil", "former minister Ann Bolt"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import PAST
from kg.model import Claim, Frame, Mention, Role
from kg.text.attribution import presupposed
from kg.text.parse import passage_of
from kg.text.syntax import Document, complements, is_origin, is_whereabouts
from kg.trace import stopped

# Adjectives that put an office or tie into the past.
MAX_TITLE_WORDS = 6


def title_claims(document: Document) -> Iterator[Claim]:
    """One claim for each name with a title."""
    for mention in document.mention_at.values():
        if mention.title:
            yield from _title_claim(mention, document)


def _title_claim(mention: Mention, document: Document) -> Iterator[Claim]:
    """The claim of a title before a name: "Norwegian Prime Minister Ann Bolt", "Acme CEO Bo Coil"."""
    words, owners = _title_parts(mention, document)
    if not words:
        stopped("title", mention, "no word of “{}” is left beside the names in it", mention.title)
        return
    if len(words) > MAX_TITLE_WORDS:
        stopped("title", words[-1], "“{}” has more than {} words", mention.title, MAX_TITLE_WORDS)
        return
    how = presupposed(words[-1], document)
    kept = [word for word in words if word.lower_ not in PAST]
    if not kept:
        stopped("title", words[-1], "“{}” only says that something is over", mention.title)
        return
    owners = [owner for owner in owners if not is_origin(owner, words[-1], document)]
    owners += [
        role.mention
        for role in complements(words[-1], document)
        if role.name == "of" and role.mention != mention
    ]
    yield Claim(
        Frame.NOUN,
        " ".join([*(word.lower_ for word in kept[:-1]), kept[-1].lemma_.lower()]),
        (Role("subject", mention), *(Role("of", owner) for owner in dict.fromkeys(owners))),
        passage_of(words[-1], document.article.id),
        document.sentence(words[-1]),
        rule="title",
        phrase=" ".join(lowered(word) for word in kept),
        factuality=how.factuality,
        speaker=how.speaker,
        ended=len(kept) < len(words),
    )


def _title_parts(mention: Mention, document: Document) -> tuple[list[Token], list[Mention]]:
    """The words of the title itself, and the mentions inside it (a country, an organisation)."""
    start = mention.passage.start - len(mention.title) - 1
    span = document.doc.char_span(max(0, start), mention.passage.start, alignment_mode="contract")
    words: list[Token] = []
    owners: list[Mention] = []
    for token in span or ():
        inside = next(
            (
                m
                for m in document.mention_at.values()
                if m is not mention and m.passage.start <= token.idx < m.passage.end
            ),
            None,
        )
        if inside is not None and inside.is_name:
            owners += [] if is_whereabouts(inside, document) else [inside]
        elif _is_title_word(token):
            words.append(token)
    return words, owners


def _is_title_word(token: Token) -> bool:
    """True for a word, a hyphenated one or an abbreviation ("Lt."); not for the unit of an amount before it ("£12m.")."""
    shape = (
        token.is_alpha
        or "-" in token.text
        or (token.text.endswith(".") and token.text[0].isupper())
    )
    return shape and not token.is_space and token.dep_ != "det"


def lowered(word: Token) -> str:
    """A word of a title as running text has it: "CEO" stays, "Minister" and "minister" are one."""
    return word.text if word.text.isupper() else word.lower_
