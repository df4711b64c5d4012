"""First and second person: "I" in a quotation is its speaker, "you" its addressee, "I" outside of all quotations the writer."""

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.text.coref.clusters import Clusters
from kg.text.coref.entity_types import EntityType, sort_of_type
from kg.text.coref.positions import MentionNode, Page
from kg.text.coref.profile import EITHER, MANY
from kg.text.parse import subjects

REPRESENTATIVES = word_set("nouns", "representative")
INTRODUCTIONS = (
    50  # mentions of a speaker, from the first on, that may say whom the speaker speaks for
)
ANNOUNCING = word_set("verbs", "announcing")
WITHIN = frozenset({"compound", "nmod", "poss", "appos", "prep", "pobj"})
COLLECTIVE = frozenset({EntityType.ORGANIZATION, EntityType.GROUP})


def speakers(page: Page, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """First and second person inside each quotation.

    "we" is the speaker where that is an organisation or a group, or the organisation that the speaker is said to speak for.
    """
    first_of: dict[tuple[int, str], int] = {}
    for spot in page.spots:
        word = spot.pronoun
        if spot.quote < 0 or word is None or word.person == 3:
            continue
        quote = page.quotes[spot.quote]
        other = quote.speaker if word.person == 1 else quote.addressee
        partner = page.index_of.get(other) if other is not None else None
        if (
            partner is not None
            and word.person == 1
            and word.number != "singular"
            and not _is_collective(partner, clusters)
        ):
            partner = _employer(partner, page, clusters)
        if partner is not None:
            yield partner, spot.index
        key = (spot.quote, f"{word.person}{word.number}")
        if key in first_of and word.person == 1:
            yield first_of[key], spot.index
        first_of.setdefault(key, spot.index)


def _employer(speaker: int, page: Page, clusters: Clusters) -> int | None:
    """The organisation that a mention of the speaker shows as the one spoken for."""
    found = (
        represented(page.spots[index], page) for index in clusters.members(speaker)[:INTRODUCTIONS]
    )
    return next((each for each in found if each is not None), None)


def represented(speaker: MentionNode, page: Page) -> int | None:
    """The organisation that a person speaks for: "Acme spokeswoman Ann Lee", "Ann Lee, chief executive of Acme"."""
    phrase = [speaker.token, *(child for child in speaker.token.children if child.dep_ == "appos")]
    words = {
        word
        for token in phrase
        for child in (token, *token.children)
        for word in (child.lower_, child.lemma_.lower())
    }
    if not words & REPRESENTATIVES:
        return None
    found = [
        spot
        for spot in page.by_sentence[speaker.sentence]
        if _is_firm(spot) and _depends_on(spot.token, speaker.token)
    ]
    return found[0].index if len(found) == 1 else None


def _is_firm(spot: MentionNode) -> bool:
    return spot.mention.is_name and sort_of_type(spot.mention.type) is EntityType.ORGANIZATION


def _depends_on(token: Token, head: Token) -> bool:
    """True for a word inside the noun phrase of the head, its appositions included, but in no clause of it."""
    while token != head:
        if token.dep_ not in WITHIN or token.head == token:
            return False
        token = token.head
    return True


def _is_collective(index: int, clusters: Clusters) -> bool:
    """True for a speaker that speaks of itself as "we"."""
    profile = clusters.profile(index)
    return profile.sorts <= COLLECTIVE and profile.numbers in (EITHER, MANY)


def is_heard(other: MentionNode, spot: MentionNode, page: Page, clusters: Clusters) -> bool:
    """True where "it" in somebody's own words may take up another mention: one in these words, or the speaker's organisation.

    What the article says between two quotations is not in the speaker's ear.
    """
    if spot.quote < 0:
        return True
    speaker = page.quotes[spot.quote].speaker
    if other.quote >= 0 and (
        other.quote == spot.quote or page.quotes[other.quote].speaker == speaker
    ):
        return True
    index = page.index_of.get(speaker) if speaker is not None else None
    if index is None:
        return False
    own = index if _is_collective(index, clusters) else _employer(index, page, clusters)
    return own is not None and clusters.together(own, other.index)


def narrator(page: Page, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """All "I" and "my" outside of quotations, and who speaks there: the last of whom the text said "Ann Lee said:"."""
    announced = list(_announced(page, clusters))
    outside = [spot for spot in page.spots if spot.quote < 0 and _is_singular_first(spot)]
    for first, spot in pairwise(outside):
        if not any(first.sentence < number < spot.sentence for number, _ in announced):
            yield first.index, spot.index
    for spot in outside:
        speaker = next(
            (index for number, index in reversed(announced) if number < spot.sentence), None
        )
        if speaker is not None:
            yield speaker, spot.index


def _announced(page: Page, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """Sentences that end in "said:", with the person who is the subject; what follows without marks are that person's words."""
    for number, (start, end) in enumerate(page.sentences):
        words = [token for token in page.doc[start:end] if not token.is_space]
        if not words or words[-1].text != ":" or words[-1].sent.root.lemma_ not in ANNOUNCING:
            continue
        people = [
            spot
            for spot in page.by_sentence.get(number, ())
            if _is_subject(spot.token, words[-1].sent.root)
        ]
        people = [spot for spot in people if clusters.profile(spot.index).is_person]
        if people:
            yield (
                number,
                next((spot.index for spot in people if spot.mention.is_name), people[0].index),
            )


def _is_subject(token: Token, verb: Token) -> bool:
    """True for a noun in a subject of the verb."""
    return any(subject == token or subject.is_ancestor(token) for subject in subjects(verb))


def _is_singular_first(spot: MentionNode) -> bool:
    word = spot.pronoun
    return word is not None and word.person == 1 and word.number == "singular"
