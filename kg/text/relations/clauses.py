"""Claims of clauses: one for each verb with at least one filled role.

"Acme bought Bolt in May" gives the predicate "buy" with the roles subject, object and when;
passives, relative clauses, infinitives and participles give the same roles.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from kg.lang.en import word_set, word_values
from kg.model import (
    Claim,
    Frame,
    Role,
)
from kg.text.attribution import assertion, is_left_undone
from kg.text.parse import (
    children_with,
    direct_objects,
    is_passive,
    passage_of,
    verb_lemma,
)
from kg.text.parse.labels import AUXILIARIES, GAPPED
from kg.text.relations.bygone import is_past_state
from kg.text.relations.event_nouns import whole_of
from kg.text.relations.label_verbs import particles
from kg.text.relations.labels import clause_phrase
from kg.text.relations.places import with_place
from kg.text.relations.times.ahead import unless_ahead
from kg.text.relations.times.transfer import with_time
from kg.text.syntax import (
    Document,
    implicit_subjects,
    is_command,
    mentions_after,
    misparsed_agents,
    verb_roles,
)
from kg.trace import stopped

IDIOMS = word_set("phrases", "verb-and-noun")
VERB_OF_ADJECTIVE = word_values("adjectives", "participle-of-verb")


def clause_claims(document: Document) -> Iterator[Claim]:
    """Yield one claim for each verb that says something of a mention."""
    for verb in _predicates(document):
        if _is_adjective(verb):
            reason = "“{}” only describes a noun or leads to a source"
            stopped(_rule(verb), verb, reason, verb)
            continue
        if is_command(verb):
            stopped(_rule(verb), verb, "“{}” is a command inside a quotation", verb)
            continue
        if is_left_undone(verb):
            stopped(_rule(verb), verb, "whether “{}” ends is still open", verb)
            continue
        roles = with_time(verb, verb_roles(verb, document), document)
        roles = with_place(verb, roles, document)
        if roles:
            claim = _claim(verb, roles, document)
            yield claim
            yield from _gapped(claim, verb, document)
        else:
            stopped(_rule(verb), verb, "nothing around “{}” is a mention", verb)


def _predicates(document: Document) -> Iterator[Token]:
    """Yield the verbs that are no auxiliaries, then the adjectives that say what a verb would."""
    adjectives = document.words(*VERB_OF_ADJECTIVE)
    for verb in (*document.verbs, *filter(_is_participle, adjectives)):
        if verb.dep_ not in AUXILIARIES:
            yield verb


def _claim(verb: Token, roles: tuple[Role, ...], document: Document) -> Claim:
    """Return the claim of a verb with its roles."""
    how = unless_ahead(assertion(verb, document), verb, roles, document)
    whole = whole_of(verb)
    return Claim(
        Frame.VERB,
        predicate(verb),
        roles,
        passage_of(verb, document.article.id),
        document.sentence(verb),
        rule=_rule(verb),
        phrase=clause_phrase(verb, roles, document, how.factuality),
        factuality=how.factuality,
        speaker=how.speaker,
        ended=is_past_state(verb),
        parent=None if whole is None else passage_of(whole, document.article.id),
    )


def _gapped(claim: Claim, verb: Token, document: Document) -> Iterator[Claim]:
    """Yield the claims of clauses without a verb behind that of another claim.

    Its preposition shows what they say: "Ann works for Acme, her brother Bo for Bolt".
    """
    doing = set(document.referents_of(implicit_subjects(verb)))
    name = next((role.name for role in claim.roles if role.mention in doing), "")
    for rest in children_with(verb, GAPPED):
        subjects = [Role(name, each) for each in document.referents(rest)]
        for preposition in children_with(rest, GAPPED):
            if name and subjects:
                yield from _of_gap(claim, preposition, subjects, document)


def _of_gap(
    claim: Claim, preposition: Token, subjects: Sequence[Role], document: Document
) -> Iterator[Claim]:
    """Yield a claim with other subjects, and with what stands behind the same preposition."""
    word = preposition.lower_
    others = [Role(word, each) for each in mentions_after(preposition, document)]
    if others:
        start, _, _ = claim.phrase.partition(f" {word} ")
        yield replace(
            claim,
            roles=(*subjects, *others),
            trigger=passage_of(preposition, document.article.id),
            phrase=f"{start} {word} {{{len(subjects)}}}",
        )


def predicate(verb: Token) -> str:
    """Return the lemma of a verb with its particle, or with the noun that makes it another verb.

    Examples are "carry out" and "make way".
    """
    lemma = verb_lemma(verb)
    phrases = [f"{lemma} {noun.lemma_}" for noun in direct_objects(verb)]
    for phrase in phrases:
        if phrase in IDIOMS:
            return phrase
    if _is_participle(verb):
        return VERB_OF_ADJECTIVE[verb.lower_]
    return " ".join([lemma, *particles(verb)])


def _is_participle(word: Token) -> bool:
    """Return whether an adjective says what a verb would: "is married to"."""
    if word.pos_ != "ADJ" or word.dep_ != "acomp":
        return False
    return word.lower_ in VERB_OF_ADJECTIVE


def _is_adjective(verb: Token) -> bool:
    """Return whether a verb says nothing by itself.

    So it is with the participle of "met by cheering fans", and with "according to".
    """
    if verb.dep_ == "pcomp":
        return bool(list(misparsed_agents(verb.head)))
    return verb.dep_ == "prep" and verb.lower_ == "according"


def _rule(verb: Token) -> str:
    """Return the name of the construction, for people who ask where a fact comes from."""
    if verb.dep_ == "relcl":
        return "clause-relative"
    if verb.dep_ == "acl":
        return "clause-reduced"
    if is_passive(verb):
        return "clause-passive"
    return "clause-active"
