"""All mentions of an article, by all finders together; no two have one head.

If two finders disagree, the better one counts.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from spacy.tokens import Doc

from kg.model import Article, Kind, Mention, Passage
from kg.text.mentions.named_beside import with_classes_of_names, with_countries
from kg.text.mentions.names import names
from kg.text.mentions.nominals import beside_names, nominals, short_names
from kg.text.mentions.pronouns import pronouns
from kg.text.mentions.truecasing import casing_of
from kg.text.quantities import find_quantities
from kg.text.timex import find_times

BEST_FIRST = (Kind.TIME, Kind.NAME, Kind.NOMINAL, Kind.QUANTITY, Kind.PRONOUN)
# People; so many are an amount as well as a group ("2.5 million people"), fewer are a group only.
SIZES_OF_GROUPS = range(1, 1000)


def mentions(doc: Doc, article: Article) -> tuple[Mention, ...]:
    """Return all mentions of a parsed article, by start, the longer first; no two have one head.

    `doc` must be the article parsed by `kg.text.parse.parse`, so that offsets agree. Times win over
    names and quantities; a number that is the size of a group is no quantity of its own.
    """
    times = find_times(doc, article)
    named = _outside(names(doc, article, casing_of(doc)), times)
    taken = _tokens(doc, article, named)
    in_short = short_names(doc, article, named, taken)
    beside = beside_names(doc, article, named, taken)
    all_described = _outside(chain(nominals(doc, article, taken), in_short, beside), times)
    by_name = with_classes_of_names(doc, all_described, named)
    described = with_countries(by_name)
    groups = [mention for mention in described if mention.size in SIZES_OF_GROUPS]
    counts = list(find_quantities(doc, article))
    amounts = list(_outside_groups(_apart(counts, times), groups))
    named = _outside(named, filter(_is_money, amounts))
    found = chain(times, named, _with_bounds(described, counts), amounts, pronouns(doc, article))
    return _one_a_head(found)


def _with_bounds(described: Iterable[Mention], counts: Sequence[Mention]) -> Iterator[Mention]:
    """Yield descriptions, those of counted groups with the bounds of the count: "at least 12".

    What is an amount as a whole has that: "two of the five ships".
    """
    for mention in described:
        inside = [count for count in counts if mention.passage.covers(count.passage)]
        is_amount = any(count.passage == mention.passage for count in inside)
        if (mention.size or is_amount) and len(inside) == 1:
            yield replace(mention, quantity=inside[0].quantity)
        else:
            yield mention


def _is_money(amount: Mention) -> bool:
    """Return whether an amount is one of money, in which no name stands: "RM10 million"."""
    return amount.quantity is not None and bool(amount.quantity.currency)


def _outside(mentions: Iterable[Mention], others: Iterable[Mention]) -> list[Mention]:
    """Return those that do not lie inside another: inside a time ("March" in "in March 2020")."""
    passages = [other.passage for other in others]
    return [mention for mention in mentions if not _is_in(mention.passage, passages)]


def _is_in(passage: Passage, others: Iterable[Passage]) -> bool:
    """Return whether some passage covers another."""
    return any(other.covers(passage) for other in others)


def _apart(mentions: Iterable[Mention], others: Iterable[Mention]) -> Iterator[Mention]:
    """Yield those that share no character with any of the others."""
    taken = frozenset(chain.from_iterable(map(_characters, others)))
    return (mention for mention in mentions if taken.isdisjoint(_characters(mention)))


def _outside_groups(amounts: Iterable[Mention], groups: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the amounts that are not the size of a group; "two of the five ships" is none."""
    stretches = [group.passage for group in groups]
    for amount in amounts:
        place = amount.passage
        sizes = [group for group in stretches if _overlap(group, place)]
        if all(place.start < group.start and place.covers(group) for group in sizes):
            yield amount


def _overlap(a: Passage, b: Passage) -> bool:
    """Return whether two passages of an article share a character."""
    return a.start < b.end and b.start < a.end


def _characters(mention: Mention) -> range:
    """Return the offsets of the characters of a mention."""
    return range(mention.passage.start, mention.passage.end)


def _tokens(doc: Doc, article: Article, named: Sequence[Mention]) -> frozenset[int]:
    """Return the indices of all tokens of names and their titles."""
    taken: set[int] = set()
    for mention in named:
        start = mention.passage.start
        if mention.title:
            start = article.text.rindex(mention.title, 0, start)
        span = doc.char_span(start, mention.passage.end, alignment_mode="expand")
        if span is not None:
            taken.update(range(span.start, span.end))
    return frozenset(taken)


def _one_a_head(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return the mentions, of any two with one head the better: by kind, then the longer."""
    best: dict[int, Mention] = {}
    for mention in sorted(mentions, key=_best_first):
        best.setdefault(mention.head, mention)
    return tuple(sorted(best.values(), key=_in_text_order))


def _in_text_order(mention: Mention) -> tuple[int, int, int]:
    """Return the key by which mentions come in text order, the longer first."""
    passage = mention.passage
    return passage.start, -passage.end, mention.head


def _best_first(mention: Mention) -> tuple[int, int, int]:
    """Return the key by which the better of two mentions comes first."""
    passage = mention.passage
    length = passage.end - passage.start
    return BEST_FIRST.index(mention.kind), -length, passage.start


def publisher_mention(article: Article) -> Mention | None:
    """Return the mention of the publisher, if its name stands in furniture or front matter.

    It is the one name that is taken from there, since it says who speaks. A publisher that the body
    names is found there like any other name.
    """
    publisher = article.publisher
    if not publisher:
        return None
    around = (*article.furniture, *article.front)
    start = article.text.find(publisher)
    while start >= 0:
        passage = Passage(article.id, start, start + len(publisher))
        if any(place.covers(passage) for place in around):
            head = start + publisher.rfind(" ") + 1
            type_ = "schema:NewsMediaOrganization"
            return Mention(passage, publisher, Kind.NAME, head, type_)
        start = article.text.find(publisher, start + 1)
    return None
