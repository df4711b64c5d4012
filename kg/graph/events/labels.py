"""Labels of events: short clauses that a person can read."""

import re

from kg.graph.ontology import LinkedMentions, plain_name
from kg.lang.en import word_list, word_set, word_values
from kg.model import Claim

PLACEHOLDER = re.compile(r"\{(\d+)\}")
SUBJECT = re.compile(r"\{(\d+)\}(?!’)")  # at the beginning, and no possessor
NO_SUBJECT = word_set("pronouns", "event-no-subject")
SMALL = word_set("function_words", "small-inside-label")
SUBJECT_FORM = word_values("pronouns", "event-subject-form")
BE_AFTER = word_values("pronouns", "event-first-or-second")
AUXILIARY_AFTER = word_values("verbs", "event-auxiliary")
POSSESSIVES = "|".join(word_list("pronouns", "event-possessive"))
OF_PRONOUN = re.compile(rf"\b({POSSESSIVES})’s ", re.IGNORECASE)
MAX_LABEL = 110  # characters


def label(claim: Claim, linked: LinkedMentions) -> str:
    """Return the claim's phrase with the names of its fillers: "Miners cross the Glomma"."""
    mentions = [role.mention for role in claim.roles]
    names = [_inside(plain_name(mention, linked.of(mention))) for mention in mentions]
    template = claim.phrase or claim.predicate
    first = SUBJECT.match(template)
    if first is not None:
        number = int(first[1])
        subject = _as_subject(names[number])
        names[number] = subject
        template = _agreeing(template, subject.lower(), claim.predicate)
    filled = PLACEHOLDER.sub(lambda match: names[int(match[1])], template)
    if "’s " in filled:
        filled = OF_PRONOUN.sub(r"\1 ", filled).replace("s’s ", "s’ ")
    return shortened(_capitalized(filled)).strip()


def _inside(name: str) -> str:
    """Return a name as it stands inside a label: "two riders", not "Two riders"."""
    first, space, rest = name.partition(" ")
    is_small = bool(space) and first.lower() in SMALL and not rest[:1].isupper()
    return f"{first.lower()} {rest}" if is_small else name


def _capitalized(text: str) -> str:
    """Return the text with a capital at the beginning, but for names like "iPhone"."""
    first, rest = text[:1], text[1:]
    return text if rest[:1].isupper() else first.upper() + rest


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
    return f"{start} {_plain_form(verb, subject, predicate)}{space}{rest}"


def _plain_form(verb: str, subject: str, predicate: str) -> str:
    """Return a verb of the third person as it is after "we", "you" or "I"."""
    if verb == "is":
        return BE_AFTER[subject]
    if verb in AUXILIARY_AFTER:
        return AUXILIARY_AFTER[verb]
    lemma = predicate.partition(" ")[0]
    is_third_person = verb.endswith("s") and verb.startswith(lemma[:-1])
    return lemma if is_third_person else verb


def shortened(text: str) -> str:
    """Return the text, cut at a word with an ellipsis if it is too long for a label."""
    if len(text) <= MAX_LABEL:
        return text
    words = text[:MAX_LABEL].rsplit(" ", 1)
    return f"{words[0]} …"
