"""Short clauses that a person can read, for the labels of events: "{0} crosses {1} by boat".

`{n}` stands for the filler of the n-th role of the claim, whose name is only known when all articles are read. Verbs stand in
the present tense; what is no mention is told in the article's own words.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.lang.en import word_list, word_set, word_values
from kg.model import Role
from kg.text.parse import conjuncts, noun_phrase, verb_lemma
from kg.text.syntax import (
    OBJECTS,
    RECIPIENTS,
    Document,
    implicit_subjects,
    is_command,
    is_of_number,
    misparsed_agents,
    undergoes,
)

IRREGULAR = word_values("verbs", "irregular-third-person")
SIBILANT = word_list("verbs", "ending-before-es")
MAX_PREPOSITIONS = 2  # prepositional phrases in a label
MAX_WORDS = 6  # words of a noun phrase that is no mention; of a longer one the last two
SAYS_LITTLE = word_set("nouns", "empty-in-label")
DROPPED = frozenset({"det", "case", "punct", "predet"})
LIKE_PLURALS = word_set("pronouns", "plural-subject")
RELATIVE = ("WDT", "WP", "WRB")


def clause_phrase(verb: Token, roles: Sequence[Role], document: Document) -> str:
    """The clause of a verb as a template over the roles of its claim."""
    passive = _reads_passive(verb)
    lead = implicit_subjects(verb) or ([verb.head] if verb.dep_ in ("acl", "relcl") else [])
    told = _verb(verb, passive, _is_plural(lead)) if lead or verb.tag_ != "VBG" else verb.lower_
    words = [_joined(lead, roles, document), _plain(told), *_tail(verb, roles, document)]
    return " ".join(word for word in words if word)


def noun_phrase_template(noun: Token, roles: Sequence[Role], document: Document) -> str:
    """A noun phrase of happening with what belongs to it: "{0}'s journey to {1}"."""
    owners = [child for child in noun.lefts if child.dep_ == "poss"]
    owner = f"{_joined(owners, roles, document)}’s" if owners else ""
    words = [
        token
        for token in noun_phrase(noun)
        if not _within(token, owners) and not (token.dep_ in DROPPED and token.head == noun)
    ]
    own = noun.doc[words[0].i : noun.i + 1].text if words else noun.text
    return " ".join(
        part for part in (owner, _plain(own), *_prepositions(noun, roles, document)) if part
    )


def third_person(lemma: str) -> str:
    """The third person singular of a verb.

    >>> [third_person(verb) for verb in ("cross", "carry", "be", "push", "play")]
    ['crosses', 'carries', 'is', 'pushes', 'plays']
    """
    if lemma in IRREGULAR:
        return IRREGULAR[lemma]
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(SIBILANT) else "s")


def _reads_passive(verb: Token) -> bool:
    """True where the subject undergoes it, for a participle after its noun ("the man given a prize"), and for "is married to"."""
    return undergoes(verb) or (verb.dep_ == "acl" and verb.tag_ == "VBN") or verb.dep_ == "acomp"


def _verb(verb: Token, passive: bool, plural: bool) -> str:
    """The verb with its particle and negation, in the present tense."""
    particles = [child.lower_ for child in verb.children if child.dep_ == "prt"]
    negated = any(child.dep_ == "neg" for child in verb.children)
    if passive:
        words = ["are" if plural else "is", *(["not"] if negated else []), verb.lower_, *particles]
    elif negated:
        words = ["do" if plural else "does", "not", verb_lemma(verb), *particles]
    else:
        words = [verb_lemma(verb) if plural else third_person(verb_lemma(verb)), *particles]
    return " ".join(words)


def _is_plural(lead: Sequence[Token]) -> bool:
    """True where the subject is more than one thing."""
    many = len(lead) > 1 or any(child.dep_ == "conj" for token in lead for child in token.children)
    heads = [_antecedent(token) for token in lead]
    return many or any(
        token.tag_ in ("NNS", "NNPS") or token.lower_ in LIKE_PLURALS for token in heads
    )


def _tail(verb: Token, roles: Sequence[Role], document: Document) -> Iterator[str]:
    """Objects, recipients, an infinitive, the agent of a passive, and the first prepositional phrases."""
    yield _joined(
        [child for child in verb.children if child.dep_ in RECIPIENTS and child.pos_ != "ADP"],
        roles,
        document,
    )
    yield _joined(
        [child for child in verb.children if child.dep_ in (*OBJECTS, "attr", "acomp", "oprd")],
        roles,
        document,
    )
    for child in verb.children:
        if child.dep_ == "xcomp" and child.pos_ == "VERB" and not is_command(child):
            yield _infinitive(child, roles, document)
        elif child.dep_ == "agent":
            doers = _joined(
                [
                    *(pobj for pobj in child.children if pobj.dep_ == "pobj"),
                    *misparsed_agents(child),
                ],
                roles,
                document,
            )
            yield f"by {doers}" if doers else ""
    yield from _prepositions(verb, roles, document)


def _infinitive(verb: Token, roles: Sequence[Role], document: Document) -> str:
    """ "to abandon the hope", or "crossing the bridge"."""
    form = (
        f"to {verb_lemma(verb)}"
        if any(child.tag_ == "TO" for child in verb.children)
        else verb.lower_
    )
    objects = [child for child in verb.children if child.dep_ in OBJECTS]
    return " ".join(part for part in (_plain(form), _joined(objects, roles, document)) if part)


def _prepositions(token: Token, roles: Sequence[Role], document: Document) -> Iterator[str]:
    """The first prepositional phrases, without those of time that the event tells by its date."""
    shown = 0
    for child in token.children:
        if (
            child.dep_ not in ("prep", "dative")
            or child.pos_ not in ("ADP", "SCONJ")
            or shown == MAX_PREPOSITIONS
        ):
            continue
        if is_of_number(child):
            continue
        inner = next((c for c in child.children if c.dep_ == "prep"), None)
        ends = [
            c for c in (inner or child).children if c.dep_ == "pobj" and c.lemma_ not in SAYS_LITTLE
        ]
        if ends and not any(
            mention is not None and mention.time is not None
            for mention in map(document.mention, ends)
        ):
            shown += 1
            words = " ".join([child.lower_, *([inner.lower_] if inner else [])])
            yield f"{_plain(words)} {_joined(ends, roles, document)}"


def _joined(tokens: Sequence[Token], roles: Sequence[Role], document: Document) -> str:
    """Noun phrases in one: placeholders for what fills a role, the article's own words for all else."""
    heads = [each for token in tokens for each in conjuncts(token) if not _is_piece(each)]
    parts = list(dict.fromkeys(_one(head, roles, document) for head in heads))
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def _one(token: Token, roles: Sequence[Role], document: Document) -> str:
    """One noun phrase."""
    antecedent = _antecedent(token)
    mention = (
        document.thing(token)
        if antecedent == token or document.thing(antecedent) is not None
        else None
    )
    filled = [role.mention for role in roles] if mention is not None else []
    if mention in filled:
        return f"{{{filled.index(mention)}}}"
    token = antecedent
    words = noun_phrase(token)
    start = max(words.start, token.i - 1) if len(words) > MAX_WORDS else words.start
    while start < token.i and token.doc[start].dep_ in DROPPED:
        start += 1
    while start > 1 and _is_piece(token.doc[start - 1]):
        start -= 1
    return _plain(token.doc[start : token.i + 1].text)


def _plain(text: str) -> str:
    """The article's own words with single blanks, and without braces, which would look like the place of a filler."""
    return " ".join(text.replace("{", "(").replace("}", ")").split())


def _antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for; any other word itself."""
    if token.tag_ not in RELATIVE:
        return token
    verb = token.head
    while verb.dep_ == "conj" and verb.head != verb:
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" else token


def _is_piece(token: Token) -> bool:
    """True for what stands before the end of a hyphenated word, the hyphen included ("pre" and "-" in "pre-orders")."""
    if token.i + 1 >= len(token.doc) or token.whitespace_:
        return False
    return token.text == "-" or (token.nbor().text == "-" and not token.nbor().whitespace_)


def _within(token: Token, owners: Sequence[Token]) -> bool:
    """True where the token belongs to one of the possessors."""
    return any(token in owner.subtree for owner in owners)
