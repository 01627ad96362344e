"""The bank's pages: the review of a cut-up, and who may do what there."""

import pytest
from sqlalchemy import Engine, select

from correspondence import bank, db
from correspondence.models import Paragraph
from tests.conftest import NOW
from tests.web.bank import FRESH, LETTER, UNDATED, bring_in, edit_form, of, paragraphs, ticks
from tests.web.browser import Browser

# The source


def test_a_question_is_answered_in_its_place(as_cas: Browser, engine: Engine) -> None:
    page = bring_in(as_cas, ("ferry.txt", UNDATED))
    assert "What date is this from?" in page.text
    page = as_cas.post("/bank/sources/1/known", {"date": "2024-03-12"})
    assert "What date is this from?" not in page.text
    assert {str(row.version.date) for row in paragraphs(engine)} == {"2024-03-12"}
    assert "“£3 million” and “700” are from 12 March 2024, more than two years ago" in page.text


def test_a_day_still_to_come_is_refused(as_cas: Browser, engine: Engine) -> None:
    bring_in(as_cas, ("ferry.txt", UNDATED))
    page = as_cas.post("/bank/sources/1/known", {"date": "2031-03-12"}, status=422)
    assert page.errors == ["This day is still to come."]
    assert {row.version.date for row in paragraphs(engine)} == {None}


def test_personal_details_are_named_by_kind_only(as_cas: Browser) -> None:
    page = bring_in(as_cas, ("ferry.txt", LETTER))
    assert "A name taken out." in page.text
    assert "Quill" not in page.text.replace("Dear Mrs Quill,", "")


# The cut-up


def test_what_the_rules_are_not_sure_of_is_said_and_not_approved_with_the_rest(
    as_ben: Browser, engine: Engine
) -> None:
    doubtful = "The tide tables stand at www.saltby.example all year round."
    page = bring_in(as_ben, ("ferry.txt", FRESH.replace("Boats are", f"{doubtful}\n\nBoats are")))
    assert page.text.count("It may be a line of the page and not of the text.") == 1
    shown = page.tree.xpath("//input[@name='shown']/@value")
    as_ben.post("/bank/sources/1/accept", {"all": "yes", "shown": shown})
    left = next(row for row in paragraphs(engine, "proposed") if row.version.text == doubtful)
    page = as_ben.post(of(left, "edit"), edit_form(left, text="The tide tables stand in the hall."))
    assert "It may be a line of the page" not in page.text


def test_neighbours_are_joined_and_split_again(as_cas: Browser, engine: Engine) -> None:
    bring_in(as_cas, ("ferry.txt", LETTER))
    _opening, ferry, test, action = paragraphs(engine)
    as_cas.post(of(ferry, "join"), {"number": 1, "next": test.id})
    shown = paragraphs(engine, "proposed")
    assert [row.id for row in shown] == [_opening.id, ferry.id, action.id]
    joined = shown[1].version.text
    assert joined == f"{ferry.version.text} {test.version.text}"
    page = as_cas.post(of(ferry, "split"), {"number": 2, "at": joined.index("Nearly")})
    assert "4 paragraphs to review" in page.text
    assert [row.version.text for row in paragraphs(engine, "proposed")][1:3] == [
        "The county spends £3 million a year on the crossing.", joined[joined.index("Nearly") :],
    ]  # fmt: skip


def test_one_that_was_joined_and_parted_again_can_be_dropped_and_put_back(
    as_cas: Browser, engine: Engine
) -> None:
    bring_in(as_cas, ("ferry.txt", LETTER))
    _opening, ferry, test, _action = paragraphs(engine)
    as_cas.post(of(ferry, "join"), {"number": 1, "next": test.id})
    as_cas.post(of(ferry, "unjoin"), {"number": 2, "next": test.id})
    page = as_cas.post(of(test, "drop"))
    assert "1 dropped" in page.text
    assert test.version.text in page.text
    assert "4 paragraphs to review" in as_cas.post(of(test, "put-back")).text


def test_words_somebody_typed_as_their_reason_join_nothing(as_cas: Browser, engine: Engine) -> None:
    bring_in(as_cas, ("ferry.txt", LETTER))
    with db.transaction(engine, 1) as session:
        row = session.scalars(select(Paragraph)).all()[0]
        bank.revise(
            session, None, row, "Boats go at noon.", NOW, why="Joined into paragraph 2, as Ben asked."
        )
        bank.retire(session, None, row, NOW)
    assert "Boats go at noon." in as_cas.get("/bank/sources/1").text


def test_what_somebody_else_has_changed_is_not_cut_blindly(as_cas: Browser, engine: Engine) -> None:
    bring_in(as_cas, ("ferry.txt", LETTER))
    opening, ferry, test, _action = paragraphs(engine)
    as_cas.post(of(ferry, "split"), {"number": 1, "at": ferry.version.text.index("Nearly")})
    as_cas.post(of(ferry, "split"), {"number": 1, "at": 20}, status=409)
    as_cas.post(of(ferry, "join"), {"number": 2, "next": test.id}, status=409)
    as_cas.post(of(opening, "join"), {"number": 9, "next": ferry.id}, status=409)
    assert len(paragraphs(engine, "proposed")) == 5


def test_a_split_outside_the_text_is_refused(as_cas: Browser, engine: Engine) -> None:
    bring_in(as_cas, ("ferry.txt", LETTER))
    for at in ("0", "99999", "-3", "x", ""):
        as_cas.post(of(paragraphs(engine)[0], "split"), {"number": 1, "at": at}, status=422)
    assert len(paragraphs(engine)) == 4


def test_everything_said_of_a_paragraph_can_be_put_right(as_cas: Browser, engine: Engine) -> None:
    bring_in(as_cas, ("ferry.txt", LETTER))
    ferry = paragraphs(engine)[1]
    said = {"title": "The crossing", "kind": "position", "topic": "Ferries", "voice": "The county"}
    said |= {"date": "2026-01-31", "new_source": "The budget"}
    as_cas.post(
        of(ferry, "edit"), edit_form(ferry, **said, text="It costs £4 million.", review_date="2027-01-31")
    )
    new = paragraphs(engine)[1]
    assert (new.title, new.kind, str(new.review_date)) == ("The crossing", "position", "2027-01-31")
    assert (new.version.text, new.version.voice, new.version.number) == (
        "It costs £4 million.",
        "The county",
        2,
    )
    assert [topic.name for topic in new.topics] == ["Ferries"]
    assert [(figure.text, str(figure.as_of)) for figure in new.version.figures] == [
        ("£4 million", "2026-01-31")
    ]
    assert new.version.why == "From “The budget”"


def test_of_two_editors_the_later_sees_both_texts_and_loses_none(
    as_cas: Browser, as_ben: Browser, engine: Engine
) -> None:
    bring_in(as_cas, ("ferry.txt", LETTER))
    ferry = paragraphs(engine)[1]
    as_ben.post(of(ferry, "edit"), edit_form(ferry, text="What Ben wrote."))
    page = as_cas.post(of(ferry, "edit"), edit_form(ferry, text="What Cas wrote."), status=409)
    assert "What Ben wrote." in page.text
    assert "What Cas wrote." in page.text
    number = page.tree.xpath(f"//input[@name='p{ferry.id}-number']/@value")[0]
    as_cas.post(of(ferry, "edit"), edit_form(ferry, number=number, text="What Cas wrote."))
    texts = [version.text for version in paragraphs(engine)[1].versions]
    assert texts == [ferry.version.text, "What Ben wrote.", "What Cas wrote."]


def test_an_empty_text_is_refused_beside_what_was_typed(as_cas: Browser, engine: Engine) -> None:
    bring_in(as_cas, ("ferry.txt", LETTER))
    ferry = paragraphs(engine)[1]
    page = as_cas.post(of(ferry, "edit"), edit_form(ferry, text=" ", title="Kept title"), status=422)
    assert page.errors == ["Write some text for the paragraph."]
    assert page.tree.xpath(f"//input[@id='p{ferry.id}-title']/@value") == ["Kept title"]


def test_what_is_dropped_can_be_put_back(as_cas: Browser, engine: Engine) -> None:
    bring_in(as_cas, ("ferry.txt", LETTER))
    ferry = paragraphs(engine)[1]
    assert "1 dropped" in as_cas.post(of(ferry, "drop")).text
    assert "4 paragraphs to review" in as_cas.post(of(ferry, "put-back")).text


def test_a_line_that_was_left_out_is_kept_in_its_place(as_cas: Browser, engine: Engine) -> None:
    page = bring_in(as_cas, ("ferry.txt", LETTER))
    form = page.tree.xpath("//form[contains(@action, '/keep')][input[starts-with(@value, 'READ MORE')]]")[0]
    index = form.xpath("input[@name='index']/@value")[0]
    line = {"index": index, "text": "READ MORE: Ten best beaches in the north"}
    as_cas.post("/bank/sources/1/keep", line)
    assert [row.version.text for row in paragraphs(engine)][2] == line["text"]
    as_cas.post("/bank/sources/1/keep", line, status=409)
    assert len(paragraphs(engine)) == 5


# Approving


def test_a_caseworker_is_told_who_approves_and_cannot(as_cas: Browser, engine: Engine) -> None:
    page = bring_in(as_cas, ("ferry.txt", LETTER))
    assert "An approver or admin approves these." in page.text
    assert not page.tree.xpath("//button[contains(., 'Approve')]")
    as_cas.post("/bank/sources/1/accept", {"ticked": ticks(*paragraphs(engine))}, status=403)
    assert paragraphs(engine, "approved") == []


def test_ticked_paragraphs_are_approved_and_no_other(
    as_cas: Browser, as_ben: Browser, engine: Engine
) -> None:
    bring_in(as_cas, ("ferry.txt", FRESH))
    rows = paragraphs(engine)
    as_ben.post("/bank/sources/1/accept", {"ticked": ticks(rows[0], rows[2]), "shown": ticks(*rows)})
    assert [row.id for row in paragraphs(engine, "approved")] == [rows[0].id, rows[2].id]


def test_nobody_approves_words_they_have_not_seen(as_cas: Browser, as_ben: Browser, engine: Engine) -> None:
    bring_in(as_cas, ("ferry.txt", FRESH))
    seen = paragraphs(engine)
    as_cas.post(of(seen[1], "edit"), edit_form(seen[1], text="Changed meanwhile."))
    as_ben.post("/bank/sources/1/accept", {"shown": ticks(*seen), "all": "yes"})
    as_ben.post(of(seen[1], "accept"), {"number": 1}, status=409)
    assert [row.id for row in paragraphs(engine, "proposed")] == [seen[1].id]


def test_approving_nothing_says_what_to_do(as_ben: Browser, engine: Engine) -> None:
    bring_in(as_ben, ("ferry.txt", LETTER))
    assert "Tick the paragraphs" in as_ben.post("/bank/sources/1/accept", {}, status=422).text


def test_a_caseworker_does_not_change_what_is_approved(
    as_cas: Browser, as_ben: Browser, engine: Engine
) -> None:
    bring_in(as_cas, ("ferry.txt", LETTER))
    ferry, following = paragraphs(engine)[1:3]
    page = as_ben.get("/bank/sources/1")
    read = page.tree.xpath(f"//form[@id='stand-{ferry.id}']//input[@name='read']/@value")
    as_ben.post(of(ferry, "accept"), {"number": 1, "why": "Still right.", "read": list(map(str, read))})
    as_cas.post(of(ferry, "drop"), status=422)
    as_cas.post(of(ferry, "edit"), edit_form(ferry, text="Mine."), status=422)
    as_cas.post(of(ferry, "split"), {"number": 1, "at": 20}, status=422)
    as_cas.post(of(ferry, "join"), {"number": 1, "next": following.id}, status=422)
    as_cas.post(of(ferry, "care"), {"title": "Mine", "kind": "policy"}, status=422)
    assert paragraphs(engine)[1].version.text == ferry.version.text
    assert paragraphs(engine)[1].state == "approved"


def test_ticked_paragraphs_come_under_a_topic(as_cas: Browser, engine: Engine) -> None:
    bring_in(as_cas, ("ferry.txt", LETTER))
    rows = paragraphs(engine)
    as_cas.post("/bank/sources/1/topics", {"ticked": ticks(*rows[1:3]), "new_topic": "Ferries"})
    as_cas.post("/bank/sources/1/topics", {"ticked": ticks(*rows[1:3]), "new_topic": "ferries"})
    names = [[topic.name for topic in row.topics] for row in paragraphs(engine)]
    assert names == [[], ["Ferries"], ["Ferries"], []]


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_what_is_approved_comes_under_no_topic_unsaid(
    as_cas: Browser, as_ben: Browser, engine: Engine
) -> None:
    bring_in(as_cas, ("ferry.txt", LETTER.replace("2024", "2026")))
    rows = paragraphs(engine)
    as_ben.post(of(rows[1], "accept"), {"number": 1})
    sent = {"ticked": ticks(rows[1]), "new_topic": "Ferries"}
    assert "An approver can" in as_cas.post("/bank/sources/1/topics", sent, status=422).text
    page = as_cas.post("/bank/sources/1/topics", {**sent, "ticked": ticks(*rows[1:3])})
    assert "1 put under Ferries. 1 is approved, and left for an approver." in page.text


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_long_document_is_reviewed_page_by_page(as_ada: Browser, engine: Engine) -> None:
    text = "\n\n".join(f"Harbour {number} has a wall that was built of local stone." for number in range(400))
    page = bring_in(as_ada, text=text, voice="office")
    assert "Page 1 of 3" in page.text
    last = paragraphs(engine)[-1]
    page = as_ada.post(of(last, "drop"))
    assert "Page 3 of 3" in page.text
    assert page.tree.xpath(f"//*[@id='paragraph-{last.id}']")


def test_our_script_gets_the_changed_part_alone(as_ben: Browser, engine: Engine) -> None:
    bring_in(as_ben, ("ferry.txt", LETTER))
    row = paragraphs(engine)[0]
    answer = as_ben.post_raw(of(row, "accept"), {"number": 1}, headers={"X-Fragment": "1"})
    assert answer.status_code == 200
    assert b"<html" not in answer.data
    assert b"Approved." in answer.data


def test_what_says_check_is_not_approved_with_the_rest(as_ben: Browser, engine: Engine) -> None:
    told = (
        "I was sorry to hear that your mother has waited 14 months for her operation. "
        "I shall let you know as soon as it replies."
    )
    page = bring_in(as_ben, ("ferry.txt", FRESH.replace("It is our\nonly link in winter.", f"\n\n{told}")))
    assert "does the rest make sense by itself?" in page.text
    assert "Approve the 4 that nothing speaks against" in page.text
    shown = page.tree.xpath("//input[@name='shown']/@value")
    as_ben.post("/bank/sources/1/accept", {"shown": shown, "all": "yes"})
    [left] = paragraphs(engine, "proposed")
    assert left.version.text == "I shall let you know as soon as it replies."
