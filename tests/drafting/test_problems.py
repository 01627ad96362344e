"""What a person is told before a reply goes out."""

import datetime as dt

import pytest

from correspondence.drafting import Problem, filled, problems, unanswered
from correspondence.matching.rank import Answer
from correspondence.models import Block, Draft, Figure, Office, Paragraph, Version
from tests.drafting.bank import LETTER, NOW, OFFICE_OF_ADA, TODAY, answer, drafted, message, paragraph

GUARDS = "Forty guards now work at the port by day and by night, paid for by both countries."


def reply(given: Paragraph, question: str = "Who guards the port?") -> Draft:
    """A Draft with one Block, number 2, made of a paragraph."""
    draft = drafted(message(question), [], given)
    draft.blocks.insert(
        1,
        Block(
            id=9, kind=given.kind, text=given.version.text, source_version=given.version,
            version_id=given.version.id, points=[draft.message.points[0]],
        ),
    )  # fmt: skip
    return draft


def found(draft: Draft, *answers: Answer) -> list[Problem]:
    frame = ("no_opening", "no_closing", "empty")
    return [one for one in problems(draft, OFFICE_OF_ADA, TODAY, answers) if one.kind not in frame]


def kinds(draft: Draft) -> list[tuple[str, str, int | None]]:
    return [(problem.kind, problem.severity, problem.block) for problem in found(draft)]


def test_approved_dated_and_in_our_own_words_is_no_problem() -> None:
    assert kinds(reply(paragraph(2, GUARDS))) == []


@pytest.mark.parametrize(
    ("given", "kind", "severity"),
    [
        (paragraph(2, GUARDS, state="proposed"), "proposed", "should"),
        (paragraph(2, GUARDS, state="retired"), "retired", "should"),
        (paragraph(2, GUARDS, source=None), "undated", "must"),
        (paragraph(2, GUARDS, voice="A. Minister"), "other_voice", "must"),
        (paragraph(2, GUARDS, voice=""), "other_voice", "must"),
        (paragraph(2, GUARDS + " Write to ((agency))."), "unfilled", "must"),
        (paragraph(2, GUARDS + " Write to [[agency]]."), "unfilled", "must"),
        (paragraph(2, GUARDS + " ((cut off"), "unfilled", "must"),
        (paragraph(2, "Your letter of 2 March is on guards. " + GUARDS), "another_letter", "must"),
        (paragraph(2, "As I said when we spoke on Tuesday, yes."), "another_letter", "must"),
        (paragraph(2, "You also asked about the guards. " + GUARDS), "leans", "should"),
        (paragraph(2, GUARDS, review_date=TODAY - dt.timedelta(1)), "stale", "must"),
    ],
)
def test_what_is_not_right_with_a_block_is_said_once(given: Paragraph, kind: str, severity: str) -> None:
    assert kinds(reply(given)) == [(kind, severity, 9)]


def test_a_day_that_was_written_here_is_this_letter_s() -> None:
    draft = reply(paragraph(2, "Your letter of 2 March is on guards. " + GUARDS))
    draft.blocks[1].text = "Your letter of 21 November is on guards. " + GUARDS
    assert kinds(draft) == [("edited", "note", 9)]
    draft.blocks[1].text = "Your letter of ((letter date)) is on guards. " + GUARDS
    assert kinds(draft) == [("unfilled", "must", 9), ("edited", "note", 9)]
    draft.message.sent_at = dt.datetime(2026, 6, 30, 23, 30, tzinfo=dt.UTC)
    assert kinds(draft) == [("edited", "note", 9)]
    assert filled(draft.blocks[1].text, draft, OFFICE_OF_ADA, TODAY).startswith(
        "Your letter of 1 July 2026 is"
    )


def test_thanks_do_not_grow_old() -> None:
    assert kinds(reply(paragraph(2, "Thank you for writing.", "closing", source=None))) == []


def test_a_review_that_is_due_today_is_not_late() -> None:
    assert kinds(reply(paragraph(2, GUARDS, review_date=TODAY))) == []


def test_a_stale_figure_is_told_until_it_is_edited_out() -> None:
    figure = Figure(
        kind="money", text="£19 million", value=19_000_000, unit="GBP", measure="what was spent",
        as_of=dt.date(2015, 8, 1), start=9, end=20,
    )  # fmt: skip
    draft = reply(paragraph(2, "We spent £19 million on fences at the port.", figures=(figure,)))
    assert kinds(draft) == [("stale", "must", 9)]
    draft.blocks[1].text = "We spent £30 million on fences at the port."
    assert kinds(draft) == [("edited", "note", 9)]


def test_fields_that_will_be_filled_are_no_problem() -> None:
    draft = reply(paragraph(2, GUARDS + " As you live in ((constituency)), ((salutation)), write."))
    assert kinds(draft) == []
    draft.message.constituent = None
    assert kinds(draft) == [("unfilled", "must", 9), ("address", "note", None)]


@pytest.mark.parametrize(
    "put_right",
    [
        "We in this office are glad that more people watch the harbour, and that two states share the bill.",
        f"As A. Minister said, “{GUARDS}”",
    ],
)
def test_another_persons_words_may_go_once_they_are_ours_or_quoted(put_right: str) -> None:
    draft = reply(paragraph(2, GUARDS, voice="A. Minister"))
    draft.blocks[1].text = put_right
    assert kinds(draft) == [("edited", "note", 9)]


def test_newer_wording_is_pointed_out() -> None:
    given = paragraph(2, GUARDS)
    draft = reply(given)
    given.version.was_approved = True
    given.versions.append(Version(id=999, number=2, text="Fifty guards.", created_at=NOW))
    assert kinds(draft) == [("newer", "should", 9)]


def test_own_text_is_said_to_have_no_source() -> None:
    draft = reply(paragraph(2, GUARDS))
    draft.blocks[1].source_version, draft.blocks[1].kind = None, "own"
    assert kinds(draft) == [("unsourced", "note", 9)]


def test_trouble_is_told_first_and_every_open_point_once() -> None:
    letter = message("Who guards the port?", "!We are being evicted.", "Mend the road.", "And the school?")
    answers = [answer(letter.points[0], "perhaps", (2, 0.3), (3, 0.29)), answer(letter.points[2], "no")]
    draft = drafted(letter, answers)
    draft.left = [letter.points[3].id]
    assert [point.position for point in unanswered(draft)] == [0, 1, 2]
    told = found(draft, *answers)
    assert [problem.kind for problem in told] == ["casework", "unanswered", "unanswered"]
    assert told[0].text.startswith("Point 2 (“We are being evicted.”) is somebody's own case.")
    assert "A paragraph on offer may fit" in told[1].text
    assert "nothing of ours in the bank fits" in told[2].text


def test_a_block_taken_out_answers_nothing_and_has_no_problem() -> None:
    draft = reply(paragraph(2, GUARDS, voice="A. Minister"))
    draft.blocks[1].removed_at = NOW
    assert [problem.kind for problem in found(draft)] == ["unanswered"]


def test_an_unsure_answer_that_was_put_in_is_to_be_read() -> None:
    letter = message("Who guards the port?")
    answers = [answer(letter.points[0], "perhaps", (2, 0.3))]
    (problem,) = found(drafted(letter, answers, paragraph(2, GUARDS)), *answers)
    assert (problem.kind, problem.severity, problem.block) == ("perhaps", "should", 2)


@pytest.mark.parametrize(
    ("greeting", "ending", "expected"),
    [
        ("Dear Constituent,", "Yours faithfully,", ["salutation"]),
        ("Dear Sir or Madam,", "Yours sincerely,", ["signoff"]),
        ("Dear Mrs Kaur,", "Yours faithfully,", ["signoff"]),
        ("Dear Mrs Kaur,", "With best wishes,", []),
        (" ", "", ["salutation", "signoff"]),
    ],
)
def test_greeting_and_ending_must_be_there_and_go_together(
    greeting: str, ending: str, expected: list[str]
) -> None:
    draft = reply(paragraph(2, GUARDS))
    draft.blocks[0].text, draft.blocks[-1].text = greeting, ending
    assert [problem.kind for problem in found(draft)] == expected


def test_a_bank_without_courtesies_is_told_and_nothing_is_made_up() -> None:
    told = problems(drafted(message("Who?"), []), OFFICE_OF_ADA, TODAY)
    assert [problem.kind for problem in told] == ["empty", "unanswered", "no_opening", "no_closing"]


@pytest.mark.parametrize("text", ["", " \n ", "…", "- ("])
def test_a_box_in_which_nothing_is_written_answers_nothing(text: str) -> None:
    draft = reply(paragraph(2, GUARDS, source=None))
    draft.blocks[1].text = text
    told = [(one.kind, one.severity) for one in problems(draft, OFFICE_OF_ADA, TODAY)]
    assert told[:3] == [("empty", "must"), ("unanswered", "should"), ("blank", "note")]
    assert unanswered(draft) == draft.message.points
    draft.blocks[1].text = "Yes."
    assert unanswered(draft) == []
    assert "empty" not in [one.kind for one in problems(draft, OFFICE_OF_ADA, TODAY)]


@pytest.mark.parametrize("kind", ["opening", "closing"])
def test_the_bank_s_thanks_alone_say_nothing_and_a_person_s_may_be_all_there_is_to_say(kind: str) -> None:
    draft = reply(paragraph(2, "Thank you for your letter about the port.", kind))
    for text in (draft.blocks[1].text + " \n", " "):
        draft.blocks[1].text = text
        [told] = [one for one in problems(draft, OFFICE_OF_ADA, TODAY) if one.severity == "must"]
        assert told.text.startswith("This reply says nothing between the greeting and the close.")
    draft.blocks[1].text = "Thank you for your card. I was so glad that the port is quiet again."
    assert "must" not in [one.severity for one in problems(draft, OFFICE_OF_ADA, TODAY)]


def test_an_office_that_has_not_said_who_signs_is_told() -> None:
    told = problems(reply(paragraph(2, GUARDS)), Office(name="My office"), TODAY)
    assert "signatory" in [problem.kind for problem in told]


def test_what_must_be_done_comes_before_what_should() -> None:
    draft = reply(paragraph(2, GUARDS + " ((x))", state="proposed"))
    draft.subject = "About ((x))"
    assert [problem.severity for problem in found(draft)] == ["must", "must", "should"]
    assert LETTER.date is not None


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "I call on you to:\n- sign the motion\n- write to the Minister\n- come to the port",
            "lists 3 things",
        ),
        ("Would you:\n1. sign the motion\n2) write to the Minister?", "lists 2 things"),
        ("Who guards the port\n- and who pays for it?", ""),
        ("Who guards the port? Who pays?", ""),
    ],
)
def test_a_point_that_is_a_list_is_not_done_with_one_paragraph(question: str, told: str) -> None:
    draft = reply(paragraph(2, GUARDS), question)
    assert [(one.kind, one.severity, one.block) for one in found(draft)] == (
        [("listed", "should", 9)] if told else []
    )
    assert all(told in one.text for one in found(draft))
    draft.blocks[1].version_id = None
    draft.blocks[1].source_version = None
    assert not [one for one in found(draft) if one.kind == "listed"]


def test_what_was_promised_to_one_person_is_to_check_until_it_is_rewritten() -> None:
    draft = reply(paragraph(2, "I have asked the Minister for a date, and I will write to you again."))
    [promise] = found(draft)
    assert (promise.kind, promise.severity, promise.block) == ("promise", "should", 9)
    assert "will write to you" in promise.text
    draft.blocks[1].text = "I have asked the Minister for a date."
    assert [one.kind for one in found(draft)] == ["edited"]
