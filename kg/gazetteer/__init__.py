"""Plain data about the whole world: countries, places, given names, well-known organisations."""

from kg.gazetteer.countries import (
    countries,
    country,
    country_by_iso,
    demonym,
)
from kg.gazetteer.names import name_key
from kg.gazetteer.organizations import (
    WellKnown,
    known_by_full_name,
    organization,
    organizations,
)
from kg.gazetteer.people import (
    given_name_gender,
    is_given_name,
    may_be_family_name,
    may_be_given_name,
    nickname_in,
    without_nickname,
)
from kg.gazetteer.place import Country, Place
from kg.gazetteer.place_index import (
    is_common_word,
    is_place,
    places,
    region_of,
)

__all__ = [
    "Country",
    "Place",
    "WellKnown",
    "countries",
    "country",
    "country_by_iso",
    "demonym",
    "given_name_gender",
    "is_common_word",
    "is_given_name",
    "is_place",
    "known_by_full_name",
    "may_be_family_name",
    "may_be_given_name",
    "name_key",
    "nickname_in",
    "organization",
    "organizations",
    "places",
    "region_of",
    "without_nickname",
]
