"""The shipped model in integers: what it finds stays near, and nothing else is touched."""

import numpy as np
import onnxruntime
import pytest
from hypothesis import given
from hypothesis import strategies as st

from correspondence.matching import calibration, semantic
from correspondence.matching.quick import in_integers
from correspondence.matching.semantic import Encoder, shipped
from tests.matching.tiny import tiny_model

ANSWERS = [answer for _ask, answer in calibration.PAIRS]


def weights() -> bytes:
    return semantic._installed(semantic.WEIGHTS_PACKAGE, "model.onnx").read_bytes()


def tokenizer() -> str:
    return semantic._installed(semantic.TOKENIZER_PACKAGE, "tokenizer.json").read_text(encoding="utf-8")


def test_every_product_with_weights_is_made_in_integers_once() -> None:
    quick = in_integers(weights())
    assert quick.count(b"DynamicQuantizeMatMul") == 6 * 6  # layers, and matrices in each
    assert in_integers(quick).count(b"DynamicQuantizeMatMul") == 6 * 6


def test_vectors_stay_near_those_of_the_file_as_it_is() -> None:
    quick = Encoder("quick", in_integers(weights()), tokenizer())
    likeness = (quick.encode(ANSWERS) * shipped(None).encode(ANSWERS)).sum(axis=1)
    assert likeness.min() > 0.98
    assert likeness.mean() < 0.9999  # so it is not the same


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
