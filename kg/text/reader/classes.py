"""Classes of names that the learned reader corrects: what is married is a person.

The class of a new name is guessed from its words and its neighbours. If the reader is sure of a
relation that only a thing of another class can have, and of none that fits the guess, the name gets
that class. What a title, a pronoun or a gazetteer says of a name is no guess.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.gazetteer import is_given_name
from kg.model import Chain, Gender
from kg.text.reader.candidates import Candidate
from kg.text.reader.entity_types import Demand
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
# By all that a relation demands of one of its ends.
CLASS_OF_DEMANDS = {
    (Demand.PERSON,): "schema:Person",
    (Demand.ORGANIZATION,): "schema:Organization",
    (Demand.PLACE,): "schema:Place",
    (Demand.PLACE, Demand.COUNTRY): "schema:Place",
}
# From which probability on a relation decides a class that was guessed by more than form.
SURE = 0.7

# Number of a chain → class → how sure the reader is of a relation that asks for it.
Votes = dict[int, dict[str, float]]
Demanded = tuple[Candidate, str]  # an end of a prediction, and the class that it must be of


def retyped(chains: Sequence[Chain], predicted: Iterable[Prediction]) -> tuple[Chain, ...]:
    """Return the chains, those of them with another class of which the reader is sure."""
    votes = _votes(predicted)
    votes_of_chains = [votes.get(number, {}) for number in range(len(chains))]
    return tuple(map(_retyped, chains, votes_of_chains))


def _votes(predicted: Iterable[Prediction]) -> Votes:
    """Return for each chain how sure the reader is of each class that it asks for."""
    votes: Votes = {}
    for prediction in predicted:
        for end, class_ in _demands(prediction):
            of_chain = votes.setdefault(end.chain, {})
            of_chain[class_] = max(of_chain.get(class_, 0.0), prediction.probability)
    return votes


def _demands(prediction: Prediction) -> Iterator[Demanded]:
    """Yield the ends of a prediction that must be of one class, each with that class."""
    relation = prediction.relation
    demands = (relation.subject_demands, relation.object_demands)
    for end, demanded in zip(prediction.ends, demands, strict=True):
        class_ = CLASS_OF_DEMANDS.get(demanded, "")
        if class_ and end.chain >= 0:
            yield end, class_


def _retyped(chain: Chain, votes: dict[str, float]) -> Chain:
    """Return the chain with the class of the surest vote.

    It keeps its own if another class has a vote, too, or its own is no guess.
    """
    if len(votes) != 1 or not _is_guess(chain):
        return chain
    ((class_, probability),) = votes.items()
    if class_ == chain.type or probability < _needed(chain):
        return chain
    return replace(chain, type=class_)


def _needed(chain: Chain) -> float:
    """Return the probability that decides for another class: the better the guess, the more."""
    if not chain.type:
        return 0.0
    given_name = chain.name.split()[0]
    is_unlike_person = chain.type == "schema:Person" and not is_given_name(given_name)
    return SPEAKS_OF_CLASS if is_unlike_person else SURE


def _is_guess(chain: Chain) -> bool:
    """Return whether the class of a named chain was guessed from the form of its names."""
    if chain.gender is not Gender.UNKNOWN or chain.type not in GUESSED:
        return False
    if not chain.name:
        return False
    names = (mention for mention in chain.mentions if mention.is_name)
    is_told = any(name.title or name.country for name in names)
    return not is_told
