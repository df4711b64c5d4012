"""A reading with all its passages in another text, of which the text that was read is a part.

That text may also be a tidied copy of the other one.
"""

from collections.abc import Callable
from dataclasses import replace

from kg.model.reading import Chain, Claim, Quote, Reading
from kg.model.text import Article, Mention, Passage

Place = Callable[[Passage], Passage]  # the place in one text of a passage of another


def moved(reading: Reading, article: Article, place: Place, *, before: int = 0) -> Reading:
    """Return a reading of another text as one of `article`.

    `before` chains of others will stand before its chains.
    """
    return Reading(
        article,
        tuple(_chain(chain, place, before) for chain in reading.chains),
        tuple(_claim(claim, place) for claim in reading.claims),
        tuple(_quote(quote, place) for quote in reading.quotes),
    )


def moved_mention(mention: Mention, place: Place) -> Mention:
    """Return a mention in another place."""
    head = Passage(mention.passage.article, mention.head, mention.head + 1)
    whole = place(mention.extent).end if mention.whole else 0
    return replace(mention, passage=place(mention.passage), head=place(head).start, whole=whole)


def _maybe(mention: Mention | None, place: Place) -> Mention | None:
    return None if mention is None else moved_mention(mention, place)


def _chain(chain: Chain, place: Place, before: int) -> Chain:
    return replace(
        chain,
        mentions=tuple(moved_mention(each, place) for each in chain.mentions),
        members=tuple(number + before for number in chain.members),
        apart=tuple(number + before for number in chain.apart),
    )


def _claim(claim: Claim, place: Place) -> Claim:
    return replace(
        claim,
        roles=tuple(
            replace(role, mention=moved_mention(role.mention, place)) for role in claim.roles
        ),
        trigger=place(claim.trigger),
        evidence=place(claim.evidence),
        speaker=_maybe(claim.speaker, place),
        parent=None if claim.parent is None else place(claim.parent),
    )


def _quote(quote: Quote, place: Place) -> Quote:
    return replace(
        quote,
        passage=place(quote.passage),
        evidence=place(quote.evidence),
        speaker=_maybe(quote.speaker, place),
        addressee=_maybe(quote.addressee, place),
        when=_maybe(quote.when, place),
    )
