"""Claims of constructions that name their relation without a word for it.

"Ann Bolt, 44," (age) · "Ann Bolt, of Oslo," and "Oslo-based Acme" (where) · "Oslo, Norway" (which lies in which) · "Norwegian
miners" (nationality) · "the Norwegian embassy in Paris" (whose and where) · "share a border with" (two words that are one verb).
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Token

from kg.analyse import clause_of, sentence_passage, subjects
from kg.model import Claim, Frame, Kind, Mention, Role
from kg.relations.arguments import OBJECTS, prepositional, understood_subjects
from kg.relations.lives import life_claims
from kg.relations.scene import Scene
from kg.relations.stance import Stance, presupposed, stance

PLACES = frozenset(
    {
        "schema:Place", "schema:Country", "schema:City", "schema:State", "kg:Region", "schema:RiverBodyOfWater",
        "schema:Mountain",
        "schema:SeaBodyOfWater", "schema:LakeBodyOfWater", "schema:Airport", "schema:LandmarksOrHistoricalBuildings",
    }
)  # fmt: skip
WIDE = frozenset({"schema:Country", "schema:State", "kg:Region"})
ORGANIZATIONS = frozenset(
    {
        "schema:Organization", "schema:GovernmentOrganization", "schema:NewsMediaOrganization", "schema:Corporation",
        "schema:EducationalOrganization", "schema:SportsTeam", "kg:PoliticalParty", "kg:ArmedGroup",
    }
)  # fmt: skip
JOINED = frozenset({"schema:SportsTeam", "kg:PoliticalParty", "kg:ArmedGroup"})
PEOPLE = frozenset({"schema:Person", "kg:Group"})
AGE_BEFORE = re.compile(r"(\w+)-year-old", re.IGNORECASE)
AGE_AFTER = re.compile(r"\s*[,(]\s*(?:aged\s+|age\s+)?(\d{1,3})\s*[,).;]")
AGED = re.compile(r",?\s*aged\s+(\d{1,3})\b")
NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split()
    )
}
MAX_AGE = 120  # years
FAMILY = frozenset("family relative kin member household dependent dependant child spouse wife husband parent".split())
KIN = frozenset(
    "son daughter child wife husband mother father brother sister baby spouse grandson granddaughter niece nephew".split()
)


def construction_claims(scene: Scene) -> Iterator[Claim]:
    """All claims of this module."""
    ordered = sorted(scene.mention_at.values(), key=lambda mention: (mention.passage.start, mention.passage.end))
    for mention in ordered:
        yield from _age(mention, scene)
        yield from _nation(mention, scene)
        yield from _places(mention, scene)
    for first, second in pairwise(ordered):
        yield from _place_in_place(first, second, scene)
        yield from _party_in_brackets(first, second, scene)
    yield from life_claims(ordered, scene)
    yield from _members(scene)
    yield from _shared_borders(scene)
    yield from _neighbours(scene)


def _token(mention: Mention, scene: Scene) -> Token:
    """The head token of a mention."""
    return next(scene.doc[i] for i in _near(mention, scene))


def _near(mention: Mention, scene: Scene) -> Iterator[int]:
    """The index of the token where the head starts."""
    span = scene.doc.char_span(mention.head, mention.head + 1, alignment_mode="expand")
    if span is not None:
        yield span.start


def _relation(
    predicate: str, subject: Mention, value: Mention | str, rule: str, scene: Scene, how: Stance | None = None
) -> Claim:
    """A claim whose construction says the relation."""
    token = _token(subject, scene)
    how = how or presupposed(token, scene)
    roles = (Role("subject", subject), *(() if isinstance(value, str) else (Role("object", value),)))
    return Claim(
        Frame.RELATION,
        predicate,
        roles,
        subject.passage,
        sentence_passage(token, scene.article.id),
        rule=rule,
        value=value if isinstance(value, str) else "",
        factuality=how.factuality,
        speaker=how.speaker,
    )


# ---------------------------------------------------------------------------------------------------------------- ages


def _age(mention: Mention, scene: Scene) -> Iterator[Claim]:
    """ "Ann Bolt, 44, …", "the 44-year-old miner", "his three-year-old daughter", "Ann Bolt, aged 44"."""
    if mention.type not in ("schema:Person", ""):
        return
    text = scene.article.text
    before = AGE_BEFORE.search(text, max(0, mention.passage.start - 30), mention.passage.end)
    own = before is not None and (
        before.end() >= mention.passage.start or not re.search(r"[.,;:!?\n]", text[before.end() : mention.passage.start])
    )
    after = AGE_AFTER.match(text, mention.passage.end) if mention.is_name else None
    age = _number(before.group(1)) if own and before is not None else 0
    found = after or AGED.match(text, mention.passage.end)
    if not age and found is not None:
        age = int(found.group(1))
    if 0 < age <= MAX_AGE and (mention.is_name or mention.kind is Kind.NOMINAL):
        yield _relation("kg:age", mention, str(age), "age", scene)


def _number(word: str) -> int:
    """A whole number in digits or as an English word up to twenty; 0 where it is neither."""
    return int(word) if word.isdigit() else NUMBER_WORDS.get(word.lower(), 0)


# -------------------------------------------------------------------------------------------------------------- nations


def _nation(mention: Mention, scene: Scene) -> Iterator[Claim]:
    """A nationality word inside a description or name, or before it: "Norwegian miners", "the Norwegian embassy"."""
    for country in _inside(mention, scene):
        if mention.type in PEOPLE:
            yield _relation("schema:nationality", mention, country, "nationality-word", scene)
        elif mention.type in ORGANIZATIONS and mention.country:
            yield _relation("kg:ofCountry", mention, country, "country-in-name", scene)


def _inside(mention: Mention, scene: Scene) -> Iterator[Mention]:
    """Country mentions that modify the mention: inside it, in its title, or its possessor."""
    head = _token(mention, scene)
    for child in head.lefts:
        inner = scene.mention(child)
        modifies = child.dep_ in ("amod", "compound", "nmod") or (child.dep_ == "poss" and mention.type in ORGANIZATIONS)
        if (
            inner is not None
            and inner is not mention
            and modifies
            and inner.type == "schema:Country"
            and _is_demonym(inner, mention)
        ):
            yield inner
    if mention.title:
        yield from _in_title(mention, head, scene)


def _in_title(mention: Mention, head: Token, scene: Scene) -> Iterator[Mention]:
    """Country mentions in the title before a name that do not hang on the name itself."""
    start = mention.passage.start - len(mention.title) - 1
    for inner in scene.mention_at.values():
        within = start <= inner.passage.start and inner.passage.end <= mention.passage.start
        if within and inner.type == "schema:Country" and _token(inner, scene).head != head:
            yield inner


def _is_demonym(inner: Mention, outer: Mention) -> bool:
    """True for "Norwegian" before people; before an organisation the country's own name will do ("US Army")."""
    return outer.type in ORGANIZATIONS or inner.text[-1:] in "nheis" or outer.country != ""


# --------------------------------------------------------------------------------------------------------------- places


def _places(mention: Mention, scene: Scene) -> Iterator[Claim]:
    """ "Oslo-based Acme", "the embassy in Paris", "Ann Bolt of Oslo", "the port of Oslo" is left to the noun claims."""
    head = _token(mention, scene)
    for child in head.children:
        if child.lower_ in ("based", "headquartered") and child.dep_ in ("amod", "acl"):
            for token in child.children:
                place = scene.mention(token)
                if place is not None and place.type in PLACES and mention.type in ORGANIZATIONS:
                    yield _relation("schema:location", mention, place, "based-in", scene)
                elif place is not None and place.type in PLACES and mention.type == "schema:Person":
                    yield _relation("schema:homeLocation", mention, place, "based-in", scene)
        if child.dep_ == "prep":
            yield from _after_preposition(mention, child, scene)


def _after_preposition(mention: Mention, prep: Token, scene: Scene) -> Iterator[Claim]:
    """A place right after a name: an organisation "in" it, a person "of" it, a place "in" it."""
    for _, token in prepositional(prep):
        for place in scene.things(token):
            if prep.i <= _token(mention, scene).i:
                continue
            if prep.lower_ in ("of", "from", "at") and mention.type == "schema:Person" and mention.is_name:
                yield from _affiliation(mention, place, "person-of-organisation", scene)
            if place.type not in PLACES:
                continue
            if prep.lower_ == "in" and mention.type in ORGANIZATIONS and (mention.is_name or mention.definite):
                yield _relation("schema:location", mention, place, "organisation-in-place", scene)
            elif prep.lower_ in ("of", "from") and mention.type == "schema:Person" and mention.is_name and place.type in PLACES:
                yield _relation("schema:homeLocation", mention, place, "person-of-place", scene)
            elif prep.lower_ == "in" and mention.type in PLACES and mention.is_name and place.is_name:
                yield _relation("schema:containedInPlace", mention, place, "place-in-place", scene)


def _affiliation(person: Mention, body: Mention, rule: str, scene: Scene) -> Iterator[Claim]:
    """ "Ann Bolt of Acme", "Bo Coil (Labour Party)": a member of a party or team, in the service of any other organisation."""
    if body.is_name and body.type in JOINED:
        yield _relation("schema:memberOf", person, body, rule, scene)
    elif body.is_name and body.type in ORGANIZATIONS:
        yield _relation("schema:worksFor", person, body, rule, scene)


def _party_in_brackets(first: Mention, second: Mention, scene: Scene) -> Iterator[Claim]:
    """ "Bo Coil (Labour Party)"."""
    text = scene.article.text
    told = first.type == "schema:Person" and first.is_name and second.type == "kg:PoliticalParty"
    if told and text[first.passage.end : second.passage.start] == " (":
        yield from _affiliation(first, second, "party-in-brackets", scene)


def _place_in_place(first: Mention, second: Mention, scene: Scene) -> Iterator[Claim]:
    """ "Oslo, Norway": two places with a comma between, the second the wider one, and not a list."""
    text = scene.article.text
    between = text[first.passage.end : second.passage.start]
    if between.strip() != "," or len(between) > 2 or not (first.is_name and second.is_name):
        return
    narrow = first.type in PLACES and first.type != "schema:Country"
    wide = second.type in WIDE or _is_middle(first, second, scene)
    if narrow and wide and not (first.type == second.type and _is_listed(first, second, text)):
        yield _relation("schema:containedInPlace", first, second, "place-comma-place", scene)


def _is_middle(first: Mention, second: Mention, scene: Scene) -> bool:
    """True for the second of "Bergen, Vestland, Norway" after a preposition: a place with a country or state behind it."""
    text, end = scene.article.text, second.passage.end
    after = next((m for m in scene.mention_at.values() if m.passage.start == end + 2 and text[end : end + 2] == ", "), None)
    led = re.search(r"\b(?:in|at|from|near|of|to)\s*$", text[max(0, first.passage.start - 6) : first.passage.start])
    return second.type in PLACES and led is not None and after is not None and after.type in WIDE


def _is_listed(first: Mention, second: Mention, text: str) -> bool:
    """True where the two places stand in a list: "Kent, Sussex and Surrey"."""
    before = text[max(0, first.passage.start - 6) : first.passage.start].rstrip()
    follows = text[second.passage.end : second.passage.end + 5]
    return before.endswith((",", " and")) or re.match(r",? (?:and|or)\b|, [A-Z]", follows) is not None


# -------------------------------------------------------------------------------------------------------------- members


def _members(scene: Scene) -> Iterator[Claim]:
    """ "eight miners, including Ann Bolt": the named are of the group before; kin are of the family, if there are two."""
    for word in scene.doc:
        if word.lower_ not in ("including", "like") or word.dep_ != "prep":
            continue
        groups = [m for m in scene.things(_described(word)) if m.type == "kg:Group"]
        for _, token in prepositional(word):
            for member in scene.things(token):
                if groups and member.type in PEOPLE and member not in groups:
                    group = next((g for g in groups if _is_family(g.noun) == _is_kin(token, member, scene)), groups[0])
                    yield _relation("schema:memberOf", member, group, "including", scene)
            yield from _counted_of(token, scene)


def _described(word: Token) -> Token:
    """The noun that "including" goes on from: the one it hangs on, or the one right before it where the parser hung it higher."""
    if word.head.pos_ in ("NOUN", "PROPN"):
        return word.head
    before = [token for token in word.doc[word.sent.start : word.i] if not token.is_punct]
    return before[-1] if before else word.head


def _counted_of(number: Token, scene: Scene) -> Iterator[Claim]:
    """ "13 from the Norwegian embassy": those counted are members of the organisation."""
    counted = scene.mention(number)
    after = number.nbor() if number.i + 1 < len(number.doc) else number
    if counted is None or number.pos_ != "NUM" or after.lower_ not in ("from", "of"):
        return
    for _, token in prepositional(after):
        for body in scene.things(token):
            if body.type in ORGANIZATIONS:
                yield _relation("schema:memberOf", counted, body, "counted-of", scene)


def _is_family(noun: str) -> bool:
    """True for a group of relatives; "family members" is told by its last noun, too."""
    return any(word in FAMILY for word in noun.split())


def _is_kin(token: Token, member: Mention, scene: Scene) -> bool:
    """True where the member is named as somebody's relative ("his daughter Ann")."""
    return any(t.lemma_.lower() in KIN for t in scene.doc.char_span(*_around(token, member), alignment_mode="expand") or ())


def _around(token: Token, member: Mention) -> tuple[int, int]:
    """The stretch from the first word of the member's noun phrase to the end of its name."""
    return min(token.left_edge.idx, member.passage.start), member.passage.end


# -------------------------------------------------------------------------------------------------------------- borders


def _shared_borders(scene: Scene) -> Iterator[Claim]:
    """ "Norway shares a border with Sweden", "with which it shares a border", "the two countries share a border"."""
    for noun in scene.doc:
        if noun.lemma_ not in ("border", "frontier", "boundary") or noun.pos_ != "NOUN":
            continue
        verb = noun.head
        if noun.dep_ in OBJECTS and verb.lemma_ in ("share", "have"):
            ours = [m for token in understood_subjects(verb) for m in scene.things(token)]
            preps = [c for c in (*verb.children, *noun.children) if c.dep_ == "prep" and c.lower_ == "with"]
            theirs = [m for prep in preps for _, token in prepositional(prep) for m in scene.things(token)]
            yield from (_relation("kg:borders", a, b, "shared-border", scene, stance(verb, scene)) for a in ours for b in theirs)
        elif any(child.lower_ == "between" for child in noun.children):
            yield from _border_between(noun, scene)


def _border_between(noun: Token, scene: Scene) -> Iterator[Claim]:
    """ "the river … is the border between Norway and Sweden": the river borders both, and they border each other."""
    ends = [m for prep in noun.children if prep.lower_ == "between" for _, t in prepositional(prep) for m in scene.things(t)]
    also = [m for m in _as_well_as(noun, scene) if m not in ends]
    how = presupposed(noun, scene)
    for other in (*ends[1:], *also):
        yield _relation("kg:borders", ends[0], other, "border-between", scene, how)
    for subject in _bordering(noun, scene):
        yield from (_relation("kg:borders", subject, end, "border-between", scene, how) for end in (*ends, *also))


def _as_well_as(noun: Token, scene: Scene) -> Iterator[Mention]:
    """What follows "as well as" at the noun."""
    for word in noun.children:
        if word.lower_ == "as" and word.dep_ in ("cc", "prep"):
            yield from (m for child in word.children if child.dep_ == "pobj" for m in scene.things(child))


def _neighbours(scene: Scene) -> Iterator[Claim]:
    """ "Norway closed its frontier with neighbouring Sweden": the country that acts borders the one that is called its neighbour."""
    for word in scene.doc:
        if word.lower_ not in ("neighbouring", "neighboring") or word.dep_ != "amod":
            continue
        theirs = [m for m in scene.things(word.head) if m.type == "schema:Country" and m.is_name]
        ours = [m for token in understood_subjects(clause_of(word)) for m in scene.things(token)]
        for subject in ours:
            if subject.type in ("schema:Country", ""):
                yield from (_relation("kg:borders", subject, other, "neighbouring", scene) for other in theirs)


def _bordering(noun: Token, scene: Scene) -> Iterator[Mention]:
    """What is told to be the border: the subject of "is", "forms", "serves as", "marks"."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "as" else noun.head
    if verb.pos_ in ("VERB", "AUX") and verb.lemma_ in ("be", "form", "mark", "serve", "act", "make", "constitute"):
        for token in subjects(verb):
            yield from scene.things(token)
