"""The names of an article wherever their words stand, or only their last one."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import takewhile

from spacy.tokens import Doc, Token

from kg.model import Mention
from kg.text.mentions.candidates import in_run
from kg.text.mentions.spans import NameSpan
from kg.text.mentions.tokens import Words, is_capital
from kg.text.mentions.truecasing import Casing
from kg.text.parse.labels import NOUN_SUBJECTS, PASTS

COMPLETING = frozenset({"of"})
# Names of these are not taken up by their last word alone.
NOT_IN_SHORT = frozenset({"schema:Person", "schema:Country", "schema:City", "schema:CreativeWork"})
PAST_OR_SINGULAR = PASTS | {"VBZ"}


def same_everywhere(doc: Doc, spans: Sequence[NameSpan], case: Casing) -> list[NameSpan]:
    """Return the spans, with each longer name of the article wherever its words stand.

    It does not matter what the model saw there.
    """
    by_first = _by_first_word(spans, case)
    starts = {span.start: span for span in spans}
    result: list[NameSpan] = []
    end = 0
    for token in doc:
        if token.i < end:
            continue
        own = starts.get(token.i)
        names = by_first.get(token.text, ())
        span = _known_at(token, names, own, case) or own
        if span:
            result.append(span)
            end = span.end
    return result


def _by_first_word(spans: Sequence[NameSpan], case: Casing) -> Mapping[str, list[Words]]:
    """Return the names outside headings, and the surnames of people, the longest first.

    They are sorted into lists by their first word.
    """
    known: set[Words] = set()
    for span in spans:
        if span.start in case.headings:
            continue
        known.add(span.words)
        if span.is_person:
            known.add(span.words[-1:])
    by_first: dict[str, list[Words]] = {}
    for words in sorted(known, key=_longest_first):
        by_first.setdefault(words[0], []).append(words)
    return by_first


def _longest_first(words: Words) -> tuple[int, Words]:
    """Return the key by which longer names come first, and equally long ones by their words."""
    return -len(words), words


def _known_at(
    token: Token, names: Sequence[Words], own: NameSpan | None, case: Casing
) -> NameSpan | None:
    """Return the longest of some names whose words stand at a token.

    None if it is no longer than the span that is there.
    """
    label = own.label if own else ""
    least = own.end if own else 0
    for words in names:
        end = token.i + len(words)
        span = NameSpan(token.doc, token.i, end, label)
        if span.end <= least:
            return None
        if span.words == words and _is_written_as_name(span, case):
            return span
    return None


def _is_written_as_name(span: NameSpan, case: Casing) -> bool:
    """Return whether the words of a known name stand for it where they are."""
    token = span.first
    if span.is_one_word and _opens_as_subject(token, case):
        return True
    if case.is_plain_word(token):
        return False
    if not span.is_one_word:
        return True
    return token.i in case.headings or in_run(token, case)


def _opens_as_subject(token: Token, case: Casing) -> bool:
    """Return whether a word with a capital opens a sentence, as a subject that is no plural."""
    if token.i not in case.openers:
        return False
    return is_capital(token) and _is_one_subject(token)


def _is_one_subject(token: Token) -> bool:
    """Return whether a word is the subject of a verb that is no plural.

    "Woods has said", not "Woods are dark".
    """
    if token.dep_ not in NOUN_SUBJECTS:
        return False
    verb = token.head
    if verb.tag_ not in PAST_OR_SINGULAR:
        return False
    return not any(map(_is_plural, (verb, *verb.children)))


def _is_plural(verb: Token) -> bool:
    """Return whether the form of a verb is one of the plural only."""
    return verb.tag_ == "VBP" or verb.lower_ == "were"


def names_by_noun(named: Sequence[Mention]) -> Mapping[str, list[Mention]]:
    """Return the names of things by the noun that says what they are, in small letters.

    It is their last word, or the last before "of" or a number: "Flight 12", "Tour of Qinghai".
    """
    names: dict[str, list[Mention]] = defaultdict(list)
    for name in named:
        if name.type not in NOT_IN_SHORT:
            names[_noun_of_name(name)].append(name)
    return names


def _noun_of_name(name: Mention) -> str:
    """Return the last word of a name before its "of …" and numbers, empty without one."""
    before = takewhile(_is_no_completion, name.text.split())
    words = ["", *filter(str.isalpha, before)]
    return words[-1].lower()


def _is_no_completion(word: str) -> bool:
    """Return whether a word does not begin what completes a name."""
    return word not in COMPLETING
