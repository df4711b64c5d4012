"""Claims of clauses: one for each verb with at least one filled role.

"Acme bought Bolt in May" gives the predicate "buy" with the roles subject, object and when; passives, relative clauses,
infinitives and participles give the same roles.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set, word_values
from kg.model import Claim, Frame
from kg.text.attribution import assertion
from kg.text.parse import is_passive, passage_of, verb_lemma
from kg.text.relations.event_nouns import whole_of
from kg.text.relations.labels import clause_phrase
from kg.text.relations.times.transfer import with_time
from kg.text.syntax import OBJECTS, Document, is_command, misparsed_agents, verb_roles
from kg.trace import stopped

IDIOMS = word_set("phrases", "verb-and-noun")
VERB_OF_ADJECTIVE = word_values("adjectives", "participle-of-verb")
AUXILIARY = ("aux", "auxpass")


def clause_claims(document: Document) -> Iterator[Claim]:
    """One claim for each verb that says something of a mention."""
    for verb in (*document.verbs, *filter(_is_participle, document.words(*VERB_OF_ADJECTIVE))):
        if verb.dep_ in AUXILIARY:
            continue
        if _is_adjective(verb):
            stopped(_rule(verb), verb, "“{}” only describes a noun or leads to a source", verb)
            continue
        if is_command(verb):
            stopped(_rule(verb), verb, "“{}” is a command inside a quotation", verb)
            continue
        roles = with_time(verb, verb_roles(verb, document), document)
        if not roles:
            stopped(_rule(verb), verb, "nothing around “{}” is a mention", verb)
        else:
            how, whole = assertion(verb, document), whole_of(verb)
            yield Claim(
                Frame.VERB,
                predicate(verb),
                roles,
                passage_of(verb, document.article.id),
                document.sentence(verb),
                rule=_rule(verb),
                phrase=clause_phrase(verb, roles, document),
                factuality=how.factuality,
                speaker=how.speaker,
                parent=None if whole is None else passage_of(whole, document.article.id),
            )


def predicate(verb: Token) -> str:
    """The lemma of a verb with its particle ("carry out") or with the noun that makes it another verb ("make way")."""
    nouns = [
        child.lemma_
        for child in verb.children
        if child.dep_ in OBJECTS and f"{verb_lemma(verb)} {child.lemma_}" in IDIOMS
    ]
    if nouns:
        return f"{verb_lemma(verb)} {nouns[0]}"
    if _is_participle(verb):
        return VERB_OF_ADJECTIVE[verb.lower_]
    particles = [child.lower_ for child in verb.children if child.dep_ == "prt"]
    return " ".join([verb_lemma(verb), *particles])


def _is_participle(word: Token) -> bool:
    """True for an adjective that says what a verb would: "is married to"."""
    return word.pos_ == "ADJ" and word.dep_ == "acomp" and word.lower_ in VERB_OF_ADJECTIVE


def _is_adjective(verb: Token) -> bool:
    """True for the participle of "met by cheering fans", which tells nothing by itself, and for "according to"."""
    return (verb.dep_ == "pcomp" and bool(list(misparsed_agents(verb.head)))) or (
        verb.lower_ == "according" and verb.dep_ == "prep"
    )


def _rule(verb: Token) -> str:
    """The name of the construction, for people who ask where a fact comes from."""
    if verb.dep_ == "relcl":
        return "clause-relative"
    if verb.dep_ == "acl":
        return "clause-reduced"
    return "clause-passive" if is_passive(verb) else "clause-active"
