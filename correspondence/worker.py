"""Does the queued work: in the command that queued it, beside the web pages, or in a process of its own."""

import datetime as dt
import functools
import logging
import threading
from collections.abc import Callable
from typing import Protocol

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from correspondence import jobs
from correspondence.bank import imports, marks, proposing, stale
from correspondence.db import make_session, told_plainly, transaction
from correspondence.errors import NotNow, Refused
from correspondence.matching import choices, index
from correspondence.matching.semantic import Encoder
from correspondence.models import Job, Version

log = logging.getLogger(__name__)

BATCH = 16  # texts encoded in one transaction: about a third of a second
PAUSE_S = 2.0

Clock = Callable[[], dt.datetime]
Loader = Callable[[], Encoder]


def run_pending(
    engine: Engine, load_encoder: Loader, now: Clock, stop: threading.Event | None = None
) -> list[str]:
    """Do all work that waits, in every office; each step and its progress are one transaction.

    Returns a sentence for each job that failed. `stop`, when set, ends it after the step in hand; so does
    a database that is busy or away or a full disk, and the work waits for the next call.
    """
    load_once = functools.cache(load_encoder)
    failures: list[str] = []
    try:
        with told_plainly():
            while not (stop and stop.is_set()):
                with transaction(engine) as session:
                    job = jobs.claim(session, now())
                    claimed = (job.id, job.office_id) if job else None
                if claimed is None:
                    break
                if why := _run(engine, claimed, load_once, now, stop):
                    failures.append(why)
    except NotNow as refusal:
        log.warning("The queued work waits. %s", refusal)
    return failures


def queue_outdated(engine: Engine, load_encoder: Loader, now: Clock) -> None:
    """Queue vectors for every office that lacks some of this model: it was changed, or is there again.

    Changes of a bank queue their own; of a changed model nothing else tells.
    """
    with make_session(engine, write=False) as session:
        offices = session.scalars(select(Version.office_id).distinct()).all()
    if not offices:
        return
    try:
        name = load_encoder().name
    except Refused:
        return  # words alone decide, and every page says so
    for key in offices:
        with make_session(engine, write=False, office_id=key) as session:
            lacking = index.lacking(session, name) or choices.lacking(session, name)
        if lacking:
            with transaction(engine, key) as session:
                jobs.add(session, "encode", now())


def _run(
    engine: Engine, claimed: tuple[int, int], load: Loader, now: Clock, stop: threading.Event | None
) -> str:
    """Step through one job to its end. Returns why it failed, or "". NotNow where it could not go on."""
    key, office_id = claimed
    try:
        with told_plainly():
            while _step(engine, key, office_id, load, now):
                if (stop and stop.is_set()) or _gives_way(engine, key, now):
                    return _note(engine, key, "", jobs.put_back)
        return ""
    except NotNow as refusal:  # not the work's fault
        _note(engine, key, str(refusal), jobs.put_back)
        raise
    except Refused as refusal:  # trying again would be refused again
        return _note(engine, key, str(refusal), jobs.fail)
    except Exception as error:
        log.error("job %s failed with %s", key, type(error).__name__)
        return _note(engine, key, f"The work could not be done ({type(error).__name__}).", jobs.retry)


def _step(engine: Engine, key: int, office_id: int, load: Loader, now: Clock) -> bool:
    """One step of a job: the work while others may write, then what came of it. Whether there is more."""
    with make_session(engine, write=False, office_id=office_id) as session:
        job = session.get_one(Job, key)
        later = STEPS[job.kind](session, load, BATCH, job.done >= job.total)
    with transaction(engine, office_id) as session:
        job = session.get_one(Job, key)
        more = later.keep(session)
        if later.left is not None:
            job.total = job.done + later.left
        jobs.progress(job, now(), later.done, max(more, job.total - job.done - later.done))
        if not more:
            jobs.finish(job)
        return more


def _gives_way(engine: Engine, key: int, now: Clock) -> bool:
    """Whether work that people wait for has come, and this job is none."""
    if not jobs.waiting(engine, now(), jobs.FIRST):
        return False
    with make_session(engine, write=False) as session:
        return session.get_one(Job, key).kind != jobs.FIRST


def _note(engine: Engine, key: int, why: str, how: Callable[[Job, str], None]) -> str:
    with transaction(engine) as session:
        job = session.get_one(Job, key)
        how(job, why)
        return why if job.state == "failed" else ""


class Later(Protocol):
    """A step of a job, done but not yet written."""

    @property
    def done(self) -> int: ...

    @property
    def left(self) -> int | None: ...

    def keep(self, session: Session) -> bool:
        """Write it; whether there is more to do."""


# By kind of job: from a session that only reads, the encoder's loader, how many texts at most, and whether
# to count what is left.
STEPS: dict[str, Callable[[Session, Loader, int, bool], Later]] = {
    "import": imports.prepare,
    "mark": marks.prepare,
    "encode": choices.prepare,
    "stale": stale.look_again,
    "topics": proposing.look_for_topics,
}


class Worker(threading.Thread):
    """A thread that does queued work until `stop`. `wake` makes it look at once."""

    def __init__(self, engine: Engine, load_encoder: Loader, now: Clock) -> None:
        super().__init__(name="worker", daemon=True)
        load_once = functools.cache(load_encoder)
        self._begin = functools.partial(queue_outdated, engine, load_once, now)
        self._work = functools.partial(run_pending, engine, load_once, now)
        self._stopping = threading.Event()
        self._woken = threading.Event()

    def run(self) -> None:
        self._try(self._begin)
        while not self._stopping.is_set():
            self._woken.clear()
            self._try(functools.partial(self._work, self._stopping))
            self._woken.wait(PAUSE_S)

    def _try(self, step: Callable[[], object]) -> None:
        try:
            with told_plainly():
                step()
        except Exception as error:  # the next look may fare better
            log.error("the worker met %s", type(error).__name__)

    def wake(self) -> None:
        self._woken.set()

    def stop(self) -> None:
        """End after the step in hand, and wait for that."""
        self._stopping.set()
        self._woken.set()
        self.join()
