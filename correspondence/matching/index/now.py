"""The index of a bank as it stands: kept in memory by each process, refreshed by the bank's edition."""

import threading
from collections.abc import Iterable
from weakref import WeakKeyDictionary

from sqlalchemy import Pool, func, select, update
from sqlalchemy.orm import Session

from correspondence.matching.held import BankIndex
from correspondence.matching.index.stored import NOTHING, changed, count, reader, segments, settled
from correspondence.matching.large import Kept, LargeBank
from correspondence.matching.segments import Mark
from correspondence.matching.semantic import Encoder
from correspondence.matching.settled import Settled
from correspondence.models import Office, Paragraph, Segment

MOST_FRESH = 50_000  # Paragraphs held in memory at most, about 0.3 GB; more wait until they are settled
ALL = (1 << 31) - 1  # more than there are; as an id, with an edition, the mark behind all of that edition

_opening = threading.Lock()
_banks: WeakKeyDictionary[Pool, dict[tuple[int, str], "_Bank"]] = WeakKeyDictionary()


class _Bank:
    """What a process knows of an office's bank. Hold `lock` to change it.

    settled: its segments, None where it has none. fresh: what changed after them and is held in memory,
    of a small bank all. read_to: the mark up to which. waiting: how many more there is no room for.
    """

    def __init__(self, model: str, width: int) -> None:
        self.lock = threading.Lock()
        self.model, self.width = model, width
        self.settled: Settled | None = None
        self.postings = Kept()
        self.fresh = BankIndex()
        self.read_to = NOTHING
        self.waiting = 0

    def apart(self) -> "_Bank":
        """One as it stood at the mark of its segments, to be changed alone."""
        other = _Bank(self.model, self.width)
        if self.settled is not None:
            other.settled, other.postings, other.read_to = (
                self.settled.copy(),
                self.postings,
                self.settled.mark,
            )
        return other


def bank_index(session: Session, encoder: Encoder | None) -> BankIndex:
    """The index of the session's office, as its bank stands now, for use within this transaction.

    A small bank is in memory, once for each process, database and office; of a large one, what changed
    last. Only what changed since the last call is read. A transaction that has itself changed the bank
    gets an index of its own, for what it wrote may yet be undone.
    """
    office_id = session.info["office_id"]
    model, width = (encoder.name, encoder.width) if encoder else ("", 0)
    with _opening:
        banks = _banks.setdefault(session.connection().engine.pool, {})
        bank = banks.setdefault((office_id, model), _Bank(model, width))
    if session.info.get("changed") not in (None, session.get_transaction()):
        del session.info["changed"]
    if "changed" in session.info:
        with bank.lock:
            bank = bank.apart()
    with bank.lock:
        _refresh(session, bank)
        if bank.settled is None and not bank.waiting:
            return bank.fresh
        known = bank.settled or Settled([], [], [], NOTHING)
        return LargeBank(known, bank.fresh, bank.postings, reader(session, model, width), bank.waiting)


def touch(session: Session, paragraphs: Iterable[Paragraph]) -> None:
    """Count a change of the bank, so that every process reads these Paragraphs again."""
    edition = next_edition(session)
    for paragraph in paragraphs:
        paragraph.edition = edition
        session.info["changed"] = session.get_transaction()


def next_edition(session: Session) -> int:
    """The edition of a change that begins; others wait for its end, so editions are committed in order."""
    session.info["touched"] = session.get_transaction()
    return session.scalars(
        update(Office)
        .where(Office.id == session.info["office_id"])
        .values(edition=Office.edition + 1)
        .returning(Office.edition)
    ).one()


def _refresh(session: Session, bank: _Bank) -> None:
    office_id = session.info["office_id"]
    newest = select(func.max(Segment.id)).where(Segment.office_id == office_id).scalar_subquery()
    edition, segment = session.execute(select(Office.edition, newest).where(Office.id == office_id)).one()
    known = bank.settled.keys if bank.settled else ()
    if segment != max(known, default=None):
        bank.settled = settled(session, segments(session), bank.model, bank.settled)
        bank.postings, bank.fresh = Kept(), BankIndex()
        bank.read_to = bank.settled.mark if bank.settled else NOTHING
    if bank.read_to < (edition, ALL):
        _read_on(session, bank, (edition, ALL))


def _read_on(session: Session, bank: _Bank, end: Mark) -> None:
    """Read what changed up to `end`, as far as there is room."""
    room = max(0, MOST_FRESH - len(bank.fresh))
    read = changed(session, bank.read_to, room)
    offered = []
    for paragraph in read:
        key = paragraph.held.paragraph_id
        if bank.settled is not None:
            bank.settled.drop(key)
        if paragraph.is_retired:
            bank.fresh.drop(key)
        else:
            offered.append((paragraph.held, paragraph.vector(bank.model, bank.width)))
    bank.fresh.put_all(offered)
    bank.read_to = end if len(read) < room else read[-1].mark if read else bank.read_to
    bank.waiting = 0 if len(read) < room else count(session, bank.read_to, ALL)
