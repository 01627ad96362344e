"""The queue and the worker: nothing done twice at once, nothing lost with a dead worker."""

import datetime as dt
import threading
import time

import pytest
from sqlalchemy import Engine, event, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from correspondence import jobs, worker
from correspondence.db import make_session, transaction
from correspondence.errors import Refused
from correspondence.matching import semantic
from correspondence.matching.index import Later
from correspondence.models import Job
from tests.conftest import NOW
from tests.matching.hundred import fill, some_text

LATER = NOW + jobs.LEASE + dt.timedelta(seconds=1)


def claim(engine: Engine, now: dt.datetime = NOW) -> int | None:
    """Claim and commit; the job's id."""
    with transaction(engine) as session:
        job = jobs.claim(session, now)
        return job.id if job else None


def state(engine: Engine) -> list[tuple[str, int, str]]:
    with make_session(engine, write=False) as session:
        rows = session.execute(select(Job.state, Job.attempts, Job.why).order_by(Job.id))
        return [(row.state, row.attempts, row.why) for row in rows]


@pytest.fixture
def queue(session: Session) -> Engine:
    """A database with two jobs waiting."""
    jobs.add(session, "encode", NOW)
    jobs.add(session, "encode", NOW, only=1)
    session.commit()
    return session.get_bind().engine


def test_the_same_work_is_not_queued_twice(session: Session) -> None:
    first = jobs.add(session, "encode", NOW)
    assert jobs.add(session, "encode", NOW) is first
    session.commit()
    jobs.claim(session, NOW)
    session.commit()
    assert jobs.add(session, "encode", NOW) is not first  # it may have looked before the new text came


def test_jobs_are_claimed_in_order_and_once(queue: Engine) -> None:
    assert [claim(queue), claim(queue), claim(queue)] == [1, 2, None]


def test_a_dead_worker_s_job_is_claimed_again_when_its_time_is_up(queue: Engine) -> None:
    assert claim(queue) == 1
    assert claim(queue, LATER) == 1
    assert state(queue)[0] == ("running", 2, "")


def test_a_job_that_never_ends_is_given_up(queue: Engine) -> None:
    for attempt in range(jobs.ATTEMPTS):
        assert claim(queue, NOW + attempt * (LATER - NOW)) == 1
    assert claim(queue, NOW + jobs.ATTEMPTS * (LATER - NOW)) == 2
    assert state(queue)[0][0] == "failed"
    assert "3 times" in state(queue)[0][2]


def test_many_claim_at_once_and_none_twice(session: Session, engine: Engine) -> None:
    session.add_all([Job(kind="encode", args={"n": n}, created_at=NOW) for n in range(12)])
    session.commit()
    claimed: list[int] = []

    def work() -> None:
        while (key := claim(engine)) is not None:
            claimed.append(key)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(claimed) == list(range(1, 13))


def test_progress_is_kept_and_holds_the_job(queue: Engine) -> None:
    with transaction(queue) as session:
        job = jobs.claim(session, NOW)
        assert job is not None
        jobs.progress(job, LATER, done=16, left=4)
        assert (job.done, job.total, job.lease_until) == (16, 20, LATER + jobs.LEASE)


def refuse() -> semantic.Encoder:
    raise Refused("The language model is missing.")


def fall_over() -> semantic.Encoder:
    raise ZeroDivisionError


def test_refused_work_fails_at_once_with_its_sentence(queue: Engine) -> None:
    assert worker.run_pending(queue, refuse, lambda: NOW) == ["The language model is missing."] * 2
    assert state(queue) == [("failed", 1, "The language model is missing.")] * 2


def test_work_that_goes_wrong_is_tried_again_and_then_fails(queue: Engine) -> None:
    said = worker.run_pending(queue, fall_over, lambda: NOW)
    assert said == ["The work could not be done (ZeroDivisionError)."] * 2
    assert [row[:2] for row in state(queue)] == [("failed", jobs.ATTEMPTS)] * 2


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("is_free_again", "after"),
    [(True, ("waiting", 0, "The database is busy. Try again in a moment.")), (False, ("running", 1, ""))],
)
def test_work_that_meets_a_busy_database_waits_and_is_done_later(
    queue: Engine, monkeypatch: pytest.MonkeyPatch, is_free_again: bool, after: tuple[str, int, str]
) -> None:
    somebody = make_session(queue, write=True)

    def step(*_: object) -> Later:
        somebody.connection()  # takes the lock, and writes for longer than anybody waits
        return Later(False, 1)

    monkeypatch.setitem(worker.STEPS, "encode", step)
    event.listen(queue, "checkout", lambda raw, *_: raw.execute("PRAGMA busy_timeout = 50"))
    if is_free_again:
        event.listen(queue, "handle_error", lambda _: somebody.close())
    assert worker.run_pending(queue, semantic.load, lambda: NOW) == []
    somebody.close()
    assert state(queue) == [after, ("waiting", 0, "")]
    monkeypatch.setitem(worker.STEPS, "encode", lambda *_: Later(False, 1))
    assert worker.run_pending(queue, semantic.load, lambda: LATER) == []
    assert [row[0] for row in state(queue)] == ["done", "done"]


@pytest.mark.parametrize(
    ("said", "becomes"),
    [
        ("database is locked", "waiting"),
        ("database or disk is full", "waiting"),
        ("server closed the connection unexpectedly", "waiting"),
        ("attempt to write a readonly database", "failed"),
        ("database disk image is malformed", "failed"),
    ],
)
def test_work_ends_only_where_trying_again_is_of_no_use(
    queue: Engine, monkeypatch: pytest.MonkeyPatch, said: str, becomes: str
) -> None:
    def step(*_: object) -> Later:
        raise OperationalError("", None, RuntimeError(said))

    monkeypatch.setitem(worker.STEPS, "encode", step)
    worker.run_pending(queue, semantic.load, lambda: NOW)
    assert state(queue)[0][0] == becomes


def test_work_is_done_step_by_step_in_its_own_office(queue: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = iter([Later(True, 16, 20), Later(True), Later(False, 4), Later(False, 0, 0)])
    offices: list[int] = []

    def step(session: Session, _load: worker.Loader, _limit: int, _count: bool) -> Later:
        offices.append(session.info["office_id"])
        return next(steps)

    monkeypatch.setitem(worker.STEPS, "encode", step)
    assert worker.run_pending(queue, semantic.load, lambda: NOW) == []
    with make_session(queue, write=False) as session:
        done = session.execute(select(Job.state, Job.done, Job.total).order_by(Job.id)).all()
    assert [tuple(row) for row in done] == [("done", 20, 20), ("done", 0, 0)]
    assert offices == [1, 1, 1, 1]


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_the_thread_does_what_waits_and_stops(queue: Engine) -> None:
    thread = worker.Worker(queue, semantic.load, lambda: NOW)
    thread.start()
    deadline = time.monotonic() + 20
    while {row[0] for row in state(queue)} != {"done"} and time.monotonic() < deadline:
        time.sleep(0.05)
    thread.stop()
    assert not thread.is_alive()
    assert {row[0] for row in state(queue)} == {"done"}


def test_vectors_of_an_older_model_are_made_again_when_a_worker_begins(session: Session) -> None:
    encoder = semantic.load()
    old, new = some_text(1), some_text(2)
    [paragraph, current] = fill(session, [old, new], {new: encoder.encode([new])[0]})
    paragraph.version.vector, paragraph.version.vector_model = b"\0" * 8, "an older model"
    session.commit()
    engine = session.get_bind()
    assert isinstance(engine, Engine)
    worker.queue_outdated(engine, semantic.load, lambda: NOW)
    assert state(engine) == [("waiting", 0, "")]
    assert worker.run_pending(engine, semantic.load, lambda: NOW) == []
    session.expire_all()
    assert paragraph.version.vector_model == current.version.vector_model == encoder.name
    worker.queue_outdated(engine, semantic.load, lambda: NOW)
    assert [row[0] for row in state(engine)] == ["done"]  # nothing more is queued


def test_a_missing_model_queues_nothing_when_a_worker_begins(session: Session) -> None:
    fill(session, [some_text(1)])
    engine = session.get_bind()
    assert isinstance(engine, Engine)
    worker.queue_outdated(engine, refuse, lambda: NOW)
    assert state(engine) == []


def test_work_that_is_stopped_waits_for_another_worker_and_counts_no_attempt(
    queue: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(worker.STEPS, "encode", lambda *_: Later(True))  # there is always more of it
    stop = threading.Event()

    def look_and_stop() -> dt.datetime:
        stop.set()
        return NOW

    assert worker.run_pending(queue, semantic.load, look_and_stop, stop) == []
    assert state(queue) == [("waiting", 0, ""), ("waiting", 0, "")]


def test_an_import_goes_before_all_else_and_long_work_gives_way_to_it(
    queue: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def encode(session: Session, *_: object) -> Later:
        if not done:  # somebody brings files in while the first step runs
            with transaction(queue, session.info["office_id"]) as other:
                jobs.add(other, "import", NOW)
        done.append("encode")
        return Later(len(done) < 4, 1)

    def bring_in(*_: object) -> Later:
        done.append("import")
        return Later(False, 1)

    monkeypatch.setattr(worker, "STEPS", {"encode": encode, "import": bring_in})
    assert worker.run_pending(queue, semantic.load, lambda: NOW) == []
    assert done[:3] == ["encode", "import", "encode"]
    assert {row[0] for row in state(queue)} == {"done"}


def test_work_that_gets_on_is_not_given_up_however_often_it_is_begun(queue: Engine) -> None:
    for attempt in range(2 * jobs.ATTEMPTS):
        with transaction(queue) as session:
            job = jobs.claim(session, NOW + attempt * (LATER - NOW))
            assert job is not None
            assert job.id == 1
            jobs.progress(job, NOW + attempt * (LATER - NOW), 1, 5)
