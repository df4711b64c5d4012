"""The parts of a reading that may be shown."""

from enum import StrEnum


class Part(StrEnum):
    """A part of what is read in an article; `TRACE` are the rules that fired, and those that nearly
    did."""

    MENTIONS = "mentions"
    CHAINS = "chains"
    CLAIMS = "claims"
    QUOTATIONS = "quotations"
    TRACE = "trace"


USUAL = (Part.MENTIONS, Part.CHAINS, Part.CLAIMS, Part.QUOTATIONS)  # shown if nothing else is asked for
