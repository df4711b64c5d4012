"""How a claim stands in its text: its factuality and its speaker, from the verb that carries it."""

from dataclasses import dataclass

from spacy.tokens import Token

from kg.model import Factuality, Mention
from kg.relations.attribution import attribution
from kg.relations.factuality import factuality
from kg.relations.scene import Scene


@dataclass(frozen=True)
class Stance:
    """What a claim's factuality is and who is answerable for it (`None`: the article)."""

    factuality: Factuality
    speaker: Mention | None


TOLD = Stance(Factuality.ASSERTED, None)


def stance(verb: Token, scene: Scene) -> Stance:
    """The stance of what a clause says: its own signs first, then who reports it."""
    if verb.i not in scene.stance_at:
        scene.stance_at[verb.i] = _stance(verb, scene)
    return scene.stance_at[verb.i]


def _stance(verb: Token, scene: Scene) -> Stance:
    own = factuality(verb)
    source = attribution(verb, scene)
    if source is None:
        return Stance(own, None)
    return Stance(source.factuality if own is Factuality.ASSERTED else own, source.speaker)


def presupposed(noun: Token, scene: Scene) -> Stance:
    """The stance of what a noun phrase takes for granted ("Acme's founder, Ann Bolt"): only a direct quotation makes it reported.

    Such phrases keep their truth under negation and modals ("The founder, Ann Bolt, did not come").
    """
    for quote in scene.quotes:
        if not quote.indirect and quote.passage.start <= noun.idx < quote.passage.end:
            return Stance(Factuality.REPORTED, quote.speaker)
    return TOLD
