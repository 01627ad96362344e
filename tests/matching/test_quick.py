"""The shipped model in integers: what it finds stays near, and nothing else is touched."""

import numpy as np
import onnxruntime
import pytest
from hypothesis import given
from hypothesis import strategies as st

from correspondence.matching import calibration, quick, semantic
from correspondence.matching.head import Addition, Vectors
from correspondence.matching.quick import in_integers
from correspondence.matching.semantic import Encoder, shipped
from tests.matching.tiny import tiny_model

ANSWERS = [answer for _ask, answer in calibration.PAIRS]


def weights() -> bytes:
    return semantic._installed(semantic.WEIGHTS_PACKAGE, "model.onnx").read_bytes()


def tokenizer() -> str:
    return semantic._installed(semantic.TOKENIZER_PACKAGE, "tokenizer.json").read_text(encoding="utf-8")


def test_every_product_with_weights_is_made_in_integers_once() -> None:
    made = in_integers(weights())
    assert made.count(b"DynamicQuantizeMatMul") == 6 * 6  # layers, and matrices in each
    assert in_integers(made).count(b"DynamicQuantizeMatMul") == 6 * 6


def test_vectors_stay_near_those_of_the_file_as_it_is() -> None:
    made = Encoder("quick", in_integers(weights()), tokenizer())
    likeness = (made.encode(ANSWERS) * shipped(None).encode(ANSWERS)).sum(axis=1)
    assert likeness.min() > 0.98
    assert likeness.mean() < 0.9999  # so it is not the same


def matrices(model: bytes) -> list[Vectors]:
    """The stored ones (from, to) that it multiplies by, in their order, as they are named in the file."""
    [graph] = [value for number, value in quick._read(model) if number == quick.GRAPH]
    assert isinstance(graph, bytes)
    tensors = [value for number, value in quick._read(graph) if number == quick.STORED]
    raw = {quick._label(one): quick._raw(one) for one in tensors if isinstance(one, bytes)}
    found = []
    for name in raw:
        if name.startswith(b"val_") and name.endswith(b"_q"):
            scale = np.frombuffer(raw[name.replace(b"_q", b"_scale")], dtype=np.float32)
            found.append(np.frombuffer(raw[name], dtype=np.int8).reshape(-1, len(scale)) * scale)
    return found


def added(place: int, rank: int = 2, size: float = 0.05) -> dict[int, Addition]:
    random = np.random.default_rng(place)
    shape = (1536, 384) if place % 6 == 5 else (384, 1536) if place % 6 == 4 else (384, 384)
    down, up = random.normal(size=(shape[0], rank)), size * random.normal(size=(rank, shape[1]))
    return {place: Addition(down.astype(np.float32), up.astype(np.float32))}


@pytest.mark.parametrize("place", [0, 22, 35])
def test_an_addition_moves_the_matrix_of_its_place_and_no_other(place: int) -> None:
    plain, moved = (matrices(in_integers(weights(), more)) for more in ({}, added(place)))
    for number, (before, after) in enumerate(zip(plain, moved, strict=True)):
        gained = added(place)[place].down @ added(place)[place].up if number == place else 0
        step = np.abs(after).max(axis=0) / 127  # a number is off by half a step at most
        assert (np.abs(after - (before + gained)) <= 0.51 * step + 1e-6).all()


@pytest.mark.parametrize(
    ("additions", "why"),
    [
        (added(0) | {36: added(0)[0]}, "does not have"),
        ({4: added(0)[0]}, "do not fit"),
    ],
)
def test_additions_to_another_model_are_refused(additions: dict[int, Addition], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        in_integers(weights(), additions)


def test_a_model_without_such_products_stays_as_it_is() -> None:
    found = []
    for model in (tiny_model(16), in_integers(tiny_model(16))):
        session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
        [states] = session.run(None, {"input_ids": [[1, 2, 3]], "attention_mask": [[1, 1, 1]]})
        found.append(states)
    np.testing.assert_array_equal(*found)


@given(st.binary(min_size=1, max_size=40))
def test_what_is_no_model_is_refused_or_stays_small(content: bytes) -> None:
    try:
        assert len(in_integers(content)) < 200
    except ValueError as error:
        assert "not an ONNX model" in str(error)


def test_half_a_model_is_refused() -> None:
    with pytest.raises(ValueError, match="not an ONNX model"):
        in_integers(tiny_model(16)[:1000])
