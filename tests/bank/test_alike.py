"""What says nearly the same as the bank: found by marks, settled by a person, asked about once."""

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from correspondence import bank, worker
from correspondence.bank import alike, marks, settling
from correspondence.db import migrate, migrating
from correspondence.errors import Conflict, Refused
from correspondence.harvest import Told, likeness
from correspondence.models import Choice, Figure, Import, ImportFile, Job, Paragraph, RunMark, Source, User
from tests.bank.files import acts, approve
from tests.conftest import NOW
from tests.people.everything import fill_office

FERRY = (
    "The county spends three million pounds a year on the crossing, and nearly seven hundred people use it "
    "each week. It is our only link in winter, when the road over the pass is closed for days at a time."
)
NEWER = FERRY.replace("three million", "four million").replace("nearly seven", "more than eight")
SCHOOL = "School pupils travel free, and so does everybody who is over the age of sixty-six and lives here."
BINS = "The council empties the brown bins every second Friday, and tells each street before that changes."


def letter(session: Session, *texts: str, title: str = "A letter", date: dt.date | None = None) -> Source:
    """A Source of our own with these Paragraphs."""
    source = bank.stated(session, str(texts), Told(title=title, date=date), NOW)
    for text in texts:
        bank.add(session, None, text, NOW, source=source)
    session.expire(source)
    return source


def of_source(paragraph: Paragraph) -> list[Paragraph]:
    """All that was cut from its Source."""
    assert paragraph.source is not None
    return paragraph.source.paragraphs


def marked(session: Session, paragraph: Paragraph) -> set[int]:
    return set(session.scalars(select(RunMark.mark).where(RunMark.paragraph_id == paragraph.id)))


@pytest.fixture
def ferry(session: Session) -> Paragraph:
    return letter(session, FERRY, SCHOOL, date=dt.date(2024, 3, 12), title="Letter of March").paragraphs[0]


@pytest.fixture
def newer(session: Session, ferry: Paragraph) -> Paragraph:
    return letter(session, NEWER, BINS, date=dt.date(2026, 5, 1), title="Letter of May").paragraphs[0]


ON_SQLITE = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)

# Marks


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (FERRY, NEWER),
        (FERRY, FERRY.upper()),
        (FERRY, f"{BINS} {FERRY} {SCHOOL}"),
        (SCHOOL, f"{BINS} {FERRY} {SCHOOL}"),
        ("Thank you.", "thank you"),
    ],
)
def test_alike_texts_share_a_mark(one: str, other: str) -> None:
    assert likeness.marks(one) & likeness.marks(other)


def test_other_texts_share_none() -> None:
    assert not likeness.marks(FERRY) & likeness.marks(BINS)


@pytest.mark.parametrize(
    ("other", "is_same"),
    [
        (FERRY.replace(" ", "\n"), True),
        (FERRY.replace("It is", "It's").replace("It's", "It is"), True),
        (FERRY.replace("three", "3"), False),
        (FERRY.lower(), False),
        (FERRY.replace("week.", "week"), False),
    ],
)
def test_word_for_word_is_but_for_spaces_and_curly_marks(other: str, is_same: bool) -> None:
    assert (likeness.whole(FERRY) == likeness.whole(other)) == is_same


@given(st.text(max_size=300))
def test_marks_are_numbers_the_database_holds(text: str) -> None:
    assert all(0 <= mark < 2**32 for mark in likeness.marks(text))
    assert -(2**63) <= likeness.whole(text) < 0
    assert likeness.whole(text) == likeness.whole(f" {text}\n")


@ON_SQLITE
def test_marks_follow_the_words_and_go_with_retirement(session: Session, ferry: Paragraph) -> None:
    before = marked(session, ferry)
    assert before == {likeness.whole(FERRY), *likeness.marks(FERRY)}
    bank.change(session, None, ferry, NOW, title="Another")
    assert marked(session, ferry) == before
    bank.revise(session, None, ferry, BINS, NOW)
    assert marked(session, ferry) == {likeness.whole(BINS), *likeness.marks(BINS)}
    bank.retire(session, None, ferry, NOW)
    assert marked(session, ferry) == set()
    bank.restore(session, None, ferry, NOW)
    assert marked(session, ferry) == {likeness.whole(BINS), *likeness.marks(BINS)}


def test_what_was_there_before_marks_were_kept_is_marked_after_the_upgrade(
    engine: Engine, session: Session, ferry: Paragraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(marks, "AT_ONCE", 1)
    bank.add(session, None, "The new bridge at Market Street costs £4 million.", NOW)
    session.query(Job).delete()
    keys = session.scalars(select(Figure.key).order_by(Figure.id)).all()
    session.commit()
    with migrating(engine) as connection:
        migrate(connection, "0004")
        migrate(connection)
    worker.run_pending(engine, lambda: pytest.fail("no encoder is asked for"), lambda: NOW)
    session.expire_all()
    assert session.scalars(select(Job.state).where(Job.kind == "mark")).all() == ["done"]
    assert session.scalar(select(func.count(func.distinct(RunMark.paragraph_id)))) == 3
    assert marked(session, ferry) == {likeness.whole(FERRY), *likeness.marks(FERRY)}
    assert any(keys)
    assert session.scalars(select(Figure.key).order_by(Figure.id)).all() == keys


# Finding


def test_nearly_the_same_of_another_source_is_found_whichever_came_first(
    session: Session, ferry: Paragraph, newer: Paragraph
) -> None:
    found = alike.near(session, [*of_source(ferry), *of_source(newer)])
    pairs = {(key, row.id) for key, rows in found.items() for row in rows}
    assert pairs == {(ferry.id, newer.id), (newer.id, ferry.id)}
    assert 0.5 <= found[newer.id][0].share < 1


@ON_SQLITE
def test_only_what_is_proposed_is_asked_about_beside_what_was_there_before(
    session: Session, ferry: Paragraph, newer: Paragraph
) -> None:
    def asked() -> dict[int, list[int]]:
        rows = [*of_source(ferry), *of_source(newer)]
        return {key: [row.id for row in near] for key, near in alike.asked(session, rows).items()}

    assert asked() == {newer.id: [ferry.id]}
    approve(session, newer)
    assert asked() == {ferry.id: [newer.id]}
    approve(session, ferry)
    assert asked() == {}


@ON_SQLITE
def test_of_its_own_source_only_the_same_words_are_asked_about(session: Session) -> None:
    first, near, same = letter(session, FERRY, NEWER, FERRY).paragraphs
    found = alike.asked(session, [first, near, same])
    assert {key: [(row.id, row.is_same) for row in rows] for key, rows in found.items()} == {
        same.id: [(first.id, True)]
    }


@ON_SQLITE
def test_the_same_words_of_somebody_else_are_not_the_same(session: Session, ferry: Paragraph) -> None:
    again = letter(session, FERRY, title="again").paragraphs[0]
    assert alike.asked(session, [again])[again.id][0].is_same
    bank.revise(session, None, again, FERRY, NOW, voice="The county")
    assert not alike.asked(session, [again])[again.id][0].is_same


def test_another_office_s_words_are_never_found(dov_office: int, session: Session, ferry: Paragraph) -> None:
    session.info["office_id"] = dov_office
    theirs = letter(session, FERRY, title="theirs").paragraphs[0]
    assert alike.near(session, [theirs]) == {theirs.id: []}


def test_what_too_many_say_is_no_likeness(
    session: Session, ferry: Paragraph, newer: Paragraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(likeness, "COMMON", 1)
    assert alike.near(session, [newer]) == {newer.id: []}


# Settling


def test_using_the_bank_s_retires_the_new_one_and_keeps_where_it_was_said(
    session: Session, ferry: Paragraph, newer: Paragraph, cas: User
) -> None:
    approve(session, ferry)
    settling.merge(session, cas, newer, ferry, NOW, seen=(1, 1))
    assert (newer.state, ferry.state) == ("retired", "approved")
    assert [version.text for version in ferry.versions] == [FERRY]
    assert settling.further(session, ferry) == [newer.source]
    assert acts(session)[-1] == "merge"
    assert alike.near(session, [ferry]) == {ferry.id: []}


@ON_SQLITE
def test_what_was_merged_goes_along_when_that_is_merged(
    session: Session, ferry: Paragraph, newer: Paragraph
) -> None:
    third = letter(session, FERRY, title="third").paragraphs[0]
    settling.merge(session, None, third, newer, NOW)
    settling.merge(session, None, newer, ferry, NOW)
    assert set(settling.further(session, ferry)) == {third.source, newer.source}


@ON_SQLITE
def test_what_letters_taught_of_the_new_one_is_learned_of_the_bank_s(
    session: Session, ferry: Paragraph, newer: Paragraph, ada_office: int
) -> None:
    choice = session.get_one(Choice, fill_office(session, ada_office)["choice"])
    choice.paragraph_id = newer.id
    settling.merge(session, None, newer, ferry, NOW)
    session.flush()
    assert set(session.scalars(select(Choice.paragraph_id))) == {ferry.id, newer.id}


def test_using_the_new_one_gives_the_bank_s_its_words_and_its_source(
    session: Session, ferry: Paragraph, newer: Paragraph
) -> None:
    approve(session, ferry)
    source = newer.source
    settling.replace(session, None, newer, ferry, NOW, seen=(1, 1))
    session.flush()
    assert (ferry.state, newer.state) == ("proposed", "retired")
    assert [version.text for version in ferry.versions] == [FERRY, NEWER]
    assert (ferry.version.date, ferry.source) == (dt.date(2026, 5, 1), source)
    assert ferry.version.why == "In place of words from Letter of March, 2024-03-12."
    assert [row.id for row in of_source(ferry)][:2] == [newer.id, ferry.id]


@ON_SQLITE
def test_both_are_kept_and_nobody_is_asked_again(
    session: Session, ferry: Paragraph, newer: Paragraph
) -> None:
    settling.keep_both(session, None, newer, [ferry], NOW)
    assert alike.asked(session, [newer]) == {}
    approve(session, newer)
    assert alike.asked(session, [ferry]) == {}
    assert alike.near(session, [ferry])[ferry.id][0].id == newer.id


@ON_SQLITE
@pytest.mark.parametrize("how", [settling.merge, settling.replace])
def test_what_changed_meanwhile_is_not_settled(
    session: Session, ferry: Paragraph, newer: Paragraph, how: Callable[..., None]
) -> None:
    for seen in ((2, 1), (1, 2), (None, None)):
        with pytest.raises(Conflict, match="Look at them again"):
            how(session, None, newer, ferry, NOW, seen=seen)
    with pytest.raises(Refused):
        how(session, None, newer, newer, NOW)
    bank.retire(session, None, ferry, NOW)
    with pytest.raises(Conflict, match="retired meanwhile"):
        how(session, None, newer, ferry, NOW)
    bank.restore(session, None, ferry, NOW)
    approve(session, newer)
    with pytest.raises(Conflict, match="Somebody else has dealt"):
        how(session, None, newer, ferry, NOW)


def test_one_press_settles_all_that_is_word_for_word_in_the_bank(session: Session) -> None:
    first, *others = [
        letter(session, FERRY, SCHOOL, NEWER if number else BINS, title=str(number)) for number in range(4)
    ]
    given = Import(created_at=NOW)
    given.files = [ImportFile(name=source.title, state="in", source=source) for source in (first, *others)]
    session.add(given)
    session.flush()
    assert settling.of_import(session, others[0]) == (given, 4)
    count = settling.merge_same(session, None, given, settling.proposed_of(session, given), NOW)
    session.flush()
    left = [row.version.text for source in others for row in source.paragraphs if row.state != "retired"]
    assert (count, left) == (8, [NEWER])
    assert [row.state for row in first.paragraphs] == ["proposed"] * 3
    assert settling.merge_same(session, None, given, settling.proposed_of(session, given), NOW) == 0
