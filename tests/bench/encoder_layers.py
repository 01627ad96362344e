"""The shipped encoder in PyTorch, read from its ONNX file, so that its layers can be trained.

BERT's layers (Devlin et al. 2018) as all-MiniLM-L6-v2 has them, in bfloat16. Needs the extra `train`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch.nn import functional

LAYERS, HEADS = 6, 12
MATRICES = 6  # of a layer: query, key, value, what attention gives, into the feed-forward, out of it
KIND = torch.bfloat16
EPSILON = 1e-12
_BIASES = (
    *(f"attention.self.{name}.bias" for name in ("query", "key", "value")),
    "attention.output.dense.bias",
    "intermediate.dense.bias",
    "output.dense.bias",
)

Tensor = Any  # torch.Tensor: PyTorch is not there where types are checked
Ids = Sequence[int]


@dataclass(frozen=True)
class Layer:
    """weights: MATRICES of (from, to); biases: as many; norms: after attention and after the feed-forward.

    additions: down and up, by the place of the matrix that gains their product.
    """

    weights: list[Tensor]
    biases: list[Tensor]
    norms: list[tuple[Tensor, Tensor]]
    additions: Mapping[int, tuple[Tensor, Tensor]] = field(default_factory=dict)

    def __call__(self, states: Tensor, mask: Tensor) -> Tensor:
        """(texts, tokens, width) from the same. mask: as `masked` makes it."""
        texts, tokens, width = states.shape
        query, key, value = (
            self._times(place, states).view(texts, tokens, HEADS, width // HEADS).transpose(1, 2)
            for place in range(3)
        )
        # PyTorch's own attention takes three times as long to learn through on a processor.
        seen = ((query @ key.transpose(2, 3)) * (width // HEADS) ** -0.5 + mask).softmax(-1) @ value
        given = self._times(3, seen.transpose(1, 2).reshape(texts, tokens, width))
        states = self._normed(0, states + given)
        return self._normed(1, states + self._times(5, functional.gelu(self._times(4, states))))

    def _times(self, place: int, states: Tensor) -> Tensor:
        whole = functional.linear(states, self.weights[place].T, self.biases[place])
        if place not in self.additions:
            return whole
        down, up = self.additions[place]
        return whole + states @ down.to(KIND) @ up.to(KIND)

    def _normed(self, which: int, states: Tensor) -> Tensor:
        return functional.layer_norm(states, states.shape[-1:], *self.norms[which], EPSILON)


@dataclass(frozen=True)
class Layers:
    """The vectors of words, of places and of a first text, their norm, and the layers above."""

    words: Tensor
    places: Tensor
    first: Tensor
    norm: tuple[Tensor, Tensor]
    layers: list[Layer]

    @classmethod
    def read(cls, content: bytes) -> "Layers":
        """From the ONNX file's bytes."""
        model = onnx.load_from_string(content)
        kept = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
        products = [
            node.output[0]
            for node in model.graph.node
            if node.op_type == "Mul" and node.output[0].startswith("val_") and f"{node.output[0]}_q" in kept
        ]

        def whole(name: str) -> Tensor:
            return torch.tensor(kept[f"{name}_q"].astype(np.float32) * kept[f"{name}_scale"])

        def norm(name: str) -> tuple[Tensor, Tensor]:
            return torch.tensor(kept[f"{name}.weight"]), torch.tensor(kept[f"{name}.bias"])

        layers = []
        for number in range(LAYERS):
            under = f"inner.encoder.layer.{number}."
            weights = [whole(name) for name in products[MATRICES * number : MATRICES * (number + 1)]]
            biases = [torch.tensor(kept[under + name]) for name in _BIASES]
            norms = [norm(f"{under}{name}.LayerNorm") for name in ("attention.output", "output")]
            layers.append(
                Layer(
                    [weight.to(KIND) for weight in weights],
                    [bias.to(KIND) for bias in biases],
                    [(scale.to(KIND), moved.to(KIND)) for scale, moved in norms],
                )
            )
        inner = "inner.embeddings."
        return cls(
            whole(f"{inner}word_embeddings.weight"),
            whole(f"{inner}position_embeddings.weight"),
            torch.tensor(kept[f"{inner}token_type_embeddings.weight"])[0],
            norm(f"{inner}LayerNorm"),
            layers,
        )

    def embedded(self, ids: Tensor) -> Tensor:
        """The states (texts, tokens, width) that the first layer takes, of tokens (texts, tokens)."""
        states = self.words[ids] + self.places[: ids.shape[1]] + self.first
        return functional.layer_norm(states, states.shape[-1:], *self.norm, EPSILON).to(KIND)


def padded(rows: Sequence[Ids]) -> tuple[Tensor, Tensor]:
    """(texts, most tokens) of rows of unlike lengths, and where there is something."""
    most = max(map(len, rows))
    whole = np.zeros((len(rows), most), dtype=np.int64)
    there = np.zeros((len(rows), most), dtype=bool)
    for place, row in enumerate(rows):
        whole[place, : len(row)] = row
        there[place, : len(row)] = True
    return torch.from_numpy(whole), torch.from_numpy(there)


def masked(there: Tensor) -> Tensor:
    """(texts, 1, 1, tokens), what attention adds: nothing where a token is, far below 0 where none is."""
    return torch.zeros(there.shape, dtype=KIND).masked_fill(~there, -1e4)[:, None, None, :]
