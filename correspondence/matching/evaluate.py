"""How well the product's own points and matching do on letters whose right paragraphs are known."""

import hashlib
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from correspondence.errors import Refused
from correspondence.intake.document import Document
from correspondence.matching import rank
from correspondence.matching.everyday import Everyday, shipped
from correspondence.matching.held import BankIndex, Held
from correspondence.matching.index import index_of
from correspondence.matching.semantic import Encoder, Vectors
from correspondence.understanding import understand

Row = Mapping[str, Any]
DEEP = 10  # ranks looked at


@dataclass(frozen=True)
class Outcome:
    """What came of one letter: its merged ranking, whether its points were answered, milliseconds taken."""

    ranked: list[str]
    answered: list[str]
    ms: float


def evaluate(
    bank: Sequence[Row], queries: Sequence[Row], encoder: Encoder | None, kept: Path | None = None
) -> dict[str, Any]:
    """The figures of design.md §4.

    bank: {id, text}. queries: {id, text, relevant} or {id, text, relevant_groups}; ids that the bank
    lacks count as not found. kept: an .npz file where the bank's vectors are kept by their text's hash.
    Refused when a row lacks what it needs.
    """
    _check(bank, ("id", "text"))
    _check(queries, ("id", "text"))
    begun = time.perf_counter()
    vectors = _vectors([str(row["text"]) for row in bank], encoder, kept) if encoder else None
    index = index_of([Held(place, place, str(row["text"])) for place, row in enumerate(bank)], vectors)
    build_s = time.perf_counter() - begun
    names = [str(row["id"]) for row in bank]
    everyday = Everyday(shipped())
    outcomes = [_outcome(str(row["text"]), names, index, encoder, everyday) for row in queries]
    times = [outcome.ms for outcome in outcomes] or [0.0]
    answers = [answered for outcome in outcomes for answered in outcome.answered]
    return {
        "bank": len(bank),
        "queries": len(queries),
        **_figures(queries, outcomes),
        "answered": {level: answers.count(level) for level in ("yes", "perhaps", "no")},
        "build_s": round(build_s, 3),
        "p50_ms": round(float(np.percentile(times, 50)), 1),
        "p95_ms": round(float(np.percentile(times, 95)), 1),
    }


def _outcome(
    text: str, names: Sequence[str], index: BankIndex, encoder: Encoder | None, everyday: Everyday
) -> Outcome:
    begun = time.perf_counter()
    message = understand(Document("text", text))
    answers = rank.find(message.points, message.body, index, encoder, everyday=everyday)
    ms = 1000 * (time.perf_counter() - begun)
    return Outcome(merged(answers, names), [answer.answered for answer in answers], ms)


def merged(answers: Iterable[rank.Answer], names: Sequence[str]) -> list[str]:
    """One list of a letter's matches, best first, at most three of a Point before any fourth.

    Points compete by absolute score, so chatter sinks; the cap leaves room for every Point.
    """
    best: dict[int, tuple[int, float]] = {}
    for answer in answers:
        for place, match in enumerate(answer.matches):
            key = (place // 3, -match.score)
            best[match.paragraph_id] = min(best.get(match.paragraph_id, key), key)
    return [names[place] for place in sorted(best, key=best.__getitem__)]


def _figures(queries: Sequence[Row], outcomes: Sequence[Outcome]) -> dict[str, float]:
    measured: dict[str, list[float]] = {}
    for query, outcome in zip(queries, outcomes, strict=True):
        groups = [set(map(str, group)) for group in query.get("relevant_groups", ())]
        relevant = set(map(str, query.get("relevant", ()))).union(*groups)
        for name, value in {
            **_ranking(outcome.ranked, relevant),
            **_coverage(outcome.ranked, groups),
        }.items():
            measured.setdefault(name, []).append(value)
    return {name: round(float(np.mean(values)), 4) for name, values in measured.items()}


def _ranking(ranked: Sequence[str], relevant: set[str]) -> dict[str, float]:
    right = [name in relevant for name in ranked[:DEEP]]
    first = right.index(True) + 1 if True in right else 0
    gained = sum(1 / np.log2(place + 2) for place, found in enumerate(right) if found)
    most = sum(1 / np.log2(place + 2) for place in range(min(DEEP, len(relevant))))
    return {
        "hit1": float(any(right[:1])),
        "hit5": float(any(right[:5])),
        "hit10": float(any(right)),
        "mrr10": 1 / first if first else 0.0,
        "ndcg10": gained / most if most else 0.0,
    }


def _coverage(ranked: Sequence[str], groups: Sequence[set[str]]) -> dict[str, float]:
    if not groups:
        return {}
    among5, among10 = ([not group.isdisjoint(ranked[:depth]) for group in groups] for depth in (5, DEEP))
    return {
        "coverage5": float(np.mean(among5)),
        "coverage10": float(np.mean(among10)),
        "all10": float(all(among10)),
    }


def _check(rows: Sequence[Row], needed: Sequence[str]) -> None:
    for number, row in enumerate(rows, 1):
        for key in needed:
            if not isinstance(row, Mapping) or key not in row:
                raise Refused(f"Line {number} has no {key!r}.")


def _vectors(texts: Sequence[str], encoder: Encoder, kept: Path | None) -> Vectors:
    """(len(texts), width), taken from `kept` where they are there, and added to it where not."""
    keys = [hashlib.sha256(f"{encoder.name}\n{text}".encode()).hexdigest() for text in texts]
    known: dict[str, Vectors] = {}
    if kept and kept.exists():
        with np.load(kept) as stored:
            known = dict(zip(stored["keys"].tolist(), stored["vectors"], strict=True))
    new = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
    known.update(zip(new, encoder.encode(list(new.values())), strict=True))
    if kept and new:
        _keep(kept, known)
    return np.array([known[key] for key in keys], dtype=np.float32).reshape(-1, encoder.width)


def _keep(path: Path, known: Mapping[str, Vectors]) -> None:
    beside = path.with_suffix(".new.npz")
    np.savez(beside, keys=np.array(list(known)), vectors=np.array(list(known.values()), dtype=np.float32))
    beside.replace(path)
