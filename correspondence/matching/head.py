"""What is trained for an encoder: which of a text's tokens count, and where its vector then lies.

Constituents ask in words that offices do not answer in, so what is asked and what answers have weights of
their own. Attention pooling with a small gate, then a residual linear map; docs/decisions/007 says why.
Below it, small additions to the encoder's own matrices, the same for both; docs/decisions/013 and 014.
"""

import hashlib
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]

SIDES = ("asked", "paragraph")
WEIGHTS = ("inner", "bias", "outer", "map")
MOST = 8.0  # a token weighs e^-MOST to e^MOST
_ADDITION = re.compile(r"(down|up)_(\d{1,3})")


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
class Addition:
    """What a matrix (from, to) of the encoder gains, in few numbers: down (from, rank) times up (rank, to).

    Low-rank adaptation (Hu et al. 2021). ValueError where the two do not fit each other.
    """

    down: Vectors
    up: Vectors

    def __post_init__(self) -> None:
        if self.down.ndim != 2 or self.up.ndim != 2 or self.down.shape[1] != self.up.shape[0]:
            raise ValueError("weights that do not fit each other")


@dataclass(frozen=True)
class Head:
    """asked: for what letters ask; paragraph: for what answers. name: changes with the weights.

    additions: to the encoder's stored matrices, by their place among those it multiplies by.
    """

    name: str
    asked: Side
    paragraph: Side
    additions: Mapping[int, Addition] = field(default_factory=dict)

    @property
    def width(self) -> int:
        """Of the states it takes and the vectors it gives."""
        return len(self.asked.map)


def read(content: bytes) -> Head:
    """The head of a file's bytes, as `packed` makes them. ValueError where they are not such a file."""
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as stored:
            weights = {name: stored[name].astype(np.float32) for name in stored.files}
        asked, paragraph = (Side(*(weights[f"{side}_{name}"] for name in WEIGHTS)) for side in SIDES)
        places = sorted({int(found[2]) for name in weights if (found := _ADDITION.fullmatch(name))})
        additions = {place: Addition(weights[f"down_{place}"], weights[f"up_{place}"]) for place in places}
    except Exception as error:  # numpy and zipfile raise many kinds
        raise ValueError("not the file of a head") from error
    return Head(f"head-{hashlib.sha256(content).hexdigest()[:8]}", asked, paragraph, additions)


def packed(weights: Mapping[str, npt.NDArray[Any]]) -> bytes:
    """An .npz in half precision of weights named side_weight, and of additions named down_place and up_place.

    The same weights give the same bytes.
    """
    names = [f"{side}_{name}" for side in SIDES for name in WEIGHTS]
    names += sorted(name for name in weights if _ADDITION.fullmatch(name))
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
