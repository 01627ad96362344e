"""A small bank in our own words: the facts of a reply on Calais, two other people's words, an opening."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from correspondence import db
from correspondence.matching import large as large_bank
from correspondence.matching import semantic
from correspondence.matching.held import BankIndex, Held
from correspondence.matching.index import index_of, later
from correspondence.matching.semantic import Encoder, Vectors
from correspondence.models import Paragraph
from tests.matching.hundred import fill, settle, some_text

SECURITY = (
    "Keeping the port of Calais safe is a task for France, but this country helps. We have set aside "
    "£19 million for security and infrastructure there, of which £1.4 million pays for a guarded waiting "
    "area for 230 lorries. More staff, longer patrols, scanners worth £2 million and £1 million for "
    "sniffer dogs have followed, and a further £7 million protects the railhead of the Channel Tunnel."
)
RETURNS = (
    "Ministers want to discourage those who come for economic reasons and to return people who have no "
    "right to asylum. Each month 200 migrants are returned, and campaigns abroad correct the myths that "
    "are told of life in Britain."
)
RELIEF = (
    "France spends €10 million a year on humanitarian support, and with European money a day centre now "
    "offers washrooms and 2,000 meals a day."
)
GANGS = (
    "A dedicated team of some 90 officers works against organised immigration crime in Britain, the "
    "Mediterranean and Africa, to break up the criminal gangs that profit from smuggling."
)
AID = (
    "We have committed £900 million to people displaced by the war in Syria, which makes Britain the "
    "second largest donor among single countries."
)
COLUMN = (
    "I told the minister again last week that this has gone on for too long. Nobody who arrives in a "
    "small boat should be allowed to stay, and voters will not forgive those who let it happen."
)
OPENING = "Thank you for writing to me about Calais and what is spent on security there."

BANK = [
    Held(1, 11, OPENING, kind="opening", source_id=1),
    Held(2, 12, SECURITY, source_id=1),
    Held(3, 13, RETURNS, source_id=1),
    Held(4, 14, RELIEF, source_id=1),
    Held(5, 15, GANGS, source_id=1),
    Held(6, 16, AID, source_id=1),
    Held(7, 17, COLUMN, voice="Cole Umnist", source_id=2),
]


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    return semantic.load()


@pytest.fixture
def calais(encoder: Encoder) -> BankIndex:
    """The bank above, with vectors."""
    return index_of(BANK, encoder.encode([held.text for held in BANK]))


@pytest.fixture
def elsewhere(engine: Engine) -> Iterator[Engine]:
    """The same database as another process has it."""
    other = db.make_engine(engine.url.render_as_string(hide_password=False))
    yield other
    other.dispose()


@pytest.fixture(scope="session")
def vectors(encoder: Encoder) -> dict[str, Vectors]:
    """Those of the hundred texts, made once for all tests."""
    texts = [some_text(seed) for seed in range(100)]
    return dict(zip(texts, encoder.encode(texts), strict=True))


@pytest.fixture
def small_sizes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hundred Paragraphs are a large bank here, settled by thirties, twenty candidates to a text."""
    monkeypatch.setattr(large_bank, "DEPTH", 20)
    monkeypatch.setattr(later, "IN_MEMORY", 50)
    monkeypatch.setattr(later, "ENOUGH", 10)
    monkeypatch.setattr(later, "RUN", 30)


@pytest.fixture
def large(
    small_sizes: None, session: Session, vectors: dict[str, Vectors], encoder: Encoder
) -> list[Paragraph]:
    """A hundred Paragraphs, settled."""
    added = fill(session, list(vectors), vectors)
    settle(session, encoder)
    return added
