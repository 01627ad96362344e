"""What a new wording says that the one before did not, and the title that then no longer fits."""

import datetime as dt

import pytest

from correspondence import figures
from correspondence.bank import new_figures
from correspondence.harvest.titles import title as title_of
from correspondence.models import Paragraph, Version

DAY = dt.date(2025, 6, 3)
GRANT = "The scheme gives £7,500 towards a heat pump. Some 700 homes have one."


def paragraph(title: str = "", text: str = GRANT) -> Paragraph:
    version = Version(number=1, text=text, date=DAY, figures=figures.find(text, DAY))
    return Paragraph(title=title or title_of(text), versions=[version])


@pytest.mark.parametrize(
    ("text", "new"),
    [
        (GRANT, []),
        (GRANT.replace("gives", "still pays"), []),
        (GRANT.replace("700 homes", "seven hundred homes"), []),  # the same value in other words
        (GRANT.replace("£7,500", "7,500 pounds"), []),
        (f"{GRANT} It is £7,500.", []),
        (GRANT.replace(" Some 700 homes have one.", ""), []),
        (GRANT.replace("£7,500", "£9,000"), ["£9,000"]),
        (f"{GRANT} It was £5,000, then £5,000 again.", ["£5,000"]),
        (GRANT.replace("£7,500", "£9,000").replace("700", "800"), ["£9,000", "800"]),
        (f"{GRANT} I wrote to the Home Secretary.", []),
        (f"{GRANT} The Home Secretary, Shabana Mahmood, agrees.", ["Shabana Mahmood"]),
        # no value that has a source; the date of the wording says from when it counts
        (f"{GRANT} This year we went on, as last year; it ends soon.", []),
        (f"{GRANT} We gave more this year, £9,000 in all.", ["£9,000"]),
    ],
)
def test_a_figure_is_new_where_the_old_wording_says_no_such_value(text: str, new: list[str]) -> None:
    assert new_figures.added(paragraph().version, text) == new


@pytest.mark.parametrize(
    ("title", "text", "quoted", "proposed"),
    [
        ("Grants", GRANT.replace("£7,500", "£9,000"), "", "Grants"),
        ("Grants of £7,500", GRANT.replace("700", "800"), "", "Grants of £7,500"),
        ("", GRANT.replace("gives", "pays"), "", "The scheme gives £7,500 towards a heat pump"),
        # made of the first words, which it follows
        ("", GRANT.replace("£7,500", "£9,000"), "", "The scheme gives £9,000 towards a heat pump"),
        ("Grants of £7,500", GRANT.replace("£7,500", "£9,000"), "£7,500", "Grants of £9,000"),
        # which of the two has taken its place cannot be told
        ("Grants of £7,500", "It gives £9,000. It gave £5,000.", "£7,500", "Grants of £7,500"),
        ("Grants of £7,500", "There is no scheme any more.", "£7,500", "Grants of £7,500"),
    ],
)
def test_a_title_that_quotes_what_is_no_longer_said_gets_another_proposed(
    title: str, text: str, quoted: str, proposed: str
) -> None:
    assert new_figures.retitled(paragraph(title), text) == (quoted, proposed)


@pytest.mark.parametrize(
    ("title", "quoted", "proposed"),
    [
        ("In 2024 we won 20", "20", "In 2024 we won 21"),
        ("We won 20, and 120 stood", "20", "We won 21, and 120 stood"),
        ("In 2024 we won", "", "In 2024 we won"),
        ("We won by 20%, for £20, 1.20 or 20,000", "", "We won by 20%, for £20, 1.20 or 20,000"),
        # which of the two it is cannot be told
        ("Of 20 we won 20", "20", "Of 20 we won 20"),
    ],
)
def test_a_title_quotes_a_figure_as_a_word_of_its_own(title: str, quoted: str, proposed: str) -> None:
    of_seats = paragraph(title, "The council won 20 seats.")
    assert new_figures.retitled(of_seats, "The council won 21 seats.") == (quoted, proposed)
