"""What an article speaks of: names, nominals, pronouns, times and quantities, each with its place in the text."""

from kg.text.mentions.merge import mentions
from kg.text.mentions.publishers import publisher_mention

__all__ = ["mentions", "publisher_mention"]
