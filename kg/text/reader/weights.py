"""Loads the weights of the learned reader and checks that they are whole.

A reader is a folder: `reader.onnx` (the network), `tokenizer.json`, and `reader.json`, which names the relations in the order of
the network's scores, how scores become probabilities, from which probability on a relation is believed, and the SHA-256 of the
other two files. `training/` makes such a folder.
"""

import json
import math
import os
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from kg.choices import DEFAULT_READER
from kg.errors import ReaderError
from kg.text.reader.relations import Relation, relations

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

OWN = Path(__file__).parent / "data"
NO_READER = "none"
ROUNDING = 0.01  # no probability is rounded by more
# From 1.29 on, onnxruntime writes a device id and a queue of usage events into the user's cache and
# tries to send them, unless this is "1" before it is imported; `disable_telemetry_events()` comes
# too late. It is assigned, not only set if it is missing: newskg promises that nothing is sent, and
# a "0" that was meant for other programs must not undo that. Every process that loads the network
# comes through here: this one, workers, and Ray's actors.
# Source: https://github.com/microsoft/onnxruntime/blob/main/docs/Privacy.md
NO_TELEMETRY = "ORT_DISABLE_TELEMETRY"
ADVICE = "install newskg again, or rebuild the weights as training/README.md tells; --reader none builds without them"


@dataclass(frozen=True)
class Description:
    """What `reader.json` says. A score s means the probability 1 / (1 + exp(-(scale · s + shift)))."""

    relations: list[str]
    scale: float
    shift: float
    floor: dict[str, float]
    sha256: dict[str, str]


@dataclass(frozen=True)
class Reader:
    """A learned reader that is ready to read. `floors` and `relations` go by the columns of the network's scores."""

    session: "InferenceSession"
    tokenizer: Tokenizer
    relations: tuple[Relation, ...]
    floors: tuple[float, ...]
    scale: float
    shift: float

    def probability(self, score: float) -> float:
        """The probability that a relation with this score is said, 0 to 1, two decimals.

        Two decimals, since the last digits of a score may differ from one kind of processor to another.
        """
        return round(1 / (1 + math.exp(-(self.scale * score + self.shift))), 2)

    def likely(self, scores: npt.NDArray[np.float32], share: float = 1.0) -> list[tuple[int, int]]:
        """Return the row and column of each score, row by row, whose probability may reach a share of its relation's floor.

        Few reach the whole of it.
        """
        least = self._least if share == 1.0 else self._scores_of(share)
        return [(int(row), int(column)) for row, column in np.argwhere(scores > least)]

    @cached_property
    def _least(self) -> npt.NDArray[np.float64]:
        return self._scores_of(1.0)

    def _scores_of(self, share: float) -> npt.NDArray[np.float64]:
        """Return the scores from which probabilities, rounded up, may reach a share of the floors."""
        floors = np.array(self.floors) * share - ROUNDING
        least: npt.NDArray[np.float64] = (np.log(floors / (1 - floors)) - self.shift) / self.scale
        return least


@lru_cache(maxsize=2)
def load_reader(name: str = DEFAULT_READER) -> Reader | None:
    """The reader of that name: "built-in", "none" (which gives nothing), or the path of a folder.

    Raises `ReaderError` where a file is missing, damaged, or does not fit this version.
    """
    if name == NO_READER:
        return None
    folder = OWN if name == DEFAULT_READER else Path(name)
    told = _description(folder)
    for file, expected in told.sha256.items():
        if sha256(_content(folder / file)).hexdigest() != expected:
            raise ReaderError(
                f"{folder / file} is damaged: it is not what reader.json says ({ADVICE})"
            )
    known = {relation.name: relation for relation in relations()}
    strange = sorted(set(told.relations) - known.keys())
    if strange:
        raise ReaderError(
            f"{folder / 'reader.json'} names relations that this version does not know: {', '.join(strange)}"
        )
    return Reader(
        _session(folder / "reader.onnx"),
        _tokenizer(folder / "tokenizer.json"),
        tuple(known[name] for name in told.relations),
        tuple(told.floor[name] for name in told.relations),
        told.scale,
        told.shift,
    )


def _description(folder: Path) -> Description:
    path = folder / "reader.json"
    try:
        told = Description(**json.loads(_content(path)))
    except (ValueError, TypeError) as error:
        raise ReaderError(f"{path} is damaged: {error} ({ADVICE})") from error
    lacking = sorted(set(told.relations) - told.floor.keys()) + sorted(
        {"reader.onnx", "tokenizer.json"} - told.sha256.keys()
    )
    if lacking:
        raise ReaderError(f"{path} says nothing of {', '.join(lacking)} ({ADVICE})")
    return told


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ReaderError(
            f"the learned reader needs {path}: {error.strerror or error} ({ADVICE})"
        ) from error


def _session(path: Path) -> "InferenceSession":
    """The network, on one thread: articles are shared out among processes, not within one.

    The fused kernel of skip and norm is slower than the two by themselves, and its memory pattern serves inputs of one shape.
    """
    os.environ[NO_TELEMETRY] = "1"
    from onnxruntime import (
        InferenceSession,
        SessionOptions,
    )  # late: it costs a moment that `--reader none` need not spend

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_mem_pattern = False
    slower = ["SkipLayerNormFusion"]
    return InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=slower
    )


def _tokenizer(path: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer
