"""Labels of events: short clauses that a person can read."""

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

from kg.graph.ontology import LinkedMentions, plain_name
from kg.lang.en import (
    word_list,
    word_set,
    word_values,
)
from kg.model import (
    Claim,
    Frame,
    Mention,
)

PLACEHOLDER = re.compile(r"\{(\d+)\}")
SUBJECT = re.compile(r"\{(\d+)\}(?!’)")  # at the beginning, and no possessor
NO_SUBJECT = word_set("pronouns", "event-no-subject")
SMALL = word_set("function_words", "small-inside-label")
SUBJECT_FORM = word_values("pronouns", "event-subject-form")
BE_AFTER = word_values("pronouns", "event-first-or-second")
AUXILIARY_AFTER = word_values("verbs", "event-auxiliary")
POSSESSIVES = "|".join(word_list("pronouns", "event-possessive"))
POSSESSIVE = word_set("pronouns", "event-possessive")
NO_OBJECT = word_set("function_words", "behind-verb-without-object")
APOSTROPHES = frozenset("'’")
OF_PRONOUN = re.compile(rf"\b({POSSESSIVES})’s ", re.IGNORECASE)
BOUND = "\x1f"  # for the blanks inside a name, while words said twice are looked for
TWICE = re.compile(rf"\b([^\W\d]\w*(?:[ {BOUND}]\w+)?) \1\b(?!’)")
NAME_TWICE = re.compile(r"\b([^\W\d_a-z]\w*) (?=\1\b)")  # "Lund Lund" is a name that no role has
PAIRS = {"(": ")", "[": "]", "“": "”", '"': '"', "«": "»"}
WITH_OWN = word_set("nouns", "with-own")
OWNED = word_set("pronouns", "owned-by-nobody")
MAX_LABEL = 110  # characters
HANGING = word_set("function_words", "hanging-in-label")
UNTOLD = word_set("pronouns", "relative-that-opens-a-label")
BEHIND = word_values("nouns", "preposition-of-undergoer")
BEFORE = word_values("function_words", "preposition-of-participant")


def label(claim: Claim, linked: LinkedMentions) -> str:
    """Return the claim's phrase with the names of its fillers: "Miners cross the Glomma"."""
    names = _names(claim, linked)
    template = claim.phrase or claim.predicate
    first = SUBJECT.match(template)
    if first is not None:
        number = int(first[1])
        name = _as_subject(names[number])
        names[number] = name
        template = _agreeing(template, name.lower(), claim.predicate)
    clause = _filled(template, names)
    clause = _with_possessives(clause)
    clause = _without_end(_tidied(clause), claim.predicate)
    return shortened(_capitalized(clause)).strip()


def named_label(claim: Claim, linked: LinkedMentions, taking: Iterable[tuple[str, Mention]]) -> str:
    """Return the label of an event that names somebody or something, if the event has any.

    `taking` are the properties and mentions of those who take part. What a relative pronoun stands
    for takes its place ("Who rents a room"); a bare noun gets what belongs to it: "Charge against
    Ann", "Strike by pilots". Empty if a pronoun opens the label and stands for nobody known.
    """
    plain = label(claim, linked)
    names = {curie: _name_of(mention, linked) for curie, mention in reversed([*taking])}
    first, _, rest = plain.partition(" ")
    if first.lower() in UNTOLD:
        doer = names.get("kg:agent", "")
        return _capitalized(f"{doer} {rest}") if doer else ""
    if claim.frame is not Frame.HAPPENING or claim.rule != "event-noun" or "{" in claim.phrase:
        return plain
    return shortened(_with_participant(plain, claim, names))


def _name_of(mention: Mention, linked: LinkedMentions) -> str:
    return _inside(plain_name(mention, linked.of(mention)))


def _with_participant(noun: str, claim: Claim, names: Mapping[str, str]) -> str:
    """Return a bare noun with the first of those who undergo, do or get what it tells."""
    if " of " in noun or " by " in noun:
        return noun
    *_, last = claim.predicate.split(" ")
    if "kg:patient" in names:
        return f"{noun} {BEHIND.get(last, 'of')} {names['kg:patient']}"
    for curie, preposition in BEFORE.items():
        if curie in names:
            return f"{noun} {preposition} {names[curie]}"
    return noun


def _without_end(clause: str, predicate: str) -> str:
    """Return the clause without words that lead to nothing: "is strangled in car at"."""
    words = clause.split(" ")
    own = predicate.split(" ")
    while len(words) > 1 and words[-1].lower() in HANGING and words[-1] not in own:
        words.pop()
    return " ".join(words)


def names_subject(claim: Claim, linked: LinkedMentions) -> bool:
    """Return whether the label of a clause begins with its subject: "First jets landed"."""
    words = label(claim, linked).lower()
    first, *_ = words.split(" ")
    if first in NO_SUBJECT:
        return False
    verb, *_ = claim.predicate.split(" ")
    return not first.startswith(verb[:-1])


def has_object(claim: Claim) -> bool:
    """Return whether a clause has an object, also one that is no mention: "drops charges"."""
    if claim.frame is not Frame.VERB or not claim.phrase.startswith("{"):
        return False
    if claim.fillers("object"):
        return True
    follower = _behind_verb(claim)
    return follower.isalpha() and follower not in NO_OBJECT


def has_own_object(claim: Claim) -> bool:
    """Return whether the phrase of a clause gives its object no owner: "breaks a leg"."""
    follower = _behind_verb(claim)
    if follower in POSSESSIVE or not follower.isalpha():
        return False
    return APOSTROPHES.isdisjoint(claim.phrase)


def _behind_verb(claim: Claim) -> str:
    """Return the word behind the verb in the phrase of a clause, empty if there is none."""
    stem = claim.predicate.split()[0][:3]
    _, *words = claim.phrase.split()
    for word, follower in pairwise(words):
        if word.startswith(stem):
            return follower
    return ""


def _names(claim: Claim, linked: LinkedMentions) -> list[str]:
    """Return the name of each filler as it stands inside a label."""
    names: list[str] = []
    for role in claim.roles:
        mention = role.mention
        entity = linked.of(mention)
        name = plain_name(mention, entity)
        names.append(_inside(name))
    return names


def _inside(name: str) -> str:
    """Return a name as it stands inside a label: "two riders", not "Two riders"."""
    word, space, rest = name.partition(" ")
    first = word.lower()
    if first not in SMALL or not space:
        return name
    if rest[:1].isupper():
        return name
    return f"{first} {rest}"


def _filled(template: str, names: list[str]) -> str:
    """Return the template with a name for each number; the words of a name are bound together."""

    def name_of(placeholder: re.Match[str]) -> str:
        return names[int(placeholder[1])].replace(" ", BOUND)

    bound = NAME_TWICE.sub(rf"\1{BOUND}", template)
    return PLACEHOLDER.sub(name_of, bound)


def _with_possessives(clause: str) -> str:
    """Return the clause with "the miners’ camp" for "the miners’s camp"; "her’s camp" is "her"."""
    if "’s " not in clause:
        return clause
    clause = OF_PRONOUN.sub(r"\1 ", clause)
    return clause.replace("s’s ", "s’ ")


def _tidied(clause: str) -> str:
    """Return the clause without words said twice in a row, marks left open and "own" of nobody.

    Inside a name no word is said twice: "Duran Duran", "Walla Walla".
    """
    clause = _without_open_marks(clause)
    clause = TWICE.sub(r"\1", clause).replace(BOUND, " ")
    words = clause.split(" ")
    around = zip(["", *words], words, [*words[1:], ""], strict=False)
    return " ".join(word for before, word, after in around if _is_said(before, word, after))


def _is_said(before: str, word: str, after: str) -> bool:
    """Return whether a word stays: "own" only behind an owner, and in "own goal"."""
    if word.lower() not in OWNED or after in WITH_OWN:
        return True
    return _is_owner(before)


def _is_owner(word: str) -> bool:
    """Return whether a word says whose the next one is: "its", "Lund’s"."""
    is_possessive = not APOSTROPHES.isdisjoint(word[-2:])
    return is_possessive or word.lower() in POSSESSIVE


def _without_open_marks(clause: str) -> str:
    """Return the clause without brackets and quotation marks of which only one is there."""
    for first, last in PAIRS.items():
        if clause.count(first) != clause.count(last) or (first == last and clause.count(first) % 2):
            clause = clause.replace(first, "").replace(last, "")
    return clause


def _capitalized(text: str) -> str:
    """Return the text with a capital at the beginning, but for names like "iPhone"."""
    if text[1:2].isupper():
        return text
    first = text[:1].upper()
    return first + text[1:]


def _as_subject(name: str) -> str:
    """Return a pronoun in the form of a subject, and any other name as it is; "US" is no "us"."""
    if name.isupper():
        return name
    return SUBJECT_FORM.get(name.lower(), name)


def _agreeing(template: str, subject: str, predicate: str) -> str:
    """Return the template with the verb of "we", "you" or "I" if that is the subject."""
    start, _, rest = template.partition(" ")
    verb, space, rest = rest.partition(" ")
    if subject not in BE_AFTER or not verb:
        return template
    plain = _plain_form(verb, subject, predicate)
    return f"{start} {plain}{space}{rest}"


def _plain_form(verb: str, subject: str, predicate: str) -> str:
    """Return a verb of the third person as it is after "we", "you" or "I"."""
    if verb == "is":
        return BE_AFTER[subject]
    if verb in AUXILIARY_AFTER:
        return AUXILIARY_AFTER[verb]
    lemma, *_ = predicate.split(" ")
    stem = lemma[:-1]
    if verb.startswith(stem) and verb.endswith("s"):
        return lemma
    return verb


def shortened(text: str) -> str:
    """Return the text, cut at a word with an ellipsis if it is too long for a label."""
    if len(text) <= MAX_LABEL:
        return text
    start = text[:MAX_LABEL]
    whole_words, *_ = start.rsplit(" ", 1)
    return f"{whole_words} …"
