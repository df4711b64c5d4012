"""The times, lengths of time and amounts that a claim gives."""

from collections.abc import Iterator

from kg.model import Claim, Kind, Mention, Quantity, TimeValue


def first_time(claim: Claim) -> TimeValue | None:
    """Return the first time of a claim that has a beginning or an end."""
    for time in _times(claim):
        if time.start or time.end:
            return time
    return None


def date_of(claim: Claim) -> Mention | None:
    """Return the first single date of a claim."""
    for mention in claim.fillers("when"):
        time = mention.time
        if time is not None and time.is_point:
            return mention
    return None


def is_dated(claim: Claim) -> bool:
    """Return whether the beginning of some time of a claim is known."""
    return any(time.start for time in _times(claim))


def _times(claim: Claim) -> Iterator[TimeValue]:
    for mention in claim.fillers("when"):
        if mention.time is not None:
            yield mention.time


def time_words(claim: Claim) -> tuple[str, ...]:
    """Return the words for the times of a claim, sorted."""
    words: set[str] = set()
    for mention in claim.fillers("when"):
        words.add(plain_words(mention))
    return tuple(sorted(words))


def plain_words(mention: Mention) -> str:
    """Return the words of a mention with single blanks."""
    words = mention.text.split()
    return " ".join(words)


def duration_of(claim: Claim) -> str:
    """Return the first length of time of a claim, empty if it has none."""
    for mention in claim.fillers("duration"):
        time = mention.time
        if time is not None and time.duration:
            return time.duration
    return ""


def quantities_of(claim: Claim) -> tuple[Quantity, ...]:
    """Return the amounts that a claim gives; so does what is one: "two of the five ships sank"."""
    amounts = [mention.quantity for mention in claim.fillers("quantity")]
    for role in claim.roles:
        part = role.mention
        if part.kind is Kind.NOMINAL and not part.size:
            amounts.append(part.quantity)
    return tuple(filter(None, amounts))
