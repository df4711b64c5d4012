"""English words for the graph's terms: "Ann works for Acme", not `schema:worksFor`.

The vocabulary's own properties have their words in `phrases.tsv`. Those of a user's ontology have
their label.
"""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from kg.vocabulary.prefixes import compact, expand

DURATION = re.compile(
    r"""
    P (?:(?P<year>\d+)Y)? (?:(?P<month>\d+)M)? (?:(?P<week>\d+)W)? (?:(?P<day>\d+)D)?
    (?:T (?:(?P<hour>\d+)H)? (?:(?P<minute>\d+)M)? (?:(?P<second>[\d.]+)S)? )?
    """,
    re.VERBOSE,
)


def phrase(predicate: str, labels: Mapping[str, str] | None = None) -> str:
    """Return the words between subject and object for a property's IRI.

    `labels` of other ontologies go by curie or IRI.

    >>> phrase("https://schema.org/worksFor")
    'works for'
    >>> phrase("http://example.org/onto#sponsorOf")
    'sponsor of'
    >>> phrase("http://example.org/s", {"http://example.org/s": "sponsors"})
    'sponsors'
    """
    curie = compact(predicate)
    labels = labels or {}
    known = (_own_phrases().get(curie), labels.get(curie), labels.get(predicate))
    return next(filter(None, known), plain_words(predicate))


@cache
def _own_phrases() -> Mapping[str, str]:
    """Return the words for each property of the vocabulary, by its curie."""
    table = files("kg.vocabulary").joinpath("phrases.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines()[1:])
    return MappingProxyType({row[0]: row[1] for row in rows})


def plain_words(iri: str) -> str:
    """Return the last part of an IRI as words.

    >>> plain_words("https://schema.org/GovernmentOrganization")
    'government organization'
    """
    name = re.split(r"[/#:]", iri.rstrip("/#:"))[-1]
    return " ".join(re.findall(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])|\d+", name)).lower() or name


def duration_words(value: str) -> str:
    """Return an xsd:duration in words; any other text as it is.

    >>> duration_words("PT32H"), duration_words("P1DT2H"), duration_words("long")
    ('32 hours', '1 day 2 hours', 'long')
    """
    match = DURATION.fullmatch(value)
    if match is None:
        return value
    words: list[str] = []
    for unit, count in match.groupdict().items():
        if count:
            ending = "" if count == "1" else "s"
            words.append(f"{count} {unit}{ending}")
    return " ".join(words) or value


def rule_words(rule: str) -> str:
    """Return how a rule is named to people.

    The learned reader is named as such, and so is what only follows from other facts.

    >>> rule_words("apposition-post"), rule_words("reader:employment")
    ('rule apposition-post', 'the learned reader (employment)')
    >>> rule_words("inferred:kg:leads"), rule_words("inferred:containment")
    ('inferred from “leads”', 'inferred (containment)')
    """
    kind, _, name = rule.partition(":")
    if kind == "reader":
        return f"the learned reader ({name})"
    if kind != "inferred":
        return f"rule {rule}"
    premise = premise_of(rule)
    return f"inferred from “{phrase(expand(premise))}”" if premise else f"inferred ({name})"


def is_inferred(rule: str) -> bool:
    """Return whether a rule concludes facts from others, so that no article says what it gives.

    >>> is_inferred("inferred:member"), is_inferred("noun-phrase")
    (True, False)
    """
    return rule.startswith("inferred:")


def premise_of(rule: str) -> str:
    """Return the property from a fact of which a rule infers a more general one.

    It is a curie or IRI, and empty for other rules.

    >>> premise_of("inferred:kg:leads"), premise_of("inferred:http://e.org/mentor")
    ('kg:leads', 'http://e.org/mentor')
    >>> premise_of("inferred:containment")
    ''
    """
    kind, _, name = rule.partition(":")
    return name if kind == "inferred" and ":" in name else ""
