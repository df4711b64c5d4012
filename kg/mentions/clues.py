"""What one occurrence of a name tells about the kind of thing that it names: weighted clues from the words around it."""

from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg import gazetteer
from kg.mentions.lexicon import longest_noun
from kg.mentions.titles import Titled

PERSON, ORGANIZATION, PLACE, GROUP = "person", "organization", "place", "group"
EVENT, WORK, PRODUCT, LAW = "event", "work", "product", "law"

KIND_OF_LABEL = {
    "PERSON": PERSON, "ORG": ORGANIZATION, "GPE": PLACE, "LOC": PLACE, "FAC": PLACE, "NORP": GROUP,
    "EVENT": EVENT, "WORK_OF_ART": WORK, "PRODUCT": PRODUCT, "LAW": LAW,
}  # fmt: skip
KIND_OF_NOUN = {
    "kinship": PERSON, "person": PERSON, "office": PERSON, "occupation": PERSON, "military": PERSON,
    "group": ORGANIZATION, "organization": ORGANIZATION, "place": PLACE,
}  # fmt: skip
INSIDE = frozenset("in inside across throughout around outside near".split())
TOWARDS = frozenset("at from to into toward towards through via across over".split())
SAYING = frozenset(
    """say tell announce claim add state report deny confirm warn argue insist explain declare suggest note admit accuse urge call
    believe think vow pledge promise describe comment express""".split()
)
DONE_TO_COMPANIES = frozenset("found cofound establish join acquire buy own run leave sue".split())
AFTER_PERSONS = frozenset("aged PhD Ph.D. MD M.D. MBA Esq Esq. Jr Jr. Sr Sr. OBE MBE CBE MP".split())
DONE_BY_PERSONS = frozenset("found cofound write direct compose invent paint sing".split())
OF_A_LIFE = frozenset("bear marry die graduate divorce wed retire resign smile laugh cry weep".split())
THINGS_CALLED = dict.fromkeys(
    """software system browser player phone smartphone tablet computer laptop console device aircraft airliner jet plane helicopter
    missile rocket spacecraft satellite car vehicle truck ship vessel submarine tanker drug vaccine app application website engine version release update product handset gadget brand
    chip processor drone tank weapon rifle""".split(), PRODUCT,
) | dict.fromkeys("film movie book novel album song single series show sitcom play musical opera poem painting documentary memoir".split(), WORK) | dict.fromkeys(
    "conference event festival war summit tournament championship operation battle hurricane storm exercise expo ceremony".split(), EVENT
)  # fmt: skip
STAFF = frozenset(
    "spokesman spokeswoman spokesperson employee staff shareholder subsidiary share stock executive factory headquarters".split()
)


def clues(doc: Doc, name: Titled) -> Counter[str]:
    """Weights for kinds of things, from the words around one occurrence; negative ones speak against a kind."""
    found: Counter[str] = Counter()
    for kind, weight in _clues(doc, name, doc[name.span.start : name.span.end].root):
        found[kind] += weight
    return found


def _clues(doc: Doc, name: Titled, root: Token) -> Iterator[tuple[str, int]]:
    if name.has_title:
        yield PERSON, 12 if name.is_office else 4
    yield from _of_preposition(doc, name, root)
    yield from _of_verb(root)
    yield from _of_owned(root)
    yield from _of_neighbours(doc, name)
    yield from _of_nouns(root, doc[name.span.start : name.span.end])


def _of_preposition(doc: Doc, name: Titled, root: Token) -> Iterator[tuple[str, int]]:
    """ "in X" and "in Y and X" are places; "at X", "from X" places or organisations; "the X" is no person."""
    while root.dep_ == "conj" and root.head.i < root.i:
        root = root.head
    first = root.left_edge.i if root.i < name.span.start else name.title
    before = doc[first - 1] if first else None
    if before is not None and before.lower_ == "the" and not name.has_title:
        yield PERSON, -4
        yield ORGANIZATION, 1
        before = doc[first - 2] if first > 1 else None
    if before is None or before.pos_ not in ("ADP", "SCONJ", "PROPN"):
        return
    if before.lower_ in INSIDE:
        yield PLACE, 4
        yield PERSON, -4
    elif before.lower_ in TOWARDS:
        yield PLACE, 1
        yield ORGANIZATION, 1


def _of_verb(root: Token) -> Iterator[tuple[str, int]]:
    """Persons and organisations say; persons are born and marry; organisations are founded and joined."""
    verb = root.head.lemma_.lower()
    if root.dep_ in ("nsubj", "nsubjpass"):
        if verb in SAYING:
            yield PERSON, 1
            yield ORGANIZATION, 1
            yield PLACE, -1
            yield PRODUCT, -2
        elif verb in OF_A_LIFE:
            yield PERSON, 3
    if root.dep_ == "pobj" and root.head.dep_ == "agent" and root.head.head.lemma_ in DONE_BY_PERSONS:
        yield PERSON, 3
    if (root.dep_ == "dobj" and verb in DONE_TO_COMPANIES) or (root.dep_ == "nsubjpass" and verb in ("found", "acquire")):
        yield ORGANIZATION, 2
        yield PERSON, -2


def _of_owned(root: Token) -> Iterator[tuple[str, int]]:
    """ "Wife of X", "X's wife" make X a person; "founder of X", "X's subsidiary" an organisation."""
    owned = root.head if root.dep_ == "poss" else root.head.head if root.dep_ == "pobj" and root.head.lower_ == "of" else None
    entry = longest_noun([owned.lemma_.lower()]) if owned is not None else None
    if entry is None:
        return
    if entry.kind == "kinship":
        yield PERSON, 4
    elif entry.kind == "office" or entry.type == "schema:Corporation":
        yield ORGANIZATION, 2
        yield PERSON, -3


def _of_neighbours(doc: Doc, name: Titled) -> Iterator[tuple[str, int]]:
    """An age, a country or an acronym after the name; "who"."""
    after = doc[name.span.end : name.span.end + 4]
    texts = [token.text for token in after]
    if (
        len(texts) > 1
        and texts[0] == ","
        and texts[1].isdigit()
        and 5 < int(texts[1]) < 110
        and texts[2:3] in ([","], ["."], ["and"])
    ):
        yield PERSON, 5
    if texts[:2] == [",", "who"] or texts[:1] == ["who"]:
        yield PERSON, 4
    if len(texts) > 2 and texts[0] == "(" and texts[1].isupper() and len(texts[1]) > 1 and texts[2] == ")":
        yield PERSON, -3
    if texts[:2] == [",", "which"]:
        yield PERSON, -4
    if texts[:1] == [","] and texts[1:2] and texts[1] in AFTER_PERSONS:
        yield PERSON, 5
    if texts[:1] == [","] and _place_after(doc, name.span.end + 1):
        yield PLACE, 6


def _place_after(doc: Doc, i: int) -> bool:
    """True where a country or a state follows: "Springfield, Illinois"."""
    for end in (i + 2, i + 1):
        if end <= len(doc):
            text = doc[i:end].text
            if gazetteer.country(text) or any(place.type == "schema:State" for place in gazetteer.places(text)):
                return True
    return False


def _of_nouns(root: Token, span: Span) -> Iterator[tuple[str, int]]:
    """What the name is said to be: "X, a company", "X is a city", "the river X", "X spokesman"."""
    for noun in _said_of(root):
        entry = longest_noun([*(t.lower_ for t in noun.lefts if t.dep_ in ("compound", "amod")), noun.lemma_.lower()])
        if entry:
            yield KIND_OF_NOUN[entry.kind], 4
        elif noun.lemma_ in THINGS_CALLED:
            yield THINGS_CALLED[noun.lemma_], 6
    if root.dep_ in ("compound", "poss") and root.head.lemma_.lower() in STAFF:
        yield ORGANIZATION, 2
    before = root.doc[span.start - 1] if span.start else None
    if before is not None and before.dep_ in ("compound", "appos", "nmod") and before.is_lower:
        entry = longest_noun([before.lemma_.lower()])
        if entry and not entry.is_person:
            yield KIND_OF_NOUN[entry.kind], 4
        elif before.lemma_ in THINGS_CALLED:
            yield THINGS_CALLED[before.lemma_], 6


def _said_of(root: Token) -> Iterator[Token]:
    """The nouns in apposition to a name, and those that it is said to be."""
    yield from (child for child in root.children if child.dep_ == "appos" and child.pos_ == "NOUN")
    if root.dep_ == "appos" and root.head.pos_ == "NOUN":
        yield root.head
    if root.dep_ == "nsubj" and root.head.lemma_ in ("be", "become"):
        yield from (child for child in root.head.children if child.dep_ == "attr" and child.pos_ == "NOUN")
