"""The head: the tokens that count, the vector's place, and a file that holds what it should."""

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from correspondence.matching import head, semantic
from correspondence.matching.head import Side, Vectors, packed, read

WIDTH, GATE = 6, 3


def weights(seed: int = 1) -> dict[str, Vectors]:
    random = np.random.default_rng(seed)
    shapes = {"inner": (WIDTH, GATE), "bias": (GATE,), "outer": (GATE,), "map": (WIDTH, WIDTH)}
    return {
        f"{side}_{name}": random.normal(size=shape).astype(np.float32)
        for side in head.SIDES
        for name, shape in shapes.items()
    }


def side(**changed: Vectors) -> Side:
    """A head's side that changes nothing: all tokens count the same, and nothing is moved."""
    zeros = {"inner": (WIDTH, GATE), "bias": (GATE,), "outer": (GATE,), "map": (WIDTH, WIDTH)}
    return Side(**{name: np.zeros(shape, dtype=np.float32) for name, shape in zeros.items()} | changed)


def states(*tokens: list[float]) -> Vectors:
    return np.array([token + [0.0] * (WIDTH - len(token)) for token in tokens], dtype=np.float32)


def test_an_untrained_head_gives_the_mean() -> None:
    found = side().pool(states([1, 0], [0, 1]))
    np.testing.assert_allclose(found[:2], [0.5**0.5, 0.5**0.5], atol=1e-6)


def test_a_token_counts_by_its_gate() -> None:
    inner, outer = np.zeros((WIDTH, GATE), dtype=np.float32), np.zeros(GATE, dtype=np.float32)
    inner[0, 0], outer[0] = 10, 1  # the gate opens by the first number: gelu(10) is 10, cut to 8
    found = side(inner=inner, outer=outer).pool(states([1, 0], [0, 1]))
    np.testing.assert_allclose(found[:2], np.array([np.exp(8), 1]) / np.hypot(np.exp(8), 1), atol=1e-6)


def test_the_map_moves_a_vector_from_where_it_was() -> None:
    moved = np.zeros((WIDTH, WIDTH), dtype=np.float32)
    moved[0, 1] = 1
    found = side(map=moved).pool(states([1]))
    np.testing.assert_allclose(found[:2], [0.5**0.5, 0.5**0.5], atol=1e-6)


def test_gelu_is_the_one_it_was_trained_with() -> None:
    values = np.array([-3, -1, 0, 0.5, 1, 3], dtype=np.float32)
    expected = [-0.00363739, -0.15880799, 0, 0.34571400, 0.84119199, 2.9963627]  # its tanh approximation
    np.testing.assert_allclose(head.gelu(values), expected, atol=1e-6)


@given(
    arrays.arrays(np.float32, (4, WIDTH), elements=st.integers(-400, 400).map(lambda eighths: eighths / 8))
)
def test_any_states_give_a_vector_of_length_one_or_none(some: Vectors) -> None:
    found = read(packed(weights())).asked.pool(some)
    assert np.linalg.norm(found) == pytest.approx(1, abs=1e-4) or not found.any()


def test_a_file_gives_the_same_weights_again_and_its_name_tells_them_apart() -> None:
    content = packed(weights())
    assert packed(weights()) == content
    np.testing.assert_allclose(read(content).paragraph.map, weights()["paragraph_map"], rtol=1e-3)
    assert read(content).name != read(packed(weights(seed=2))).name


def test_what_is_added_to_the_encoder_comes_back_by_its_place() -> None:
    random = np.random.default_rng(1)
    more = {"down_7": random.normal(size=(WIDTH, 2)), "up_7": random.normal(size=(2, 9))}
    found = read(packed(weights() | more)).additions
    assert list(found) == [7]
    np.testing.assert_allclose(found[7].down @ found[7].up, more["down_7"] @ more["up_7"], atol=0.01)
    assert read(packed(weights())).additions == {}


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\x93NUMPY"])
def test_what_is_no_head_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="not the file of a head"):
        read(content)


@pytest.mark.parametrize(
    "changed",
    [
        {"asked_map": np.zeros((2, 2), dtype=np.float32)},
        {"paragraph_bias": np.zeros(1, dtype=np.float32)},
        {"asked_inner": np.zeros(3, dtype=np.float32)},
        {"asked_inner": np.array([{}], dtype=object)},
        {"down_3": np.zeros((WIDTH, 2), dtype=np.float32)},
        {"up_3": np.zeros((2, WIDTH), dtype=np.float32)},
        {
            "down_3": np.zeros((WIDTH, 2), dtype=np.float32),
            "up_3": np.zeros((3, WIDTH), dtype=np.float32),
        },
    ],
)
def test_weights_that_do_not_fit_are_refused(changed: dict[str, Vectors]) -> None:
    content = io.BytesIO()
    np.savez(content, allow_pickle=True, **(weights() | changed))
    with pytest.raises(ValueError, match="not the file of a head"):
        read(content.getvalue())


def test_the_shipped_head_fits_the_shipped_encoder() -> None:
    shipped = read(semantic.HEAD.read_bytes())
    assert shipped.width == semantic.WIDTH
    assert sorted(shipped.additions) == list(range(36))  # of all six layers
