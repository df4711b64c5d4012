"""Pronouns that stand for people and things: personal, possessive, reflexive, relative.

An "it" that stands for nothing is none.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.lang.en import word_set, word_values
from kg.model import Article, Gender, Kind, Mention
from kg.text.parse import children_with, has_child, neighbour, passage_of
from kg.text.parse.labels import (
    CLAUSE_SUBJECTS,
    NOUN_SUBJECTS,
    NOUNS,
    NOUNS_AND_PRONOUNS,
    RELATIVE_PRONOUNS,
    VERBS,
)


@dataclass(frozen=True, slots=True)
class Form:
    """The person, number and gender of what a pronoun stands for."""

    person: int
    plural: bool
    gender: Gender = Gender.UNKNOWN


def _forms() -> Mapping[str, Form]:
    """Return what each pronoun says of its thing."""
    forms: dict[str, Form] = {}
    for form, value in word_values("pronouns", "subject-or-object").items():
        person, number, *gender = value.split()
        forms[form] = Form(int(person), number == "p", Gender("".join(gender)))
    return forms


FORMS = _forms()
RELATIVES = word_set("pronouns", "relative")
WEATHER = word_set("verbs", "weather")
SEEMING = word_set("verbs", "seeming")
WITHOUT_A_SUBJECT = word_set("nouns", "without-a-subject")
MAY_BE_PRONOUN = NOUNS_AND_PRONOUNS | {"DET"}
OF_PEOPLE = word_set("pronouns", "personal-relative") | {"whose"}
NOUNS_AND_NUMBERS = NOUNS | {"NUM"}
RELATIVE_TAGS = RELATIVE_PRONOUNS | {"WP$"}
IN_CLAUSE = word_set("labels", "within-relative-clause")
COORDINATED_CLAUSES = frozenset({"conj", "xcomp"})
THAT_CLAUSES = CLAUSE_SUBJECTS | {"ccomp"}
JUDGED_CLAUSES = word_set("labels", "judged-clause")


def pronouns(doc: Doc, article: Article) -> Iterator[Mention]:
    """Yield the mentions of kind PRONOUN, in text order."""
    for token in doc:
        form = _form_of(token)
        if form:
            yield _mention(token, form, article)


def _form_of(token: Token) -> Form | None:
    """Return what a pronoun says of its thing; None if the word is none or stands for nothing."""
    if _is_pronoun(token):
        return None if _is_country(token) else FORMS[token.lower_]
    if token.lower_ in RELATIVES and is_relative(token):
        return Form(3, _stands_for_many(token))
    return None


def _is_pronoun(token: Token) -> bool:
    """Return whether a word is a pronoun that stands for something."""
    if token.lower_ not in FORMS:
        return False
    return token.pos_ in MAY_BE_PRONOUN and not _is_expletive(token)


def _is_country(token: Token) -> bool:
    """Return whether a word is the "US" that looks like a pronoun."""
    return token.text == "US"


def is_relative(token: Token) -> bool:
    """Return whether a pronoun begins a relative clause ("the man who …").

    It does not in questions, nor does "that" alone.
    """
    if token.lower_ == "where":
        return _is_relative_where(token)
    if token.tag_ not in RELATIVE_TAGS:
        return False
    verb = token.head
    while verb.dep_ in IN_CLAUSE and verb.head != verb:
        verb = verb.head
    if token.i <= verb.i and _first_of_clauses(verb).dep_ == "relcl":
        return True
    return token.lower_ in OF_PEOPLE and _is_behind_noun_and_comma(token)


def _is_behind_noun_and_comma(token: Token) -> bool:
    """Return whether a comma and a noun, or an age, stand before a pronoun: "Ada Lund, 34, who"."""
    comma = neighbour(token, -1)
    if comma is None or comma.text != ",":
        return False
    if comma.sent != token.sent:
        return False
    before = neighbour(comma, -1)
    return before is not None and before.pos_ in NOUNS_AND_NUMBERS


def _first_of_clauses(verb: Token) -> Token:
    """Return the relative verb that a verb is coordinated with or an infinitive of.

    It is "leads" for "wants" in "who leads it and who wants more".
    """
    while verb.dep_ in COORDINATED_CLAUSES and verb.head.pos_ in VERBS:
        verb = verb.head
    return verb


def _is_relative_where(where: Token) -> bool:
    """Return whether a "where" begins a clause behind the place that it stands for."""
    if where.dep_ != "advmod":
        return False
    verb = where.head
    return verb.dep_ == "relcl" and verb.head.i < where.i


def _stands_for_many(token: Token) -> bool:
    """Return whether the noun before the relative clause is a plural, or its verb is."""
    for ancestor in token.ancestors:
        if ancestor.dep_ == "relcl":
            return "Plur" in ancestor.head.morph.get("Number", [])
    return False


def _is_expletive(token: Token) -> bool:
    """Return whether an "it" stands for nothing.

    "It rains", "it is said that", "it is hard to", "it was X who".
    """
    if token.lower_ != "it":
        return False
    if token.dep_ == "expl":
        return True
    return token.dep_ in NOUN_SUBJECTS and _is_empty_subject(token)


def _is_empty_subject(token: Token) -> bool:
    """Return whether the verb of an "it" says nothing of any thing."""
    verb = token.head
    if verb.lemma_ in WEATHER:
        return True
    if verb.lemma_ in SEEMING or token.dep_ == "nsubjpass":
        return any(clause.i > verb.i for clause in _that_clauses(verb))
    return verb.lemma_ == "be" and _is_judgement(verb)


def _that_clauses(verb: Token) -> Iterator[Token]:
    """Yield the clauses below a verb that have a subject of their own: "that they left"."""
    for clause in children_with(verb, *THAT_CLAUSES):
        if has_child(clause, *NOUN_SUBJECTS):
            yield clause


def _is_judgement(verb: Token) -> bool:
    """Return whether a verb is that of "it is hard to …", "it is clear that …", "it is time"."""
    if has_child(verb, "attr", words=WITHOUT_A_SUBJECT):
        return True
    adjectives = list(children_with(verb, "acomp"))
    if not adjectives:
        return False
    return any(has_child(judging, *JUDGED_CLAUSES) for judging in (verb, *adjectives))


def _mention(token: Token, form: Form, article: Article) -> Mention:
    passage = passage_of(token, article.id)
    return Mention(
        passage=passage,
        text=passage.of(article.text),
        kind=Kind.PRONOUN,
        head=token.idx,
        gender=form.gender,
        plural=form.plural,
        person=form.person,
        definite=True,
    )
