"""Claims of noun phrases: what one thing is said to be of another.

"Ann Bolt, founder of Acme", "Acme's founder, Ann Bolt", "Acme founder Ann Bolt", "Ann Bolt is the founder of Acme" and "Ann
Bolt was named founder of Acme" all give the predicate "founder" with the roles subject (Ann Bolt) and of (Acme).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.analyse import clause_of, conjuncts, sentence_passage
from kg.analyse.grammar import passage_of
from kg.model import Claim, Frame, Kind, Mention, Role
from kg.relations.arguments import OBJECTS, leading, measured, prepositional, understood_subjects, verb_roles
from kg.relations.kinship import is_kin, named_kin, owners
from kg.relations.scene import Scene, behind
from kg.relations.stance import Stance, presupposed, stance

# Adjectives that put an office or tie into the past.
PAST = frozenset(
    "former ex late then erstwhile onetime ousted retired deposed previous ex- departed outgoing one-time disgraced".split()
)
# Adjectives that are a part of a title; all others describe the person and are left out of it.
TITLE_ADJECTIVES = frozenset(
    "first second third fourth fifth deputy chief senior vice prime foreign general executive managing assistant "
    "associate junior military political financial national public federal regional economic legal medical special "
    "permanent acting interim international commercial technical creative artistic editorial operating presidential "
    "royal supreme top high lead head principal naval criminal civil human environmental scientific humanitarian "
    "digital global non-executive founding".split()
)
NAMING = frozenset(
    "name appoint elect make call declare nominate crown designate proclaim reelect re-elect choose pick select consider".split()
)
WORKING_AS = frozenset(
    "serve work act join hire appoint name elect recruit step take stand resign retire quit know describe nominate "
    "continue return begin start operate function work establish".split()
)
# Nouns that lead to the name of an office: "his role as director", "the post of minister".
POSTS = frozenset("role position post job office career tenure stint time title rank capacity work spell term duty employment".split())
LEAVING = frozenset({"resign", "retire", "quit", "step down", "stand down"})
PEOPLE = ("schema:Person", "kg:Group", "")
PLURAL = ("NNS", "NNPS")
LEADING = frozenset("found lead head run own manage operate establish start create direct chair".split())
COPULAS = frozenset({"be", "become", "remain"})
LEFT = ("compound", "nmod", "amod", "poss")
FIELD_PREPOSITIONS = frozenset({"at", "of", "for", "with"})
MAX_TITLE_WORDS = 6


@dataclass(frozen=True)
class Predication:
    """A noun that is said of some holders: where it stands, by which construction, and how it is put forward."""

    noun: Token
    holders: tuple[Mention, ...]
    rule: str
    how: Stance
    verb: Token | None = None


def noun_claims(scene: Scene) -> Iterator[Claim]:
    """One claim for each noun that is said of a mention, and for each description that ties its own thing to another."""
    for token in scene.doc:
        if token.pos_ not in ("NOUN", "PROPN") or _is_name(token, scene):
            continue
        for predication in _predications(token, scene):
            yield from _claim(predication, scene)
    for mention in scene.mention_at.values():
        if mention.title:
            yield from _title_claim(mention, scene)


def _is_name(token: Token, scene: Scene) -> bool:
    """True for the head of a proper name."""
    mention = scene.mention(token)
    return mention is not None and mention.is_name


def _predications(noun: Token, scene: Scene) -> Iterator[Predication]:
    """All that a noun is said of; where nothing else, the noun's own thing ("the founder of Acme said")."""
    first = _first_conjunct(noun, scene)
    found = [*_apposed(first, noun, scene), *_predicated(first, noun, scene)]
    kin = named_kin(noun, scene) if is_kin(noun) else ()
    if kin:  # what follows in the text is surer than the parse of a list
        found = [Predication(noun, kin, "kin-names", presupposed(noun, scene))]
    yield from found
    own = scene.thing(noun) if scene.mention(noun) is not None else None
    if not found and own is not None:
        yield Predication(noun, (own,), "noun-phrase", presupposed(noun, scene))


def _first_conjunct(noun: Token, scene: Scene) -> Token:
    """The first noun of a coordination, which carries its grammar ("founder and chairman")."""
    while noun.dep_ == "conj":
        above = noun.head
        if above.dep_ == "pobj" and _is_name(above, scene):  # "president of Acme and chairman of Bolt" parsed as if Bolt were of Acme
            above = above.head.head
        if above.pos_ not in ("NOUN", "PROPN") or _is_name(above, scene):
            break
        noun = above
    return noun


def _apposed(first: Token, noun: Token, scene: Scene) -> Iterator[Predication]:
    """Appositions on either side, and the name right after its description ("his daughter Ann")."""
    how = presupposed(noun, scene)
    if any(child.dep_ == "poss" for child in noun.lefts):
        first = noun  # "his wife, Ann, and their son, Bo" are two things
    if first.dep_ == "appos":
        holders = _explained(first, noun, scene)
        if holders:
            yield Predication(noun, holders, "apposition-post", how)
    for child in first.children:
        names = tuple(m for m in scene.things(child) if m.is_name) if child.dep_ == "appos" else ()
        if names:
            yield Predication(noun, names if first.tag_ in PLURAL else names[:1], "apposition-pre", how)
    named = scene.mention(first.head)
    before_name = first.dep_ in ("compound", "nmod") and named is not None and first.idx < named.passage.start
    in_title = named is not None and first.idx >= named.passage.start - len(named.title) - 1
    if before_name and named is not None and named.is_name and not in_title:
        yield Predication(noun, (named,), "title", how)


def _explained(first: Token, noun: Token, scene: Scene) -> tuple[Mention, ...]:
    """Who an apposition is about; kin is about people: "He was born in Oslo, the son of a miner" tells of him."""
    holder = scene.thing(first.head)
    if is_kin(noun) and (holder is None or holder.type not in PEOPLE):
        return _subjects(clause_of(first.head), scene)
    return (holder,) if holder is not None else ()


def _predicated(first: Token, noun: Token, scene: Scene) -> Iterator[Predication]:
    """Nouns after a copula, after "named", and after "as"."""
    verb = first.head
    if first.dep_ == "pobj" and verb.lower_ == "of" and behind(verb.head) == first:  # "one of the founders"
        first, verb = verb.head, verb.head.head
    if first.dep_ == "attr" and verb.lemma_ in COPULAS:
        yield Predication(noun, _subjects(verb, scene), "copula", stance(verb, scene), verb)
    elif first.dep_ in ("oprd", "attr", "dobj") and verb.lemma_ in NAMING:
        yield Predication(noun, _undergoers(verb, first, scene), "naming", stance(verb, scene), verb)
    elif first.dep_ == "pobj" and verb.lower_ == "as" and verb.head.lemma_ in WORKING_AS:
        governor = verb.head
        holders = _undergoers(governor, first, scene) or _subjects(governor, scene)
        if governor.lemma_ == "join":
            holders = _subjects(governor, scene)
        yield Predication(noun, holders, "as", stance(governor, scene), governor)
    elif first.dep_ == "pobj" and verb.lower_ in ("as", "of") and verb.head.lemma_ in POSTS:
        yield Predication(noun, _holders_of_post(verb.head, scene), "post", presupposed(noun, scene))
    elif (led := leading(verb)) is not None and led[0] == first:
        yield Predication(noun, scene.things(led[1]), "leading", presupposed(noun, scene))
    elif first.dep_ == "nsubj" and (late := _late_subject(first, scene)) is not None:
        yield Predication(noun, (late,), "leading", presupposed(noun, scene))
    elif first.dep_ == "nsubj" and verb.lemma_ == "be":
        named = [m for child in verb.children if child.dep_ == "attr" for m in scene.things(child) if m.is_name]
        yield Predication(noun, tuple(named), "copula", stance(verb, scene), verb)


def _late_subject(noun: Token, scene: Scene) -> Mention | None:
    """The name after a leading description that is parsed as if it explained the last word of it.

    "A subsidiary of shipbuilder Acme, Bolt makes boats": no comma parts the name from the verb.
    """
    last = noun.right_edge
    names = (token for token in noun.subtree if token.dep_ == "appos" and token.right_edge == last and token.i > noun.i + 2)
    named = next((m for m in map(scene.mention, names) if m is not None and m.is_name), None)
    leads = noun.left_edge == noun.sent[0] and noun.left_edge.lower_ in ("a", "an") and not last.nbor().is_punct
    return named if leads else None


def _holders_of_post(post: Token, scene: Scene) -> tuple[Mention, ...]:
    """Whose post it is: the possessor, else the subject of the verb that it is the object of."""
    possessors = tuple(m for child in post.lefts if child.dep_ == "poss" for m in scene.things(child))
    return possessors or (_subjects(post.head, scene) if post.dep_ in OBJECTS else ())


def _subjects(verb: Token, scene: Scene) -> tuple[Mention, ...]:
    """The mentions that are the subject of a verb, understood ones included."""
    return tuple(dict.fromkeys(m for token in understood_subjects(verb) for m in scene.things(token)))


def _undergoers(verb: Token, noun: Token, scene: Scene) -> tuple[Mention, ...]:
    """Who is named: the object of an active verb, the subject of a passive one."""
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children) or verb.dep_ == "acl":
        return _subjects(verb, scene)
    objects = [child for child in verb.children if child.dep_ in OBJECTS and child != noun]
    return tuple(dict.fromkeys(m for token in objects for m in scene.things(token)))


def _claim(said: Predication, scene: Scene) -> Iterator[Claim]:
    """The claim of a predication; none without a holder, nor for a holder that is the complement itself."""
    roles = [Role("subject", holder) for holder in said.holders]
    roles += [role for role in _complements(said.noun, scene) if role.mention not in said.holders]
    if said.verb is not None:
        roles += [r for r in verb_roles(said.verb, scene) if r.name in ("when", "at", "in", "for", "with")]
        if said.verb.lemma_ == "join":
            roles += [Role("of", r.mention) for r in verb_roles(said.verb, scene) if r.name == "object"]
    if not said.holders:
        return
    if said.rule == "apposition-post" and not any(role.name not in ("subject", "when") for role in roles):
        roles += [Role("of", mention) for mention in _led(said.noun, said.holders, scene)]
    words = _words(said.noun, scene)
    yield Claim(
        Frame.NOUN,
        " ".join([*(word.lower_ for word in words[:-1]), said.noun.lemma_.lower()]),
        tuple(dict.fromkeys(roles)),
        passage_of(said.noun, scene.article.id),
        sentence_passage(said.noun, scene.article.id),
        rule=said.rule,
        phrase=" ".join(_lowered(word) for word in words),
        factuality=said.how.factuality,
        speaker=said.how.speaker,
        ended=_is_past(said.noun, scene) or (said.verb is not None and said.verb.lemma_ in LEAVING),
    )


def _led(noun: Token, holders: tuple[Mention, ...], scene: Scene) -> Iterator[Mention]:
    """What a bare title is the office in: "Acme was founded by Ann Bolt, president"."""
    verb = clause_of(noun)
    if verb.lemma_ in LEADING:
        roles = verb_roles(verb, scene)
        if any(role.name == "subject" and role.mention in holders for role in roles):
            yield from (role.mention for role in roles if role.name == "object" and role.mention not in holders)


def _lowered(word: Token) -> str:
    """A word of a title as running text has it: "CEO" stays, "Minister" and "minister" are one."""
    return word.text if word.text.isupper() else word.lower_


def _words(noun: Token, scene: Scene) -> list[Token]:
    """The noun with the modifiers that belong to the title: "third secretary", "chief executive officer"."""
    kept = [
        child
        for child in noun.lefts
        if scene.mention(child) is None
        and (
            (child.dep_ == "compound" and not _holds_mention(child, scene))
            or (child.dep_ == "amod" and child.lower_ in TITLE_ADJECTIVES)
        )
    ]
    return [*kept, noun]


def _holds_mention(token: Token, scene: Scene) -> bool:
    """True where a modifier is itself, or has inside it, a mention ("Acme" in "Acme sales manager")."""
    return any(scene.mention(inner) is not None for inner in token.subtree)


def _is_past(noun: Token, scene: Scene) -> bool:
    """True under "former" and its like, also before a coordination."""
    first = _first_conjunct(noun, scene)
    return any(child.lower_ in PAST for each in {noun, first} for child in each.lefts)


def _complements(noun: Token, scene: Scene) -> Iterator[Role]:
    """Whose or what the noun is: possessors, nouns and nationality words before it, prepositions after it.

    In "founder and chairman of Acme" both nouns share what stands before the first and after the last.
    """
    family = list(conjuncts(_first_conjunct(noun, scene)))
    left = noun if any(child.dep_ == "poss" for child in noun.lefts) else family[0]
    right = noun if _has_preposition(noun, noun) else next((each for each in family if _has_preposition(each, noun)), family[-1])
    for child in [*left.lefts, *(_outer_lefts(left, scene))]:
        if child.dep_ in LEFT and not (child.head != noun and child.dep_ == "amod" and _has_preposition(noun, noun)):
            yield from (Role("of", mention) for mention in _left_mentions(child, scene))
    for child in right.rights:
        if child.dep_ == "prep":
            yield from (Role(name, mention) for name, token in prepositional(child) for mention in scene.things(token))
            yield from _nested(child, scene)
    if is_kin(noun):
        yield from (Role("of", mention) for mention in owners(noun, scene))
    for token in noun.subtree:
        mention = scene.mention(token)
        if mention is not None and mention.kind is Kind.TIME:
            yield from measured(mention)


def _has_preposition(noun: Token, after: Token) -> bool:
    """True where a preposition of the noun stands after some word."""
    return any(child.dep_ == "prep" and child.i > after.i for child in noun.rights)


def _nested(prep: Token, scene: Scene) -> Iterator[Role]:
    """What follows the field of an office: "professor of physics at Bergen", "chair of the board of directors of Acme"."""
    for noun in prep.children:
        if noun.dep_ == "pobj" and not _is_name(noun, scene):
            for inner in (child for each in conjuncts(noun) for child in each.children):
                if inner.dep_ == "prep" and inner.lower_ in FIELD_PREPOSITIONS:
                    yield from (Role(name, mention) for name, token in prepositional(inner) for mention in scene.things(token))
                    yield from _nested(inner, scene)


def _outer_lefts(noun: Token, scene: Scene) -> Iterator[Token]:
    """Modifiers that the parser hangs on the name after a title: "Acme founder Ann Bolt"."""
    if noun.dep_ in ("compound", "nmod") and _is_name(noun.head, scene):
        yield from (child for child in noun.head.lefts if child.i < noun.i)


def _left_mentions(child: Token, scene: Scene) -> Iterator[Mention]:
    """The mentions in a modifier on the left: a possessor with its coordination, or any name inside a compound."""
    if child.dep_ == "poss":
        yield from scene.things(child)
        return
    mention = scene.mention(child)
    if mention is not None and mention.kind is Kind.NAME:
        yield mention
        return
    yield from (m for token in child.subtree if (m := scene.mention(token)) is not None and m.kind is Kind.NAME)


def _title_claim(mention: Mention, scene: Scene) -> Iterator[Claim]:
    """The claim of a title before a name: "Norwegian Prime Minister Ann Bolt", "Acme CEO Bo Coil"."""
    words, places = _title_parts(mention, scene)
    if not words or len(words) > MAX_TITLE_WORDS:
        return
    how = presupposed(words[-1], scene)
    kept = [word for word in words if word.lower_ not in PAST]
    if not kept:
        return
    places += [role.mention for role in _complements(words[-1], scene) if role.name == "of" and role.mention != mention]
    yield Claim(
        Frame.NOUN,
        " ".join([*(word.lower_ for word in kept[:-1]), kept[-1].lemma_.lower()]),
        (Role("subject", mention), *(Role("of", owner) for owner in dict.fromkeys(places))),
        passage_of(words[-1], scene.article.id),
        sentence_passage(words[-1], scene.article.id),
        rule="title",
        phrase=" ".join(_lowered(word) for word in kept),
        factuality=how.factuality,
        speaker=how.speaker,
        ended=len(kept) < len(words),
    )


def _title_parts(mention: Mention, scene: Scene) -> tuple[list[Token], list[Mention]]:
    """The words of the title itself, and the mentions inside it (a country, an organisation)."""
    start = mention.passage.start - len(mention.title) - 1
    span = scene.doc.char_span(max(0, start), mention.passage.start, alignment_mode="contract")
    words: list[Token] = []
    owners: list[Mention] = []
    for token in span or ():
        inside = next(
            (m for m in scene.mention_at.values() if m is not mention and m.passage.start <= token.idx < m.passage.end), None
        )
        if inside is not None and inside.is_name:
            owners.append(inside)
        elif not token.is_space and (token.is_alpha or "-" in token.text or token.text.endswith(".")) and token.dep_ != "det":
            words.append(token)
    return words, owners
