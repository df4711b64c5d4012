"""Pronouns that stand for people and things: personal, possessive, reflexive, relative.

An "it" that stands for nothing is none.
"""

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Token

from kg.lang.en import word_set, word_values
from kg.model import Article, Gender, Kind, Mention, Passage
from kg.text.parse import children_with, has_child
from kg.text.parse.labels import (
    CLAUSE_SUBJECTS,
    NOUN_CLAUSES,
    NOUN_SUBJECTS,
    NOUNS_AND_PRONOUNS,
    RELATIVE_PRONOUNS,
)

GENDERS = {"m": Gender.MALE, "f": Gender.FEMALE, "": Gender.UNKNOWN}


def _forms() -> Mapping[str, tuple[int, bool, Gender]]:
    """Return the person, whether it is a plural, and the gender of each pronoun."""
    forms: dict[str, tuple[int, bool, Gender]] = {}
    for form, value in word_values("pronouns", "subject-or-object").items():
        person, number, *gender = value.split()
        forms[form] = (int(person), number == "p", GENDERS["".join(gender)])
    return forms


FORMS = _forms()
RELATIVES = word_set("pronouns", "relative")
WEATHER = word_set("verbs", "weather")
SEEMING = word_set("verbs", "seeming")
WITHOUT_A_SUBJECT = word_set("nouns", "without-a-subject")
MAY_BE_PRONOUN = NOUNS_AND_PRONOUNS | {"DET"}
RELATIVE_TAGS = RELATIVE_PRONOUNS | {"WP$"}
# Dependencies: from a relative pronoun up to the verb of its clause.
IN_CLAUSE = NOUN_SUBJECTS | {"aux", "prep", "pobj", "poss", "dobj", "attr", "compound"}
THAT_CLAUSES = CLAUSE_SUBJECTS | {"ccomp"}
JUDGED_CLAUSES = ("xcomp", "ccomp", "advcl")  # "hard to do", "clear that they left"
CLAUSES = THAT_CLAUSES | NOUN_CLAUSES | {"xcomp", "advcl"}


def pronouns(doc: Doc, article: Article) -> Iterator[Mention]:
    """Yield the mentions of kind PRONOUN, in text order."""
    for token in doc:
        form = token.lower_
        if form in FORMS and token.pos_ in MAY_BE_PRONOUN and not _is_expletive(token):
            if token.text != "US":
                yield _mention(token, article, *FORMS[form])
        elif form in RELATIVES and is_relative(token):
            yield _mention(token, article, 3, _stands_for_many(token), Gender.UNKNOWN)


def is_relative(token: Token) -> bool:
    """Return whether a pronoun begins a relative clause ("the man who …").

    It does not in questions, nor does "that" alone.
    """
    if token.lower_ == "where":
        in_clause = token.dep_ == "advmod" and token.head.dep_ == "relcl"
        return in_clause and token.head.head.i < token.i
    if token.tag_ not in RELATIVE_TAGS:
        return False
    verb = token.head
    while verb.dep_ in IN_CLAUSE and verb.head != verb:
        verb = verb.head
    return verb.dep_ == "relcl" and token.i < verb.i + 1


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
    if token.dep_ not in NOUN_SUBJECTS:
        return False
    verb = token.head
    if verb.lemma_ in WEATHER:
        return True
    if verb.lemma_ in SEEMING or token.dep_ == "nsubjpass":
        clauses = (child for child in children_with(verb, *CLAUSES) if child.i > verb.i)
        return any(_is_that_clause(clause) for clause in clauses)
    return verb.lemma_ == "be" and _is_judgement(verb)


def _is_that_clause(clause: Token) -> bool:
    return clause.dep_ in THAT_CLAUSES and has_child(clause, *NOUN_SUBJECTS)


def _is_judgement(verb: Token) -> bool:
    """Return whether a verb is that of "it is hard to …", "it is clear that …", "it is time"."""
    if has_child(verb, "attr", words=WITHOUT_A_SUBJECT):
        return True
    adjectives = list(children_with(verb, "acomp"))
    if adjectives and has_child(verb, *JUDGED_CLAUSES):
        return True
    return any(has_child(adjective, *JUDGED_CLAUSES) for adjective in adjectives)


def _mention(token: Token, article: Article, person: int, plural: bool, gender: Gender) -> Mention:
    passage = Passage(article.id, token.idx, token.idx + len(token))
    return Mention(
        passage,
        passage.of(article.text),
        Kind.PRONOUN,
        token.idx,
        gender=gender,
        plural=plural,
        person=person,
        definite=True,
    )
