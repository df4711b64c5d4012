"""Short clauses that a person can read, for the labels of events: "{0} crosses {1} by boat".

`{n}` stands for the filler of the n-th role of the claim, whose name is only known when all
articles are read. Verbs stand in the present tense; what is no mention stands in the article's own
words.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.lang.en import word_list, word_set, word_values
from kg.model import Role
from kg.text.parse import antecedent, conjuncts, neighbour, noun_phrase, verb_lemma
from kg.text.syntax import (
    OBJECTS,
    PLURAL,
    Document,
    any_label,
    governed_by,
    implicit_subjects,
    is_command,
    is_of_number,
    is_preposition,
    is_recipient,
    misparsed_agents,
    objects_of,
    possessors,
    undergoes,
    with_label,
)

IRREGULAR = word_values("verbs", "irregular-third-person")
SIBILANT = word_list("verbs", "ending-before-es")
SAYS_LITTLE = word_set("nouns", "empty-in-label")
LIKE_PLURALS = word_set("pronouns", "plural-subject")
MAX_PREPOSITIONS = 2  # prepositional phrases in a label
MAX_WORDS = 6  # words of a noun phrase that is no mention; of a longer one the last two
DROPPED = frozenset({"det", "case", "punct", "predet"})
RELATIVE = ("WDT", "WP", "WRB")


def clause_phrase(verb: Token, roles: Sequence[Role], document: Document) -> str:
    """Return the clause of a verb as a template over the roles of its claim."""
    lead = implicit_subjects(verb)
    if not lead and verb.dep_ in ("acl", "relcl"):
        lead = [verb.head]
    form = verb.lower_
    if lead or verb.tag_ != "VBG":
        form = _present(verb, _reads_passive(verb), _is_plural(lead))
    words = [_joined(lead, roles, document), _plain(form), *_tail(verb, roles, document)]
    return " ".join(word for word in words if word)


def noun_phrase_template(noun: Token, roles: Sequence[Role], document: Document) -> str:
    """Return an event noun with what belongs to it as a template: "{0}'s journey to {1}"."""
    owners = possessors(noun)
    owner = f"{_joined(owners, roles, document)}’s" if owners else ""
    unowned = [token for token in noun_phrase(noun) if not _within(token, owners)]
    words = [token for token in unowned if not _is_dropped(token, noun)]
    own = noun.doc[words[0].i : noun.i + 1].text if words else noun.text
    parts = [owner, _plain(own), *_prepositions(noun, roles, document)]
    return " ".join(part for part in parts if part)


def _is_dropped(token: Token, noun: Token) -> bool:
    """Return whether a token is a determiner of a noun, or a mark at it."""
    return token.dep_ in DROPPED and token.head == noun


def third_person(lemma: str) -> str:
    """Return the third person singular of a verb.

    >>> [third_person(verb) for verb in ("cross", "carry", "be", "push", "play")]
    ['crosses', 'carries', 'is', 'pushes', 'plays']
    """
    if lemma in IRREGULAR:
        return IRREGULAR[lemma]
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(SIBILANT) else "s")


def _reads_passive(verb: Token) -> bool:
    """Return whether a label says that the subject undergoes it.

    It does for a participle after its noun ("the man given a prize") and for "is married to", too.
    """
    is_participle = verb.dep_ == "acl" and verb.tag_ == "VBN"
    return is_participle or verb.dep_ == "acomp" or undergoes(verb)


def _present(verb: Token, passive: bool, plural: bool) -> str:
    """Return the verb with its particle and negation, in the present tense."""
    lemma = verb_lemma(verb)
    negated = any_label(verb.children, "neg")
    if passive:
        words = ["are" if plural else "is", *(["not"] if negated else []), verb.lower_]
    elif negated:
        words = ["do" if plural else "does", "not", lemma]
    else:
        words = [lemma if plural else third_person(lemma)]
    particles = with_label(verb.children, "prt")
    return " ".join([*words, *(particle.lower_ for particle in particles)])


def _is_plural(lead: Sequence[Token]) -> bool:
    """Return whether the subject is more than one thing."""
    if len(lead) > 1 or any(any_label(token.children, "conj") for token in lead):
        return True
    heads = [antecedent(token, "conj", tags=RELATIVE) for token in lead]
    return any(head.tag_ in PLURAL or head.lower_ in LIKE_PLURALS for head in heads)


def _tail(verb: Token, roles: Sequence[Role], document: Document) -> Iterator[str]:
    """Yield what follows the verb in a label.

    These are objects, recipients, an infinitive, the agent of a passive, and the first
    prepositional phrases.
    """
    recipients = [child for child in verb.children if is_recipient(child)]
    yield _joined(recipients, roles, document)
    complements = with_label(verb.children, *OBJECTS, "attr", "acomp", "oprd")
    yield _joined(complements, roles, document)
    for child in verb.children:
        if child.dep_ == "xcomp" and child.pos_ == "VERB" and not is_command(child):
            yield _infinitive(child, roles, document)
        elif child.dep_ == "agent":
            doers = _joined([*governed_by(child), *misparsed_agents(child)], roles, document)
            yield f"by {doers}" if doers else ""
    yield from _prepositions(verb, roles, document)


def _infinitive(verb: Token, roles: Sequence[Role], document: Document) -> str:
    """Return an infinitive or participle with its objects.

    Examples are "to abandon the hope" and "crossing the bridge".
    """
    has_to = any(child.tag_ == "TO" for child in verb.children)
    form = f"to {verb_lemma(verb)}" if has_to else verb.lower_
    parts = (_plain(form), _joined(objects_of(verb), roles, document))
    return " ".join(part for part in parts if part)


def _prepositions(token: Token, roles: Sequence[Role], document: Document) -> Iterator[str]:
    """Yield the first prepositional phrases, but not those of time: the event has its date."""
    shown = 0
    for prep in filter(is_preposition, token.children):
        if shown == MAX_PREPOSITIONS or is_of_number(prep):
            continue
        inner = with_label(prep.children, "prep")[:1]
        nouns = governed_by(inner[0] if inner else prep)
        ends = [noun for noun in nouns if noun.lemma_ not in SAYS_LITTLE]
        if not ends or _has_time(ends, document):
            continue
        shown += 1
        words = " ".join(word.lower_ for word in (prep, *inner))
        yield f"{_plain(words)} {_joined(ends, roles, document)}"


def _has_time(tokens: Sequence[Token], document: Document) -> bool:
    """Return whether one of some nouns is a time."""
    return any(mention.time is not None for mention in document.mentions(tokens))


def _joined(tokens: Sequence[Token], roles: Sequence[Role], document: Document) -> str:
    """Return noun phrases in one.

    What fills a role is a placeholder; all else stands in the article's own words.
    """
    nouns = [noun for token in tokens for noun in conjuncts(token)]
    heads = [noun for noun in nouns if not _is_piece(noun)]
    parts = list(dict.fromkeys(_one(head, roles, document) for head in heads))
    if len(parts) > 1:
        parts = [", ".join(parts[:-1]), parts[-1]]
    return " and ".join(parts)


def _one(token: Token, roles: Sequence[Role], document: Document) -> str:
    """Return one noun phrase, as a placeholder if it fills a role."""
    noun = antecedent(token, "conj", tags=RELATIVE)
    has_mention = noun == token or document.thing(noun) is not None
    mention = document.thing(token) if has_mention else None
    fillers = [role.mention for role in roles]
    if mention is not None and mention in fillers:
        return f"{{{fillers.index(mention)}}}"
    end = noun.i
    words = noun_phrase(noun)
    start = max(words.start, end - 1) if len(words) > MAX_WORDS else words.start
    doc = noun.doc
    while start < end and doc[start].dep_ in DROPPED:
        start += 1
    while start > 1 and _is_piece(doc[start - 1]):
        start -= 1
    return _plain(doc[start : end + 1].text)


def _plain(text: str) -> str:
    """Return the article's own words with single blanks, and without braces.

    Braces would look like the place of a filler.
    """
    return " ".join(text.replace("{", "(").replace("}", ")").split())


def _is_piece(token: Token) -> bool:
    """Return whether a token stands before the end of a hyphenated word, or is its hyphen.

    Examples are "pre" and "-" in "pre-orders".
    """
    after = neighbour(token, 1)
    if after is None or token.whitespace_:
        return False
    is_before_hyphen = after.text == "-" and not after.whitespace_
    return token.text == "-" or is_before_hyphen


def _within(token: Token, owners: Sequence[Token]) -> bool:
    """Return whether the token belongs to one of the possessors."""
    return any(token in owner.subtree for owner in owners)
