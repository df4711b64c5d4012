"""What a teacher thinks of lessons, as lessons of the reader: knowledge distillation.

The reader learns the teacher's probabilities instead of yes and no (Hinton et al. 2015, "Distilling
the Knowledge in a Neural Network"), also of sentences that nobody has annotated. `opinions.py`
writes what a teacher thinks.
"""

import pickle
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
import torch
from annotated import Lesson
from network import Network
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits

from kg.text.reader.features import Features

LEAST = 0.15  # a word that the teacher takes for an event less has no roles to be learnt
OF_OPINION = 1.0  # weight of what the teacher thinks beside what is annotated
OF_ROLE, OF_STATE = 1.0, 0.5
OF_UNKNOWN = 0.6  # weight of a word of which no annotation tells


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a teacher thinks of a sentence of W words and M mentions, as probabilities.

    The words begin at the characters `starts`, the mentions are numbers of spans of the lesson.
    `events` is [W], `things` [M], `roles` [W, M, ROLES], `states` [W, STATES].
    """

    starts: tuple[int, ...]
    spans: tuple[int, ...]
    events: np.ndarray
    things: np.ndarray
    roles: np.ndarray
    states: np.ndarray


def write_opinions(found: Mapping[str, Opinion], path: Path) -> None:
    """Write opinions by the `key` of their lessons."""
    parts = {
        name: tuple(getattr(each, field.name) for field in fields(each))
        for name, each in found.items()
    }
    path.write_bytes(pickle.dumps(parts))


def read_opinions(paths: Sequence[Path]) -> dict[str, Opinion]:
    """Return the opinions of some files by the `key` of their lessons.

    What several of them have is the mean.
    """
    found: dict[str, list[tuple]] = defaultdict(list)
    for path in paths:
        for name, parts in pickle.loads(path.read_bytes()).items():
            found[name].append(parts)
    return {name: _mean(several) for name, several in found.items()}


def _mean(several: Sequence[tuple]) -> Opinion:
    """Return the mean of opinions on one lesson, of which the first two parts are the same."""
    starts, spans, *_ = several[0]
    means = [
        np.mean(part, axis=0, dtype=np.float32)
        for part in zip(*(parts[2:] for parts in several), strict=True)
    ]
    return Opinion(starts, spans, *means)


def key(lesson: Lesson) -> str:
    """Return what a lesson is known by: its article and its text."""
    return f"{lesson.article}\n{lesson.text}"


def loss_of_opinions(
    hidden: Tensor,
    batch: Sequence[Lesson],
    made: Sequence[Features],
    network: Network,
    opinions: Mapping[str, Opinion],
) -> Tensor:
    """Return the loss of a batch against the teacher's opinions, summed over words and mentions.

    `hidden` is [B, L, WIDTH]. What the teacher takes for an event counts the more, the surer it is,
    in roles and states. A lesson without an opinion counts nothing.
    """
    loss = torch.zeros(())
    for row, (lesson, each) in enumerate(zip(batch, made, strict=True)):
        opinion = opinions.get(key(lesson))
        if opinion is None or opinion.starts != tuple(each.starts):
            continue
        if opinion.spans == tuple(each.spans):
            loss = loss + _of_sentence(hidden[row], lesson, each, network, opinion)
    return loss


def _of_sentence(
    hidden: Tensor, lesson: Lesson, each: Features, network: Network, opinion: Opinion
) -> Tensor:
    weight_of = dict(zip(lesson.words, lesson.weights, strict=True))
    weights = torch.tensor([weight_of[start] or OF_UNKNOWN for start in each.starts])
    words = hidden[torch.as_tensor(each.words)]
    told = torch.from_numpy(opinion.events)
    loss = binary_cross_entropy_with_logits(
        network.events(words)[:, 0], told, weights, reduction="sum"
    )
    sure = told >= LEAST
    if not sure.any():
        return loss + _of_mentions(hidden, each, network, opinion)
    heavy, words = told[sure], words[sure]
    states = network.states(words).log_softmax(-1)
    loss = loss - OF_STATE * (heavy * (_at(opinion.states, sure) * states).sum(-1)).sum()
    if each.spans:
        roles = network.roles(words[:, None], _ends(hidden, each)[None]).log_softmax(-1)
        of_mention = (_at(opinion.roles, sure) * roles).sum(-1).sum(-1)
        loss = loss - OF_ROLE * (heavy * of_mention).sum()
    return loss + _of_mentions(hidden, each, network, opinion)


def _of_mentions(hidden: Tensor, each: Features, network: Network, opinion: Opinion) -> Tensor:
    if not each.spans:
        return torch.zeros(())
    logits = network.things(_ends(hidden, each))[:, 0]
    return binary_cross_entropy_with_logits(
        logits, torch.from_numpy(opinion.things), reduction="sum"
    )


def _ends(hidden: Tensor, each: Features) -> Tensor:
    first, last = torch.as_tensor(each.first), torch.as_tensor(each.last)
    return torch.cat([hidden[first], hidden[last]], 1)


def _at(probabilities: np.ndarray, sure: Tensor) -> Tensor:
    return torch.from_numpy(probabilities.astype(np.float32))[sure]
