"""How far the work on new paragraphs is can be read, from the first moment to the last."""

import pytest
from sqlalchemy.orm import Session

from correspondence import bank, jobs
from tests.conftest import NOW


@pytest.mark.parametrize(
    ("state", "done", "total", "said"),
    [
        ("waiting", 0, 0, "New paragraphs are found by their words at once, and by their meaning soon."),
        ("running", 1200, 3000, "1,200 of 3,000 new paragraphs are found by their meaning already"),
        ("failed", 16, 40, "The language model is missing."),
        ("done", 40, 40, ""),
    ],
)
def test_each_state_of_the_work_is_told(
    state: str, done: int, total: int, said: str, session: Session
) -> None:
    job = jobs.add(session, "encode", NOW)
    job.state, job.done, job.total, job.why = state, done, total, "The language model is missing."
    session.flush()
    assert bank.readiness(session).startswith(said)
    assert bool(bank.readiness(session)) is bool(said)


def test_what_is_under_way_is_told_before_what_was_done(session: Session) -> None:
    assert bank.readiness(session) == ""
    running = jobs.add(session, "encode", NOW)
    running.state, running.done, running.total = "running", 2, 9
    later = jobs.add(session, "encode", NOW, only=1)
    session.flush()
    assert bank.readiness(session).startswith("2 of 9")
    running.state = later.state = "done"
    session.flush()
    assert bank.readiness(session) == ""
