"""What goes into a reply, in which order, and what never does."""

import datetime as dt

import pytest

from correspondence.drafting import problems
from correspondence.matching.rank import Answer
from correspondence.models import Message, Paragraph, Source
from tests.drafting.bank import NOW, OFFICE_OF_ADA, TODAY, answer, bank, drafted, message, paragraph, texts

OPENING = paragraph(1, "Thank you for contacting me about the port.", "opening")
GUARDS = paragraph(2, "Forty guards now work at the port by day and by night, paid for by both countries.")
FENCES = paragraph(
    3, "The new fences cost twelve million pounds and were finished in the spring of the year."
)
RETURNS = paragraph(
    4, "Two hundred people a month who had no right to stay were sent back to where they began."
)
CLOSING = paragraph(9, "Thank you again for taking the time to contact me.", "closing")
MINISTER = paragraph(
    5, "I have told the port that we shall not pay a penny more for guards.", voice="A. Minister"
)
WHOLE = (OPENING, GUARDS, FENCES, RETURNS, CLOSING, MINISTER)


def test_it_works() -> None:
    letter = message("What do the fences at the port cost?", "Are people sent back?", "Mend the road.")
    answers = [
        answer(letter.points[0], "yes", (3, 0.5), (2, 0.3)),
        answer(letter.points[1], "yes", (4, 0.5)),
        answer(letter.points[2], "no", (2, 0.1)),
    ]
    draft = drafted(letter, answers, *WHOLE)
    assert texts(draft) == [
        "Dear Mrs Kaur,",
        *(used.version.text for used in (OPENING, FENCES, RETURNS, CLOSING)),
        "Yours sincerely,",
    ]
    assert [[point.position for point in block.points] for block in draft.blocks] == [
        [],
        [],
        [0],
        [1],
        [],
        [],
    ]
    assert [block.position for block in draft.blocks] == sorted({block.position for block in draft.blocks})
    assert draft.subject == "The port"
    assert (draft.state, draft.message, draft.created_at) == ("drafting", letter, NOW)


def _body(answers: list[Answer], letter: Message, *paragraphs: Paragraph) -> list[int]:
    draft = drafted(letter, answers, *paragraphs)
    return [
        block.source_version.paragraph.id for block in draft.blocks if block.points and block.source_version
    ]


def test_points_are_answered_in_their_own_order() -> None:
    letter = message("Are people sent back?", "What do the fences cost?")
    answers = [answer(letter.points[1], "yes", (3, 0.5)), answer(letter.points[0], "yes", (4, 0.5))]
    assert _body(answers, letter, *WHOLE) == [4, 3]


def test_two_paragraphs_of_one_source_keep_its_order() -> None:
    letter = message("Is the port safe?")
    assert _body([answer(letter.points[0], "yes", (3, 0.50), (2, 0.49))], letter, *WHOLE) == [2, 3]


def test_a_second_paragraph_must_be_as_good_as_the_first() -> None:
    letter = message("Is the port safe?")
    assert _body([answer(letter.points[0], "yes", (3, 0.50), (2, 0.40))], letter, *WHOLE) == [3]


@pytest.mark.parametrize(("from_day", "expected"), [(dt.timedelta(1), [2, 3]), (dt.timedelta(0), [3])])
def test_a_second_paragraph_is_never_a_stale_one(from_day: dt.timedelta, expected: list[int]) -> None:
    aged = paragraph(2, GUARDS.version.text, stale_on=TODAY + from_day)
    letter = message("Is the port safe?")
    assert _body([answer(letter.points[0], "yes", (3, 0.50), (2, 0.49))], letter, FENCES, aged) == expected


def test_a_stale_paragraph_still_answers_where_it_is_the_best() -> None:
    aged = paragraph(2, GUARDS.version.text, stale_on=TODAY)
    letter = message("Is the port safe?")
    assert _body([answer(letter.points[0], "yes", (2, 0.50), (3, 0.49))], letter, FENCES, aged) == [2, 3]


def test_one_paragraph_that_answers_two_points_comes_once() -> None:
    letter = message("Is the port safe?", "Who guards it?")
    answers = [answer(letter.points[0], "yes", (2, 0.5)), answer(letter.points[1], "yes", (2, 0.5))]
    draft = drafted(letter, answers, *WHOLE)
    (block,) = [block for block in draft.blocks if block.points]
    assert [point.position for point in block.points] == [0, 1]


def test_the_same_thing_in_nearly_the_same_words_comes_once() -> None:
    edited = paragraph(6, GUARDS.version.text.replace("Forty", "Fifty"), source=None)
    letter = message("Is the port safe?", "Who guards it?")
    answers = [answer(letter.points[0], "yes", (2, 0.5)), answer(letter.points[1], "yes", (6, 0.5))]
    assert _body(answers, letter, *WHOLE, edited) == [2]


@pytest.mark.parametrize("score", [0.5, 0.9])
def test_another_persons_words_are_never_put_in(score: float) -> None:
    letter = message("Who guards the port?")
    assert _body([answer(letter.points[0], "yes", (5, score))], letter, *WHOLE) == []


def test_ours_answers_where_somebody_elses_words_are_a_little_better() -> None:
    letter = message("Who guards the port?")
    assert _body([answer(letter.points[0], "yes", (5, 0.50), (2, 0.45))], letter, *WHOLE) == [2]
    assert _body([answer(letter.points[0], "yes", (5, 0.50), (2, 0.30))], letter, *WHOLE) == []


@pytest.mark.parametrize(
    ("scored", "body"),
    [
        (((2, 0.30),), [2]),
        (((2, 0.30), (3, 0.28)), [2]),
        (((2, 0.30), (3, 0.29)), []),
        (((2, 0.30), (5, 0.305)), [2]),
        (((2, 0.30), (5, 0.33)), []),
    ],
)
def test_a_perhaps_is_used_only_when_it_is_clearly_ahead(
    scored: tuple[tuple[int, float], ...], body: list[int]
) -> None:
    letter = message("Who guards the port?")
    assert _body([answer(letter.points[0], "perhaps", *scored)], letter, *WHOLE) == body


def test_trouble_and_what_nothing_fits_are_left_unanswered() -> None:
    letter = message("!We are being evicted on Friday.", "Mend the road.")
    answers = [answer(letter.points[0], "yes", (2, 0.9)), answer(letter.points[1], "no", (2, 0.9))]
    assert _body(answers, letter, *WHOLE) == []


def test_a_reply_that_answers_nothing_has_no_closing() -> None:
    letter = message("!We are being evicted on Friday.", "Mend the road at the port.")
    helpful = paragraph(10, "I hope this is helpful.", "closing")
    answers = [answer(letter.points[0], "yes", (2, 0.9)), answer(letter.points[1], "no", (2, 0.9))]
    assert texts(drafted(letter, answers, OPENING, GUARDS, CLOSING, helpful)) == [
        "Dear Mrs Kaur,",
        OPENING.version.text,
        "Yours sincerely,",
    ]


@pytest.mark.parametrize(
    "unfit",
    [
        paragraph(6, "Thank you for writing about the port.", "opening"),
        paragraph(6, "Yours ever.", "closing"),
        paragraph(6, "This was so once.", state="retired"),
    ],
)
def test_an_opening_a_closing_and_what_is_retired_answer_nothing(unfit: Paragraph) -> None:
    letter = message("Who guards the port?")
    assert _body([answer(letter.points[0], "yes", (6, 0.9))], letter, unfit) == []


def test_a_match_the_bank_no_longer_has_is_passed_over() -> None:
    letter = message("Who guards the port?")
    assert _body([answer(letter.points[0], "yes", (77, 0.9), (2, 0.88))], letter, *WHOLE) == [2]


OTHER = Source(id=2, title="Reply on schools", original=b"", hash="2", created_at=NOW)
NEUTRAL = paragraph(11, "Thank you for your letter.", "opening", source=OTHER)


@pytest.mark.parametrize(
    ("openings", "chosen"),
    [
        (["Thank you for contacting me about the situation in Calais."], None),
        (["Thank you for contacting me about the port."], 0),
        (["Thank you for your letter.", "Thank you for contacting me about the port."], 1),
        (["Thank you for your letter.", "Thank you for contacting me about school meals."], 0),
        (["Thank you for your letter of 3 May about the port."], None),
        (["Thank you for contacting me about ((topic)).", "Thank you for your letter."], 1),
        (["Thank you for contacting me about ((topic))."], 0),
        (["Thank you for getting in touch. I know that Calais worries many people."], None),
        ([], None),
    ],
)
def test_an_opening_names_what_the_letter_is_about_or_nothing(
    openings: list[str], chosen: int | None
) -> None:
    letter = message("Who guards the port?")
    paragraphs = [paragraph(20 + place, text, "opening") for place, text in enumerate(openings)]
    draft = drafted(letter, [answer(letter.points[0], "yes", (2, 0.5))], GUARDS, *paragraphs)
    found = [block.text for block in draft.blocks if block.kind == "opening"]
    assert found == ([] if chosen is None else [openings[chosen]])


@pytest.mark.parametrize(
    ("opening", "fits"),
    [
        ("Thank you for your e-mail about bus passes.", False),
        ("Thank you for your e-mails about the port of Saltby.", False),
        ("Thank you for your e-mail about port charges.", False),
        ("Thank you for your e-mail about the port and its guards.", True),
        ("Thank you for your e-mail. I was sorry to read about the closure of the surgery.", False),
        ("Thank you for your e-mail. I know how strongly you feel about the port.", True),
        ("Thank you for your e-mail. I know how strongly you feel about this matter.", True),
        ("Thank you very much for your e-mail.", True),
        ("Many thanks for your telephone call and your postcard.", True),
    ],
)
def test_an_opening_is_about_more_than_that_a_mail_came(opening: str, fits: bool) -> None:
    letter = message("Who guards the port? Please answer by e-mail.")
    draft = drafted(letter, [], paragraph(20, opening, "opening"))
    assert [block.text for block in draft.blocks if block.kind == "opening"] == [opening] * fits


@pytest.mark.parametrize(("answered", "opening"), [("no", "Thank you for your letter."), ("yes", None)])
def test_an_opening_thanks_for_a_lesser_point_only_where_the_reply_answers_it(
    answered: str, opening: str | None
) -> None:
    letter = message("Why are buses so dear?", "And who guards the port?", subject="Buses")
    port = paragraph(20, "Thank you for contacting me about the port.", "opening")
    draft = drafted(letter, [answer(letter.points[1], answered, (2, 0.5))], GUARDS, port, NEUTRAL)
    assert texts(draft)[1] == (opening or port.version.text)


@pytest.mark.parametrize(
    "thanks", ["Thank you again for writing.", "Once again, thank you.", "Thanks once more."]
)
def test_nobody_is_thanked_again_who_was_not_thanked_before(thanks: str) -> None:
    letter = message("Who guards the port?")
    again, helpful = (
        paragraph(30 + place, text, "closing") for place, text in enumerate([thanks, "I hope this helps."])
    )
    found = [answer(letter.points[0], "yes", (2, 0.5))]
    assert texts(drafted(letter, found, GUARDS, again, helpful))[-2] == helpful.version.text
    assert texts(drafted(letter, found, GUARDS, again, OPENING))[-2] == thanks
    alone = drafted(letter, found, GUARDS, again)
    told = [one for one in problems(alone, OFFICE_OF_ADA, TODAY) if one.kind == "no_opening"]
    assert [(one.severity, one.block) for one in told] == [("should", alone.kept[-2].id)]
    assert "thanks “again”" in told[0].text


def test_an_approved_opening_comes_before_a_proposed_one_and_nobody_elses_is_used() -> None:
    letter = message("Who guards the port?")
    proposed = paragraph(20, "Thank you for contacting me about the port.", "opening", state="proposed")
    theirs = paragraph(21, "Thank you for your email.", "opening", voice="A. Minister")
    draft = drafted(letter, [], proposed, theirs, NEUTRAL)
    assert [block.text for block in draft.blocks if block.kind == "opening"] == [NEUTRAL.version.text]


def test_the_courtesies_of_a_source_that_is_used_are_preferred() -> None:
    letter = message("Who guards the port?")
    elsewhere = paragraph(30, "Thank you once more for writing.", "closing", source=OTHER)
    draft = drafted(letter, [answer(letter.points[0], "yes", (2, 0.5))], elsewhere, NEUTRAL, CLOSING, GUARDS)
    assert [block.text for block in draft.blocks if block.kind == "closing"] == [CLOSING.version.text]


def test_an_empty_bank_gives_a_greeting_and_an_ending_and_invents_nothing() -> None:
    letter = message("Who guards the port?", salutation="")
    assert texts(drafted(letter, [answer(letter.points[0], "no")])) == [
        "Dear Constituent,",
        "Yours faithfully,",
    ]
    assert bank() == {}
