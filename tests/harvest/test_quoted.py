"""The Member's own words in somebody's report are the office's own; nobody else's are."""

import pytest

from correspondence import harvest, intake
from correspondence.figures.world import World, shipped
from correspondence.harvest import Told, doubts, quoted
from correspondence.models import Source
from tests.harvest.cuts import left_out, paragraph_with

MEMBER = "Ms Dana Whitlock"
REPORT = """
Fears for pier as council cuts back

By Sam Reed
3 June 2025

Campaigners have called on the council to find £2 million for the pier at Saltby, which was shut in March.

{first}

{second}

Harbour master Pat Rowan said: "We are doing what we can with the money that we have got this year."
"""
FIRST = 'Saltby MP Dana Whitlock said: "I believe the council must find the money. Nobody else will."'


def report(second: str = "", first: str = FIRST, member: str = MEMBER) -> Source:
    text = REPORT.format(first=first, second=second).strip()
    return harvest.cut(intake.read("pasted.txt", text.encode()), Told(), member)


def ours(source: Source) -> list[str]:
    return [one.version.text for one in source.paragraphs if one.version.voice == "office"]


@pytest.mark.parametrize(
    "who",
    [
        "Saltby MP Dana Whitlock",
        "Dana Whitlock MP",
        "Dana Whitlock, MP for Saltby,",
        "Dana Whitlock, Labour MP for Saltby,",
        "The town's MP, Dana Whitlock,",
        "Labour MP for Saltby and Ash Dana Whitlock",
        "Piers Minister Dana Whitlock",
    ],
)
def test_what_the_member_says_comes_in_as_the_offices_without_who_speaks(who: str) -> None:
    source = report(first=FIRST.replace("Saltby MP Dana Whitlock", who))
    mine = paragraph_with(source, "Nobody else will").version
    assert (mine.voice, mine.speaker) == ("office", "")
    assert mine.text == "I believe the council must find the money. Nobody else will."
    assert paragraph_with(source, "Nobody else").kind == "position"
    assert any("Dana Whitlock" in line for line in left_out(source))
    assert paragraph_with(source, "Campaigners").version.voice == "the newspaper"
    assert paragraph_with(source, "doing what").version.voice == "Harbour master Pat Rowan"


@pytest.mark.parametrize(
    ("second", "mine", "told"),
    [
        (
            '"I will ask the Mayor for it on Monday," she said. "It is our pier."',
            "I will ask the Mayor for it on Monday. It is our pier.",
            "",
        ),
        (
            '"I will ask the Mayor for it on Monday," said Ms Whitlock.',
            "I will ask the Mayor for it on Monday.",
            "",
        ),
        (
            '"I will ask the Mayor for it on Monday", Ms Whitlock added.',
            "I will ask the Mayor for it on Monday.",
            "",
        ),
        (
            'The pier has stood since 1870. Ms Whitlock added: "I will ask the Mayor for it on Monday."',
            "I will ask the Mayor for it on Monday.",
            "The pier has stood since 1870.",
        ),
        (
            '"I will ask the Mayor for it on Monday," she said. The pier was built in 1870.',
            "I will ask the Mayor for it on Monday.",
            "The pier was built in 1870.",
        ),
    ],
)
def test_the_reporters_words_beside_hers_stay_the_newspapers(second: str, mine: str, told: str) -> None:
    source = report(second)
    assert mine in ours(source)
    voices = {one.version.text: one.version.voice for one in source.paragraphs}
    assert not told or voices[told] == "the newspaper"


@pytest.mark.parametrize("who", ["Dana Whitlock", "Saltby's Dana Whitlock", "Dame Dana Whitlock"])
def test_a_member_of_whom_a_report_tells_without_her_name_is_she(who: str) -> None:
    told = "A Labour MP has called for the pier to be mended before the winter, and the council is to meet."
    said = FIRST.replace("Saltby MP Dana Whitlock", who)
    assert len(ours(report(said, first=told))) == 1
    another = "Ash MP Jo Field has called for the pier to be mended before the winter, as have many others."
    assert not ours(report(said, first=another))


def test_words_that_go_on_over_paragraphs_are_all_hers() -> None:
    source = report(
        'Ms Whitlock said: "I will ask the Mayor for it on Monday.\n\n"She has the money. I want it spent."'
    )
    assert ours(source)[1:] == [
        "I will ask the Mayor for it on Monday.",
        "She has the money. I want it spent.",
    ]


@pytest.mark.parametrize(
    "second",
    [
        "She added that she had written to the Mayor, and that he had not yet answered her letter.",
        'Ms Whitlock said that the delay was "a disgrace" and that the council had been warned of it.',
    ],
)
def test_what_is_told_of_her_is_the_newspapers(second: str) -> None:
    assert paragraph_with(report(second), second[-30:]).version.voice == "the newspaper"


def test_words_that_cannot_be_parted_from_the_reporters_are_doubted() -> None:
    said = (
        '"The pier, which I have walked on all my life," she said, "must be mended now, and by the council."'
    )
    one = paragraph_with(report(said), "must be mended")
    assert (one.version.voice, one.version.text) == ("office", said)
    assert doubts.REPORTERS in doubts.of_paragraph(one, World(shipped()))
    assert doubts.REPORTERS not in doubts.of_paragraph(
        paragraph_with(report(), "Nobody else"), World(shipped())
    )


@pytest.mark.parametrize(
    "first",
    [
        FIRST.replace("Dana", "Dan"),
        FIRST.replace("Saltby MP Dana", "Mr"),
        FIRST.replace("Saltby MP Dana", "Ms"),
        FIRST.replace("Saltby MP Dana", "Fish merchant Dana"),
        FIRST.replace("Saltby MP", "A spokesman for Saltby MP"),
        FIRST.replace("Saltby MP", "The father of Saltby MP"),
        FIRST.replace("Dana Whitlock", "Dana Whitlock and Mayor Jo Field"),
        FIRST.replace("Saltby MP Dana", "Saltby MP D."),
    ],
)
def test_nobody_elses_words_become_hers(first: str) -> None:
    assert not ours(report(first=first))


@pytest.mark.parametrize(
    "second",
    [
        'John Whitlock has owned the kiosk since 1990. Mr Whitlock said: "I will close it if nobody pays."',
        'Mr Whitlock, who owns the kiosk, said: "I will close it if nobody pays."',
        'Cllr Whitlock, who chairs the harbour board, said: "I will close it if nobody pays."',
    ],
)
def test_another_of_her_surname_is_never_taken_for_her(second: str) -> None:
    assert ours(report(second)) == ["I believe the council must find the money. Nobody else will."]


def test_without_a_member_or_for_another_it_stays_the_speakers() -> None:
    assert not ours(report(member="")) and not ours(report(member="Jo Field"))


@pytest.mark.parametrize("speaker", ["the newspaper", "Dana Whitlock’s office", "Whitlock", "she", ""])
def test_a_speaker_who_is_not_named_whole_is_not_the_member(speaker: str) -> None:
    assert not quoted.is_speaker(speaker, MEMBER)
