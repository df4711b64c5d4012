"""Classes of names that the learned reader corrects: what is married is a person, whatever the name looked like.

The class of a new name is guessed from its words and its neighbours. Where the reader is sure of a relation that only a thing
of another class can have, and of none that fits the guess, the name gets that class. What a title, a pronoun or a gazetteer
tells of a name is no guess.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.gazetteer import is_given_name
from kg.model import Chain, Gender
from kg.text.reader.candidates import Candidate
from kg.text.reader.scores import SPEAKS_OF_CLASS, Prediction

GUESSED = frozenset(
    {
        "",
        "schema:Person",
        "schema:Organization",
        "schema:Place",
        "schema:Product",
        "schema:CreativeWork",
        "sem:Event",
        "kg:Law",
    }
)
CLASS_OF_WORD = {
    "person": "schema:Person",
    "organization": "schema:Organization",
    "place": "schema:Place",
}

SURE = 0.7  # from which probability on a relation tells the class of a name that was guessed by more than its form

Votes = dict[
    int, dict[str, float]
]  # number of a chain → class → how sure the reader is of a relation that asks for it


def retyped(chains: Sequence[Chain], seen: Iterable[Prediction]) -> tuple[Chain, ...]:
    """The chains, those of them with another class of which the reader is sure."""
    votes = _votes(seen)
    return tuple(_reclassed(chain, votes.get(number, {})) for number, chain in enumerate(chains))


def _votes(seen: Iterable[Prediction]) -> Votes:
    votes: Votes = {}
    for each in seen:
        for end, words in (
            (each.subject, each.relation.subject_words),
            (each.object, each.relation.object_words),
        ):
            if len(words) == 1 or words == ("place", "country"):
                _vote(votes, end, CLASS_OF_WORD.get(words[0], ""), each.probability)
    return votes


def _vote(votes: Votes, end: Candidate, class_: str, probability: float) -> None:
    if end.chain >= 0 and class_:
        of_chain = votes.setdefault(end.chain, {})
        of_chain[class_] = max(of_chain.get(class_, 0.0), probability)


def _reclassed(chain: Chain, votes: dict[str, float]) -> Chain:
    """The chain with the class of the surest vote, unless another class has a vote, too, or its own is no guess."""
    if len(votes) != 1 or not _is_guess(chain):
        return chain
    ((class_, probability),) = votes.items()
    return (
        replace(chain, type=class_)
        if class_ != chain.type and probability >= _needed(chain)
        else chain
    )


def _needed(chain: Chain) -> float:
    """The probability that tells another class than the chain has: the better founded the guess, the more."""
    if not chain.type:
        return 0.0
    unlike_person = chain.type == "schema:Person" and not is_given_name(chain.name.split()[0])
    return SPEAKS_OF_CLASS if unlike_person else SURE


def _is_guess(chain: Chain) -> bool:
    told = any(mention.title or mention.country for mention in chain.mentions if mention.is_name)
    return (
        bool(chain.name) and chain.type in GUESSED and chain.gender is Gender.UNKNOWN and not told
    )
