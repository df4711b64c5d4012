"""Who a side is in a fight, and who wages a fight: what opponents and allies share.

A deed counts as well as an aim: whoever is committed to defeating somebody is on the other side, so
even a plan ties two sides; what is denied or merely possible does not.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.lang.en import word_list, word_set
from kg.model import Assertion, Claim, Factuality, Frame, Kind, Mention, Role
from kg.text.attribution import assertion, attribution
from kg.text.parse import antecedent, conjuncts, is_passive, neighbour, passage_of, verb_lemma
from kg.text.syntax import (
    Document,
    any_label,
    implicit_subjects,
    is_object,
    objects_of,
    prepositional,
    slots,
    with_label,
    with_word,
)

ARMED = "kg:ArmedGroup"
COUNTRY = "schema:Country"
GOVERNMENT = "schema:GovernmentOrganization"
GROUP = "kg:Group"
ORGANIZATION = "schema:Organization"
PARTY = "kg:PoliticalParty"
SIDES = frozenset({ARMED, COUNTRY, GOVERNMENT, ORGANIZATION, PARTY, "schema:Person", ""})
PLACES = frozenset({COUNTRY, "schema:City", "schema:State", "kg:Region", "schema:Place"})
ALLIANCE = word_list("nouns", "party-alliance")

HOSTILITIES = word_set("nouns", "hostility")
ENDEAVOURS = word_set("nouns", "endeavour")
CARRYING = word_set("verbs", "carrying-out-hostility")
TAKING_PART = word_set("verbs", "taking-part-in-hostility")
INVOLVEMENT = word_set("nouns", "involvement")
HELPING = word_set("verbs", "helping-side")
SUPPORT = word_set("nouns", "support")
FIGHTERS = word_set("nouns", "standing-for-side")
HELPED_PREPOSITIONS = word_set("function_words", "before-helped-side")
PART_PREPOSITIONS = word_set("function_words", "before-fight")
MODIFIERS = ("compound", "nmod", "amod", "poss")
MAX_STEPS = (
    3  # nouns from a hostility to the one that names who wages it: "their role in the fight"
)


def meant(verb: Token, document: Document) -> Assertion | None:
    """Return the assertion of a deed or aim; None for what is denied or only possible.

    A plan is asserted as an aim.
    """
    how = assertion(verb, document)
    if how.factuality is Factuality.PLANNED:
        source = attribution(verb, document)
        factuality = source.factuality if source is not None else Factuality.ASSERTED
        return Assertion(factuality, how.speaker)
    return how if how.factuality.stands else None


def sides_of(token: Token, document: Document) -> Iterator[Mention]:
    """Yield the sides that a noun phrase stands for.

    The fighters and positions of a side stand for it.
    """
    for noun in conjuncts(antecedent(token)):
        mention = document.thing(noun)
        is_fighter = noun.lemma_.lower() in FIGHTERS
        if mention is not None and _is_side(mention, is_fighter):
            yield mention
        elif is_fighter:
            owners = map(document.over, with_label(noun.lefts, *MODIFIERS))
            yield from (owner for owner in owners if owner is not None and owner.type == ARMED)


def _is_side(mention: Mention, is_fighter: bool) -> bool:
    """Return whether a mention may be a side itself: fighters of no known type are not."""
    is_unknown_fighter = is_fighter and mention.type == ""
    return mention.type in SIDES and not is_unknown_fighter


def sides_among(tokens: Iterable[Token], document: Document) -> list[Mention]:
    """Return the sides that several noun phrases stand for, repetitions included."""
    return [side for token in tokens for side in sides_of(token, document)]


def sides_after(preps: Iterable[Token], document: Document) -> list[Mention]:
    """Return the sides behind some prepositions, repetitions included."""
    tokens = [token for prep in preps for _, token in prepositional(prep)]
    return sides_among(tokens, document)


# ------------------------------------------------------------------------------------------- deeds


def doers(verb: Token, document: Document) -> list[Mention]:
    """Return who does what a verb says.

    The verb may give the aim of a noun: "their campaign to defeat Y".
    """
    head = verb.head
    endeavour = _endeavour(verb)
    if endeavour is not None:
        return waging(endeavour, document)
    if verb.dep_ == "conj" and head.pos_ == "VERB" and not any_label(verb.children, "nsubj"):
        return doers(head, document)
    if verb.dep_ in ("acl", "relcl") and head.lemma_.lower() in ALLIANCE:
        return list(sides_of(head, document))
    subjects = [*_helpers(verb), *active_subjects(verb)]
    return unique(side for token in subjects for side in _acting(token, document))


def _endeavour(verb: Token) -> Token | None:
    """Return the noun of which a verb gives the aim."""
    head = verb.head
    if verb.dep_ in ("acl", "relcl") and head.pos_ == "NOUN":
        noun = head
    elif verb.dep_ == "pcomp" and head.dep_ == "prep":
        noun = head.head
    else:
        return None
    return noun if noun.lemma_.lower() in ENDEAVOURS else None


def _helpers(verb: Token) -> list[Token]:
    """Return X in "X is helping Y to defeat Z", who is against Z, too."""
    is_aim = verb.dep_ in ("xcomp", "advcl") and verb_lemma(verb.head) in HELPING
    return active_subjects(verb.head) if is_aim else []


def active_subjects(verb: Token) -> list[Token]:
    """Return the subjects of an active verb, and the agent of a passive.

    They may stand at an adjective: "is committed to defeating Y".
    """
    if is_passive(verb):
        return [token for name, token in slots(verb) if name == "subject"]
    subjects = implicit_subjects(verb)
    adjective = verb.head.head if verb.dep_ == "pcomp" else verb.head
    if not subjects and adjective.dep_ == "acomp":
        return implicit_subjects(adjective.head)
    return subjects


def _acting(token: Token, document: Document) -> list[Mention]:
    """Return the sides that a subject stands for, or who carries out the strikes that it names."""
    sides = list(sides_of(token, document))
    if not sides and token.lemma_.lower() in HOSTILITIES:
        return waging(token, document)
    return sides


# ------------------------------------------------------------------------------------- hostilities


def waging(noun: Token, document: Document, steps: int = MAX_STEPS) -> list[Mention]:
    """Return who wages a hostility or endeavour: named beside it, or lent by what governs it."""
    sides = _named_beside(noun, document)
    head = noun.head
    if noun.dep_ == "pobj" and all(side.kind is Kind.PRONOUN for side in sides):
        sides = _helped_in(head, document) or sides
    if sides or not steps or head == noun:
        return unique(sides)
    if is_object(noun) and verb_lemma(head) in CARRYING:
        return unique(sides_among(active_subjects(head), document))
    if noun.dep_ == "conj" and head.pos_ == "NOUN":
        return waging(head, document, steps - 1)
    return _around(head, document, steps) if noun.dep_ == "pobj" else []


def _named_beside(noun: Token, document: Document) -> list[Mention]:
    """Return the sides that are named before a hostility, or behind "by"."""
    named = [child for child in noun.children if _names_doer(child, document)]
    agents = with_word(noun.children, "by")
    return sides_among(named, document) + sides_after(agents, document)


def _helped_in(prep: Token, document: Document) -> list[Mention]:
    """Return Y in "X supports Y in its fight" and in "support for Y in the fight".

    X of the first fights, too.
    """
    above = prep.head
    if prep.lower_ != "in":
        return []
    if above.pos_ == "NOUN":
        return _supported(above, document) if above.lemma_.lower() in SUPPORT else []
    if above.pos_ != "VERB":
        return []
    objects = objects_of(above)
    if verb_lemma(above) in HELPING:
        return sides_among([*active_subjects(above), *objects], document)
    support = [noun for noun in objects if noun.lemma_.lower() in SUPPORT]
    return [side for noun in support for side in _supported(noun, document)]


def _supported(support: Token, document: Document) -> list[Mention]:
    """Return the sides that a noun of support is for."""
    return sides_after(with_word(support.children, *HELPED_PREPOSITIONS), document)


def _names_doer(child: Token, document: Document) -> bool:
    """Return whether a modifier names who wages a hostility.

    It does in "their fight", "the Norwegian campaign" and "coalition operations", not in "the
    Norway campaign".
    """
    mention = document.mention(child)
    after = neighbour(child, 1)
    is_listed = after is not None and after.text == ","
    if mention is None or child.dep_ not in MODIFIERS or is_listed:
        return False
    if mention.type == COUNTRY and child.dep_ not in ("poss", "amod"):
        return mention.text.isupper()
    return _may_fight(mention)


def _may_fight(mention: Mention) -> bool:
    """Return whether a mention is no mere place: a country is more."""
    return mention.type == COUNTRY or mention.type not in PLACES


def _around(prep: Token, document: Document, steps: int) -> list[Mention]:
    """Return who is said to take part in the hostility behind a preposition.

    Examples are "X in the fight", "help X in the fight" and "their role in the fight".
    """
    above = prep.head
    if prep.lower_ not in PART_PREPOSITIONS:
        return []
    if above.pos_ in ("NOUN", "PROPN", "PRON"):
        return _around_noun(above, prep, document, steps)
    if above.pos_ != "VERB" or prep.lower_ != "in":
        return []
    if verb_lemma(above) in TAKING_PART:
        helped = sides_among(objects_of(above), document)
        return helped or unique(sides_among(implicit_subjects(above), document))
    is_fronted = prep.i < above.i and steps == MAX_STEPS
    if is_fronted and not is_passive(above):
        return unique(sides_among(implicit_subjects(above), document))
    return []


def _around_noun(noun: Token, prep: Token, document: Document, steps: int) -> list[Mention]:
    """Return who takes part according to the noun above the preposition of a hostility."""
    mention = document.thing(noun)
    if mention is not None and prep.lower_ == "in":
        return list(sides_of(noun, document)) if _may_fight(mention) else []
    if noun.lemma_.lower() in INVOLVEMENT:
        return waging(noun, document, steps - 1)
    return []


def unique(mentions: Iterable[Mention]) -> list[Mention]:
    """Return the mentions without repetition, in their order."""
    return list(dict.fromkeys(mentions))


def tie(
    curie: str,
    subject: Mention,
    value: Mention,
    trigger: Token,
    rule: str,
    how: Assertion,
    document: Document,
) -> Claim:
    """Return the claim that two mentions stand in a relation that the construction itself says."""
    return Claim(
        Frame.RELATION,
        curie,
        (Role("subject", subject), Role("object", value)),
        passage_of(trigger, document.article.id),
        document.sentence(trigger),
        rule=rule,
        factuality=how.factuality,
        speaker=how.speaker,
    )
