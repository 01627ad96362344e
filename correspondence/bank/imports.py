"""Many files at once: kept first, then cut in the background, each whole in the bank or not at all."""

import datetime as dt
import logging
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from typing import Any

from sqlalchemy import Select, func
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError
from sqlalchemy.orm import Session

from correspondence import audit, jobs
from correspondence.bank import alike, deciding
from correspondence.bank.changed import changed
from correspondence.bank.finding import load, problems
from correspondence.bank.importing import cut, imported, member, store
from correspondence.db import mine, one
from correspondence.errors import Refused
from correspondence.harvest import Told
from correspondence.intake.archive import Found, is_of_the_system
from correspondence.models import Import, ImportFile, Paragraph, Source, User
from correspondence.text import one_line

log = logging.getLogger(__name__)

FEW = 5  # files that are read while a person waits
THAT_STOP = ("must", "should")
UNTOLD = Told()
NEVER_ENDED = (
    f"Reading this file was begun {jobs.ATTEMPTS} times and never came to its end. "
    "Save it anew from its own program, or paste its text."
)
NOT_KEPT = "This file could be read, but not stored. Paste its text, or bring in a part of it."


def begin(
    session: Session, user: User | None, files: Iterable[Found], told: Told, now: dt.datetime
) -> Import:
    """Keep files that were given together, and queue the work of reading them.

    Refused, and nothing kept, when there is none but files of the system.
    """
    import_ = Import(user=user, told=_as_json(told), created_at=now)
    session.add(import_)
    session.flush()
    for found in files:
        if is_of_the_system(found.name):
            import_.passed_over += 1
            continue
        state = "refused" if found.why else "waiting"
        row = ImportFile(
            import_id=import_.id, name=one_line(found.name) or "A file without a name", state=state,
            why=found.why, original=None if found.why else found.data,
        )  # fmt: skip
        session.add(row)
        session.flush()
        session.expunge(row)  # a thousand files need not be in memory together
    count = progress(session, import_).total
    if not count:
        raise Refused("There is no file in this that could be a letter.")
    jobs.add(session, "import", now)
    audit.record(session, user, "bring in", import_, now, count=count)
    return import_


@dataclass(frozen=True)
class Later:
    """A step of background work, done but not yet written: what came of reading one file.

    source: not stored yet. known_id: of the Source that is there. why: it is neither. left: files that
    wait, this one among them.
    """

    left: int
    now: dt.datetime
    file_id: int = 0
    told: Told = UNTOLD
    source: Source | None = None
    known_id: int | None = None
    why: str = ""

    @property
    def done(self) -> int:
        return min(self.left, 1)

    def keep(self, session: Session) -> bool:
        """Store the file whole, unless somebody has dealt with it meanwhile; whether more wait."""
        wanted = mine(session, ImportFile).where(ImportFile.id == self.file_id, ImportFile.state == "waiting")
        file = session.scalar(wanted.with_for_update())
        if file is not None:
            _keep(session, file, self)
        return self.left > self.done


def prepare(
    session: Session, _load: object = None, _limit: int = 0, _count: bool = False, *, import_id: int = 0
) -> Later:
    """Read and cut the next file that waits, writing nothing, so that others may write meanwhile.

    One at a time: where a file ends the program or never comes to an end itself, it is known which it was,
    and after ATTEMPTS of that it is refused unread. import_id: of this Import alone, as its giver waits.
    """
    job = jobs.newest(session, "import")
    if job is None:
        raise Refused("There is nothing to bring in.")
    waiting = mine(session, ImportFile).where(ImportFile.state == "waiting")
    if import_id:
        waiting = waiting.where(ImportFile.import_id == import_id)
    file = session.scalar(waiting.order_by(ImportFile.id).limit(1))
    made = Later(session.scalar(waiting.with_only_columns(func.count(ImportFile.id))) or 0, job.created_at)
    if file is None:
        return made
    if job.attempts > jobs.ATTEMPTS and not import_id:  # those were at the first file of all that wait
        return replace(made, file_id=file.id, why=NEVER_ENDED)
    return _read(session, file, replace(made, file_id=file.id, told=_told(file.import_.told)))


@dataclass(frozen=True)
class Progress:
    """How many files of an Import are in each state. stopped: why the work on them ended too early, or ""."""

    waiting: int
    taken: int
    known: int
    refused: int
    stopped: str = ""

    @property
    def total(self) -> int:
        return self.waiting + self.done

    @property
    def done(self) -> int:
        return self.taken + self.known + self.refused


def progress(session: Session, import_: Import) -> Progress:
    """How far an Import is."""
    rows = session.execute(
        mine(session, ImportFile)
        .where(ImportFile.import_id == import_.id)
        .with_only_columns(ImportFile.state, func.count())
        .group_by(ImportFile.state)
    )
    counts = Counter(dict(rows.all()))
    job = jobs.newest(session, "import") if counts["waiting"] else None
    stopped = job.why or "The work stopped." if job is not None and job.state in ("failed", "done") else ""
    return Progress(counts["waiting"], counts["in"], counts["known"], counts["refused"], stopped)


def retry(session: Session, user: User | None, import_: Import, now: dt.datetime, file_id: int = 0) -> int:
    """Let refused files of an Import wait again, or the one with this id; the work goes on. How many wait."""
    wanted = mine(session, ImportFile).where(
        ImportFile.import_id == import_.id, ImportFile.state == "refused", ImportFile.original.is_not(None)
    )
    for file in session.scalars(wanted):
        if file_id in (0, file.id):
            file.state, file.why = "waiting", ""
    session.flush()
    waiting = progress(session, import_).waiting
    if waiting:
        jobs.add(session, "import", now)
        audit.record(session, user, "retry", import_, now, count=waiting)
    return waiting


@dataclass(frozen=True)
class ToReview:
    """How many Paragraphs of how many Sources nobody has looked at."""

    paragraphs: int
    sources: int


def to_review(session: Session, import_: Import) -> ToReview:
    """What of an Import is still proposed."""
    counted = _to_review(session, import_).order_by(None)
    counts = counted.with_only_columns(
        func.count(Paragraph.id.distinct()), func.count(Paragraph.source_id.distinct())
    )
    return ToReview(*session.execute(counts).one())


def next_to_review(session: Session, import_: Import, after: int = 0) -> Source | None:
    """The next Source of an Import with Paragraphs that nobody has looked at, in the order they were given;
    behind the Source `after`, else from the first on."""
    ids = list(dict.fromkeys(session.scalars(_to_review(session, import_))))
    later = ids[ids.index(after) + 1 :] if after in ids else [key for key in ids if key > after]
    following = next(iter(later or ids), None)
    return one(session, Source, following) if following is not None else None


def came_with(session: Session, source: Source) -> int | None:
    """The id of the newest Import that gave this Source together with others; None where it came alone."""
    wanted = mine(session, ImportFile).where(ImportFile.source_id == source.id)
    return session.scalar(wanted.with_only_columns(func.max(ImportFile.import_id)))


def approve_clear(
    session: Session, user: User | None, import_: Import, today: dt.date, now: dt.datetime
) -> tuple[int, int]:
    """Approve the proposed Paragraphs of an Import that nothing speaks against; how many, and how many stay.

    Something does where a Problem of a Paragraph must or should be seen, its Source asks a question, or the
    bank says nearly the same already and nobody has said which is used.
    """
    keys = session.scalars(_to_review(session, import_).with_only_columns(Paragraph.id))
    proposed = load(session, list(dict.fromkeys(keys)))
    undecided = deciding.waiting(session, proposed, today)
    clear = [row for row in proposed if not undecided[row.id] and _is_clear(row, today)]
    asked = alike.asked(session, clear)
    clear = [row for row in clear if row.id not in asked]
    for paragraph in clear:
        paragraph.state = "approved"
    if clear:
        changed(session, user, "approve", import_, clear, now, ids=[paragraph.id for paragraph in clear])
    return len(clear), len(proposed) - len(clear)


def _to_review(session: Session, import_: Import) -> Select[Any]:
    """The ids of Sources with proposed Paragraphs, in the order their files were given."""
    return (
        mine(session, ImportFile)
        .join(Paragraph, Paragraph.source_id == ImportFile.source_id)
        .where(ImportFile.import_id == import_.id, Paragraph.state == "proposed")
        .order_by(ImportFile.id)
        .with_only_columns(ImportFile.source_id)
    )


def _is_clear(paragraph: Paragraph, today: dt.date) -> bool:
    asked = paragraph.source is not None and paragraph.source.questions
    return not asked and all(problem.severity not in THAT_STOP for problem in problems(paragraph, today))


def _read(session: Session, file: ImportFile, made: Later) -> Later:
    """Read a file and cut it."""
    data = file.original or b""
    there = imported(session, data)
    if there is not None:
        return replace(made, known_id=there.id)
    try:
        return replace(made, source=cut(file.name.rpartition("/")[2], data, made.told, member(session)))
    except Refused as refusal:
        return replace(made, why=str(refusal))


def _keep(session: Session, file: ImportFile, made: Later) -> None:
    """Store what came of a file, with what it is now, in one piece."""
    if made.why:
        file.state, file.why = "refused", made.why
        return
    source = made.source or one(session, Source, made.known_id or 0)
    try:
        with session.begin_nested():
            kept, is_new = store(session, file.import_.user, source, made.told, made.now)
            file.state, file.source_id, file.original = "in" if is_new else "known", kept.id, None
    except Exception as error:
        if isinstance(error, OSError | DBAPIError) and not isinstance(error, DataError | IntegrityError):
            raise  # the disk or the database, and not this file
        log.error("a file could not be stored: %s", type(error).__name__)
        file.state, file.why = "refused", NOT_KEPT


def _as_json(told: Told) -> dict[str, str]:
    return {name: str(value or "") for name, value in asdict(told).items()}


def _told(said: dict[str, str]) -> Told:
    day = said.get("date", "")
    others = {name: value for name, value in said.items() if name != "date"}
    return Told(**others, date=dt.date.fromisoformat(day) if day else None)
