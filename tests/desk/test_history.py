"""The office's history counts what it says it counts, on replies few enough to check by hand."""

import datetime as dt
import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from correspondence import desk
from correspondence.cli import root
from correspondence.errors import Refused
from correspondence.matching.history import PastPoint, figures, told
from correspondence.models import Draft, Paragraph, User
from tests.desk.cast import TEXTS

TITLES = {1: "Bins", 2: "Buses", 3: "Ports", 4: ""}
PAST = [
    PastPoint(1, [1, 2, 3], "yes", [1], {1: False}, own=False, left=False),
    PastPoint(1, [3, 2, 1], "perhaps", [1], {1: False, 2: False}, own=False, left=False),
    PastPoint(2, [1, 2, 3], "yes", [1, 2], {2: True}, own=True, left=False),
    PastPoint(2, [1], "no", [], {3: False}, own=False, left=False),
    PastPoint(3, [1, 2], "yes", [1], {}, own=True, left=False),
    PastPoint(3, [2], "perhaps", [], {}, own=False, left=True),
    PastPoint(3, [2], "no", [], {}, own=False, left=False),
]


def test_each_figure_is_what_a_person_would_count() -> None:
    counted = figures(PAST, TITLES, {1, 2, 3})
    assert (counted["replies"], counted["points"]) == (3, 7)
    assert counted["from_the_bank"] == {
        "points": 4, "offered_first": 1, "offered_first_three": 3, "offered_first_ten": 3, "not_offered": 1,
    }  # fmt: skip
    assert counted["put_in"] == {"paragraphs": 4, "kept": 1, "changed": 1, "taken_out": 2}
    assert counted["own_words"] == {"points": 1, "with_something_on_offer": 1}
    assert counted["unanswered"] == {"points": 2, "with_something_on_offer": 1, "left_on_purpose": 1}
    assert counted["most_taken_out"] == [{"paragraph": 1, "title": "Bins", "times": 2}]
    assert counted["never_offered"] == {"paragraphs": 1, "first": [{"paragraph": 4, "title": ""}]}


def test_it_is_told_in_sentences() -> None:
    lines = told(figures(PAST, TITLES, {1, 2, 3})).splitlines()
    assert lines[0] == "3 replies left the house, with 7 points."
    assert "  among the first 3         3  (75 in 100)" in lines
    assert "  paragraph 1: Bins, 2 times" in lines
    assert lines[-1] == "  paragraph 4"
    assert told(figures([], TITLES, set())).startswith("No reply has left the house in this time")
    assert told(figures(PAST[-1:], {}, set())).startswith("1 reply left the house, with 1 point.\n0 points")


def test_a_reply_counts_once_a_person_has_let_it_go(
    session: Session, cas: User, draft: Draft, bank: dict[str, Paragraph], now: dt.datetime
) -> None:
    points = draft.message.points
    guards, fences = (block for block in draft.blocks if block.kind == "policy")
    desk.remove(session, cas, guards, guards.edit, now)
    desk.save_block(session, cas, fences, TEXTS["fences"] + " And painted.", fences.edit, now)
    desk.insert(session, cas, draft, bank["minister"], now, points=[points[2]])
    desk.add_own(session, cas, draft, "We will ring you.", now, points=[points[3]])
    desk.export_letter(session, None, draft, now.date(), now)
    assert desk.history(session)["replies"] == 0  # the command line drafts unseen
    desk.export_mail(session, cas, draft, now.date(), now)
    counted = desk.history(session)
    assert (counted["replies"], counted["points"]) == (1, 4)
    assert counted["from_the_bank"]["offered_first"] == 2
    assert counted["put_in"] == {"paragraphs": 2, "kept": 0, "changed": 1, "taken_out": 1}
    assert counted["own_words"]["points"] == 1
    assert counted["unanswered"] == {"points": 1, "with_something_on_offer": 1, "left_on_purpose": 0}
    assert counted["most_taken_out"][0]["paragraph"] == bank["guards"].id


def test_a_box_that_says_nothing_answers_nothing(
    session: Session, cas: User, draft: Draft, now: dt.datetime
) -> None:
    guards = next(block for block in draft.blocks if block.text == TEXTS["guards"])
    desk.save_block(session, cas, guards, "", guards.edit, now)
    desk.add_own(session, cas, draft, "…", now, points=draft.message.points)
    desk.copy_reply(session, cas, draft, now.date(), now)
    counted = desk.history(session)
    assert counted["put_in"] == {"paragraphs": 2, "kept": 1, "changed": 0, "taken_out": 1}
    assert (counted["own_words"]["points"], counted["unanswered"]["points"]) == (0, 3)


def test_only_the_days_asked_for_count(session: Session, cas: User, draft: Draft, now: dt.datetime) -> None:
    desk.copy_reply(session, cas, draft, now.date(), now)
    day = now.date()
    assert desk.history(session, day, day)["replies"] == 1
    assert desk.history(session, until=day - dt.timedelta(1))["replies"] == 0
    assert desk.history(session, day + dt.timedelta(1))["replies"] == 0
    with pytest.raises(Refused, match="before the first"):
        desk.history(session, day, day - dt.timedelta(1))


@pytest.fixture
def instance(
    engine: Engine,
    session: Session,
    cas: User,
    draft: Draft,
    now: dt.datetime,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An instance whose office has let one reply go."""
    desk.copy_reply(session, cas, draft, now.date(), now)
    session.commit()
    monkeypatch.setenv("CORRESPONDENCE_INSTANCE", str(tmp_path / "instance"))
    monkeypatch.setenv("CORRESPONDENCE_DATABASE", engine.url.render_as_string(hide_password=False))


NAME = "Office of Ada Amberley MP"


@pytest.mark.usefixtures("instance")
@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    "call",
    [
        ["evaluate", "--office", "--json"],
        ["evaluate", "--json", "--office"],
        ["evaluate", "--office", NAME, "--json"],
        ["--office", NAME, "evaluate", "--office", "--since", "2026-11-01", "--json"],
    ],
)
def test_the_command_line_tells_the_office_s_own_history(call: list[str]) -> None:
    ran = CliRunner().invoke(root, call)
    assert ran.exit_code == 0, ran.output
    assert json.loads(ran.stdout)["replies"] == 1


@pytest.mark.parametrize("call", [["evaluate"], ["evaluate", "--office", "--bank", "b.jsonl"]])
def test_half_of_what_evaluate_needs_is_wrong_use(call: list[str]) -> None:
    ran = CliRunner().invoke(root, call)
    assert ran.exit_code == 2
    assert "Say --office, or both --bank and --queries." in ran.stderr
