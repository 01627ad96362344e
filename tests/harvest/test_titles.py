"""Which line of a page is its title, under the names of a site, its menu and what else stands over it."""

import datetime as dt

import pytest

from tests.harvest.cuts import cut_text, left_out, texts

PROSE = (
    "The ferry to Saltby will stop in the evening from the first of next month, and those who miss it will "
    "sleep on the other side.\n\nThree hundred people work over there, most of them in the two hotels on the "
    "front, and I have asked every one of them what they want.\n\nThey want their boat back, and I believe "
    "they should have it."
)
TITLE = "Bring back the evening ferry"


@pytest.mark.parametrize(
    "over",
    [
        "Saltby Herald\nNews Sport What's On Property Farming Jobs Public Notices\nSubscribe from £2 a week",
        "DAILY GULL\nNEWS · SPORT · TELLY · YOUR STARS · BINGO\nJump straight to the article",
        "The Gull  |  Politics  |  Comment  |  Puzzles\n\nSearch     Log in    My account",
        "☰ MENU\nSaltby Voice\nIndependent. Ours. Free.\nHome » Boats » Bring back the evening ferry",
        "WE VALUE YOUR PRIVACY\nREJECT ALL    ACCEPT ALL\nTHE SUNDAY GULL\nNews  Farming  Sport  E-edition",
        "1. Home (https://gull.example/)\n2. Boats (https://gull.example/boats)",
        "Menu\nAda Amberley MP\nHome / News / Speeches / Speech: bring back the evening ferry",
        "Your privacy, your choice\nAllow and continue",
        "PICTURES AND CASE STUDIES: see link below\n>> PRESS RELEASE <<",
        "Gull Online\nNews\nSport\nDog that ate a wedding cake is in the clear\nLive",
        "Menu\nDepartment for Boats and Ferries\nSpeech",
        "Saltby Gull\n☰ Menu   News   Sport   Jobs   Subscribe – £1 for 3 months",
        "Ada Amberley MP\nHere for you\nHome | About Ada | News | Donate\nYou are here: Home > Boats",
        "THE GULL                              Spring 2025\nNewsletter of the Saltby Rowing Club    No. 61",
        "BOATS WEEKLY   boats . nets . tides\nYou have read 2 of your 3 articles\nNews / Boats and piers",
        "THE SALTBY LEDGER\nIssue 412 | Thursday 9 May 2024 | Page 7\nBOATS & PIERS",
        "The Gull\nHerring for supper: ten ways to make more of a small fish\nBREAKING",
    ],
)
def test_what_stands_over_a_title_is_no_title(over: str) -> None:
    source = cut_text(f"{over}\n\n{TITLE}\n\nBy Ada Amberley MP\n\n{PROSE}")
    assert source.title == TITLE
    assert texts(source) == PROSE.split("\n\n")


@pytest.mark.parametrize(
    "title",
    [
        "Sport, Jobs and the Ferry to Saltby",
        "Home Truths on the Evening Boat",
    ],
)
def test_a_title_in_words_that_menus_have_stays_one(title: str) -> None:
    assert cut_text(f"{title}\n\nBy Ada Amberley MP\n\n{PROSE}").title == title


def test_a_title_over_a_summary_and_the_credit_of_a_picture_stays_one() -> None:
    over = f"{TITLE}\n\nBoats will run at night once more, which ends a row of two years\n\nPicture: Lee Dodd"
    assert cut_text(f"{over}\n\nJo Field | Boats correspondent | 14 May 2024\n\n{PROSE}").title == TITLE


def test_a_title_printed_bold_is_told_without_its_marks() -> None:
    assert cut_text(f"**{TITLE}**\n\nBy Ada Amberley MP\n\n{PROSE}").title == TITLE


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("18  THE SALTBY POST  Thursday, October 13, 2022", dt.date(2022, 10, 13)),
        ("Page 7 | Saltby Herald | 3 May 2024", dt.date(2024, 5, 3)),
        ("FRIDAY 3 MAY 2024  THE SALTBY GULL  21", dt.date(2024, 5, 3)),
        ("Posted on 19th September 2024 by editor", dt.date(2024, 9, 19)),
        ("Published 3 May 2024 by the web team", dt.date(2024, 5, 3)),
        ("3 May 2024 by admin", dt.date(2024, 5, 3)),
    ],
)
def test_the_day_is_read_at_the_head_of_a_printed_page_and_of_a_post(line: str, day: dt.date) -> None:
    source = cut_text(f"{line}\n\n{TITLE}\n\nBy Ada Amberley MP\n\n{PROSE}")
    assert (source.date, source.title) == (day, TITLE)
    assert line in " ".join(left_out(source))


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("ByMorwen PascalHealth Reporter", "Morwen Pascal"),
        ("ByJo McFieldLocal Democracy Reporter", "Jo McField"),
        ("ByJo Field15:52, 3 MAR 2025", "Jo Field"),
        ("Words: Jo Field. Photos: Pat Rowan.", "Jo Field"),
        ("Words by Jo Field, pictures by Pat Rowan", "Jo Field"),
        ("Report: Jo Field", "Jo Field"),
        ("Jo Field OBE MP", "Jo Field"),
        ("By Jo Field KC MP", "Jo Field"),
    ],
)
def test_a_writer_is_named_alone_however_the_line_was_stuck_together(line: str, author: str) -> None:
    assert cut_text(f"{TITLE}\n\n{line}\n\n{PROSE}").author == author


@pytest.mark.parametrize(
    ("over", "below", "author"),
    [
        ("Cllr Jo Field\nJo Field is leader of Ash borough council", "", "Cllr Jo Field"),
        ("Dr Jo Field\nJo Field is a columnist", "", "Dr Jo Field"),
        ("Sir Jo Field\nJo Field is the MP for Ash", "", "Sir Jo Field"),
        ("Cllr Jo Field", "Jo Field is the leader of Ash council.", "Cllr Jo Field"),
        ("By Cllr Jo Field", "Jo Field is the leader of Ash council.", "Cllr Jo Field"),
        ("By Cllr Jo Field", "You can contact Jo on 01632 960110", "Cllr Jo Field"),
        ("By Jo Field", "Cllr Jo Field is the leader of Ash council.", "Cllr Jo Field"),
        ("Coun Jo Field\nLeader of Ash Council", "", "Coun Jo Field"),
        ("Professor Jo Field", "", "Professor Jo Field"),
        ("By Jo Field", "Mr Jo Field MP", "Jo Field"),
    ],
)
def test_a_writer_keeps_the_title_that_one_line_of_the_page_gives(over: str, below: str, author: str) -> None:
    source = cut_text("\n\n".join(filter(None, [TITLE, over, PROSE, below])))
    assert (source.author, source.voice) == (author, author)
    assert texts(source) == PROSE.split("\n\n")


def test_an_author_with_a_title_is_the_one_quoted_without_it() -> None:
    said = "Jo Field said: “We shall have our boat back by the spring, whatever it costs.”"
    source = cut_text(f"{TITLE}\n\nBy Cllr Jo Field\n\n{PROSE}\n\n{said}")
    assert source.paragraphs[-1].version.speaker == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "Ms Field is due to meet the chief executive of the harbour trust, Pat Rowan, on Friday.",
        "Jo Field is expected to see the ferry minister next week.",
        "Jo Field is calling on the Transport Secretary to act.",
    ],
)
def test_what_somebody_will_do_is_no_byline(sentence: str) -> None:
    assert sentence in texts(cut_text(f"{TITLE}\n\nBy Ada Amberley MP\n\n{PROSE}\n\n{sentence}"))


COLUMN = """Saltby Gazette
{title}
3 May 2024
I was on the pier last week, and I counted the planks that the storm had left. There are very few of them.
{line}
I have asked the county to mend it before the summer, because a town without a pier is only a street.
{more}
"""


@pytest.mark.parametrize(
    ("title", "line", "author"),
    [
        ("JO FIELD MP: Save our pier", "READ MORE: Cat found in church", "Jo Field"),
        ("Jo Field MP: Save our pier", "READ MORE: Cat found in church", "Jo Field"),
        ("Jo Field: Save our pier", "[Image: Jo Field MP on the pier]", "Jo Field"),
        ("Cllr Jo Field: Save our pier", "Jo Field leads the council", "Cllr Jo Field"),
        ("Jo Field: Save our pier", "READ MORE: Cat found in church", ""),  # may be the one it is about
        ("Save our pier", "Jo Field has been the Labour MP for Saltby since 2019", "Jo Field"),
        ("Saltby Pier: a town waits", "READ MORE: Cat found in church", ""),
        ("Why we wait: Jo Field and the pier", "[Image: Jo Field MP on the pier]", ""),
    ],
)
def test_a_writer_may_stand_before_the_title(title: str, line: str, author: str) -> None:
    assert cut_text(COLUMN.format(title=title, line=line, more="")).author == author


def test_whoever_the_text_speaks_of_did_not_write_it() -> None:
    more = "Ms Field was elected on a promise to mend it, and I have not seen her there with a hammer since."
    assert cut_text(COLUMN.format(title="Jo Field MP: a promise", line="", more=more)).author == ""


def test_a_title_may_end_in_three_dots() -> None:
    title = "COMMENT: Raining? This is a shower, Mr Rowan..."
    told = "The pier at Saltby is shut to everybody, and the harbour board does not know until when."
    assert cut_text("\n\n".join([title, told, f"{told} It rains."])).title == title
