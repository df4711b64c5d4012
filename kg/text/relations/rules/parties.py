"""Who a side is in a fight, and who wages a fight: what the claims of opponents and of allies share.

A deed counts as well as an aim: whoever is committed to defeating somebody is on the other side, so what is only planned ties
two sides, too; what is denied or merely possible does not.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.lang.en import word_list, word_set
from kg.model import Assertion, Claim, Factuality, Frame, Kind, Mention, Role
from kg.text.attribution import assertion, attribution
from kg.text.parse import conjuncts, is_passive, neighbour, passage_of, verb_lemma
from kg.text.syntax import OBJECTS, Document, implicit_subjects, prepositional, slots

ARMED, COUNTRY, GOVERNMENT, GROUP = (
    "kg:ArmedGroup",
    "schema:Country",
    "schema:GovernmentOrganization",
    "kg:Group",
)
SIDES = frozenset(
    {ARMED, COUNTRY, GOVERNMENT, "schema:Organization", "kg:PoliticalParty", "schema:Person", ""}
)
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
MAX_STEPS = 3  # nouns from a hostility up to the one that names who does it ("their role in the fight against")


def meant(verb: Token, document: Document) -> Assertion | None:
    """The assertion of a deed or aim: what is planned is told as an aim; nothing for what is denied or only possible."""
    how = assertion(verb, document)
    if how.factuality is Factuality.PLANNED:
        source = attribution(verb, document)
        return Assertion(
            source.factuality if source is not None else Factuality.ASSERTED, how.speaker
        )
    return how if how.factuality.stands else None


def sides_of(token: Token, document: Document) -> Iterator[Mention]:
    """The sides that a noun phrase stands for; the fighters and positions of a side stand for it."""
    for each in conjuncts(_antecedent(token)):
        mention = document.thing(each)
        if (
            mention is not None
            and mention.type in SIDES
            and not (each.lemma_.lower() in FIGHTERS and mention.type == "")
        ):
            yield mention
        elif each.lemma_.lower() in FIGHTERS:
            owners = (
                document.over(child)
                for child in each.lefts
                if child.dep_ in ("compound", "nmod", "amod", "poss")
            )
            yield from (m for m in owners if m is not None and m.type == ARMED)


def _antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for; any other word itself."""
    clause = token.head
    return clause.head if token.tag_ in ("WDT", "WP") and clause.dep_ == "relcl" else token


def doers(verb: Token, document: Document) -> list[Mention]:
    """Who does what a verb says, also where the verb tells the aim of a noun ("their campaign to defeat Y")."""
    head = verb.head
    endeavour = None
    if verb.dep_ in ("acl", "relcl") and head.pos_ == "NOUN" and head.lemma_.lower() in ENDEAVOURS:
        endeavour = head
    elif verb.dep_ == "pcomp" and head.dep_ == "prep" and head.head.lemma_.lower() in ENDEAVOURS:
        endeavour = head.head
    elif (
        verb.dep_ == "conj"
        and head.pos_ == "VERB"
        and not any(child.dep_ == "nsubj" for child in verb.children)
    ):
        return doers(head, document)
    if endeavour is not None:
        return waging(endeavour, document)
    if verb.dep_ in ("acl", "relcl") and head.lemma_.lower() in ALLIANCE:
        return list(sides_of(head, document))
    return unique(
        m for token in (*_helpers(verb), *active_subjects(verb)) for m in _acting(token, document)
    )


def _helpers(verb: Token) -> list[Token]:
    """X in "X is helping Y to defeat Z", who is against Z, too."""
    return (
        active_subjects(verb.head)
        if verb.dep_ in ("xcomp", "advcl") and verb_lemma(verb.head) in HELPING
        else []
    )


def active_subjects(verb: Token) -> list[Token]:
    """The subjects of an active verb, also through an adjective ("is committed to defeating Y"), and the agent of a passive."""
    if is_passive(verb):
        return [token for name, token in slots(verb) if name == "subject"]
    adjective = verb.head.head if verb.dep_ == "pcomp" else verb.head
    found = implicit_subjects(verb)
    if not found and adjective.dep_ == "acomp":
        return implicit_subjects(adjective.head)
    return found


def _acting(token: Token, document: Document) -> Iterator[Mention]:
    """The sides that a subject stands for: itself, or who carries out the strikes that hit somebody."""
    found = list(sides_of(token, document))
    yield from found
    if not found and token.lemma_.lower() in HOSTILITIES:
        yield from waging(token, document)


def waging(noun: Token, document: Document, steps: int = MAX_STEPS) -> list[Mention]:
    """Who wages a hostility or endeavour: named beside it, or lent by what governs it."""
    own = [
        m
        for child in noun.children
        if _names_doer(child, document)
        for m in sides_of(child, document)
    ]
    own += [
        m
        for by in noun.children
        if by.lower_ == "by"
        for _, t in prepositional(by)
        for m in sides_of(t, document)
    ]
    head = noun.head
    if noun.dep_ == "pobj" and all(mention.kind is Kind.PRONOUN for mention in own):
        own = _helped_in(head, document) or own
    if own or not steps or head == noun:
        return unique(own)
    if noun.dep_ in OBJECTS and verb_lemma(head) in CARRYING:
        return unique(m for token in active_subjects(head) for m in sides_of(token, document))
    if noun.dep_ == "conj" and head.pos_ == "NOUN":
        return waging(head, document, steps - 1)
    return _around(head, document, steps) if noun.dep_ == "pobj" else []


def _helped_in(prep: Token, document: Document) -> list[Mention]:
    """Y in "X supports Y in its fight", "support for Y in the fight"."""
    above = prep.head
    if prep.lower_ != "in" or above.pos_ not in ("VERB", "NOUN"):
        return []
    if above.pos_ == "VERB" and verb_lemma(above) in HELPING:
        both = (
            *active_subjects(above),
            *(child for child in above.children if child.dep_ in OBJECTS),
        )
        return [m for token in both for m in sides_of(token, document)]
    nouns = (
        [above]
        if above.pos_ == "NOUN"
        else [child for child in above.children if child.dep_ in OBJECTS]
    )
    tails = [
        prep
        for noun in nouns
        if noun.lemma_.lower() in SUPPORT
        for prep in noun.children
        if prep.lower_ in HELPED_PREPOSITIONS
    ]
    return [
        m for tail in tails for _, token in prepositional(tail) for m in sides_of(token, document)
    ]


def _names_doer(child: Token, document: Document) -> bool:
    """True for "their fight", "the Norwegian campaign", "coalition operations", not for "the Norway campaign"."""
    mention = document.mention(child)
    after = neighbour(child, 1)
    if (
        mention is None
        or child.dep_ not in ("poss", "compound", "nmod", "amod")
        or (after is not None and after.text == ",")
    ):
        return False
    if mention.type != COUNTRY or child.dep_ in ("poss", "amod"):
        return mention.type not in PLACES or mention.type == COUNTRY
    return mention.text.isupper()


def _around(prep: Token, document: Document, steps: int) -> list[Mention]:
    """Who is told to take part: "X in the fight", "help X in the fight", "their role in the fight"."""
    above = prep.head
    if prep.lower_ not in PART_PREPOSITIONS:
        return []
    if above.pos_ in ("NOUN", "PROPN", "PRON"):
        mention = document.thing(above)
        if mention is not None and prep.lower_ == "in":
            return [
                m
                for m in sides_of(above, document)
                if mention.type not in PLACES or mention.type == COUNTRY
            ]
        return waging(above, document, steps - 1) if above.lemma_.lower() in INVOLVEMENT else []
    if above.pos_ == "VERB" and prep.lower_ == "in" and verb_lemma(above) in TAKING_PART:
        objects = [
            m
            for child in above.children
            if child.dep_ in OBJECTS
            for m in sides_of(child, document)
        ]
        return objects or unique(
            m for token in implicit_subjects(above) for m in sides_of(token, document)
        )
    if (
        above.pos_ == "VERB"
        and prep.lower_ == "in"
        and prep.i < above.i
        and not is_passive(above)
        and steps == MAX_STEPS
    ):
        return unique(m for token in implicit_subjects(above) for m in sides_of(token, document))
    return []


def unique(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions without repetition, in their order."""
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
    """The claim that two mentions stand in a relation that the construction itself says."""
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
