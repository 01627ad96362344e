"""What is trained on top of an encoder: which of a text's tokens count, and where its vector then lies.

Constituents ask in words that offices do not answer in, so what is asked and what answers have weights of
their own. Attention pooling with a small gate, then a residual linear map; docs/decisions/007 says why.
"""

import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]

SIDES = ("asked", "paragraph")
WEIGHTS = ("inner", "bias", "outer", "map")
MOST = 8.0  # a token weighs e^-MOST to e^MOST


@dataclass(frozen=True)
class Side:
    """inner (width, gate), bias (gate,) and outer (gate,) weigh a token; map (width, width) moves the sum.

    ValueError where they do not fit each other.
    """

    inner: Vectors
    bias: Vectors
    outer: Vectors
    map: Vectors

    def __post_init__(self) -> None:
        width, gate = self.inner.shape
        if (self.bias.shape, self.outer.shape, self.map.shape) != ((gate,), (gate,), (width, width)):
            raise ValueError("weights that do not fit each other")

    def pool(self, states: Vectors) -> Vectors:
        """(width,), of length 1, from the states (tokens, width) of a text."""
        gate = gelu(states @ self.inner + self.bias) @ self.outer
        pooled = unit(np.exp(np.clip(gate, -MOST, MOST)) @ states)
        return unit(pooled + pooled @ self.map)


@dataclass(frozen=True)
class Head:
    """asked: for what letters ask; paragraph: for what answers. name: changes with the weights."""

    name: str
    asked: Side
    paragraph: Side

    @property
    def width(self) -> int:
        """Of the states it takes and the vectors it gives."""
        return len(self.asked.map)


def read(content: bytes) -> Head:
    """The head of a file's bytes, as `packed` makes them. ValueError where they are not such a file."""
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as stored:
            weights = {name: stored[name].astype(np.float32) for name in stored.files}
        sides = [Side(*(weights[f"{side}_{name}"] for name in WEIGHTS)) for side in SIDES]
    except Exception as error:  # numpy and zipfile raise many kinds
        raise ValueError("not the file of a head") from error
    return Head(f"head-{hashlib.sha256(content).hexdigest()[:8]}", *sides)


def packed(weights: Mapping[str, npt.NDArray[Any]]) -> bytes:
    """An .npz in half precision of weights named side_weight. The same weights give the same bytes."""
    names = [f"{side}_{name}" for side in SIDES for name in WEIGHTS]
    content = io.BytesIO()
    np.savez(content, allow_pickle=False, **{name: weights[name].astype(np.float16) for name in names})
    return content.getvalue()


def gelu(values: Vectors) -> Vectors:
    """Gaussian error linear unit, by its tanh approximation (Hendrycks and Gimpel 2016)."""
    inner = np.sqrt(np.float32(2 / np.pi)) * (values + np.float32(0.044715) * values * values * values)
    return np.asarray(0.5 * values * (1 + np.tanh(inner)), dtype=np.float32)


def unit(vectors: Vectors) -> Vectors:
    """The vectors with length 1; one of no length stays as it is."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.where(lengths > 0, lengths, 1.0), dtype=np.float32)
