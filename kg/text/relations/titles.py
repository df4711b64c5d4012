"""Claims of titles before names.

Examples are "Norwegian Prime Minister Ann Bolt", "Acme CEO Bo Coil", "former minister Ann Bolt".
"""

from collections.abc import (
    Container,
    Iterable,
    Iterator,
    Sequence,
)
from dataclasses import replace

from spacy.tokens import Token

from kg.lang.en import PAST, word_set
from kg.model import (
    Assertion,
    Claim,
    Frame,
    Mention,
    Role,
)
from kg.text.attribution import presupposed
from kg.text.parse import (
    any_word,
    neighbour,
    passage_of,
)
from kg.text.relations.bygone import (
    TO_COME,
    is_former,
    is_given_up,
    is_told_of_long_ago,
    to_come,
)
from kg.text.relations.choices import (
    mentions_in,
    roles_of,
    title_of,
    unique,
)
from kg.text.relations.label_words import spaced
from kg.text.relations.title_phrases import (
    hyphenated,
    hyphened_before,
    lowered,
    makes_another_rank,
    title_words,
)
from kg.text.syntax import (
    Document,
    Mentions,
    complements,
    is_origin,
    is_whereabouts,
)
from kg.trace import stopped

FIELDS = word_set("nouns", "field-of-a-minister")
MAX_TITLE_WORDS = 6


def title_claims(document: Document) -> Iterator[Claim]:
    """Yield one claim for each name with a title."""
    for mention in document.mention_at.values():
        if mention.title:
            yield from _title_claim(mention, document)


def _title_claim(mention: Mention, document: Document) -> Iterator[Claim]:
    """Yield the claim of a title before a name."""
    words, owners = _title_parts(mention, document)
    kept = [word for word in words if word.lower_ not in PAST | TO_COME]
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
        if any_word(words, *TO_COME) or _is_behind(words[0], TO_COME):
            how = to_come(how)
        is_over = is_former(last, document) or _is_behind(words[0], PAST)
        is_over = is_over or is_given_up(last, how, document) or any_word(words, *PAST)
        is_over = is_over or is_told_of_long_ago(last, document)
        claim = office_claim(last, kept, roles, "title", how, is_over, document)
        yield replace(claim, phrase=spaced(claim.phrase, _unparsed_field(last, mention, document)))


def _is_behind(first: Token, marks: Container[str]) -> bool:
    """Return whether a mark stands before a title and the name in it: "former Acme boss"."""
    before = neighbour(first, -1)
    while before is not None and before.pos_ == "PROPN":
        before = neighbour(before, -1)
    return before is not None and before.lower_ in marks


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
    prefix = [] if before else hyphened_before(noun)
    tied = prefix if makes_another_rank(prefix) else []
    tail = "".join(token.lower_ for token in hyphenated(noun))
    forms.append("".join(token.lower_ for token in tied) + noun.lemma_.lower() + tail)
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
    owners += [owner for owner in behind if owner != named and owner.text.lower() not in FIELDS]
    return roles_of("of", unique(owners))


def _title_parts(mention: Mention, document: Document) -> tuple[list[Token], Mentions]:
    """Return the words of a title itself, and the mentions inside it.

    Such mentions are a country or an organisation, but for a bare field: "Health" is none.
    """
    words: list[Token] = []
    owners: Mentions = []
    for token in _tokens_of_title(mention, document):
        inside = _mention_over(token, mention, document)
        if inside is None or not inside.is_name or inside.text.lower() in FIELDS:
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
