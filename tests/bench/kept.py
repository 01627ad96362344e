"""An encoder whose vectors are kept on disk, for benchmarks that ask for the same ones again."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from correspondence.matching import semantic
from correspondence.matching.semantic import Encoder, Vectors


class KeptEncoder(Encoder):
    """An encoder, the shipped one unless another is given, with its vectors kept by model, side and text."""

    def __init__(self, file: Path, threads: int = 1, encoder: Encoder | None = None) -> None:
        semantic.THREADS = threads
        self.__dict__.update((encoder or semantic.load()).__dict__)
        self._file = file
        self._kept: dict[str, Vectors] = {}
        if file.exists():
            with np.load(file) as stored:
                self._kept = dict(zip(stored["keys"].tolist(), stored["vectors"], strict=True))
        self._read = len(self._kept)

    def encode(self, texts: Sequence[str], asked: bool = False) -> Vectors:
        keys = [self.key(text, asked) for text in texts]
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._kept}
        self._kept.update(zip(new, super().encode(list(new.values()), asked), strict=True))
        return np.array([self._kept[key] for key in keys], dtype=np.float32).reshape(-1, self.width)

    def key(self, text: str, asked: bool) -> str:
        """What a text's vector is kept under."""
        return hashlib.sha256(f"{self.name}\n{asked}\n{text}".encode()).hexdigest()

    def keep(self) -> None:
        """Write what is new."""
        if len(self._kept) > self._read:
            vectors = np.array(list(self._kept.values()), dtype=np.float32)
            np.savez(self._file, keys=np.array(list(self._kept)), vectors=vectors)
            self._read = len(self._kept)
