"""Whose answer a letter passes on, where its own words say only "his reply of 9 February says:"."""

import pytest

from tests.harvest.cuts import cut_text, paragraph_with, texts

HER = "The Piers Minister, Jo Field"
WROTE = "I wrote to the Piers Minister, Jo Field, in May, asking her to open it again."
QUOTED = "“The pier is sound and it will open in the spring, whatever the papers say of its timbers.”"


def voice(lead: str) -> str:
    parts = [
        "Dear Ms Rowan,",
        "The pier is shut.",
        lead,
        QUOTED,
        "I do not accept that.",
        "Yours sincerely,",
        "Jo",
    ]
    return paragraph_with(cut_text("\n\n".join(parts)), "pier is sound").version.voice


@pytest.mark.parametrize(
    "lead",
    [
        f"{WROTE} Her reply of 9 February says:",
        f"{WROTE} Her letter, dated 3 May, reads:",
        f"{WROTE} His answer, in full, is:",
        f"{WROTE} This was her reply:",
        f"{WROTE} I have now had her written reply, which runs:",
        f"{WROTE} The answer I got was:",
        f"{WROTE} Her reply reached me last week, and the material part reads:",
        f"{WROTE} I now have her reply. In part it reads:",
        "I wrote to the Piers Minister, Jo Field, whose reply came in May. The part that matters says:",
        "I wrote to the Piers Minister, Jo Field, on 3 May and her reply of 9 June says:",
        f"{HER}, replied to me last week. I enclose a copy of her letter, the heart of which reads:",
        f"{HER}, has replied to me. The relevant part of her letter is:",
        f"{WROTE} I also raised it in the House on Thursday, when Ms Field replied:",
        "When I put this to the Piers Minister, Jo Field, on 17 June she told the House:",
        "When I asked the Piers Minister, Jo Field, last month she said:",
    ],
)
def test_her_reply_is_the_ministers_who_was_named_before(lead: str) -> None:
    assert voice(lead) == HER


@pytest.mark.parametrize(
    ("lead", "who"),
    [
        (
            "I have had a reply from Lord Elm, the Piers Minister, which I set out below:",
            "Lord Elm, the Piers Minister",
        ),
        ("I wrote to the Guild of Bee Farmers in March. Its reply reads:", "the Guild of Bee Farmers"),
        ("I wrote to the Guild of Bee Farmers and their answer was:", "the Guild of Bee Farmers"),
        ("The Guild of Bee Farmers wrote to me in May. Its letter says:", "The Guild of Bee Farmers"),
        (
            "I wrote to the Parliamentary Secretary to the Harbours Office, Jo Field. She says:",
            "The Parliamentary Secretary to the Harbours Office, Jo Field",
        ),
        (
            "I wrote to the Chief Secretary to the Treasury and his reply came. He says:",
            "the Chief Secretary to the Treasury",
        ),
        (
            "I wrote to the Piers Minister, Jo Field, and met the executive of our Harbour Board, who will."
            "\n\nIn her reply to me, a copy of which I enclose, the Minister said:",
            "The Piers Minister, Jo Field",
        ),
        (
            "I wrote to the Piers Minister, Jo Field.\n\nHer response came last week, and I quote it below:",
            "The Piers Minister, Jo Field",
        ),
        ("I asked the Harbour Board and they told me:", "the Harbour Board"),
        (
            "I put it to the Minister for Piers and Slips. His reply, at column 4, was:",
            "the Minister for Piers and Slips",
        ),
        ("The Secretary of State for Piers has replied. He writes:", "The Secretary of State for Piers"),
        ("Pat Rowan of the Harbour Board replied. Here is her response:", "Pat Rowan"),
        ("Nobody has put it better than Pat Rowan:", "Pat Rowan"),
        ("The board’s friends, the Pier Trust, like to say:", "The board’s friends, the Pier Trust"),
    ],
)
def test_an_answer_is_that_of_whoever_was_asked_or_wrote(lead: str, who: str) -> None:
    assert voice(lead) == who


@pytest.mark.parametrize(
    "lead",
    [
        f"{HER}, spoke. Somebody from the crowd then read his letter:",
        "The board was told of it by the council. The council has put its reply on a notice:",
    ],
)
def test_where_somebody_else_has_the_letter_nobody_is_named(lead: str) -> None:
    assert voice(lead) == "somebody who is quoted"


def test_that_a_minister_was_asked_is_told_and_stays() -> None:
    text = [
        "The pier is rotting",
        "By Ada Amberley",
        "I have walked on it. We need it, and I mean to keep it.",
        "The Piers Minister was asked about it in the House, and this was her reply:",
        QUOTED,
    ]
    source = cut_text("\n\n".join(text))
    assert paragraph_with(source, "was asked about it").version.voice == "Ada Amberley"
    assert paragraph_with(source, "pier is sound").version.voice == "The Piers Minister"


def after_another(lead: str) -> str:
    text = [
        "The pier is rotting",
        "By Ada Amberley",
        "I have walked on it. We need it, and I mean to keep it.",
        "Cllr Bob Day said: “We shall shut it for good unless somebody pays for it.”",
        lead,
        QUOTED,
        "I do not accept that.",
    ]
    return paragraph_with(cut_text("\n\n".join(text)), "pier is sound").version.voice


@pytest.mark.parametrize(
    ("lead", "who"),
    [
        ("I raised this with Dr Jo Field MP and here is her answer:", "Dr Jo Field"),
        ("I took this to the Piers Minister. Here is her reply:", "the Piers Minister"),
        ("The minister was asked again. I quote from his letter:", "somebody who is quoted"),
        ("My constituent Ann Lee wrote to me. Her letter says:", "somebody who is quoted"),
        ("A nurse wrote to me. Her letter says:", "somebody who is quoted"),
        ("I raised Ann Lee’s case again. Here is his answer:", "somebody who is quoted"),
        ("I have now had a reply. His letter says:", "Cllr Bob Day"),
        ("On Tuesday I had an answer. His letter says:", "Cllr Bob Day"),
        ("Then I wrote again. His reply of 9 February says:", "Cllr Bob Day"),
        ("I wrote to Cllr Day. I quote from his letter:", "Cllr Bob Day"),
    ],
)
def test_his_answer_is_that_of_the_last_speaker_only_where_nobody_else_is_named(lead: str, who: str) -> None:
    assert after_another(lead) == who


def test_thanks_that_go_on_at_length_begin_a_reply_too() -> None:
    thanks = (
        "Thank you for your email about the pier. I was in the Chamber for the vote, and I was frustrated "
        "that we were not allowed to have one on the planks. That was owing to a mistake by the Speaker, who "
        "said that he was sorry for it. So nothing was decided on the planks, and nobody can say how I "
        "should have voted."
    )
    rest = "What matters is what happens to the pier, and a vote of ours is not going to mend it."
    source = cut_text("\n\n".join(["What I answered to e-mails on the pier", thanks, rest]))
    assert (source.kind, texts(source)) == ("reply", [thanks, rest])
    column = cut_text(
        "\n\n".join(["The pier and I", thanks.replace("Thank you for your email about", "I like"), rest])
    )
    assert column.kind == "column"
