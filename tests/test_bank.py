"""The bank: what goes in once, is never overwritten, and is noted."""

import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from correspondence import bank
from correspondence.errors import Conflict, NotFound, Refused
from correspondence.harvest import Told
from correspondence.harvest.sources import WHICH_AUTHOR, WHICH_DATE
from correspondence.models import AuditEvent, Job, Office, Paragraph, Source, User
from tests.conftest import NOW, TODAY

HARVEST = Path(__file__).parent / "harvest"
LETTER = (HARVEST / "wrapped_letter.txt").read_bytes()
DAY = dt.date(2024, 5, 1)


def import_letter(session: Session, user: User | None = None, **told: str | dt.date) -> Source:
    source = bank.import_file(session, user, "letter.txt", LETTER, Told(**told), NOW)  # type: ignore[arg-type]
    session.flush()
    return source


def import_text(session: Session, text: str, **told: str | dt.date) -> Source:
    return bank.import_file(session, None, "t.txt", text.encode(), Told(**told), NOW)  # type: ignore[arg-type]


def edition(session: Session) -> int:
    return session.scalars(select(Office.edition)).one()


def acts(session: Session) -> list[str]:
    return list(session.scalars(select(AuditEvent.act).order_by(AuditEvent.id)))


def texts(source: Source) -> list[str]:
    return [paragraph.version.text for paragraph in source.paragraphs]


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


def test_import_can_approve_at_once(session: Session) -> None:
    source = bank.import_file(session, None, "letter.txt", LETTER, Told(), NOW, approve=True)
    assert {paragraph.state for paragraph in source.paragraphs} == {"approved"}


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


def test_an_author_given_later_takes_over_the_unknown_authors_words(session: Session) -> None:
    source = bank.import_file(session, None, "speech.txt", (HARVEST / "speech.txt").read_bytes(), Told(), NOW)
    assert source.questions == [WHICH_AUTHOR]
    bank.give(session, None, source, Told(author="Ada Amberley"), NOW)
    assert source.questions == []
    assert {paragraph.version.voice for paragraph in source.paragraphs} == {"Ada Amberley"}


def test_a_publisher_given_later_is_whose_the_reporters_words_are(session: Session) -> None:
    data = (HARVEST / "curly_report.txt").read_bytes()
    source = bank.import_file(session, None, "report.txt", data, Told(), NOW)
    bank.give(session, None, source, Told(publisher="The Saltby Echo"), NOW)
    voices = {paragraph.version.voice for paragraph in source.paragraphs}
    assert "The Saltby Echo" in voices
    assert "a spokesman for the port" in voices
    assert "the newspaper" not in voices


def test_some_or_all_are_accepted_and_the_rest_dropped(session: Session, cas: User) -> None:
    source = import_letter(session)
    assert bank.accept(session, cas, source, NOW, source.paragraphs[:2]) == 2
    assert bank.drop(session, cas, source, NOW) == 3
    assert [paragraph.state for paragraph in source.paragraphs] == ["approved"] * 2 + ["retired"] * 3
    assert bank.accept(session, cas, source, NOW) == 0


def test_a_revision_is_a_version_with_figures_found_again_and_waits_for_approval(
    session: Session, cas: User
) -> None:
    paragraph = import_letter(session, date=DAY).paragraphs[3]
    bank.approve(session, cas, paragraph, NOW)
    before = edition(session)
    bank.revise(session, cas, paragraph, "It will cost £7 million.", NOW, number=1, why="New figure.")
    session.flush()
    session.expire_all()
    assert [version.number for version in paragraph.versions] == [1, 2]
    assert paragraph.version.why == "New figure."
    assert [figure.value for figure in paragraph.version.figures] == [7_000_000]
    assert paragraph.state == "proposed"
    assert edition(session) == before + 1
    assert acts(session)[-1] == "revise"


def test_a_revision_without_a_difference_is_none(session: Session) -> None:
    paragraph = import_letter(session).paragraphs[0]
    assert bank.revise(session, None, paragraph, f" {paragraph.version.text}\n", NOW).number == 1


def test_two_revisions_of_the_same_version_are_a_conflict_that_shows_the_other_text(session: Session) -> None:
    paragraph = import_letter(session).paragraphs[0]
    bank.revise(session, None, paragraph, "Thank you for your letter.", NOW, number=1)
    with pytest.raises(Conflict) as conflict:
        bank.revise(session, None, paragraph, "Thanks for your letter.", NOW, number=1)
    assert conflict.value.theirs == "Thank you for your letter."


@pytest.mark.parametrize("text", ["", " \n ", "x" * 20_001])
def test_no_text_or_far_too_much_is_refused(session: Session, text: str) -> None:
    with pytest.raises(Refused):
        bank.add(session, None, text, NOW)


def test_a_typed_paragraph_is_ours_and_true_of_today(session: Session, cas: User) -> None:
    topic = bank.add_topic(session, cas, "Buses", NOW)
    paragraph = bank.add(session, cas, "The 14 bus will run until nine.", NOW, topics=[topic], kind="action")
    session.flush()
    assert (paragraph.version.voice, paragraph.version.date) == ("office", TODAY)
    assert (paragraph.state, paragraph.source) == ("proposed", None)
    assert paragraph.title == "The 14 bus will run until nine"


def test_title_kind_topics_owner_and_review_date_can_be_changed(session: Session, cas: User) -> None:
    paragraph = import_letter(session).paragraphs[1]
    topic = bank.add_topic(session, cas, "Post offices", NOW)
    bank.change(
        session,
        cas,
        paragraph,
        NOW,
        title="Closures",
        kind="policy",
        topics=[topic],
        owner=cas,
        review_date=DAY,
    )
    session.flush()
    session.expire_all()
    assert (paragraph.title, paragraph.kind, paragraph.topics) == ("Closures", "policy", [topic])
    assert (paragraph.owner, paragraph.review_date) == (cas, DAY)
    with pytest.raises(Refused, match="one of these"):
        bank.change(session, cas, paragraph, NOW, kind="poem")


def test_joining_keeps_both_histories_and_retires_the_second(session: Session) -> None:
    first, second = import_letter(session, date=DAY).paragraphs[2:4]
    whole = f"{first.version.text} {second.version.text}"
    bank.join(session, None, first, second, NOW)
    assert first.version.text == whole
    assert first.version.date == DAY
    assert (second.state, second.version.why) == ("retired", f"Joined into paragraph {first.id}.")
    assert [len(first.versions), len(second.versions)] == [2, 2]


def test_words_of_two_people_are_never_joined(session: Session) -> None:
    data = (HARVEST / "curly_report.txt").read_bytes()
    source = bank.import_file(session, None, "report.txt", data, Told(), NOW)
    with pytest.raises(Refused, match="They cannot be joined"):
        bank.join(session, None, source.paragraphs[0], source.paragraphs[1], NOW)


def test_splitting_adds_a_paragraph_behind_with_the_same_source_and_voice(session: Session) -> None:
    source = import_letter(session, date=DAY)
    paragraph = source.paragraphs[1]
    text = paragraph.version.text
    new = bank.split(session, None, paragraph, text.index("A post office"), NOW)
    session.flush()
    assert source.paragraphs[1:3] == [paragraph, new]
    assert f"{paragraph.version.text} {new.version.text}" == text
    assert (new.version.voice, new.version.date, new.kind) == ("office", DAY, "position")
    for at in (0, len(new.version.text)):
        with pytest.raises(Refused):
            bank.split(session, None, new, at, NOW)


def test_there_is_always_room_for_one_more_split(session: Session) -> None:
    source = import_text(session, "I said this. " + "One more. " * 40 + "\n\nThe end of it all is here.")
    first, last = source.paragraphs
    for _ in range(30):
        bank.split(session, None, first, len(first.version.text) - 10, NOW)
        session.flush()
    positions = [paragraph.position for paragraph in source.paragraphs]
    assert positions == sorted(set(positions))
    assert source.paragraphs[-1] is last


def test_a_line_left_out_can_be_kept_in_its_place(session: Session) -> None:
    source = bank.import_file(
        session, None, "post.txt", (HARVEST / "blog_post.txt").read_bytes(), Told(), NOW
    )
    index = next(i for i, left in enumerate(source.left_out) if left["text"] == "How the bill works")
    kept = bank.keep(session, None, source, index, NOW)
    session.flush()
    session.expire_all()
    assert source.paragraphs[2] is kept
    assert (kept.version.voice, kept.state) == ("Ada Amberley", "proposed")
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


def test_a_kept_line_of_a_letter_loses_the_constituents_name(session: Session) -> None:
    source = bank.import_file(session, None, "l.txt", (HARVEST / "word_letter.txt").read_bytes(), Told(), NOW)
    index = next(i for i, left in enumerate(source.left_out) if left["text"] == "Mrs Emily Oakes")
    kept = bank.keep(session, None, source, index, NOW)
    assert "Oakes" not in kept.version.text
    assert kept.version.removed == [{"kind": "name"}]


def test_retired_text_is_offered_again_only_as_proposed(session: Session) -> None:
    paragraph = import_letter(session).paragraphs[0]
    bank.approve(session, None, paragraph, NOW)
    bank.retire(session, None, paragraph, NOW)
    assert paragraph not in bank.search(session)
    bank.restore(session, None, paragraph, NOW)
    assert paragraph.state == "proposed"
    assert acts(session) == ["import", "approve", "retire", "restore"]


def test_topics_are_one_each_whatever_the_capitals(session: Session) -> None:
    buses = bank.add_topic(session, None, "Buses", NOW)
    assert bank.add_topic(session, None, " buses ", NOW) is buses
    rail = bank.add_topic(session, None, "Rail", NOW)
    with pytest.raises(Refused, match="already"):
        bank.rename_topic(session, None, rail, "BUSES", NOW)
    bank.rename_topic(session, None, rail, "Railways", NOW)
    assert [topic.name for topic in bank.topics(session)] == ["Buses", "Railways"]


def test_the_bank_is_filtered_by_kind_topic_voice_state_and_age(session: Session) -> None:
    letter = import_letter(session, date=TODAY)
    report = bank.import_file(
        session, None, "r.txt", (HARVEST / "curly_report.txt").read_bytes(), Told(), NOW
    )
    session.flush()
    topic = bank.add_topic(session, None, "Post offices", NOW)
    bank.change(session, None, letter.paragraphs[1], NOW, topics=[topic])
    bank.approve(session, None, letter.paragraphs[0], NOW)
    session.flush()
    assert bank.search(session, filters=bank.Filters(kind="opening")) == [letter.paragraphs[0]]
    assert bank.search(session, filters=bank.Filters(topic="Post offices")) == [letter.paragraphs[1]]
    assert bank.search(session, filters=bank.Filters(state="approved")) == [letter.paragraphs[0]]
    assert bank.search(session, filters=bank.Filters(voice="office")) == letter.paragraphs
    assert bank.search(session, filters=bank.Filters(voice="another")) == report.paragraphs
    assert bank.search(session, filters=bank.Filters(source_id=report.id)) == report.paragraphs
    stale = bank.search(session, filters=bank.Filters(stale_on=TODAY))
    assert report.paragraphs[1] in stale
    assert letter.paragraphs[0] not in stale


def test_words_find_the_best_first_within_the_filters(session: Session) -> None:
    letter = import_letter(session)
    session.flush()
    assert bank.search(session, "post office closure programme")[0] in letter.paragraphs[:3]
    assert bank.search(session, "post office", bank.Filters(kind="closing")) == []


def test_what_is_due_says_why_and_a_passed_review_comes_first(session: Session) -> None:
    letter = import_letter(session)
    last = letter.paragraphs[-1]
    bank.change(session, None, last, NOW, review_date=TODAY - dt.timedelta(days=1))
    session.flush()
    due = bank.due(session, TODAY)
    assert due[0][0] is last
    assert len(due[0][1]) == 2
    assert len(due) == 5


def test_nearly_the_same_text_of_another_source_is_shown(session: Session) -> None:
    letter = import_letter(session)
    again = import_text(session, LETTER.decode().replace("1,400", "1,500"))
    session.flush()
    alike = bank.similar(session, again)
    assert alike[again.paragraphs[1].id] == [letter.paragraphs[1]]
    assert bank.similar(session, letter)[letter.paragraphs[3].id] == [again.paragraphs[3]]


def test_the_problems_of_a_paragraph_name_age_and_voice(session: Session) -> None:
    speech = bank.import_file(
        session, None, "s.txt", (HARVEST / "minister_letter.txt").read_bytes(), Told(), NOW
    )
    undated = import_letter(session).paragraphs[0]
    assert [problem.kind for problem in bank.problems(undated, TODAY)] == ["undated"]
    assert {problem.kind for problem in bank.problems(speech.paragraphs[1], TODAY)} == {
        "stale",
        "other_voice",
    }
