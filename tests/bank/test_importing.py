"""Files into the bank: once each, with what is told of them, whole or not at all."""

import datetime as dt

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from correspondence import bank
from correspondence.errors import NotFound, Refused
from correspondence.harvest import Told
from correspondence.harvest.sources import WHICH_AUTHOR, WHICH_DATE
from correspondence.models import Job, Paragraph, Source, User
from tests.bank.files import DAY, HARVEST, LETTER, acts, edition, import_letter, import_text, texts
from tests.conftest import NOW, TODAY


def test_a_file_is_stored_with_its_bytes_and_its_paragraphs_are_proposed(session: Session, cas: User) -> None:
    source = import_letter(session, cas)
    session.expire_all()
    assert source.original == LETTER
    assert (source.file_name, len(source.hash)) == ("letter.txt", 64)
    assert [paragraph.state for paragraph in source.paragraphs] == ["proposed"] * 5
    assert source.paragraphs[0].version.author is cas
    assert acts(session) == ["import"]
    assert edition(session) == 1
    assert {paragraph.edition for paragraph in source.paragraphs} == {1}
    assert session.scalars(select(Job.kind)).all() == ["encode"]


def test_the_same_bytes_again_are_the_same_source(session: Session) -> None:
    assert import_letter(session) is import_letter(session)
    assert session.scalar(select(func.count(Paragraph.id))) == 5
    assert acts(session) == ["import"]


def test_the_same_bytes_in_another_office_are_another_source(session: Session, dov_office: int) -> None:
    source = import_letter(session)
    session.info["office_id"] = dov_office
    assert import_letter(session) is not source


def test_what_is_told_with_the_same_bytes_is_written_down(session: Session) -> None:
    import_letter(session)
    source = import_letter(session, date=DAY)
    assert source.date == DAY
    assert source.questions == []


def test_a_refused_file_leaves_nothing(session: Session) -> None:
    with pytest.raises(Refused):
        import_text(session, "Dear Mr Fell,")
    assert session.scalar(select(func.count(Source.id))) == 0


def test_import_can_approve_at_once_what_is_not_stale(session: Session) -> None:
    told = Told(date=TODAY)
    source = bank.import_file(session, None, "letter.txt", LETTER, told, NOW, approve=True)
    assert {paragraph.state for paragraph in source.paragraphs} == {"approved"}
    undated = LETTER.replace(b"1,400", b"1,500")
    source = bank.import_file(session, None, "other.txt", undated, Told(), NOW, approve=True)
    assert {paragraph.state for paragraph in source.paragraphs} == {"proposed"}


def test_a_date_given_later_dates_the_versions_and_their_figures(session: Session) -> None:
    source = import_letter(session)
    assert source.questions == [WHICH_DATE]
    other = source.paragraphs[3]
    bank.revise(session, None, other, other.version.text, NOW, date=dt.date(2020, 1, 1))
    bank.give(session, None, source, Told(date=DAY), NOW)
    session.flush()
    session.expire_all()
    assert source.questions == []
    assert source.paragraphs[1].version.date == DAY
    assert {figure.as_of for figure in source.paragraphs[1].version.figures} == {DAY}
    assert other.version.date == dt.date(2020, 1, 1)


def test_what_was_approved_waits_again_when_its_facts_are_new(session: Session) -> None:
    source = import_letter(session, date=DAY)
    approved, dated = source.paragraphs[:2]
    bank.revise(session, None, dated, dated.version.text, NOW, date=dt.date(2026, 1, 1))
    for paragraph in (approved, dated):
        bank.approve(session, None, paragraph, NOW)
    assert bank.give(session, None, source, Told(date=DAY, title="A title"), NOW) == 0
    import_letter(session, date=dt.date(2024, 5, 2))
    assert (approved.state, dated.state) == ("proposed", "approved")
    assert approved.version.date == dt.date(2024, 5, 2)


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_date_given_later_leaves_a_figure_the_day_a_person_gave_it(session: Session) -> None:
    source = import_text(session, "The county spends £3 million a year on the ferry and £2 million on buses.")
    [paragraph] = source.paragraphs
    first = paragraph.version.figures[0]
    bank.revise(
        session, None, paragraph, paragraph.version.text.replace("£3", "£4"), NOW,
        days={(first.start, first.end): TODAY},
    )  # fmt: skip
    bank.give(session, None, source, Told(date=DAY), NOW)
    assert [figure.as_of for figure in paragraph.version.figures if figure.kind == "money"] == [TODAY, DAY]


def test_an_author_given_later_takes_over_the_unknown_authors_words(session: Session) -> None:
    source = bank.import_file(session, None, "speech.txt", (HARVEST / "speech.txt").read_bytes(), Told(), NOW)
    assert source.questions == [WHICH_AUTHOR]
    bank.give(session, None, source, Told(author="Jo Field"), NOW)
    assert source.questions == []
    assert {paragraph.version.voice for paragraph in source.paragraphs} == {"Jo Field"}


def test_what_the_offices_member_wrote_becomes_its_own_when_that_is_said(session: Session) -> None:
    source = bank.import_file(session, None, "speech.txt", (HARVEST / "speech.txt").read_bytes(), Told(), NOW)
    bank.give(session, None, source, Told(author="Dame Ada Amberley DBE MP"), NOW)
    assert {source.voice, *(paragraph.version.voice for paragraph in source.paragraphs)} == {"office"}


def test_a_publisher_given_later_is_whose_the_reporters_words_are(session: Session) -> None:
    data = (HARVEST / "curly_report.txt").read_bytes()
    source = bank.import_file(session, None, "report.txt", data, Told(), NOW)
    bank.give(session, None, source, Told(publisher="The Saltby Echo"), NOW)
    voices = {paragraph.version.voice for paragraph in source.paragraphs}
    assert "The Saltby Echo" in voices
    assert "a spokesman for the port" in voices
    assert "the newspaper" not in voices


def test_some_or_all_are_accepted_and_the_rest_dropped(session: Session, cas: User) -> None:
    source = import_letter(session, date=TODAY)
    assert bank.accept(session, cas, source, NOW, source.paragraphs[:2]) == 2
    assert bank.drop(session, cas, source, NOW) == 3
    assert [paragraph.state for paragraph in source.paragraphs] == ["approved"] * 2 + ["retired"] * 3
    assert bank.accept(session, cas, source, NOW) == 0


def test_a_line_left_out_can_be_kept_in_its_place(session: Session) -> None:
    source = bank.import_file(
        session, None, "post.txt", (HARVEST / "blog_post.txt").read_bytes(), Told(), NOW
    )
    index = next(i for i, left in enumerate(source.left_out) if left["text"] == "How the bill works")
    kept = bank.keep(session, None, source, index, NOW)
    session.flush()
    session.expire_all()
    assert source.paragraphs[2] is kept
    assert (kept.version.voice, kept.state) == ("office", "proposed")  # a column of the Member
    assert all(left["text"] != "How the bill works" for left in source.left_out)
    with pytest.raises(NotFound):
        bank.keep(session, None, source, 99, NOW)


def test_lines_kept_one_after_another_stay_in_order(session: Session) -> None:
    source = import_text(
        session, "I asked for a date.\n\nFirst heading\n\nSecond heading\n\nI got none at all."
    )
    bank.keep(session, None, source, 0, NOW)
    session.flush()
    bank.keep(session, None, source, 0, NOW)
    session.flush()
    assert texts(source)[1:3] == ["First heading", "Second heading"]
