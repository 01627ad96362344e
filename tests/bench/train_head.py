"""Train the head of the shipped encoder, `correspondence/matching/head.npz`.

    python -m tests.bench.train_head --out FILE [--fold K]

Needs the extra `train`. It learns from official requests and their answers (pq, pq_topic), and from letters
in everyday words that were written for the same answers (everyday_letters.jsonl, our own). With --fold, the
questions of that fold are left out, and how well it then finds their answers is said. Half an hour on a
quiet core with bfloat16, and 8 GB of memory. docs/decisions/007 and 013 to 016.
"""

import argparse
import hashlib
import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from tokenizers import Tokenizer
from torch.nn import functional

from correspondence.intake.document import Document
from correspondence.matching import head, semantic
from correspondence.matching.evaluate import _ranking
from correspondence.matching.lexical import HeldWords, stems
from correspondence.understanding import understand
from correspondence.understanding.sentences import read_sentences
from tests.bench.encoder_layers import LAYERS, MATRICES, Layer, Layers, Tensor, masked, padded
from tests.bench.folds import Folds, everyday_letters, question, rows

GATE, RANK = 64, 32
EPOCHS, BATCH, RATE, TEMPERATURE = 2, 256, 1.5e-3, 0.05
ABSOLUTE, LINE, LINE_RATE = 1.0, (20.0, -8.0), 0.05  # what telling apart counts, and where it begins
SHARES, FEW, IN_A_ROW = (0.0, 0.5, 0.7), 4, 3  # how many of a letter's sentences are met by themselves
WARMING = 0.06  # the share of steps in which the rate rises
TOGETHER = 32  # texts of like length that are computed at once
LONGEST = 128  # tokens of a text that are learned from

Ints = npt.NDArray[np.int64]
Weights = dict[str, Tensor]  # as `head.packed` takes them


@dataclass(frozen=True)
class Question:
    """What is asked and the paragraphs that answer it. official: not in everyday words."""

    asked: str
    paragraphs: list[str]
    number: str
    official: bool = True


@dataclass(frozen=True)
class Reader:
    """What cuts texts into tokens, and the layers these go through."""

    cutter: Tokenizer
    layers: Layers

    @classmethod
    def shipped(cls) -> "Reader":
        cutter = Tokenizer.from_file(str(semantic._installed(semantic.TOKENIZER_PACKAGE, "tokenizer.json")))
        cutter.no_padding()
        cutter.enable_truncation(LONGEST)
        content = semantic._installed(semantic.WEIGHTS_PACKAGE, "model.onnx").read_bytes()
        return cls(cutter, Layers.read(content))


def material() -> list[Question]:
    """Every request, and every letter in everyday words."""
    official = rows("pq.jsonl") + rows("pq_topic.jsonl")
    answers = {row["id"]: row["paragraphs"] for row in official}
    found = [Question(row["request"], row["paragraphs"], question(row["id"])) for row in official]
    for row in everyday_letters():
        body = understand(Document("text", row["text"])).body or row["text"]
        found.append(Question(body, answers[row["id"]], question(row["id"]), official=False))
    return found


def in_part(letter: Question, random: np.random.Generator) -> Question:
    """A letter of some of its sentences, as points and windows have them: any, or some in a row."""
    sentences = [letter.asked[one.start : one.end] for one in read_sentences(letter.asked)]
    if len(sentences) < FEW:
        return letter
    share = random.choice(SHARES)
    kept = [sentence for sentence in sentences if random.random() < share]
    if share == 0 or len(kept) < IN_A_ROW:
        start = random.integers(len(sentences) - IN_A_ROW + 1)
        kept = sentences[start : start + IN_A_ROW]
    return replace(letter, asked=" ".join(kept))


def untrained() -> Weights:
    """What gives the mean of the tokens of the encoder as it is: nothing is added, moved or weighed."""
    torch.manual_seed(0)
    found: Weights = {}
    for layer in range(LAYERS):
        for place in range(MATRICES):
            inner, outer = (1536 if place == 5 else 384), (1536 if place == 4 else 384)
            found[f"down_{layer * MATRICES + place}"] = torch.randn(inner, RANK) / math.sqrt(inner)
            found[f"up_{layer * MATRICES + place}"] = torch.zeros(RANK, outer)
    for side in head.SIDES:
        found[f"{side}_inner"] = 0.05 * torch.randn(semantic.WIDTH, GATE)
        found[f"{side}_bias"], found[f"{side}_outer"] = torch.zeros(GATE), torch.zeros(GATE)
        found[f"{side}_map"] = torch.zeros(semantic.WIDTH, semantic.WIDTH)
    return {name: value.requires_grad_() for name, value in found.items()}


def vectors(weights: Weights, side: str, texts: Sequence[str], reader: Reader) -> Tensor:
    """(texts, width): what the encoder with these weights makes of texts."""
    layers = [_learning(weights, number, layer) for number, layer in enumerate(reader.layers.layers)]
    tokens = [read.ids for read in reader.cutter.encode_batch_fast(texts)]
    order = sorted(range(len(tokens)), key=lambda row: len(tokens[row]))
    made = []
    for start in range(0, len(order), TOGETHER):
        ids, there = padded([tokens[row] for row in order[start : start + TOGETHER]])
        values = reader.layers.embedded(ids)
        for layer in layers:
            values = layer(values, masked(there))
        made.append(pooled(weights, side, values.float(), there))
    return torch.cat(made)[torch.argsort(torch.tensor(order))]


def _learning(weights: Weights, number: int, layer: Layer) -> Layer:
    """The layer of this number, with what is added to it so far."""
    first = number * MATRICES
    pairs = {
        place: (weights[f"down_{first + place}"], weights[f"up_{first + place}"]) for place in range(MATRICES)
    }
    return replace(layer, additions=pairs)


def pooled(weights: Weights, side: str, values: Tensor, there: Tensor) -> Tensor:
    """(texts, width): what `head.Side.pool` does, of many texts."""
    inner, bias, outer, moved = (weights[f"{side}_{part}"] for part in head.WEIGHTS)
    gate = functional.gelu(values @ inner + bias, approximate="tanh") @ outer
    gate = gate.clamp(-head.MOST, head.MOST).exp() * there
    summed = functional.normalize((values * gate[..., None]).sum(1), dim=-1)
    return functional.normalize(summed + summed @ moved, dim=-1)


def loss(asked: Tensor, answers: Tensor, together: Tensor, line: Tensor) -> Tensor:
    """How badly each ask picks its own answer out of the batch, each answer its ask, and both are told apart.

    together: of each pair, its group; another pair of the same group is no mistake, and does not count.
    line: how steeply and from where likeness counts as an answer, for all asks the same (Zhai et al. 2023).
    """
    own = torch.eye(len(together), dtype=torch.bool)
    other = together[:, None] != together[None, :]
    cosines = asked @ answers.T
    likeness = (cosines / TEMPERATURE).masked_fill(~(other | own), -1e9)
    picked = functional.log_softmax(likeness, 1).diag() + functional.log_softmax(likeness, 0).diag()
    told = line[0] * cosines + line[1]
    mistaken = (functional.softplus(-told) * own + functional.softplus(told) * other).sum(1)
    return (ABSOLUTE * mistaken - picked).mean()


def train(questions: Sequence[Question], folds: Folds, say: Callable[[str], None]) -> Weights:
    """The weights after all epochs, seeded. In each, a question is met with one of its paragraphs.

    Letters are met twice: whole, and in part.
    """
    reader, letters = Reader.shipped(), [one for one in questions if not one.official]
    names = dict.fromkeys(folds.together(one.number) for one in questions)
    group = {name: number for number, name in enumerate(names)}
    weights, line = untrained(), torch.tensor(LINE, requires_grad=True)
    learning = [{"params": list(weights.values()), "lr": RATE}, {"params": [line], "lr": LINE_RATE}]
    optimiser = torch.optim.Adam(learning, betas=(0.9, 0.99))
    steps = EPOCHS * ((len(questions) + len(letters)) // BATCH)
    rate = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _rate(step, steps))
    random = np.random.default_rng(0)
    for epoch in range(1, EPOCHS + 1):
        begun, losses = time.monotonic(), []
        met = [*questions, *(in_part(letter, random) for letter in letters)]
        for some in batches(random.permutation(len(met))):
            asked = [met[place].asked for place in some]
            answers = [random.choice(met[place].paragraphs) for place in some]
            together = torch.tensor([group[folds.together(met[place].number)] for place in some])
            missed = loss(
                vectors(weights, "asked", asked, reader),
                vectors(weights, "paragraph", answers, reader),
                together,
                line,
            )
            optimiser.zero_grad()
            missed.backward()
            optimiser.step()
            rate.step()
            losses.append(missed.item())
        say(f"epoch {epoch}: loss {np.mean(losses):.3f}, {time.monotonic() - begun:.0f} s")
    return weights


def _rate(step: int, steps: int) -> float:
    """It rises at first, and falls as a cosine does."""
    return (
        min(1.0, (step + 1) / (WARMING * steps + 1)) * 0.5 * (1 + math.cos(math.pi * min(1.0, step / steps)))
    )


def batches(order: Ints) -> Iterator[Ints]:
    for start in range(0, len(order) - BATCH + 1, BATCH):
        yield order[start : start + BATCH]


def found(encoder: semantic.Encoder, bank: list[str], left_out: Sequence[Question]) -> dict[str, float]:
    """nDCG@10 for what was left out, official and everyday, by meaning alone and with words."""
    paragraphs = encoder.encode(bank)
    asks = encoder.encode([one.asked for one in left_out], asked=True)
    words = HeldWords()
    for row, text in enumerate(bank):
        words.put(row, text)
    figures: dict[str, list[float]] = {}
    for one, ask in zip(left_out, asks, strict=True):
        meaning = paragraphs @ ask
        both = meaning + words.score([stems(one.asked)], len(bank))[0]
        for name, scores in (("meaning", meaning), ("with words", both)):
            ranked = [bank[row] for row in np.argsort(-scores, kind="stable")[:10]]
            kind = f"{'official' if one.official else 'everyday'}, {name}"
            figures.setdefault(kind, []).append(_ranking(ranked, set(one.paragraphs))["ndcg10"])
    return {kind: float(np.mean(values)) for kind, values in figures.items()}


def packed(weights: Weights) -> bytes:
    arrays: dict[str, npt.NDArray[Any]] = {name: value.detach().numpy() for name, value in weights.items()}
    return head.packed(arrays)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--fold", type=int, help="0 to 4: left out, to be measured; else it learns from all")
    given = options.parse_args()
    say: Callable[[str], None] = print
    folds, questions = Folds(), material()
    bank = list(dict.fromkeys(text for one in questions for text in one.paragraphs))
    left_out = [one for one in questions if folds.fold(one.number) == given.fold]
    learned = [one for one in questions if folds.fold(one.number) != given.fold]
    say(f"{len(learned):,} questions, of them {sum(not one.official for one in learned):,} in everyday words")
    content = packed(train(learned, folds, say))
    given.out.write_bytes(content)
    say(f"sha256 {hashlib.sha256(content).hexdigest()}")
    if left_out:
        for kind, figure in found(semantic.shipped(given.out), bank, left_out).items():
            say(f"nDCG@10 of the fold left out, {kind}: {figure:.3f}")


if __name__ == "__main__":
    main()
