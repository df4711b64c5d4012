"""How the graph's terms read in an English sentence: "Ann works for Acme", not `schema:worksFor`.

The vocabulary's own properties have their words here. Those of a user's ontology have their label.
"""

import re
from collections.abc import Mapping

from kg.vocabulary.prefixes import compact, expand

PHRASE_OF_PROPERTY: Mapping[str, str] = {
    "dcterms:source": "was read from",
    "geo:lat": "lies at latitude",
    "geo:long": "lies at longitude",
    "kg:age": "is of age",
    "kg:ally": "is an ally of",
    "kg:borders": "borders on",
    "kg:capital": "has the capital",
    "kg:capitalOf": "is the capital of",
    "kg:founded": "founded",
    "kg:isoCode": "has the ISO code",
    "kg:leads": "leads",
    "kg:ledBy": "is led by",
    "kg:locatedOn": "lies on",
    "kg:memberType": "is made up of people of the kind",
    "kg:nearMiss": "was almost taken for",
    "kg:ofCountry": "is an organisation of",
    "kg:opponent": "is an opponent of",
    "kg:ownedBy": "is owned by",
    "kg:playsIn": "takes part in",
    "kg:receivedAward": "received",
    "kg:represents": "represents",
    "kg:size": "has the size",
    "kg:spokespersonFor": "speaks for",
    "owl:sameAs": "is the same as",
    "prov:wasDerivedFrom": "is known from",
    "schema:alternateName": "is also called",
    "schema:alumni": "has the alumnus",
    "schema:alumniOf": "studied at",
    "schema:author": "was written by",
    "schema:birthDate": "was born on",
    "schema:birthPlace": "was born in",
    "schema:children": "is a parent of",
    "schema:containedInPlace": "lies in",
    "schema:containsPlace": "contains",
    "schema:creator": "was made by",
    "schema:datePublished": "was published on",
    "schema:deathDate": "died on",
    "schema:deathPlace": "died in",
    "schema:description": "is described as",
    "schema:employee": "employs",
    "schema:founder": "was founded by",
    "schema:foundingDate": "was founded on",
    "schema:gender": "is",
    "schema:headline": "has the headline",
    "schema:homeLocation": "lives in",
    "schema:inLanguage": "is in the language",
    "schema:jobTitle": "has the job title",
    "schema:location": "is located in",
    "schema:member": "has the member",
    "schema:memberOf": "is a member of",
    "schema:nationality": "is a national of",
    "schema:numberOfEmployees": "has employees to the number of",
    "schema:owns": "owns",
    "schema:parent": "is a child of",
    "schema:parentOrganization": "is part of",
    "schema:publisher": "was published by",
    "schema:relatedTo": "is related to",
    "schema:sibling": "is a sibling of",
    "schema:spouse": "is married to",
    "schema:subOrganization": "has the part",
    "schema:url": "stands at",
    "schema:worksFor": "works for",
    "skos:closeMatch": "is perhaps the same as",
}

DURATION = re.compile(
    r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?"
)
UNITS_OF_DURATION = ("year", "month", "week", "day", "hour", "minute", "second")


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
    known = (PHRASE_OF_PROPERTY.get(curie), labels.get(curie), labels.get(predicate))
    return next(filter(None, known), plain_words(predicate))


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
    amounts = zip(match.groups(), UNITS_OF_DURATION, strict=True)
    words = [f"{count} {unit}{'' if count == '1' else 's'}" for count, unit in amounts if count]
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
