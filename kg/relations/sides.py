"""Claims of who stands on which side: deeds and aims of war make opponents, help and joint action make allies.

"The army retook the town from the rebels", "their fight against the militia", "efforts to defeat it" (opponents) · "in support
of the government", "with the backing of the alliance", "is assisting the army" (allies). An aim counts as well as a deed:
whoever is committed to defeating somebody is on the other side, so what is only planned ties them, too; what is denied or merely
possible does not. The words here are those that tie two sides wherever they stand; plain clauses ("X fought Y") are
the ontology's.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations

from spacy.tokens import Token

from kg.analyse import conjuncts, is_passive, sentence_passage, verb_lemma
from kg.analyse.grammar import passage_of
from kg.model import Claim, Factuality, Frame, Kind, Mention, Role
from kg.relations.arguments import OBJECTS, prepositional, slots, understood_subjects
from kg.relations.attribution import attribution
from kg.relations.scene import Scene
from kg.relations.stance import Stance, presupposed, stance

# Verbs of war whatever their object, and verbs that are such only with an armed group as their object.
WARLIKE = frozenset("defeat fight battle combat bomb bombard shell invade overthrow topple besiege vanquish repel".split())
HARMING = frozenset(
    "destroy degrade counter confront strike target attack engage eliminate eradicate dismantle crush rout annihilate oppose "
    "resist contain dislodge expel oust".split()
)
# Verbs of taking something from its holder: "liberate the town from X", "clear the area of X".
TAKING = frozenset(
    "liberate retake recapture reclaim regain free wrest capture take seize clear rid drive push cleanse secure cut".split()
)
HOSTILITIES = frozenset(
    "fight battle war campaign offensive counteroffensive counter-offensive operation strike airstrike air-strike attack struggle "
    "assault raid bombing action mission effort push defense defence incursion onslaught fighting resistance".split()
)  # fmt: skip
ON = frozenset("strike airstrike attack raid war assault offensive onslaught".split())  # nouns that take "on", too
# Nouns of what is done to reach an aim: "the campaign to defeat X".
ENDEAVOURS = frozenset("campaign fight battle effort operation mission strategy struggle bid plan push work war offensive".split())
# Verbs that carry out a hostility: "conducted strikes against", "joined the fight against".
CARRYING = frozenset(
    "conduct carry launch wage lead mount fly execute undertake join stage begin start continue resume intensify step support "
    "coordinate spearhead win direct perform maintain plan prepare accelerate expand fight make pursue cease stop end halt "
    "suspend".split()
)
TAKING_PART = frozenset("join help engage participate unite take assist support aid back partner cooperate ally".split())
HELPING = frozenset("support assist aid back reinforce help enable train arm advise equip".split())
SUPPORT = frozenset("support assistance backing help aid".split())
LENDING = frozenset("provide give offer lend pledge reiterate reaffirm express continue increase promise extend send receive".split())
FIGHTERS = frozenset(
    "target position fighter terrorist militant operative soldier troop rebel insurgent jihadist stronghold commander leader "
    "gunman unit force element vehicle convoy camp network facility regime presence control rule grip hand occupation "
    "terrorism violence aggression".split()
)
ALLIANCE = ("coalition", "alliance")
ARMED, COUNTRY, GOVERNMENT = "kg:ArmedGroup", "schema:Country", "schema:GovernmentOrganization"
SIDES = frozenset({ARMED, COUNTRY, GOVERNMENT, "schema:Organization", "kg:PoliticalParty", "schema:Person", ""})
HELPED = frozenset({ARMED, COUNTRY, GOVERNMENT})
PLACES = frozenset({COUNTRY, "schema:City", "schema:State", "kg:Region", "schema:Place"})
WHERE = frozenset({"in", "across", "throughout", "inside", "near"})
OUT_OF = frozenset({"from", "out of"})
DRIVING = frozenset("push drive clear expel rid cleanse".split())  # verbs of taking whose object is the side itself: "drove X out of"
UNITING = frozenset("unite rally mobilise mobilize retaliate defend protect".split())  # verbs that tie sides by "against"
MAX_STEPS = 3  # nouns from a hostility up to the one that names who does it ("their role in the fight against")


def side_claims(scene: Scene) -> Iterator[Claim]:
    """All claims of this module."""
    for token in scene.doc:
        if token.pos_ == "VERB":
            yield from _fought(token, scene)
            yield from _helped(token, scene)
            yield from _side_by_side(token, scene)
        elif token.pos_ in ("NOUN", "PROPN"):
            yield from _hostility(token, scene)
            yield from _support(token, scene)


# ------------------------------------------------------------------------------------------------------------ opponents


def _fought(verb: Token, scene: Scene) -> Iterator[Claim]:
    """ "X wants to defeat Y", "efforts to destroy Y", "X liberated the town from Y"; and where the fight takes place."""
    how = _meant(verb, scene)
    lemma = verb_lemma(verb)
    if how is None or lemma not in WARLIKE | HARMING | TAKING | UNITING:
        return
    roles = list(slots(verb))
    if lemma in UNITING:
        foes = [m for name, token in roles if name == "against" for m in _side(token, scene)]
    elif lemma in TAKING:
        freed = ("from", "of", "object") if lemma in DRIVING else ("from", "of")
        foes = [m for name, token in roles if name in freed for m in _side(token, scene) if m.type == ARMED]
    else:
        foes = [m for name, token in roles if name == "object" for m in _side(token, scene)]
    if lemma not in WARLIKE:
        foes = [m for m in foes if m.type == ARMED]
    yield from _opponents(_doers(verb, scene), foes, verb, "hostile-act", how, scene)
    places = [m for name, token in roles if name in WHERE for m in scene.things(token)]
    if lemma in TAKING:
        places = [m for name, token in roles if name in OUT_OF for m in scene.things(token)]
        foes = [m for name, token in roles if name == "object" for m in _side(token, scene)]
    yield from _fought_there(foes, places, verb, how, scene)


def _hostility(noun: Token, scene: Scene) -> Iterator[Claim]:
    """ "X's fight against Y", "X conducted strikes on Y", "helped X in the battle against Y"."""
    if noun.lemma_.lower() not in HOSTILITIES:
        return
    how = presupposed(noun, scene)
    against = [child for child in _prepositions(noun) if child.lower_ == "against" or _is_on(child, noun)]
    foes = [m for prep in against for _, token in prepositional(prep) for m in _side(token, scene)]
    if any(child.lower_ == "on" for child in against):
        foes = [m for m in foes if m.type in (ARMED, COUNTRY, GOVERNMENT)]
    yield from _opponents(_waging(noun, scene), foes, noun, "hostility", how, scene)
    tails = [prep for prep in _prepositions(noun) if prep.lower_ in WHERE]
    places = [m for prep in tails for _, token in prepositional(prep) for m in scene.things(token)]
    yield from _fought_there(foes, places, noun, how, scene)


def _is_on(prep: Token, noun: Token) -> bool:
    return prep.lower_ == "on" and noun.lemma_.lower() in ON


def _prepositions(noun: Token) -> list[Token]:
    """The prepositions of a noun, and those that the parser hung on the light verb that carries it."""
    own = [child for child in noun.children if child.dep_ == "prep"]
    if noun.dep_ not in OBJECTS or verb_lemma(noun.head) not in CARRYING:
        return own
    own += [child for child in noun.head.children if child.dep_ == "prep" and child.i > noun.i]
    if not any(prep.lower_ == "against" for prep in own):
        own += [word for word in noun.head.subtree if word.lower_ == "against" and word.i > noun.i and word.dep_ == "prep"][:1]
    return own


def _side(token: Token, scene: Scene) -> Iterator[Mention]:
    """The sides that a noun phrase stands for; the fighters and positions of a side stand for it."""
    for each in conjuncts(_antecedent(token)):
        mention = scene.thing(each)
        if mention is not None and mention.type in SIDES and not (each.lemma_.lower() in FIGHTERS and mention.type == ""):
            yield mention
        elif each.lemma_.lower() in FIGHTERS:
            owners = (scene.over(child) for child in each.lefts if child.dep_ in ("compound", "nmod", "amod", "poss"))
            yield from (m for m in owners if m is not None and m.type == ARMED)


def _antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for; any other word itself."""
    clause = token.head
    return clause.head if token.tag_ in ("WDT", "WP") and clause.dep_ == "relcl" else token


def _doers(verb: Token, scene: Scene) -> list[Mention]:
    """Who does what a verb says, also where the verb tells the aim of a noun ("their campaign to defeat Y")."""
    head = verb.head
    endeavour = None
    if verb.dep_ in ("acl", "relcl") and head.pos_ == "NOUN" and head.lemma_.lower() in ENDEAVOURS:
        endeavour = head
    elif verb.dep_ == "pcomp" and head.dep_ == "prep" and head.head.lemma_.lower() in ENDEAVOURS:
        endeavour = head.head
    elif verb.dep_ == "conj" and head.pos_ == "VERB" and not any(child.dep_ == "nsubj" for child in verb.children):
        return _doers(head, scene)
    if endeavour is not None:
        return _waging(endeavour, scene)
    if verb.dep_ in ("acl", "relcl") and head.lemma_.lower() in ALLIANCE:
        return list(_side(head, scene))
    return _unique(m for token in _subjects(verb) for m in _acting(token, scene))


def _subjects(verb: Token) -> list[Token]:
    """The subjects of an active verb, also through an adjective ("remains committed to defeating Y") and the agent of a passive."""
    if is_passive(verb):
        return [token for name, token in slots(verb) if name == "subject"]
    adjective = verb.head.head if verb.dep_ == "pcomp" else verb.head
    found = understood_subjects(verb)
    if not found and adjective.dep_ == "acomp":
        return understood_subjects(adjective.head)
    return found


def _acting(token: Token, scene: Scene) -> Iterator[Mention]:
    """The sides that a subject stands for: itself, or who carries out the strikes that hit somebody."""
    found = list(_side(token, scene))
    yield from found
    if not found and token.lemma_.lower() in HOSTILITIES:
        yield from _waging(token, scene)


def _waging(noun: Token, scene: Scene, steps: int = MAX_STEPS) -> list[Mention]:
    """Who wages a hostility or endeavour: named beside it, or lent by what governs it."""
    own = [m for child in noun.children if _names_doer(child, scene) for m in _side(child, scene)]
    own += [m for by in noun.children if by.lower_ == "by" for _, t in prepositional(by) for m in _side(t, scene)]
    head = noun.head
    if noun.dep_ == "pobj" and all(mention.kind is Kind.PRONOUN for mention in own):
        own = _helped_in(head, scene) or own
    if own or not steps or head == noun:
        return _unique(own)
    if noun.dep_ in OBJECTS and verb_lemma(head) in CARRYING:
        return _unique(m for token in _subjects(head) for m in _side(token, scene))
    if noun.dep_ == "conj" and head.pos_ == "NOUN":
        return _waging(head, scene, steps - 1)
    return _around(head, scene, steps) if noun.dep_ == "pobj" else []


def _helped_in(prep: Token, scene: Scene) -> list[Mention]:
    """Y in "X supports Y in its fight", "support for Y in the fight"."""
    above = prep.head
    if prep.lower_ != "in" or above.pos_ not in ("VERB", "NOUN"):
        return []
    if above.pos_ == "VERB" and verb_lemma(above) in HELPING:
        return [m for child in above.children if child.dep_ in OBJECTS for m in _side(child, scene)]
    nouns = [above] if above.pos_ == "NOUN" else [child for child in above.children if child.dep_ in OBJECTS]
    tails = [prep for noun in nouns if noun.lemma_.lower() in SUPPORT for prep in noun.children if prep.lower_ in ("of", "for", "to")]
    return [m for tail in tails for _, token in prepositional(tail) for m in _side(token, scene)]


def _names_doer(child: Token, scene: Scene) -> bool:
    """True for "their fight", "the Norwegian campaign", "coalition operations", not for "the Norway campaign"."""
    mention = scene.mention(child)
    if mention is None or child.dep_ not in ("poss", "compound", "nmod", "amod") or child.nbor().text == ",":
        return False
    if mention.type != COUNTRY or child.dep_ in ("poss", "amod"):
        return mention.type not in PLACES or mention.type == COUNTRY
    return mention.text.isupper()


def _around(prep: Token, scene: Scene, steps: int) -> list[Mention]:
    """Who is told to take part: "X in the fight", "help X in the fight", "their role in the fight"."""
    above = prep.head
    if prep.lower_ not in ("in", "of", "with", "as", "for"):
        return []
    if above.pos_ in ("NOUN", "PROPN", "PRON"):
        mention = scene.thing(above)
        if mention is not None and prep.lower_ == "in":
            return [m for m in _side(above, scene) if mention.type not in PLACES or mention.type == COUNTRY]
        return _waging(above, scene, steps - 1) if mention is None and above.lemma_.lower() != "victory" else []
    if above.pos_ == "VERB" and prep.lower_ == "in" and verb_lemma(above) in TAKING_PART:
        objects = [m for child in above.children if child.dep_ in OBJECTS for m in _side(child, scene)]
        return objects or _unique(m for token in understood_subjects(above) for m in _side(token, scene))
    return []


def _opponents(
    ours: Iterable[Mention], foes: Iterable[Mention], trigger: Token, rule: str, how: Stance, scene: Scene
) -> Iterator[Claim]:
    """One claim for each pair of opponents."""
    for side in ours:
        for foe in foes:
            if side != foe:
                yield _claim("kg:opponent", side, foe, trigger, rule, how, scene)


def _fought_there(foes: list[Mention], places: list[Mention], trigger: Token, how: Stance, scene: Scene) -> Iterator[Claim]:
    """An armed group that is fought in a place is there."""
    for foe in foes:
        if foe.type == ARMED:
            yield from (
                _claim("schema:location", foe, place, trigger, "fought-in-place", how, scene)
                for place in places
                if place.type in PLACES
            )


# --------------------------------------------------------------------------------------------------------------- allies


def _helped(verb: Token, scene: Scene) -> Iterator[Claim]:
    """ "X is assisting Y"; "fights alongside Y"."""
    how = _meant(verb, scene)
    if how is None or verb_lemma(verb) not in HELPING:
        return
    friends = [m for name, token in slots(verb) if name == "object" for m in scene.things(token) if m.type in HELPED]
    helpers = [m for m in _doers(verb, scene) if _can_ally(m)]
    yield from _allies(helpers, friends, verb, "help", how, scene)
    foes = [m for name, token in slots(verb) if name == "against" for m in _side(token, scene)]
    yield from _opponents(friends, foes, verb, "hostility", how, scene)


def _side_by_side(verb: Token, scene: Scene) -> Iterator[Claim]:
    """ "X and Y are committed to defeating Z": who fight one enemy together are allies; not those who fight each other."""
    how = _meant(verb, scene)
    objects = [child for child in verb.children if child.dep_ in OBJECTS and child.pos_ in ("NOUN", "PROPN")]
    if how is None or verb_lemma(verb) not in WARLIKE | HARMING or not objects or is_passive(verb):
        return
    for subject in _subjects(verb):
        together = _unique(m for m in _side(subject, scene) if _can_ally(m) or m.type == GOVERNMENT)
        for first, second in combinations(together, 2):
            yield from _allies([first], [second], verb, "side-by-side", how, scene)


def _support(noun: Token, scene: Scene) -> Iterator[Claim]:
    """ "in support of Y", "its assistance to Y", "provides support for Y"; "with the backing of Y"."""
    if noun.lemma_.lower() not in SUPPORT:
        return
    how = presupposed(noun, scene)
    tails = [child for child in noun.children if child.dep_ == "prep" and child.lower_ in ("of", "for", "to", "from")]
    others = [m for prep in tails for _, token in prepositional(prep) for m in scene.things(token) if m.type in HELPED]
    ours = [m for child in noun.children if child.dep_ == "poss" for m in scene.things(child)]
    verb = noun.head
    if noun.dep_ == "pobj" and noun.head.lower_ in ("in", "with"):
        verb = noun.head.head
        while verb.pos_ == "ADP" and verb.head != verb:
            verb = verb.head
        verb = verb.head if verb.dep_ in OBJECTS and verb.lemma_.lower() in HOSTILITIES else verb
    elif noun.dep_ not in OBJECTS or verb_lemma(verb) not in LENDING:
        verb = noun
    if not ours and verb.pos_ == "VERB":
        ours = [m for token in understood_subjects(verb) for m in scene.things(token)]
    yield from _allies([m for m in _unique(ours) if _can_ally(m)], others, noun, "support", how, scene)


def _can_ally(mention: Mention) -> bool:
    """True for countries, forces and alliances, and for pronouns, which may stand for one."""
    words = mention.text.lower()
    pronoun = mention.kind is Kind.PRONOUN
    return pronoun or mention.type in (COUNTRY, ARMED) or (mention.type in SIDES and words.endswith(ALLIANCE))


def _allies(
    ours: Iterable[Mention], friends: Iterable[Mention], trigger: Token, rule: str, how: Stance, scene: Scene
) -> Iterator[Claim]:
    """One claim for each pair of allies."""
    for side in ours:
        for friend in friends:
            if side != friend:
                yield _claim("kg:ally", side, friend, trigger, rule, how, scene)


# ---------------------------------------------------------------------------------------------------------------- claims


def _meant(verb: Token, scene: Scene) -> Stance | None:
    """The stance of a deed or aim: what is planned is told as an aim; nothing for what is denied or only possible."""
    how = stance(verb, scene)
    if how.factuality is Factuality.PLANNED:
        source = attribution(verb, scene)
        return Stance(source.factuality if source is not None else Factuality.ASSERTED, how.speaker)
    return how if how.factuality.stands else None


def _unique(mentions: Iterable[Mention]) -> list[Mention]:
    return list(dict.fromkeys(mentions))


def _claim(curie: str, subject: Mention, value: Mention, trigger: Token, rule: str, how: Stance, scene: Scene) -> Claim:
    return Claim(
        Frame.RELATION,
        curie,
        (Role("subject", subject), Role("object", value)),
        passage_of(trigger, scene.article.id),
        sentence_passage(trigger, scene.article.id),
        rule=rule,
        factuality=how.factuality,
        speaker=how.speaker,
    )
