"""Who says what in a report of many speakers, as newspapers, news sites and trade papers write them."""

import pytest

from tests.harvest.cuts import cut_text, left_out, paragraph_with, texts, voices

OVER = """Fears for pier as council cuts back

Campaigners have called on the council to find £2 million for the pier at Saltby, which was shut in March.

Saltby mayor Pat Rowan told the meeting: "We have asked the council for the money three times this year."
"""


def report(*paragraphs: str) -> str:
    return "\n\n".join(
        [OVER.strip(), *paragraphs, "The council meets again in the autumn, when it will decide."]
    )


@pytest.mark.parametrize(
    ("said", "who"),
    [
        (
            "Asked what she would tell a fisherman who cannot land his catch, and who has lost his boat, she "
            'replied: "I am sorry for it, and I want the pier open by the spring of next year."',
            "Pat Rowan",
        ),
        (
            "Outside the town hall, on Monday, lead campaigner Jo Field said: "
            '"We will not go away until somebody mends the pier for us."',
            "lead campaigner Jo Field",
        ),
        (
            'Afterwards, Jo Field said: "We will not go away until somebody mends the pier for us."',
            "Jo Field",
        ),
        (
            "Ms Rowan also hit back at Jo Field’s comment which stated: “The mayor has asked nobody for "
            "anything at all, and she knows it full well.”",
            "Jo Field",
        ),
        (
            "The minister, Lee Marsh, has called a meeting of the boards for Monday, but Rowan, mayor "
            'of the town, told him: "We do not need another meeting, we need the money for the pier."',
            "Saltby mayor Pat Rowan",
        ),
    ],
)
def test_a_speaker_is_found_behind_what_is_told_before(said: str, who: str) -> None:
    assert paragraph_with(cut_text(report(said)), said[-20:]).version.voice.endswith(who)


def test_the_councillor_who_spoke_is_the_one_meant() -> None:
    said = "Cllr Jo Field, who chairs the board, said that the pier would be mended and paid for by the port."
    more = 'The Saltby North councillor added: "It will be done by May, and I will see to it myself."'
    other = 'The Labour councillor added: "It will never be done by May, as everybody here knows full well."'
    source = cut_text(report(said, more, other))
    assert paragraph_with(source, "done by May, and").version.voice == "Cllr Jo Field"
    assert paragraph_with(source, "never be done").version.voice == "The Labour councillor"


def test_what_others_say_of_somebody_is_not_said_by_him() -> None:
    accused = 'Jo Field has been accused of "hiding the bill" for the pier in a statement of its owners.'
    insisted = (
        'She insisted that it was "absurd" if those who join the union could not vote, saying: '
        '"They pay for it." Later she left the meeting by the back door, with nobody to see her off.'
    )
    source = cut_text(report(accused, insisted))
    assert paragraph_with(source, "hiding the bill").version.speaker == ""
    assert "union" not in paragraph_with(source, "absurd").version.speaker


def test_each_reaction_is_of_whoever_its_heading_names() -> None:
    source = cut_text(
        report(
            "Jo Field - leader of Saltby Town Council",
            "“The port has let this town down, and it will have to answer for that.",
            "“We shall take it to court if we must.”",
            "Saltby MP Dana Whitlock",
            "“This is a blow to the town, and I will be asking ministers for help.”",
            "Cllr Lee Marsh - chair of the board",
            "“I share the worry of those who fish here.”",
        )
    )
    assert source.author == ""
    assert voices(source)[2:6] == [
        "Jo Field, leader of Saltby Town Council",
        "Jo Field, leader of Saltby Town Council",
        "Saltby MP Dana Whitlock",
        "Cllr Lee Marsh, chair of the board",
    ]


def test_a_heading_over_a_quotation_that_says_whose_it_is_names_nobody() -> None:
    said = '"The port has let this town down, and it will have to answer for that," said Lee Marsh.'
    source = cut_text(report("Jo Field, a warning", said))
    assert paragraph_with(source, "let this town").version.voice == "Lee Marsh"


def test_a_name_with_a_dash_under_a_statement_says_whose_it_is_and_not_who_wrote_the_page() -> None:
    source = cut_text(
        report(
            "Dana Whitlock has claimed that the pier will be open before the first of the summer boats.",
            "The pier is the heart of this town and it will be mended.",
            "We have set the money aside, and the work begins on Monday.",
            "– Dana Whitlock, Minister for Piers",
        )
    )
    assert (source.kind, source.author) == ("report", "")
    assert paragraph_with(source, "heart of").version.voice == "Dana Whitlock, Minister for Piers"
    assert paragraph_with(source, "set the money").version.voice == "Dana Whitlock, Minister for Piers"
    assert paragraph_with(source, "has claimed").version.voice == "the newspaper"


def test_one_speaker_of_whom_a_report_tells_again_and_again_makes_no_statement() -> None:
    text = """The town's councillors have begun a campaign for the pier.

"It is a vital part of this town," said Jo Field, councillor for Saltby North, "and we need it back."

He continued: "The pier serves people of every age. It was never meant to make a profit for anybody."

"We have asked for help from the county and been turned down," he said.

Mr Field added: "We will make a formal proposal in June, and we will ask the county to think again about it."
"""
    source = cut_text(text)
    assert source.kind == "report"
    assert set(voices(source)[1:]) == {"Jo Field, councillor for Saltby North"}


@pytest.mark.parametrize(
    ("over", "below"),
    [
        ("The county is now reviewing what", "help it can give to the piers of its coast in future."),
        (
            "In a note on its page the pier's own trust said that all should heed the outcome of the",
            "Saltby and Ash inquiry. It was published in May and has been read by very few people so far.",
        ),
    ],
)
def test_a_sentence_that_a_blank_line_broke_is_put_together(over: str, below: str) -> None:
    source = cut_text(report(over, below))
    assert f"{over} {below}" in texts(source)


@pytest.mark.parametrize(
    "line",
    [
        "For more on this and other stories buy your Advertiser every Friday.",
        "Read the full story in this week’s Gazette.",
        "To send a link to this page to a friend, you must be logged in.",
        "Support quality, independent, local journalism…that matters",
        "Jo Field 12pm - 3pm",
    ],
)
def test_what_a_paper_says_of_itself_is_left_out(line: str) -> None:
    assert line in left_out(cut_text(report(line)))


def test_what_is_said_of_signing_up_is_no_invitation_of_the_page() -> None:
    said = 'A Piers Office spokesperson said: "We expect 92% of skippers to sign up before the planks come.'
    more = '"Each of them will receive a payment of £2,000, and we are spending £9m on the planks."'
    source = cut_text(report("The mayor opened the pier (photo: Gull/Ivo Lund)", said, more))
    assert [voice for voice in voices(source) if "Piers Office" in voice] == [
        "A Piers Office spokesperson"
    ] * 2
