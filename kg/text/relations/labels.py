"""Short clauses that a person can read, for the labels of events: "{0} crosses {1} by boat".

`{n}` stands for the filler of the n-th role of the claim, whose name is only known when all
articles are read. Verbs stand in the present tense; what is no mention stands in the article's own
words.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from kg.model import Factuality, Role
from kg.text.parse import (
    direct_objects,
    possessors,
    subjects,
)
from kg.text.parse.labels import NOUN_CLAUSES, NOUNS
from kg.text.relations.label_templates import Template, is_complement
from kg.text.relations.label_verbs import (
    Manner,
    dependent_form,
    number_in_text,
    participle,
    particles,
    reads_passive,
    verb_form,
    without_subject,
)
from kg.text.relations.label_words import (
    is_coordinated,
    is_counted_once,
    is_negated,
    is_plural,
    names_one,
    plain,
    says_no,
    spaced,
    without_owners,
)
from kg.text.syntax import (
    Document,
    gap_of,
    implicit_subjects,
    is_infinitive,
)


def clause_phrase(
    verb: Token,
    roles: Sequence[Role],
    document: Document,
    factuality: Factuality = Factuality.ASSERTED,
) -> str:
    """Return the clause of a verb as a template over the roles of its claim.

    What is denied, planned or only possible says so.
    """
    template = _template(roles, document)
    lead = _lead(verb)
    passive = reads_passive(verb)
    raised: list[Token] = []
    if participle(verb) and not lead and not passive:
        raised = direct_objects(verb)
    told = lead or raised
    nouns = [*lead, *filter(is_complement, verb.children)]
    negated = is_negated(verb)
    if factuality is Factuality.DENIED and not says_no(nouns):
        negated = True
    plural = _is_plural(verb, told, document)
    manner = Manner(factuality, plural, passive or bool(raised), negated)
    form = verb_form(verb, manner)
    if _completes_noun(verb, lead, template):
        form = spaced(dependent_form(verb), *particles(verb))
    elif not told:
        form = without_subject(verb, form, manner)
    tail = template.tail(verb, with_objects=not raised)
    gap = gap_of(verb)
    missing = "" if gap is None else template.nouns([gap])
    return spaced(template.nouns(told), plain(form), missing, *tail)


def noun_phrase_template(noun: Token, roles: Sequence[Role], document: Document) -> str:
    """Return an event noun with what belongs to it as a template: "{0}'s journey to {1}"."""
    template = _template(roles, document)
    owners = possessors(noun)
    owner = f"{template.nouns(owners)}’s" if owners else ""
    own = without_owners(noun, owners)
    return spaced(owner, plain(own), *template.prepositions(noun))


def _is_plural(verb: Token, told: Sequence[Token], document: Document) -> bool:
    """Return whether the subject of a label is more than one thing.

    The auxiliary says so of a name ("Arsenal have won"), and of nouns with one form for both.
    """
    plural = is_plural(told, document)
    number = number_in_text(verb)
    if number is None or len(told) != 1 or told != subjects(verb):
        return plural
    (noun,) = told
    if noun.pos_ not in NOUNS or names_one(document.mention(noun)) or is_counted_once(noun):
        return plural
    if noun.tag_ == "NNS" or is_coordinated(noun):
        return True
    return number


def _completes_noun(verb: Token, lead: Sequence[Token], template: Template) -> bool:
    """Return whether an infinitive says more of a noun that does nothing: "attempt to leave"."""
    if verb.dep_ not in NOUN_CLAUSES or list(lead) != [verb.head] or subjects(verb):
        return False
    if not is_infinitive(verb) or is_negated(verb):
        return False
    return not template.is_filler(verb.head)


def _template(roles: Sequence[Role], document: Document) -> Template:
    return Template([role.mention for role in roles], document)


def _lead(verb: Token) -> list[Token]:
    """Return what stands before a verb in its label: its subjects, else the noun it follows."""
    subjects = implicit_subjects(verb)
    if subjects:
        return subjects
    if verb.dep_ in NOUN_CLAUSES:
        return [verb.head]
    return []
