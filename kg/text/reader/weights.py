"""Loading the weights of the learned reader, with a check that they are whole.

A reader is a folder: `reader.onnx` (the network), `tokenizer.json`, and `reader.json`, which names
the relations in the order of the network's scores, how scores become probabilities, from which
probability on a relation is believed, and the SHA-256 of the other two files. `training/` makes
such a folder.
"""

import json
import math
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from kg.choices import DEFAULT_READER
from kg.errors import ReaderError
from kg.text.reader.relations import Relation, relations
from kg.text.reader.word_pieces import WordPieces

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Scores = npt.NDArray[np.float32]
Floats = npt.NDArray[np.float64]

OWN = Path(__file__).parent / "data"
NO_READER = "none"
OUTPUTS = 6  # of the network: relations, events, things, vectors, roles, states
ROUNDING = 0.01  # no probability is rounded by more
# From 1.29 on, onnxruntime writes a device id and a queue of usage events into the user's cache and
# tries to send them, unless this is "1" before it is imported; `disable_telemetry_events()` comes
# too late. It is assigned, not only set if it is missing: newskg promises that nothing is sent, and
# a "0" that was meant for other programs must not undo that. Every process that loads the network
# comes through here: this one, workers, and Ray's actors.
# Source: https://github.com/microsoft/onnxruntime/blob/main/docs/Privacy.md
NO_TELEMETRY = "ORT_DISABLE_TELEMETRY"


@dataclass(frozen=True)
class Description:
    """The content of `reader.json`; `floor` gives the threshold of each relation.

    A score s means the probability 1 / (1 + exp(-(scale · s + shift))).
    """

    relations: list[str]
    scale: float
    shift: float
    floor: dict[str, float]
    sha256: dict[str, str]


@dataclass(frozen=True)
class Reader:
    """A learned reader that is ready to read.

    `thresholds` and `relations` go by the columns of the network's scores.
    """

    session: "InferenceSession"
    pieces: WordPieces
    relations: tuple[Relation, ...]
    thresholds: tuple[float, ...]
    scale: float
    shift: float

    def probability(self, score: float) -> float:
        """Return the probability that a relation with this score is said, 0 to 1, two decimals.

        Two decimals, since the last digits of a score may differ between kinds of processors.
        """
        return probability_of(self.scale * score + self.shift)

    def likely(self, scores: Scores, share: float = 1.0) -> list[tuple[int, int]]:
        """Return the row and column of each score that may reach a share of its threshold.

        They come row by row. Few reach the whole of it.
        """
        least = self._least if share == 1.0 else self._scores_of(share)
        rows, columns = np.nonzero(scores > least)
        return list(zip(rows.tolist(), columns.tolist(), strict=True))

    @cached_property
    def _least(self) -> Floats:
        return self._scores_of(1.0)

    def _scores_of(self, share: float) -> Floats:
        """Return the scores whose probabilities, rounded up, may reach a share of thresholds."""
        needed = np.array(self.thresholds) * share - ROUNDING
        logits = np.log(needed / (1 - needed))
        least: Floats = (logits - self.shift) / self.scale
        return least


def probability_of(logit: float) -> float:
    """Return the probability of some log-odds, two decimals.

    >>> probability_of(0.0), probability_of(-2.0)
    (0.5, 0.12)
    """
    return round(1 / (1 + math.exp(-logit)), 2)


@lru_cache(maxsize=2)
def load_reader(name: str = DEFAULT_READER) -> Reader | None:
    """Return the reader of that name: "built-in", None for "none", or that of a folder's path.

    Raises `ReaderError` if a file is missing, damaged, or does not fit this version.
    """
    if name == NO_READER:
        return None
    folder = OWN if name == DEFAULT_READER else Path(name)
    description = _description(folder)
    for name_of_file, expected in description.sha256.items():
        path = folder / name_of_file
        if sha256(_content(path)).hexdigest() != expected:
            raise _error(f"{path} is damaged: it is not what reader.json says")
    names = description.relations
    session = _session(folder / "reader.onnx")
    if len(session.get_outputs()) != OUTPUTS:
        raise _error(f"{folder / 'reader.onnx'} was made for another version of newskg")
    return Reader(
        session=session,
        pieces=_pieces(folder / "tokenizer.json"),
        relations=_relations(names, folder),
        thresholds=tuple(map(description.floor.__getitem__, names)),
        scale=description.scale,
        shift=description.shift,
    )


def _relations(names: Sequence[str], folder: Path) -> tuple[Relation, ...]:
    """Return the relations of some names, which the reader in a folder knows."""
    known = {relation.name: relation for relation in relations()}
    strange = sorted(set(names) - known.keys())
    if strange:
        unknown = ", ".join(strange)
        file = folder / "reader.json"
        raise ReaderError(f"{file} names relations that this version does not know: {unknown}")
    return tuple(known[name] for name in names)


def _description(folder: Path) -> Description:
    """Return the content of the `reader.json` of a folder; raises `ReaderError`."""
    path = folder / "reader.json"
    try:
        description = Description(**json.loads(_content(path)))
    except (ValueError, TypeError) as error:
        raise _error(f"{path} is damaged: {error}") from error
    without_floor = set(description.relations) - description.floor.keys()
    without_hash = {"reader.onnx", "tokenizer.json"} - description.sha256.keys()
    lacking = [*sorted(without_floor), *sorted(without_hash)]
    if lacking:
        raise _error(f"{path} says nothing of {', '.join(lacking)}")
    return description


def _pieces(path: Path) -> WordPieces:
    """Return the word pieces of a `tokenizer.json`; raises `ReaderError`."""
    try:
        return WordPieces.from_json(_content(path))
    except (ValueError, KeyError, TypeError) as error:
        raise _error(f"{path} has no list of word pieces") from error


def _content(path: Path) -> bytes:
    """Return the bytes of a file; raises `ReaderError` if it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        cause = error.strerror or error
        raise _error(f"the learned reader needs {path}: {cause}") from error


def _error(fault: str) -> ReaderError:
    """Return the error of a fault of the files, with what may mend it."""
    return ReaderError(
        f"{fault} (install newskg again, or rebuild the weights as training/README.md tells; "
        "--reader none builds without them)"
    )


def _session(path: Path) -> "InferenceSession":
    """Return the network, on one thread: articles are shared out among processes.

    The fused kernel of skip and norm is slower than the two by themselves, and its memory pattern
    serves inputs of one shape.
    """
    os.environ[NO_TELEMETRY] = "1"
    # Late: it costs a moment that `--reader none` need not spend.
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_mem_pattern = False
    slower = ["SkipLayerNormFusion"]
    return InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=slower
    )
