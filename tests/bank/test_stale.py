"""The first stale day is kept as texts, figures and tables change; the tables; decisions."""

import datetime as dt

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from correspondence import bank, db
from correspondence.bank import dated, stale
from correspondence.errors import NotFound, Refused
from correspondence.figures.world import Row, shipped
from correspondence.matching.index import bank_index
from correspondence.models import Decision, Job, Paragraph, User
from correspondence.worker import run_pending
from tests.bank.files import acts, approve, edition
from tests.bank.kinds import KINDS, made
from tests.conftest import NOW, TODAY

OLD, NEW = dt.date(2025, 9, 1), dt.date(2026, 9, 1)
ORR = Row("post", "Home Secretary", "Nadia Orr", dt.date(2026, 11, 1), None, "https://example.org/orr")


def add(session: Session, text: str, date: dt.date | None = OLD) -> Paragraph:
    paragraph = bank.add(session, None, text, NOW, {"date": date})
    session.flush()
    return paragraph


def settle(engine: Engine) -> None:
    """Do the work that was queued; the vectors of a language model are left."""
    with db.transaction(engine) as session:
        for job in session.scalars(select(Job).where(Job.kind != "stale")):
            job.state = "done"
    assert run_pending(engine, lambda: pytest.fail("no encoder is needed"), lambda: NOW) == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_day_is_kept_and_lists_go_by_it(kind: str, session: Session) -> None:
    paragraph, says, _since = made(session, kind)
    (found,) = stale.reasons(paragraph, TODAY)
    assert says in found.text
    assert paragraph.stale_on == found.since
    assert paragraph in bank.search(session, filters=bank.Filters(stale_on=TODAY))
    before = found.since - dt.timedelta(days=1) if found.since > dt.date.min else None
    assert before is None or paragraph not in bank.search(session, filters=bank.Filters(stale_on=before))


def test_a_newer_figure_makes_an_older_one_stale_and_its_index_is_told(session: Session) -> None:
    first = add(session, "Mending the harbour wall cost £25 million.")
    assert first.stale_on == dt.date(2027, 9, 2)  # when the number is two years old
    was = first.edition
    second = add(session, "Mending the harbour wall cost £31 million.", NEW)
    assert first.stale_on == NEW
    assert first.edition > was
    held = {one.paragraph_id: one for one in bank_index(session, None).held if one}
    assert held[first.id].stale_on == NEW
    assert second.stale_on == dt.date(2028, 9, 1)
    bank.retire(session, None, second, NOW)
    assert first.stale_on == dt.date(2027, 9, 2)
    bank.restore(session, None, second, NOW)
    assert first.stale_on == NEW
    bank.revise(session, None, second, "Mending the harbour wall took long.", NOW)
    assert first.stale_on == dt.date(2027, 9, 2)


def test_a_row_of_the_office_s_own_counts_for_it_and_what_speaks_of_it_is_settled(
    engine: Engine, session: Session, ada_office: int, dov_office: int
) -> None:
    key = add(session, "The Home Secretary, Shabana Mahmood, agrees.", dt.date(2026, 10, 1)).id
    dated.add(session, None, ORR, NOW)
    session.commit()
    settle(engine)
    with db.make_session(engine, write=True, office_id=ada_office) as session:
        paragraph = db.one(session, Paragraph, key)
        assert paragraph.stale_on == ORR.begins
        (reason,) = stale.reasons(paragraph, TODAY)
        assert reason.text.endswith("since 1 November 2026 it is Nadia Orr.")
        assert reason.source == ORR.source
        (row,) = dated.listed(session, "post", "nadia")
        dated.take_out(session, None, row.key, NOW)
        session.commit()
    settle(engine)
    with db.make_session(engine, write=False, office_id=ada_office) as session:
        assert db.one(session, Paragraph, key).stale_on is None
    with db.make_session(engine, write=False, office_id=dov_office) as session:
        assert len(dated.listed(session, "post")) == len([r for r in shipped() if r.about == "post"])


def test_what_was_stored_before_there_was_a_first_day_gets_one(
    engine: Engine, session: Session, ada_office: int
) -> None:
    paragraph = add(session, "The pier is long.", None)
    paragraph.stale_on = None
    session.add(Job(kind="stale", args={}, created_at=NOW))
    was, key = edition(session), paragraph.id
    session.commit()
    settle(engine)
    with db.make_session(engine, write=False, office_id=ada_office) as session:
        assert db.one(session, Paragraph, key).stale_on == dt.date.min
        assert edition(session) > was


def test_what_was_stored_before_there_were_more_posts_is_looked_at_again(
    engine: Engine, session: Session, ada_office: int
) -> None:
    paragraph = add(session, "The Environment Secretary, Steve Reed, agrees.", dt.date(2025, 9, 3))
    paragraph.stale_on, key = None, paragraph.id
    session.commit()
    session.close()
    with db.migrating(engine) as connection:
        db.migrate(connection, "0011")
        db.migrate(connection)
    settle(engine)
    with db.make_session(engine, write=False, office_id=ada_office) as session:
        assert db.one(session, Paragraph, key).stale_on == dt.date(2025, 9, 5)


@pytest.mark.parametrize("about", ["post", "bill", "government"])
def test_a_shipped_row_is_changed_taken_out_and_put_back(about: str, session: Session) -> None:
    shipped_row = next(row for row in shipped() if row.about == about)
    other = Row(about, shipped_row.name, shipped_row.said, dt.date(2001, 1, 1), None, "https://example.org/x")
    dated.change(session, None, shipped_row.key, other, NOW)
    assert dated.entry(session, shipped_row.key).row == other
    assert dated.entry(session, shipped_row.key).whose == "changed"
    dated.take_out(session, None, shipped_row.key, NOW)
    assert dated.entry(session, shipped_row.key).whose == "out"
    dated.put_back(session, None, shipped_row.key, NOW)
    assert dated.entry(session, shipped_row.key).row == shipped_row
    assert acts(session) == ["change", "take out", "put back"]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (Row("post", "", "A", OLD, None, "https://example.org"), "Give a name"),
        (Row("post", "Reeve", " ", OLD, None, "https://example.org"), "Give a name"),
        (Row("post", "Reeve", "A", OLD, None, ""), "Give the link"),
        (Row("post", "Reeve", "A", OLD, None, "javascript:alert(1)"), "Give the link"),
        (Row("post", "Reeve", "A", OLD, OLD, "https://example.org"), "end after it begins"),
        (Row("bill", "Ferry Bill", "nearly", OLD, None, "https://example.org"), "A stage is one of"),
        (Row("king", "Reeve", "A", OLD, None, "https://example.org"), "of a post, a bill or a government"),
        (next(row for row in shipped()), "already"),
    ],
)
def test_a_row_that_says_too_little_or_cannot_be_checked_is_refused(
    row: Row, says: str, session: Session
) -> None:
    with pytest.raises(Refused, match=says):
        dated.add(session, None, row, NOW)
    assert acts(session) == []


def test_a_row_that_is_gone_is_not_changed(session: Session) -> None:
    with pytest.raises(NotFound):
        dated.take_out(session, None, "own 7", NOW)


def test_another_reason_asks_anew_and_the_decision_before_stays(session: Session, cas: User) -> None:
    paragraph = add(session, "The pier is long.", None)
    with pytest.raises(Refused, match="Undated"):
        bank.approve(session, cas, paragraph, NOW)
    with pytest.raises(Refused, match="Undated"):
        bank.approve(session, None, paragraph, NOW, why="Nobody says so.")
    approve(session, paragraph)
    bank.approve(session, cas, paragraph, NOW)  # nothing is left to decide
    bank.change(session, cas, paragraph, NOW, review_date=OLD)
    assert [reason.kind for reason in bank.waiting(session, [paragraph], TODAY)[paragraph.id]] == ["review"]
    bank.approve(session, cas, paragraph, NOW, why="Read again.")
    assert bank.waiting(session, [paragraph], TODAY)[paragraph.id] == []
    session.flush()
    found = bank.decisions(session, [paragraph.version])[paragraph.version.id]
    assert [(one.user and one.user.name, one.why) for one in found] == [
        ("Cas", "Read again."),
        ("Ben", "Read, and still right."),
    ]
    bank.revise(session, cas, paragraph, "The pier is longer.", NOW)
    assert len(bank.waiting(session, [paragraph], TODAY)[paragraph.id]) == 2
    assert session.scalars(select(Decision)).first() is not None
