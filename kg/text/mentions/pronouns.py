"""Pronouns that stand for people and things: personal, possessive, reflexive, relative; no "it" that stands for nothing."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from spacy.tokens import Doc, Token

from kg.lang.en import word_set
from kg.model import Article, Gender, Kind, Mention, Passage

M, F, N = Gender.MALE, Gender.FEMALE, Gender.UNKNOWN
# form: person, plural, gender
FORMS: Mapping[str, tuple[int, bool, Gender]] = MappingProxyType(
    {
        **dict.fromkeys(("i", "me", "my", "mine", "myself"), (1, False, N)),
        **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), (1, True, N)),
        **dict.fromkeys(("you", "your", "yours", "yourself"), (2, False, N)),
        "yourselves": (2, True, N),
        **dict.fromkeys(("he", "him", "his", "himself"), (3, False, M)),
        **dict.fromkeys(("she", "her", "hers", "herself"), (3, False, F)),
        **dict.fromkeys(("it", "its", "itself"), (3, False, N)),
        **dict.fromkeys(
            ("they", "them", "their", "theirs", "themselves", "themself"), (3, True, N)
        ),
    }
)
RELATIVES = word_set("pronouns", "relative")
WEATHER = word_set("verbs", "weather")
SEEMING = word_set("verbs", "seeming")
CLAUSES = frozenset({"ccomp", "csubj", "csubjpass", "xcomp", "advcl", "acl", "relcl"})


def pronouns(doc: Doc, article: Article) -> Iterator[Mention]:
    """The mentions of kind PRONOUN, in text order."""
    for token in doc:
        form = token.lower_
        if (
            form in FORMS
            and token.pos_ in ("PRON", "DET", "PROPN", "NOUN")
            and not _is_expletive(token)
        ):
            if form != "us" or token.text != "US":
                yield _mention(token, article, *FORMS[form])
        elif form in RELATIVES and is_relative(token):
            yield _mention(token, article, 3, _stands_for_many(token), Gender.UNKNOWN)


def is_relative(token: Token) -> bool:
    """True for a pronoun that begins a relative clause ("the man who …"); not for questions, nor for "that" alone."""
    if token.lower_ == "where":
        return token.dep_ == "advmod" and token.head.dep_ == "relcl" and token.head.head.i < token.i
    if token.tag_ not in ("WP", "WP$", "WDT"):
        return False
    verb = token.head
    while (
        verb.dep_
        in ("aux", "prep", "pobj", "poss", "dobj", "nsubj", "nsubjpass", "attr", "compound")
        and verb.head != verb
    ):
        verb = verb.head
    return verb.dep_ == "relcl" and token.i < verb.i + 1


def _stands_for_many(token: Token) -> bool:
    """True where the noun before the relative clause is a plural, or its verb is."""
    for ancestor in token.ancestors:
        if ancestor.dep_ == "relcl":
            return "Plur" in ancestor.head.morph.get("Number", [])
    return False


def _is_expletive(token: Token) -> bool:
    """True for an "it" that stands for nothing: "it rains", "it is said that", "it is hard to", "it was X who"."""
    if token.lower_ != "it":
        return False
    if token.dep_ == "expl":
        return True
    if token.dep_ not in ("nsubj", "nsubjpass"):
        return False
    verb = token.head
    if verb.lemma_ in WEATHER:
        return True
    clauses = [child for child in verb.children if child.dep_ in CLAUSES and child.i > verb.i]
    with_that = any(_is_that_clause(clause) for clause in clauses)
    if verb.lemma_ in SEEMING or token.dep_ == "nsubjpass":
        return with_that
    return verb.lemma_ == "be" and _is_judgement(verb)


def _is_that_clause(clause: Token) -> bool:
    return clause.dep_ in ("ccomp", "csubj", "csubjpass") and any(
        c.dep_ == "nsubj" or c.dep_ == "nsubjpass" for c in clause.children
    )


def _is_judgement(verb: Token) -> bool:
    """True for "it is hard to …", "it is clear that …", "it is time to …"."""
    for child in verb.children:
        if child.dep_ == "acomp" and any(
            c.dep_ in ("xcomp", "ccomp", "advcl") for c in (*child.children, *verb.children)
        ):
            return True
        if child.dep_ == "attr" and child.lower_ in ("time", "shame", "pity", "wonder", "mistake"):
            return True
    return False


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
