"""A column that a desk of a paper put on its page is whoever's the page says elsewhere."""

import pytest

from correspondence import harvest, intake
from correspondence.harvest import Told
from correspondence.harvest.sources import WHICH_AUTHOR
from correspondence.models import Source
from tests.harvest.cuts import left_out

BODY = """
On Friday I stood on the pier and counted eleven loose planks. The harbour board says that it cannot pay.

I have asked the Piers Minister for a grant of £40,000, and I believe that she should give it.

Nobody here wants a palace. We want a pier that does not drop us in the sea. Do get in touch if you agree.
"""
OURS = "MP column: Our pier is rotting while ministers dither"
TOLD = "Jo Field is the Labour MP for Ash. She writes here every month."
WHEN = "Jo Field writes for us on the first Friday of the month."
SHOWN = "Jo Field MP on the pier (Image: Herald)"


def column(title: str, *over: str, under: str = "", member: str = "") -> Source:
    text = "\n".join([title, "3 May 2025", *over, BODY.strip(), under])
    return harvest.cut(intake.read("pasted.txt", text.encode()), Told(), member)


@pytest.mark.parametrize(
    "desk",
    [
        "By Herald Newsdesk",
        "Posted by Team Jo",
        "By Staff Reporter",
        "From the Web Team",
        "By Local Democracy Reporter",
    ],
)
@pytest.mark.parametrize(
    ("over", "under"),
    [
        ("", TOLD),
        ("", WHEN),
        ("", "* Jo Field, the MP for Ash, writes a column for the Herald every month. She lives there."),
        ("It is time to mend the pier, writes Jo Field", ""),
        ("Jo Field MP", ""),
        (SHOWN, ""),
    ],
)
def test_a_desk_gives_way_to_the_person_the_page_tells_of(desk: str, over: str, under: str) -> None:
    source = column(OURS, desk, over, under=under)
    assert (source.kind, source.author, source.questions) == ("column", "Jo Field", [])
    assert {part.version.voice for part in source.paragraphs} == {"Jo Field"}
    assert len(source.paragraphs) == 3


def test_a_desk_gives_way_to_the_offices_member() -> None:
    assert column(OURS, "By Herald Staff", "Field writes", member="Jo Field").voice == "office"


@pytest.mark.parametrize(
    ("title", "shown", "more"),
    [
        (OURS, "", ""),
        (OURS, "Jo Field MP and Pat Rowan MP on the pier (Image: Herald)", ""),
        ("Our MP must mend the pier or go", SHOWN, ""),
        (
            OURS,
            SHOWN,
            "I have asked Jo Field about it often, and she laughs at me and at the pier every time.",
        ),
    ],
)
def test_where_nobody_or_nobody_surely_is_told_of_it_is_asked(title: str, shown: str, more: str) -> None:
    source = column(title, "By Herald Staff", shown, under=more)
    assert (source.author, source.questions) == ("", [WHICH_AUTHOR])


def test_a_letter_writer_told_of_in_the_text_wrote_no_column() -> None:
    told = "Pat Rowan writes to me about the pier every week."
    source = column("Our pier is rotting", "By Herald Staff", "", under=told)
    assert source.author == ""
    assert source.paragraphs[-1].version.text == told


def test_a_persons_byline_stands_whoever_else_is_told_of() -> None:
    assert column(OURS, "By Pat Rowan", "Herald Newsdesk", SHOWN).author == "Pat Rowan"
    assert column(OURS, "By Pat Rowan Local Democracy Reporter").author == "Pat Rowan"


@pytest.mark.parametrize(
    "note", [WHEN, "Jo Field's column appears on the first Friday.", "Her column returns in June."]
)
def test_when_a_writer_writes_is_no_part_of_the_column(note: str) -> None:
    source = column(
        OURS, "By Jo Field", under=f"{note}\nWhat do you think? Send letters of up to 250 words to us."
    )
    assert note in left_out(source)
    assert len(source.paragraphs) == 3
