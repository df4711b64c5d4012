"""The network of the learned reader: a small BERT encoder, and a head that scores pairs.

The encoder is MiniLM (Wang et al. 2020, "MiniLM: Deep Self-Attention Distillation"), as packaged in
all-MiniLM-L6-v2. The types of mentions are its token types: typed spans as in Zhong and Chen 2021
("A Frustratingly Easy Approach for Entity and Relation Extraction"), but without further tokens.
Each pair attends to the sentence as in ATLOP's localized context (Zhou et al. 2021).
"""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn.functional import gelu, normalize, scaled_dot_product_attention

from kg.text.reader.features import BUCKETS, TOKEN_TYPES

WIDTH, HEADS, INNER, VOCABULARY, POSITIONS = 384, 12, 1536, 30522, 512
PAIR = 256  # width of a pair's representation
KINDS = 48  # of events, at most
LIKENESS = 32  # width of the vector by which words that tell of one event are alike
PART = 128  # width of a word and a mention together, of which a role is told
ROLES, STATES = 8, 4  # classes of the role of a mention in an event, and of whether it happened
CONTEXT = 128  # width of the attention of a pair over the sentence
EPSILON = 1e-12


class Layer(nn.Module):
    """A transformer layer, post-norm, as in BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm, self.last_norm = nn.LayerNorm(WIDTH, EPSILON), nn.LayerNorm(WIDTH, EPSILON)
        self.dropout = nn.Dropout(0.1)

    def forward(self, hidden: Tensor, mask: Tensor | None) -> Tensor:
        """Return the vectors of the pieces after this layer, [B, L, WIDTH].

        `hidden` are those before it; `mask` [B, 1, 1, L] is True where a piece is.
        """
        size = hidden.shape[:2]
        query, key, value = (
            part(hidden).view(*size, HEADS, WIDTH // HEADS).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        if mask is None:  # for the export: plain matrix products, which are then made integer
            weight = torch.softmax(query @ key.transpose(2, 3) / (WIDTH // HEADS) ** 0.5, -1)
            mixed = weight @ value
        else:
            mixed = scaled_dot_product_attention(query, key, value, attn_mask=mask)
        mixed = mixed.transpose(1, 2).reshape(*size, WIDTH)
        hidden = self.norm(hidden + self.dropout(self.output(mixed)))
        return self.last_norm(hidden + self.dropout(self.outer(gelu(self.inner(hidden)))))


class Encoder(nn.Module):
    """The part that makes vectors of word pieces and token types."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.types = nn.Embedding(TOKEN_TYPES, WIDTH)
        self.norm, self.dropout = nn.LayerNorm(WIDTH, EPSILON), nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))

    def forward(self, ids: Tensor, types: Tensor, mask: Tensor | None) -> Tensor:
        """Return the vectors [B, L, WIDTH] of pieces, by their `ids` and `types` [B, L]."""
        places = torch.arange(ids.shape[1])
        hidden = self.dropout(
            self.norm(self.words(ids) + self.positions(places) + self.types(types))
        )
        for layer in self.layers:
            hidden = layer(hidden, mask)
        return hidden


class Judge(nn.Module):
    """A head with one hidden layer, which gives logits for each of some vectors."""

    def __init__(self, width: int, logits: int) -> None:
        super().__init__()
        self.inner, self.outer = nn.Linear(width, PAIR), nn.Linear(PAIR, logits)
        self.dropout = nn.Dropout(0.2)

    def forward(self, vectors: Tensor) -> Tensor:
        """Return the logits of vectors; the last dimension is the one that changes."""
        return self.outer(self.dropout(gelu(self.inner(self.dropout(vectors)))))


class Roles(nn.Module):
    """A head that tells for each word and mention which role the mention has in what is told."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.word, self.mention = nn.Linear(width, 2 * PART), nn.Linear(2 * width, 2 * PART)
        self.scores = nn.Linear(2 * PART, ROLES)
        self.dropout = nn.Dropout(0.2)

    def forward(self, words: Tensor, ends: Tensor) -> Tensor:
        """Return the logits [..., ROLES] of pairs of vectors of words and of ends of mentions.

        `words` [..., width] and `ends` [..., 2 · width] are broadcast against each other.
        """
        added, told = self.word(self.dropout(words)).split(PART, -1)
        more, filled = self.mention(self.dropout(ends)).split(PART, -1)
        pair = torch.cat([gelu(added + more), torch.tanh(told) * torch.tanh(filled)], -1)
        return self.scores(self.dropout(pair))


class Network(nn.Module):
    """An encoder, by default of the reader's own size, and its heads, as wide as its vectors.

    One gives a logit for every pair and relation; `events` one for each word, whether it tells an
    event that belongs in the graph, then one for each kind of event, which only training needs;
    `things` one for each mention, whether it means a thing that belongs in the graph. `likeness`
    gives a vector for each word: those of words that tell of one event are alike. `roles` gives
    logits for each word and mention, which role it has in what the word tells, the first for none;
    `states` for each word, whether that happened, is planned, is possible, or is denied.
    """

    def __init__(
        self, relations: int, layers: int = 6, width: int = WIDTH, encoder: nn.Module | None = None
    ) -> None:
        super().__init__()
        self.encoder = encoder or Encoder(layers)
        self.subject, self.value = nn.Linear(2 * width, PAIR), nn.Linear(2 * width, PAIR)
        self.asks, self.answers = nn.Linear(2 * PAIR, CONTEXT), nn.Linear(width, CONTEXT)
        self.gap = nn.Embedding(BUCKETS, PAIR)
        self.mixed = nn.Linear(3 * PAIR + width, PAIR)
        self.dropout = nn.Dropout(0.2)
        self.scores = nn.Linear(PAIR, relations)
        self.events, self.things = Judge(width, 1 + KINDS), Judge(2 * width, 1)
        self.likeness = nn.Linear(width, LIKENESS)
        self.roles, self.states = Roles(width), Judge(width, STATES)
        # What the cosine of two such vectors means, as log-odds; only training needs it.
        self.slope, self.shift = nn.Parameter(torch.tensor(8.0)), nn.Parameter(torch.tensor(-4.0))

    def head(
        self,
        hidden: Tensor,
        mask: Tensor | None,
        first: Tensor,
        last: Tensor,
        pairs: Tensor,
        gap: Tensor,
    ) -> Tensor:
        """Return the logits [B, P, R] of pairs.

        `hidden` is [B, L, WIDTH], `mask` [B, 1, L] or None, `first` and `last` are [B, M], `pairs`
        [B, P, 2], `gap` [B, P].
        """
        rows = torch.arange(hidden.shape[0])[:, None]
        ends = torch.cat([hidden[rows, first], hidden[rows, last]], 2)
        subject, value = (
            torch.tanh(self.subject(ends))[rows, pairs[:, :, 0]],
            torch.tanh(self.value(ends))[rows, pairs[:, :, 1]],
        )
        weight = (
            self.asks(torch.cat([subject, value], 2))
            @ self.answers(hidden).transpose(1, 2)
            / CONTEXT**0.5
        )
        weight = torch.softmax(weight if mask is None else weight.masked_fill(~mask, -1e4), 2)
        pair = torch.cat([subject + self.gap(gap), value, subject * value, weight @ hidden], 2)
        return self.scores(self.dropout(gelu(self.mixed(pair))))

    def forward(
        self,
        ids: Tensor,
        types: Tensor,
        first: Tensor,
        last: Tensor,
        pairs: Tensor,
        gap: Tensor,
        words: Tensor,
    ) -> tuple[Tensor, ...]:
        """Return the logits of one sentence, as it is exported, of pairs, words and mentions.

        The shapes are those of `head` with B = 1, [1, W] for words and [1, M] for mentions; `words`
        [1, W] are the pieces at which words begin. Then come the vectors [1, W, LIKENESS] of the
        words, of length 1, and the logits of roles [1, W, M, ROLES] and of states [1, W, STATES].
        """
        hidden = self.encoder(ids, types, None)
        relations = self.head(hidden, None, first, last, pairs, gap)
        told = hidden[:, words[0]]
        ends = torch.cat([hidden[:, first[0]], hidden[:, last[0]]], 2)
        vectors = normalize(self.likeness(told), dim=2)
        roles, states = self.roles(told[:, :, None], ends[:, None]), self.states(told)
        events, things = self.events(told)[:, :, 0], self.things(ends)[:, :, 0]
        return relations, events, things, vectors, roles, states


def pretrained(folder: Path, relations: int, layers: int = 6) -> Network:
    """Return a network whose encoder has the weights of a BERT model in safetensors.

    If fewer layers are asked for than the model has, they are evenly spaced ones of it.
    """
    source, network = load_file(folder / "model.safetensors"), Network(relations, layers)
    own: dict[str, Tensor] = {}
    for name, ours in (("word_embeddings", "words"), ("position_embeddings", "positions")):
        own[f"{ours}.weight"] = source[f"embeddings.{name}.weight"]
    types = torch.randn(TOKEN_TYPES, WIDTH) * 0.02
    types[0] = 0
    own["types.weight"] = types + source["embeddings.token_type_embeddings.weight"][0]
    parts = {
        "attention.self.query": "query",
        "attention.self.key": "key",
        "attention.self.value": "value",
        "attention.output.dense": "output",
        "attention.output.LayerNorm": "norm",
        "intermediate.dense": "inner",
        "output.dense": "outer",
        "output.LayerNorm": "last_norm",
    }
    kept = sorted({round(step * 5 / (layers - 1)) for step in range(layers)})
    for kind in ("weight", "bias"):
        own[f"norm.{kind}"] = source[f"embeddings.LayerNorm.{kind}"]
        for number, at in enumerate(kept):
            for theirs, ours in parts.items():
                own[f"layers.{number}.{ours}.{kind}"] = source[
                    f"encoder.layer.{at}.{theirs}.{kind}"
                ]
    network.encoder.load_state_dict(own)
    return network
