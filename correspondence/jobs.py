"""The queue: work for later, claimed for a while, so that a dead worker's work is done by another."""

import datetime as dt
from typing import Any

from sqlalchemy import Engine, and_, case, or_, select, true
from sqlalchemy.orm import Session
from sqlalchemy.sql import ColumnElement

from correspondence.db import make_session, mine
from correspondence.models import Job

LEASE = dt.timedelta(minutes=5)  # longer than any one step of a job takes
ATTEMPTS = 3
FIRST = "import"  # somebody waits for it, so all else gives way; what ends the program costs a file, not it


def add(session: Session, kind: str, now: dt.datetime, **args: Any) -> Job:
    """Queue work of a kind for the session's office; the same work already waiting is not queued twice."""
    waiting = session.scalars(mine(session, Job).where(Job.kind == kind, Job.state == "waiting"))
    for job in waiting:
        if job.args == args:
            return job
    job = Job(kind=kind, args=args, created_at=now)
    session.add(job)
    return job


def waiting(engine: Engine, now: dt.datetime, kind: str = "") -> bool:
    """Whether there is anything to claim, in any office; of one kind, where it is named."""
    named = Job.kind == kind if kind else true()
    with make_session(engine, write=False) as session:
        return session.scalar(select(Job.id).where(_free(now), named).limit(1)) is not None


def newest(session: Session, kind: str) -> Job | None:
    """The office's work of a kind that is under way or waits, else what was last done of it."""
    rank = case((Job.state == "running", 0), (Job.state == "waiting", 1), else_=2)
    query = mine(session, Job).where(Job.kind == kind)
    return session.scalar(query.order_by(rank, Job.id.desc()).limit(1))


def claim(session: Session, now: dt.datetime) -> Job | None:
    """Take the oldest work that nobody does, of any office, FIRST before all else. Commit at once: the
    claim is what others see.

    SQLite's writers come one at a time; on PostgreSQL the locked row is skipped by the others.
    """
    query = select(Job).where(_free(now)).order_by(Job.kind != FIRST, Job.id).limit(1)
    while (job := session.scalar(query.with_for_update(skip_locked=True))) is not None:
        if job.attempts < ATTEMPTS or job.kind == FIRST:
            job.state, job.lease_until, job.attempts = "running", now + LEASE, job.attempts + 1
            return job
        fail(job, f"It was begun {ATTEMPTS} times and never came to its end.")
        session.flush()
    return None


def progress(job: Job, now: dt.datetime, done: int, left: int) -> None:
    """Note a step done, `left` to do, and hold the job for longer. Work that gets on may be begun anew."""
    job.attempts = min(job.attempts, 1) if done else job.attempts
    job.done += done
    job.total = job.done + left
    job.lease_until = now + LEASE


def finish(job: Job) -> None:
    """The work is done."""
    job.state, job.lease_until, job.why = "done", None, ""


def put_back(job: Job, why: str) -> None:
    """The worker had to stop in the midst of the work: another may begin where it left off."""
    job.state, job.lease_until, job.why, job.attempts = "waiting", None, why, job.attempts - 1


def retry(job: Job, why: str) -> None:
    """The work went wrong: it waits to be tried again, or has failed for good."""
    job.why = why
    if job.attempts >= ATTEMPTS:
        fail(job, why)
    else:
        job.state, job.lease_until = "waiting", None


def fail(job: Job, why: str) -> None:
    """The work will not be done; `why` is a sentence."""
    job.state, job.lease_until, job.why = "failed", None, why


def _free(now: dt.datetime) -> ColumnElement[bool]:
    return or_(Job.state == "waiting", and_(Job.state == "running", Job.lease_until < now))
