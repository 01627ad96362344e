"""Train the head of the shipped encoder, `correspondence/matching/head.npz`.

    python -m tests.bench.train_head --kept FOLDER --out FILE [--fold K]

Needs the extra `train`. It learns from official requests and their answers (pq, pq_topic), and from letters
in everyday words that were written for the same answers (everyday_letters.jsonl, our own). With --fold, the
questions of that fold are left out, and how well it then finds their answers is said. docs/decisions/007.
"""

import argparse
import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import numpy.typing as npt
import optax

from correspondence.intake.document import Document
from correspondence.matching import head, semantic
from correspondence.matching.evaluate import _ranking
from correspondence.matching.head import Head, Vectors
from correspondence.matching.lexical import HeldWords, stems
from correspondence.understanding import understand
from tests.bench.folds import Folds, everyday_letters, question, rows

GATE = 64
EPOCHS, BATCH, RATE, TEMPERATURE = 6, 512, 1e-3, 0.05
ROOM = {"asked": 64 * BATCH, "paragraph": 80 * BATCH}  # tokens in a batch; longer texts lose their ends
LONGEST = 160  # tokens of a text that are learned from

Ints = npt.NDArray[np.int64]
Weights = dict[str, Any]  # arrays of JAX, as `head.packed` takes them


@dataclass(frozen=True)
class Pair:
    """What is asked and a paragraph that answers it. number: the question's. official: not everyday words."""

    asked: str
    paragraph: str
    number: str
    official: bool = True


@dataclass(frozen=True)
class States:
    """Tokens' states of texts, one text behind the other: (tokens, width) float16, and where each ends."""

    place: dict[str, int]
    values: npt.NDArray[np.float16]
    ends: Ints

    def of(self, place: int) -> Vectors:
        """(tokens, width) of one text."""
        start = self.ends[place - 1] if place else 0
        return self.values[start : self.ends[place]].astype(np.float32)

    def batch(self, places: Ints, room: int) -> tuple[npt.NDArray[np.float16], Ints]:
        """(room, width) states of these texts, and of each token which of them it is in; behind all, none."""
        starts = np.where(places > 0, self.ends[places - 1], 0)
        whole = self.ends[places] - starts
        most = LONGEST
        while (sizes := np.minimum(whole, most)).sum() > room:
            most -= 4
        total = int(sizes.sum())
        texts = np.repeat(np.arange(len(places)), sizes)
        first = np.repeat(np.cumsum(sizes) - sizes, sizes)
        states = np.zeros((room, self.values.shape[1]), dtype=np.float16)
        states[:total] = self.values[np.arange(total) - first + np.repeat(starts, sizes)]
        return states, np.concatenate([texts, np.full(room - total, len(places))])


def material() -> list[Pair]:
    """Every request with every paragraph of its answer."""
    official = rows("pq.jsonl")
    answers = {row["id"]: row["paragraphs"] for row in official}
    pairs = [
        Pair(row["request"], text, question(row["id"]))
        for row in official + rows("pq_topic.jsonl")
        for text in row["paragraphs"]
    ]
    for row in everyday_letters():
        body = understand(Document("text", row["text"])).body or row["text"]
        pairs += [Pair(body, text, question(row["id"]), official=False) for text in answers[row["id"]]]
    return pairs


def states(texts: Sequence[str], kept: Path) -> States:
    """Those of the shipped encoder, made once and kept in a folder; ten minutes, and 1.5 GB."""
    encoder = semantic.load()
    key = hashlib.sha256("\n".join([semantic.PLAIN, *texts]).encode()).hexdigest()[:16]
    values, ends = kept / f"states-{key}.f16", kept / f"ends-{key}.npy"
    if not ends.exists():
        sizes = []
        with values.open("wb") as file:
            for found in encoder.states(texts):
                sizes.append(len(found))
                file.write(found.astype(np.float16).tobytes())
        np.save(ends, np.cumsum(sizes))
    whole = np.memmap(values, dtype=np.float16, mode="r").reshape(-1, encoder.width)
    return States({text: place for place, text in enumerate(texts)}, whole, np.load(ends))


def untrained(width: int) -> Weights:
    """The head that gives the mean of the tokens: every gate is shut, and the map moves nothing."""
    inner = 0.05 * jax.random.normal(jax.random.PRNGKey(0), (width, GATE))
    side = {
        "inner": inner,
        "bias": jnp.zeros(GATE),
        "outer": jnp.zeros(GATE),
        "map": jnp.zeros((width, width)),
    }
    return {f"{name}_{part}": value for name in head.SIDES for part, value in side.items()}


def pooled(weights: Weights, side: str, states: Any, texts: Any) -> Any:
    """(BATCH, width): what `head.Side.pool` does, of a whole batch."""
    inner, bias, outer, moved = (weights[f"{side}_{part}"] for part in head.WEIGHTS)
    states = states.astype(jnp.float32)
    gate = jnp.exp(jnp.clip(jax.nn.gelu(states @ inner + bias) @ outer, -head.MOST, head.MOST))
    summed = unit(jax.ops.segment_sum(states * gate[:, None], texts, BATCH + 1)[:BATCH])
    return unit(summed + summed @ moved)


def unit(vectors: Any) -> Any:
    return vectors / jnp.maximum(jnp.linalg.norm(vectors, axis=-1, keepdims=True), 1e-9)


def loss(weights: Weights, asked: tuple[Any, Any], answers: tuple[Any, Any], together: Any) -> Any:
    """How badly each ask picks its own answer out of the batch, and each answer its ask.

    together: of each pair, its group; another pair of the same group is no mistake, and does not count.
    """
    likeness = pooled(weights, "asked", *asked) @ pooled(weights, "paragraph", *answers).T / TEMPERATURE
    other = together[:, None] != together[None, :]
    likeness = jnp.where(other | jnp.eye(BATCH, dtype=bool), likeness, -1e9)
    picked = jnp.diag(jax.nn.log_softmax(likeness, 1)) + jnp.diag(jax.nn.log_softmax(likeness, 0))
    return -picked.mean()


def train(pairs: Sequence[Pair], known: States, folds: Folds, say: Callable[[str], None]) -> Weights:
    """The weights after all epochs, seeded."""
    group = {name: number for number, name in enumerate({folds.together(pair.number): 0 for pair in pairs})}
    asked = np.array([known.place[pair.asked] for pair in pairs])
    answers = np.array([known.place[pair.paragraph] for pair in pairs])
    together = np.array([group[folds.together(pair.number)] for pair in pairs])
    weights = untrained(known.values.shape[1])
    optimiser = optax.adam(optax.cosine_decay_schedule(RATE, EPOCHS * (len(pairs) // BATCH)))
    kept = optimiser.init(weights)

    def step(weights: Weights, kept: Any, *batch: Any) -> tuple[Weights, Any, Any]:
        value, slope = jax.value_and_grad(loss)(weights, *batch)
        updates, kept = optimiser.update(slope, kept, weights)
        return optax.apply_updates(weights, updates), kept, value

    quick = jax.jit(step)
    random = np.random.default_rng(0)
    for epoch in range(1, EPOCHS + 1):
        begun, losses = time.monotonic(), []
        for some in batches(random.permutation(len(pairs))):
            left = known.batch(asked[some], ROOM["asked"])
            right = known.batch(answers[some], ROOM["paragraph"])
            weights, kept, value = quick(weights, kept, left, right, together[some])
            losses.append(float(value))
        say(f"epoch {epoch}: loss {np.mean(losses):.3f}, {time.monotonic() - begun:.0f} s")
    return weights


def batches(order: Ints) -> Iterator[Ints]:
    for start in range(0, len(order) - BATCH + 1, BATCH):
        yield order[start : start + BATCH]


def found(trained: Head, pairs: Sequence[Pair], left_out: Sequence[Pair], known: States) -> dict[str, float]:
    """nDCG@10 for what was left out, official and everyday, by meaning alone and with words."""
    bank = list(dict.fromkeys(pair.paragraph for pair in pairs))
    vectors = np.array([trained.paragraph.pool(known.of(known.place[text])) for text in bank])
    words = HeldWords()
    for row, text in enumerate(bank):
        words.put(row, text)
    right: dict[tuple[bool, str], set[str]] = {}
    for pair in left_out:
        right.setdefault((pair.official, pair.asked), set()).add(pair.paragraph)
    figures: dict[str, list[float]] = {}
    for (official, text), answers in right.items():
        meaning = vectors @ trained.asked.pool(known.of(known.place[text]))
        both = meaning + words.score([stems(text)], len(bank))[0]
        for name, scores in (("meaning", meaning), ("with words", both)):
            ranked = [bank[row] for row in np.argsort(-scores, kind="stable")[:10]]
            kind = f"{'official' if official else 'everyday'}, {name}"
            figures.setdefault(kind, []).append(_ranking(ranked, answers)["ndcg10"])
    return {kind: float(np.mean(values)) for kind, values in figures.items()}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kept", type=Path, required=True, help="a folder for states, outside the project")
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--fold", type=int, help="0 to 4: left out, to be measured; else it learns from all")
    given = options.parse_args()
    say: Callable[[str], None] = print
    folds, pairs = Folds(), material()
    texts = sorted({pair.asked for pair in pairs} | {pair.paragraph for pair in pairs})
    known = states(texts, given.kept)
    left_out = [pair for pair in pairs if folds.fold(pair.number) == given.fold]
    learned = [pair for pair in pairs if folds.fold(pair.number) != given.fold]
    say(f"{len(learned):,} pairs, of them {sum(not pair.official for pair in learned):,} in everyday words")
    content = head.packed(
        {name: np.asarray(value) for name, value in train(learned, known, folds, say).items()}
    )
    given.out.write_bytes(content)
    say(f"sha256 {hashlib.sha256(content).hexdigest()}")
    mean = head.packed({name: np.asarray(value) for name, value in untrained(known.values.shape[1]).items()})
    for name, some in (("mean of the tokens", mean), ("trained head", content)) if left_out else ():
        for kind, figure in found(head.read(some), pairs, left_out, known).items():
            say(f"nDCG@10 of the fold left out, {name}, {kind}: {figure:.3f}")


if __name__ == "__main__":
    main()
