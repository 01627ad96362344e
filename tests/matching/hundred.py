"""A hundred short paragraphs that are a large bank once the sizes are made small."""

import random
from collections.abc import Mapping

import numpy as np
import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from correspondence.matching import index, semantic
from correspondence.matching.held import BankIndex, Held
from correspondence.matching.lexical import stems
from correspondence.matching.semantic import Encoder, Vectors
from correspondence.models import Paragraph, Version
from tests.conftest import NOW

ASKED = ["Will you inspect the schools and the trains?", "Sewage and floods again.", "beagles", "Mars"]
NONE: dict[str, Vectors] = {}
SUBJECTS = (
    "fishing visas potholes beagles Calais sewage pensions floods trains schools nurses housing".split()
)
VERBS = "fund protect review close build reform inspect repair support license monitor abolish".split()


def some_text(seed: int) -> str:
    choose = random.Random(seed)
    said = [f"{choose.choice(VERBS)} {choose.choice(SUBJECTS)} {choose.choice(SUBJECTS)}" for _ in range(6)]
    return f"Paragraph number{seed:02} says we {', and '.join(said)}."


def fill(session: Session, texts: list[str], vectors: Mapping[str, Vectors] = NONE) -> list[Paragraph]:
    """Add these texts at once, with the vectors that are given."""
    added = []
    for text in texts:
        paragraph = Paragraph(state="approved", created_at=NOW)
        version = Version(text=text, created_at=NOW)
        if text in vectors:
            version.vector, version.vector_model = vectors[text].tobytes(), semantic.SHIPPED
        paragraph.versions.append(version)
        session.add(paragraph)
        added.append(paragraph)
    index.touch(session, added)
    session.commit()
    return added


def settle(session: Session, encoder: Encoder) -> None:
    """Do all that waits, as the worker would."""
    more = True
    while more:
        more = index.prepare(session, lambda: encoder, 16).keep(session)
        session.commit()


def in_memory(session: Session, vectors: dict[str, Vectors]) -> BankIndex:
    """The bank as it stands, as a small one has it."""
    offered = select(Paragraph).where(Paragraph.state != "retired").order_by(Paragraph.id)
    versions = [paragraph.version for paragraph in session.scalars(offered)]
    return BankIndex.of(
        [
            (Held(version.paragraph_id, version.id, version.text), vectors.get(version.text))
            for version in versions
        ]
    )


def scores(bank: BankIndex, text: str, encoder: Encoder) -> dict[int, float]:
    """By Paragraph, words and meaning together, of what `narrowed` leaves; ten at most."""
    vectors = encoder.encode([text])
    some = bank.narrowed([text], vectors)
    both = some.by_words([stems(text)])[0] + some.by_meaning(vectors)[0]
    order = np.argsort(-both, kind="stable")[:10]
    return {held.paragraph_id: float(both[row]) for row in order if (held := some.held[row])}


def assert_alike(scored: dict[int, float], expected: dict[int, float]) -> None:
    """Nine of ten are the same, with the same scores."""
    shared = scored.keys() & expected.keys()
    assert len(shared) >= 9
    assert [scored[key] for key in shared] == pytest.approx([expected[key] for key in shared])


def found(session: Session, wanted: str, encoder: Encoder | None = None) -> list[int]:
    return index.bank_index(session, encoder).search(wanted, encoder)
