"""Changes of paragraphs: nothing is overwritten, everything is noted."""

import pytest
from sqlalchemy.orm import Session

from correspondence import bank
from correspondence.errors import Conflict, Refused
from correspondence.harvest import Told
from correspondence.models import User
from tests.bank.files import DAY, HARVEST, acts, approve, edition, import_letter, import_text
from tests.conftest import NOW, TODAY


def test_a_revision_is_a_version_with_figures_found_again_and_waits_for_approval(
    session: Session, cas: User
) -> None:
    paragraph = import_letter(session, date=DAY).paragraphs[3]
    approve(session, paragraph)
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
    paragraph = bank.add(
        session, cas, "The 14 bus will run until nine.", NOW, topics=[topic], kind="action", today=TODAY
    )
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


def test_retired_text_is_offered_again_only_as_proposed(session: Session) -> None:
    paragraph = import_letter(session).paragraphs[0]
    approve(session, paragraph)
    bank.retire(session, None, paragraph, NOW)
    assert paragraph not in bank.search(session)
    bank.restore(session, None, paragraph, NOW)
    assert paragraph.state == "proposed"
    assert acts(session) == ["import", "decide", "approve", "retire", "restore"]


def test_what_is_not_retired_is_not_restored_and_what_is_retired_not_approved(session: Session) -> None:
    paragraph = import_letter(session).paragraphs[0]
    approve(session, paragraph)
    bank.restore(session, None, paragraph, NOW)
    assert paragraph.state == "approved"
    bank.retire(session, None, paragraph, NOW)
    with pytest.raises(Refused, match="Restore it first"):
        approve(session, paragraph)
    assert acts(session) == ["import", "decide", "approve", "retire"]


def test_topics_are_one_each_whatever_the_capitals(session: Session) -> None:
    buses = bank.add_topic(session, None, "Buses", NOW)
    assert bank.add_topic(session, None, " buses ", NOW) is buses
    rail = bank.add_topic(session, None, "Rail", NOW)
    with pytest.raises(Refused, match="already"):
        bank.rename_topic(session, None, rail, "BUSES", NOW)
    bank.rename_topic(session, None, rail, "Railways", NOW)
    assert [topic.name for topic in bank.topics(session)] == ["Buses", "Railways"]
