"""Press releases as an archive prints them: who put it out, who speaks, and whose day a title names."""

import datetime as dt

import pytest

from tests.harvest.cuts import cut_text, left_out, speakers, texts, voices

TITLE = "PRESS RELEASE : Piers to share £4 million [May 2025]"
ISSUED = "The press release issued by the Department for Quays, Piers and Sport on 5 May 2025."
TOLD = "Seaside towns will share £4 million to mend their piers, as the first round of the fund opens today."
MORE = "Over the last ten years more than forty piers were closed for want of planks, and eleven were lost."
SAID = "This is good news for every town with a pier, and we want to see them open again by the spring."


def release(*lines: str) -> list[str]:
    return ["Tag: 2025", f"• {TITLE}", TITLE, ISSUED, TOLD, *lines]


def test_a_release_is_the_words_of_whoever_put_it_out() -> None:
    source = cut_text("\n\n".join(release(MORE)))
    assert (source.kind, source.publisher) == ("report", "Department for Quays, Piers and Sport")
    assert (source.title, source.date) == ("Piers to share £4 million", dt.date(2025, 5, 5))
    assert voices(source) == ["Department for Quays, Piers and Sport"] * 2
    assert source.questions == []


def test_a_headline_as_long_as_a_paragraph_does_not_hide_who_put_it_out() -> None:
    long = (
        f"{TITLE[:-11]} that towns on every coast may ask for from now on to pay for planks, lamps and rails"
    )
    source = cut_text("\n\n".join(["Category: Press Releases", f"{long} in the winter", ISSUED, TOLD, MORE]))
    assert source.date == dt.date(2025, 5, 5)
    assert ISSUED not in texts(source)


@pytest.mark.parametrize("who", ["Minister for Piers Jo Field", "Minister for Quays Lord Ember"])
def test_a_minister_of_something_speaks(who: str) -> None:
    source = cut_text("\n\n".join(release(f"{who} said:", SAID, MORE)))
    assert dict(zip(texts(source), speakers(source), strict=True))[SAID] == who


@pytest.mark.parametrize(
    "lead",
    [
        "Saltby Aid’s CEO, Jo Field OBE, comments on today’s Budget:",
        "Piers Secretary, Jo Field MP, said:",
        "Responding to the Budget, director of the Pier Trust, Jo Field, said:",
    ],
)
def test_a_statement_is_by_the_person_and_not_by_the_post(lead: str) -> None:
    assert (
        cut_text("\n\n".join(["The Budget and the piers", lead, f"“{SAID}", f"“{MORE}”"])).author
        == "Jo Field"
    )


def test_the_day_of_a_debate_in_a_title_is_no_day_of_the_page() -> None:
    thanks = "Thank you for your email about the debate on piers on 7 September 2016."
    source = cut_text("\n\n".join(["Pier Tolls Debate on 7th September 2016", thanks, SAID]))
    assert (source.title, source.date) == ("Pier Tolls Debate on 7th September 2016", None)


def test_a_department_with_commas_in_its_name_keeps_its_words() -> None:
    lead = "I hope the following information from the Department for Quays, Piers and Sport is reassuring:"
    source = cut_text("\n\n".join(["Thank you for writing to me about the pier.", MORE, lead, TOLD, SAID]))
    assert dict(zip(texts(source), voices(source), strict=True))[TOLD].endswith("Quays, Piers and Sport")


@pytest.mark.parametrize(
    ("speaker", "author"),
    [
        ("Liberal Piers Spokesperson Jo Field", "Jo Field"),
        ("Shadow Piers Secretary Jo Field MP", "Jo Field"),
        ("A spokesman for Piers Minister Jo Field", "A spokesman for Piers Minister Jo Field"),
    ],
)
def test_a_statement_on_a_page_is_by_the_person_without_the_post(speaker: str, author: str) -> None:
    said = [
        '"We all want the pier to open again, but this plan of the board is not the answer.',
        '"The board should mend it, plank by plank, before it sells a single ticket for a boat."',
    ]
    lead = f"Responding to reports that the pier may be sold, {speaker} said:"
    head = ["Friday, October 02, 2020", "The sale of the pier is not the answer"]
    source = cut_text("\n\n".join([*head, lead, *said, "No comments:"]))
    assert (source.author, voices(source)) == (author, [author] * 2)
    assert "No comments:" in left_out(source)
