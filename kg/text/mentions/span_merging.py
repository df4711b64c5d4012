"""Neighbours that are one name, put together."""

from collections.abc import (
    Iterable,
    Iterator,
    Sequence,
    Set,
)
from itertools import chain

from spacy.tokens import Doc, Token

from kg import gazetteer
from kg.lang.en import word_set
from kg.text.mentions.candidates import LINKS, candidates
from kg.text.mentions.countries import (
    is_known,
    is_nationality,
    parts_countries,
)
from kg.text.mentions.everywhere import same_everywhere
from kg.text.mentions.lexicon import (
    is_person_noun,
    is_title,
    type_of_beginning,
    type_of_ending,
)
from kg.text.mentions.small_bodies import with_bodies
from kg.text.mentions.spans import (
    PLACE_LABELS,
    NameSpan,
    with_junior,
    with_legal_form,
    with_noun_of_kind,
    with_number,
    with_second_half,
)
from kg.text.mentions.tokens import (
    HYPHENS,
    PARTICLES,
    Words,
    word_beside,
)
from kg.text.mentions.truecasing import Casing
from kg.text.parse import fills_name
from kg.text.parse.labels import PREMODIFIERS

MODIFIERS = PREMODIFIERS | {"appos", "flat"}
PREFIXES = word_set("names", "surname-prefix")  # of surnames; some writers put a blank behind them
PARTISANS = word_set("names", "partisan")  # "the Social Democrat Ada Lund"
OF_A_FIELD = word_set("nouns", "of-a-field")  # "Secretary of Energy"
BEFORE_FIELD = word_set("function_words", "before-a-field")
ARTICLES = word_set("function_words", "article")
STATE_BODIES = frozenset(map(str.lower, word_set("names", "one-of-a-state")))
OF_PLACE = word_set("phrases", "body-and-place")


def name_spans(doc: Doc, case: Casing) -> list[NameSpan]:
    """Return all spans that may be names, in text order, none inside another.

    Titles still stand in them.
    """
    joined = _with_nicknames(_joined(candidates(doc, case)))
    parted = chain.from_iterable(map(_without_field, joined))
    everywhere = same_everywhere(doc, list(_without_pairs(list(parted))), case)
    return list(with_bodies(everywhere))


def _joined(candidates: Iterable[NameSpan]) -> Iterator[NameSpan]:
    """Yield the candidates with what belongs to them, neighbours that are one name as one."""
    last: NameSpan | None = None
    for candidate in candidates:
        whole = with_noun_of_kind(with_legal_form(with_second_half(candidate)))
        span = with_junior(with_number(whole))
        if last is None:
            last = span
        elif span.start < last.end:
            continue
        elif _are_one(last, span):
            last = _joint(last, span)
        else:
            yield last
            last = span
    if last is not None:
        yield last


def _joint(left: NameSpan, right: NameSpan) -> NameSpan:
    """Return two spans as one, with the label of the second unless it is a part of a surname."""
    is_surname = (
        _is_prefix(left, right)
        or _are_parted_by_particles(left, right)
        or _is_surname_like_a_place(left, right)
    )
    label = left.label if is_surname else right.label
    return left.until(right.end).labelled(label or left.label)


def _with_nicknames(spans: Iterable[NameSpan]) -> list[NameSpan]:
    """Return the spans, with the two parts of `Robert "Bobby" Vance` as one person."""
    result: list[NameSpan] = []
    for span in spans:
        if result and _is_nicknamed(result[-1], span):
            result[-1] = result[-1].until(span.end).labelled("PERSON")
        elif any(map(fills_name, span.tokens)):
            result.append(span.labelled("PERSON"))
        else:
            result.append(span)
    return result


def _is_nicknamed(first: NameSpan, last: NameSpan) -> bool:
    """Return whether a nickname, blanked out, stands between two spans, and small words at most."""
    gap = first.gap(last)
    if not len(gap) or not fills_name(gap[0]):
        return False
    return all(token.text in PARTICLES for token in gap[1:])


def _without_pairs(spans: Sequence[NameSpan]) -> Iterator[NameSpan]:
    """Yield the spans, with the two names of a hyphenated pair apart.

    The article has to have each of them alone, too.
    """
    known = {span.words for span in spans}
    for span in spans:
        yield from _pair(span, known) or (span,)


def _pair(span: NameSpan, known: Set[Words]) -> tuple[NameSpan, ...]:
    """Return the two known names that a hyphen joins, or none."""
    for i in span.indices[1:-1]:
        if span.doc[i].text not in HYPHENS:
            continue
        left, right = span.until(i), span.part(i + 1, span.end)
        if {left.words, right.words} <= known:
            return left, right
    return ()


def _are_one(left: NameSpan, right: NameSpan) -> bool:
    """Return whether two neighbouring spans are parts of one name ("Norrland" and "Marine")."""
    if _is_prefix(left, right) or _are_parted_by_particles(left, right):
        return True
    if _is_field_of_office(left):
        return False
    are_one = _make_one if _touch(left, right) else _is_of_place
    return are_one(left, right) and _may_be_parts(left, right)


def _are_parted_by_particles(left: NameSpan, right: NameSpan) -> bool:
    """Return whether only small words of foreign names stand between: "Joost van der Veer"."""
    gap = left.gap(right)
    if not len(gap) or right.first.sent_start == 1:
        return False
    return all(token.is_lower and token.text in PARTICLES for token in gap)


def _without_field(span: NameSpan) -> Iterator[NameSpan]:
    """Yield the person behind the field of an office ("Energy Ada Lund"); else the span, if any."""
    if not _is_field_of_office(span):
        yield span
        return
    for token in span.tokens[1:-1]:
        if gazetteer.is_given_name(token.text):
            yield span.part(token.i, span.end).labelled("PERSON")
            return


def _is_field_of_office(span: NameSpan) -> bool:
    """Return whether a name only says of what somebody is minister.

    So it is in "Secretary of Energy" and in "Energy Minister".
    """
    office, link = _words_before(span)
    is_behind = office in OF_A_FIELD and link in BEFORE_FIELD
    if not is_behind and not _is_before_office(span):
        return False
    if not span.is_one_word and type_of_ending(span.words):
        return False
    return not gazetteer.organization(span.text) and not _has_ministers(span.text)


def _is_before_office(span: NameSpan) -> bool:
    """Return whether one word stands right before an office with a capital: "Energy Minister"."""
    office = span.behind(1)
    if not span.is_one_word or not office.text.istitle():
        return False
    return office.text.lower() in OF_A_FIELD and span.first.lower_ not in STATE_BODIES


def _words_before(span: NameSpan) -> tuple[str, str]:
    """Return the two words before a span, without an article right before it."""
    by = -2 if word_beside(span.first, -1) in ARTICLES else -1
    return word_beside(span.first, by - 1), word_beside(span.first, by)


def _has_ministers(text: str) -> bool:
    """Return whether a text names a country, or a part of one that is no city: "Scotland"."""
    if is_nationality(text):
        return True
    return any(place.type != "schema:City" for place in gazetteer.places(text))


def _may_be_parts(left: NameSpan, right: NameSpan) -> bool:
    """Return whether neither of two spans stands alone, and the second has no number."""
    if any(token.like_num for token in right.tokens):
        return False
    return not any(map(_stands_alone, (left, right)))


def _make_one(left: NameSpan, right: NameSpan) -> bool:
    """Return whether two spans that touch make one name, by their labels and the tree."""
    labels = {left.label, right.label}
    if len(labels - {""}) == 2:
        return _are_one_though_labelled(left, right)
    if "" in labels and left.gap(right).text.startswith("-"):  # "Goldwyn-Mayer" is one word
        return not any(is_nationality(part.text) for part in (left, right))
    if labels & PLACE_LABELS:
        words = left.until(right.end).words
        return bool(type_of_ending(words[1:]) or type_of_beginning(words))
    return _modifies(left, right) or _modifies(right, left)


def _are_one_though_labelled(left: NameSpan, right: NameSpan) -> bool:
    """Return whether two spans make one name that the model has labelled apart."""
    if len(left.gap(right)):
        return True
    if _is_person(left, right) or _is_surname_like_a_place(left, right):
        return True
    words = left.until(right.end).words
    return gazetteer.organization(" ".join(words)) is not None


def _is_prefix(left: NameSpan, right: NameSpan) -> bool:
    """Return whether a blank has come between the parts of a surname ("Nora O' Shea")."""
    if not left.is_person:
        return False
    if right.first.sent_start == 1:
        return False
    prefix = left.part(left.end - 1, right.start)
    return prefix.text in PREFIXES


def _is_of_place(left: NameSpan, right: NameSpan) -> bool:
    """Return whether spans are a body and its place.

    "Freedom Party of Austria", "Academy of the Netherlands".
    """
    if right.label != "GPE":
        return False
    if left.is_one_word:
        return False
    if not left.may_be_organization:
        return False
    between = " ".join(token.lower_ for token in left.gap(right))
    return between in OF_PLACE and bool(type_of_ending(left.words))


def _is_person(left: NameSpan, right: NameSpan) -> bool:
    """Return whether spans are a given name and the surname behind it.

    The model took the given name for something else.
    """
    if not right.is_person:
        return False
    if not left.is_one_word:
        return False
    if left.text.isupper():
        return False
    return _modifies(left, right) and not is_known(left.text)


def _is_surname_like_a_place(left: NameSpan, right: NameSpan) -> bool:
    """Return whether a person's last surname is also the name of a town: "Ana Ruiz Cordoba".

    A town that describes what follows is none: "the Ana Ruiz London concert".
    """
    if not left.is_person or right.label not in PLACE_LABELS or not right.is_one_word:
        return False
    if len(left.gap(right)) or not gazetteer.is_given_name(left.first.text):
        return False
    if is_nationality(right.text) or right.root.dep_ in PREMODIFIERS:
        return False
    return _modifies(left, right)


def _touch(left: NameSpan, right: NameSpan) -> bool:
    """Return whether nothing, or a hyphen without blanks, stands between two spans.

    They are in one sentence.
    """
    if right.first.sent_start == 1:
        return False
    gap = left.gap(right)
    if not len(gap):
        return True
    if left.last.whitespace_:
        return False
    return all(map(_is_link, gap)) and not parts_countries(gap[0])


def _is_link(token: Token) -> bool:
    """Return whether a token joins two words of one name, with no blank behind it."""
    return token.text in LINKS and not token.whitespace_


def _stands_alone(span: NameSpan) -> bool:
    """Return whether a span is a title, a person noun, a partisan or a demonym.

    They are never parts of the name beside them.
    """
    text = " ".join(span.words)
    if is_title(span.words) or span.last.text in PARTISANS:
        return True
    return is_person_noun(text.lower()) or gazetteer.demonym(text) is not None


def _modifies(inner: NameSpan, outer: NameSpan) -> bool:
    """Return whether the head of one span modifies a word of the other."""
    root = inner.root
    return root.head.i in outer.indices and root.dep_ in MODIFIERS
