"""Subjects of verbs: a verb's own, or the one that English grammar leaves implicit."""

from collections.abc import Sequence

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.text.parse import (
    children_with,
    direct_objects,
    has_child,
    neighbour,
    subjects,
    tag_before,
    verb_lemma,
    word_before,
)
from kg.text.parse.labels import AUXILIARIES, NOUN_SUBJECTS, NOUNS, PASTS, PLURALS, SUBJECTS, VERBS
from kg.text.syntax import distant_subjects
from kg.text.syntax.distant_subjects import FINITE, misplaced_subject
from kg.trace import stopped

SUBJECT_CONTROL = word_set("verbs", "subject-control")
DONE_BY_ANYBODY = word_set("verbs", "participle-of-anybody")
PART = word_set("verbs", "part-of-whole")
BEGINNING = word_set("verbs", "part-of-whole-with-subject")
PERIODS = word_set("times", "period-before-participle")
BASED = word_set("verbs", "based-somewhere")
MAX_CLIMB = 5  # clauses up to which a subject may be implicit
SUBJECT_FROM_ABOVE = word_set("labels", "with-the-subject-above")
BEFORE_CLAUSE = word_set("labels", "before-a-clause")
RELATIVES = word_set("labels", "relative-word")
WITH_OBJECT = word_set("verbs", "always-with-object")
REGULAR = "ed"  # ends a participle that is a past tense, too
PARTING = frozenset(";:")
PAUSES = frozenset({",", "-", "–", "—", ":", "("})
LINKING = word_set("labels", "between-preposition-and-verb")
REDUCED = word_set("labels", "modified-by-participle")
BARE_FORMS = frozenset({"VB", "VBP"})
BEFORE_BARE_FORM = frozenset({"MD", "TO"})


def implicit_subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Return the subjects of a verb: its own, or those that English grammar leaves implicit.

    "The miners were forced to push", "After crossing, they …", "She bought and sold", "families
    returning from".
    """
    own = _own_subjects(verb)
    if own or depth > MAX_CLIMB:
        return own
    return _subjects_above(verb, depth)


def _subjects_above(verb: Token, depth: int) -> list[Token]:
    """Return the subjects that a verb without its own takes from the clause above it."""
    head = verb.head
    if verb.dep_ == "pcomp":
        return _subjects_before(head, depth)
    if head.pos_ in VERBS:
        return _subjects_of_verb_above(verb, depth)
    if verb.dep_ == "acl" and head.pos_ in REDUCED:
        return _subject_of_reduced(verb, head, depth)
    if verb.dep_ == "relcl":
        return distant_subjects.hired(verb)
    if verb.dep_ == "xcomp":
        return _subjects_of_clause(distant_subjects.clause_of_adjective(verb), depth)
    return []


def _subjects_of_verb_above(verb: Token, depth: int) -> list[Token]:
    """Return the subjects that a verb without its own takes from the verb that it hangs on."""
    head = verb.head
    if verb.dep_ == "xcomp":
        return _controller(verb, depth)
    if verb.dep_ == "conj" and is_behind_tag(verb):
        return subjects(head)[:-1]
    if verb.dep_ == "conj":
        return implicit_subjects(_truly_coordinated(verb), depth + 1)
    if verb.dep_ in SUBJECT_FROM_ABOVE:
        told = distant_subjects.sent(head, verb) or distant_subjects.given_time(head, verb)
        return told or implicit_subjects(head, depth + 1)
    return []


def is_behind_tag(verb: Token) -> bool:
    """Return whether a verb without a subject goes on behind words of saying and a comma.

    "The crates, she told them, were sold": no word coordinates it with "told", of which both "she"
    and the crates are subjects to the parser.
    """
    comma = neighbour(verb.left_edge, -1)
    if comma is None or comma.text != "," or subjects(verb):
        return False
    before = children_with(verb.head, *SUBJECTS, "advcl", "dep")
    if len([child for child in before if child.i < verb.head.i]) < 2:
        return False
    between = verb.doc[verb.head.i : verb.i]
    return not any(word.dep_ == "cc" or word.text in PARTING for word in between)


def _subjects_of_clause(verb: Token | None, depth: int) -> list[Token]:
    """Return the subjects of a verb, none for no verb."""
    if verb is None:
        return []
    return implicit_subjects(verb, depth + 1)


def _truly_coordinated(verb: Token) -> Token:
    """Return the verb that a verb is coordinated with.

    A finite verb is not coordinated with one behind an auxiliary that asks for another form, but
    with one above it: "hoped that it could be solved but continues". Nor is it with the words of
    saying that are put into the sentence: "They took the town, the army said, but lost it".
    """
    head = _said_in_between(verb.head) or verb.head
    while _asks_for_other_form(head, verb):
        above = next((word for word in head.ancestors if word.pos_ in VERBS), None)
        if above is None:
            return verb.head
        head = above
    return head


def _said_in_between(verb: Token) -> Token | None:
    """Return the verb of the sentence into which a verb of saying is put; None for others."""
    before = [child for child in children_with(verb, "ccomp") if child.i < verb.i]
    told = verb.head if verb.dep_ == "parataxis" else next(iter(before), None)
    own = subjects(verb)
    if told is None or not own or told.pos_ not in VERBS or told.i > own[0].i:
        return None
    words = verb.doc[told.sent.start : verb.i]
    return None if any(word.is_quote for word in words) else told


def _asks_for_other_form(head: Token, verb: Token) -> bool:
    """Return whether a verb has a modal or "to", behind which a finite verb cannot stand."""
    if verb.tag_ not in FINITE:
        return False
    if has_child(verb, *AUXILIARIES):
        return False
    return any(child.tag_ in BEFORE_BARE_FORM for child in children_with(head, "aux"))


def _own_subjects(verb: Token) -> list[Token]:
    """Return the subjects that stand at a verb, also where the parser hung them elsewhere."""
    explicit = subjects(verb)
    led = leading(verb, explicit)
    if led is not None:
        return [led[1]]
    before = [noun for noun in explicit if noun.i < verb.i and noun.dep_ in NOUN_SUBJECTS]
    if len(before) > 1:
        return before[-1:]  # what stands farther away belongs to a clause before
    return explicit or misplaced_subject(verb)


def _subjects_before(prep: Token, depth: int) -> list[Token]:
    """Return the subjects of the clause that a preposition before a participle belongs to."""
    agents = distant_subjects.blamed(prep) or distant_subjects.held_for(prep)
    return agents or _subjects_of_clause(_clause_before(prep), depth)


def is_command(verb: Token) -> bool:
    """Return whether a verb is an imperative at the start of a quotation: she said, "Stop them".

    It says of nothing that it was done.
    """
    if verb.dep_ != "xcomp":
        return False
    if verb.tag_ not in BARE_FORMS:
        return False
    if subjects(verb):
        return False
    if any(child.tag_ == "TO" for child in verb.children):
        return False
    return tag_before(verb.left_edge) == "``"


def leading(verb: Token, explicit: Sequence[Token]) -> tuple[Token, Token] | None:
    """Return the description before a comma and the subject it is of; None if there is none.

    An example is "A native of Oslo, Ann Bolt moved". `explicit` are the verb's own subjects.
    """
    both = [*_opening_measures(verb)[:1], *explicit]
    if len(both) != 2:
        return None
    description, subject = both
    if subject.i > verb.i:
        return None
    if not _describes(description):
        return None
    if word_before(subject.left_edge) != ",":
        stopped(
            "leading", description, "no comma stands between “{}” and “{}”", description, subject
        )
        return None
    return description, subject


def _opening_measures(verb: Token) -> list[Token]:
    """Return the nouns before a verb, without a preposition, that open its sentence."""
    measures = [noun for noun in children_with(verb, "npadvmod") if noun.i < verb.i]
    if not measures:
        return []
    opening = verb.sent[0]
    return [noun for noun in measures if noun.left_edge == opening]


def _describes(noun: Token) -> bool:
    """Return whether a word is a noun with an article or a preposition: "a native of Oslo"."""
    if noun.pos_ not in NOUNS:
        return False
    return has_child(noun, "det", "prep")


def _clause_before(prep: Token) -> Token | None:
    """Return the verb that a preposition belongs to through others, adverbs, periods and nouns.

    Examples are "prior to joining Acme, she worked" and "served a sentence for robbing".
    """
    for _ in range(MAX_CLIMB):
        if not _leads_up(prep):
            break
        prep = prep.head
    if prep.pos_ in VERBS:
        return prep
    return None


def _leads_up(token: Token) -> bool:
    """Return whether a word stands between a participle and the verb that it goes with."""
    if token.head == token:
        return False
    if _is_link(token) or _is_period(token):
        return True
    if distant_subjects.is_of_adjective(token):
        return True
    return distant_subjects.is_before_own_deed(token)


def _is_link(prep: Token) -> bool:
    """Return whether a word is a preposition or adverb before a clause: "prior", "after"."""
    return prep.pos_ in BEFORE_CLAUSE and prep.dep_ in LINKING


def _is_period(noun: Token) -> bool:
    """Return whether a noun is the period in "after four years of living in Oslo"."""
    return noun.dep_ == "pobj" and noun.lemma_ in PERIODS


def _controller(verb: Token, depth: int) -> list[Token]:
    """Return who does an infinitive or participle under another verb: its object, else its subject.

    It is empty if nobody is said to: "the trip included crossing a bridge".
    """
    head = verb.head
    if head.lemma_ in PART - BEGINNING:
        return []
    if verb.tag_ == "VBG" and head.lemma_ in DONE_BY_ANYBODY:
        return []
    if head.lemma_ not in SUBJECT_CONTROL:
        objects = direct_objects(head) or distant_subjects.addressed(head, verb)
        if objects:
            return objects
    return implicit_subjects(head, depth + 1)


def _subject_of_reduced(verb: Token, noun: Token, depth: int) -> list[Token]:
    """Return the subject of a participle or infinitive behind a noun.

    It is the noun itself before a participle, and before "to" whose plan, bid or agreement it is.
    """
    if verb.tag_ == "VBG" or verb.tag_ in PASTS:
        return [based(verb, noun)]
    owners = distant_subjects.owners_of_deed(noun)
    return owners or _subjects_of_clause(distant_subjects.verb_around(noun), depth)


def based(verb: Token, noun: Token) -> Token:
    """Return who is based: the firm, not its goods, in "a maker of boats based in Oslo"."""
    while verb.lemma_ in BASED and _is_plural_object(noun):
        above = noun.head.head
        if above.pos_ not in NOUNS:
            break
        noun = above
    return noun


def _is_plural_object(noun: Token) -> bool:
    """Return whether a noun is a plural behind a preposition."""
    if noun.tag_ not in PLURALS:
        return False
    if noun.dep_ != "pobj":
        return False
    return noun.head.dep_ == "prep"


def is_verb_of_sentence(verb: Token) -> bool:
    """Return whether a verb is that of its sentence, though parsed as a participle of its subject.

    So it is in "Two firms, Acme and Bolt, left Oslo", and in "The agency published on Monday a list
    of names", of which the object then seems to stand beside the subject, and in "Ann Lund, a
    colonel, conceded in Oslo.", which would have no verb.
    """
    if verb.dep_ == "acl" and _ends_sentence_without_verb(verb):
        return True
    if verb.dep_ != "acl" or verb.head.dep_ != "ROOT":
        return False
    if verb.tag_ == "VBD" and direct_objects(verb):
        return True
    late = [child for child in children_with(verb.head, "appos") if child.i > verb.i]
    return any(word_before(child.left_edge) not in PAUSES for child in late)


def _ends_sentence_without_verb(verb: Token) -> bool:
    """Return whether a participle behind a name and a comma is all that a sentence has for a verb.

    Its form is that of the past, too, and it needs no object; headlines have no full stop.
    """
    noun = verb.head
    root = noun.head if noun.dep_ == "appos" else noun
    if root.dep_ != "ROOT" or root.pos_ not in NOUNS:
        return False
    if noun.pos_ != "PROPN" and not has_child(noun, "appos"):
        return False
    if verb.tag_ != "VBN" or not verb.lower_.endswith(REGULAR) or word_before(verb) != ",":
        return False
    if verb_lemma(verb) in WITH_OBJECT or has_child(verb, "agent", *AUXILIARIES):
        return False
    return verb.sent[-1].text == "." and not any(map(_is_main_verb, root.children))


def _is_main_verb(child: Token) -> bool:
    """Return whether a child of the root may be the verb that its sentence has."""
    return child.pos_ in VERBS and child.dep_ not in REDUCED | {"acl", "relcl"}


def is_verb_of_relative(verb: Token) -> bool:
    """Return whether a verb is that of a relative clause, though parsed as if it were reduced.

    So it is in "Ann, whom police arrested": its subject then seems to be the verb of the clause.
    """
    noun = verb.head
    if verb.dep_ != "acl" or noun.dep_ != "relcl" or noun.pos_ not in NOUNS:
        return False
    return any(child.tag_ in RELATIVES for child in noun.lefts)
