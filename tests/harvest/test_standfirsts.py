"""A column whose author stands only in the line under its title."""

import pytest

from correspondence.models import Source
from tests.harvest.cuts import cut_text, left_out, texts

TEXT = (
    "I walked the pier last week, and counted the planks that the storm had left. There are few of them.",
    "I have asked the county to mend it before the summer, because a town without a pier is only a street.",
    "I believe that we can have it open by May, and I shall not rest until we do.",
)


def column(standfirst: str, *more: str) -> Source:
    title = "Our pier is rotting while the county dithers"
    return cut_text("\n\n".join(["Gull Online > Opinion", title, standfirst, "5 min read", *TEXT, *more]))


@pytest.mark.parametrize(
    "standfirst",
    [
        "For years the county looked away. It is time to mend our pier, writes Jo Field, minister for piers",
        "It is time to mend our pier, writes Jo Field, the Labour MP for Ash.",
        "It is time to mend our pier, writes Piers Minister Jo Field",
        "It is time to mend our pier, writes the MP for Ash, Jo Field",
        "It is time to mend our pier, writes former minister Jo Field",
        "It is time to mend our pier, writes Labour's Jo Field",
        "It is time to mend our pier, writes Jo Field, who grew up beside it",
        "It is time to mend our pier, argues Jo Field, leader of Ash council",
        "It is time to mend our pier, says Jo Field, MP for Ash",
        "It is time to mend our pier, Jo Field, minister for piers, writes",
        "It is time to mend our pier, Jo Field writes.",
        "Jo Field, MP for Ash, argues that our pier can be saved",
        "In her monthly column, Jo Field MP looks at what the storm left",
        "Writing for the Gull, Piers Minister Jo Field sets out what she wants of the county",
        "The MP for Ash and Elmham Jo Field explains why planks matter",
        "Skipper JO FIELD highlights what a winter without a pier does to a town",
        "After the storm took the roof, Gull columnist Jo Field points out that nobody has come to mend it",
    ],
)
def test_a_column_is_by_whoever_its_standfirst_names(standfirst: str) -> None:
    source = column(standfirst)
    assert (source.kind, source.author, source.voice) == ("column", "Jo Field", "Jo Field")
    assert texts(source) == list(TEXT)


@pytest.mark.parametrize(
    "standfirst",
    [
        "The county must act, says the harbour trust",
        "Why is our pier shut, asks Jo Field, 43, of the county",
        "The storm that Jo Field, the minister, saw from her window",
        "As the county dithers, a reader, Jo Field, has an idea",
        "The Piers Secretary says that it is shut, but those who walk on it know better.",
    ],
)
def test_whoever_a_standfirst_only_tells_of_is_no_author(standfirst: str) -> None:
    assert column(standfirst).author == ""


def test_a_minister_whom_the_column_goes_on_about_did_not_write_it() -> None:
    more = "Ms Field was elected on a promise to mend it, and I have not seen her there with a hammer since."
    assert column("The pier is safe enough, Piers Minister Jo Field says", more).author == ""
    assert column("Piers Minister Jo Field says that our pier is safe enough", more).author == ""


@pytest.mark.parametrize("seat", ["LIBERAL MP FOR ASH", "MP for Ash and Elmham"])
def test_a_name_over_a_seat_in_the_middle_of_a_column_is_its_author(seat: str) -> None:
    title = "Our pier is rotting while the county dithers"
    source = cut_text(
        "\n".join([title, "OPINION", "16:00, Sat, Feb 8, 2025", TEXT[0], "JO FIELD", seat, *TEXT[1:]])
    )
    assert (source.kind, source.author) == ("column", "Jo Field")
    assert texts(source) == list(TEXT)


def test_headings_may_stand_over_the_standfirst_that_says_who_writes() -> None:
    told = "Charity Director Jo Field explains why a pier matters so much to her."
    lines = [
        "We need a pier",
        "A plank on the beach",
        "Hold the county to its word",
        told,
        "By:",
        "Published:",
    ]
    source = cut_text("\n\n".join([*lines, *TEXT]))
    assert source.author == "Jo Field"
    assert texts(source) == list(TEXT)
    assert {told, "By:"} <= set(left_out(source))


@pytest.mark.parametrize(
    ("over", "under"),
    [
        (["Jo Field Jo Field"], []),
        (["Jo Field", "The Evening Gull"], ["Jo Field"]),
        ([], ["Jo Field", "Jo Field"]),
    ],
)
def test_a_name_that_stands_twice_beside_the_title_is_the_writers(over: list[str], under: list[str]) -> None:
    title = "Our pier is rotting while the county dithers"
    source = cut_text("\n\n".join([*over, title, *under, *TEXT]))
    assert (source.title, source.author) == (title, "Jo Field")
    assert texts(source) == list(TEXT)
    told = cut_text(
        "\n\n".join([*over, title, *under, *TEXT, f"{TEXT[2]} Ms Field has not come to see it yet."])
    )
    assert told.author == ""


@pytest.mark.parametrize("post", ["Chairman, Pier Trust, Ash", "Director of the Guild of Piers"])
def test_a_name_over_a_post_at_the_foot_is_who_signs_a_column(post: str) -> None:
    source = cut_text("\n\n".join([*TEXT, "Jo Field", post]))
    assert (source.author, source.questions[:1]) == (
        "Jo Field",
        ["What date is this from? The file does not say."],
    )
    assert texts(source) == list(TEXT)


def test_a_teaser_over_the_title_names_the_writer_of_another_story() -> None:
    title = "Our pier is rotting while the county dithers"
    teaser = "Towns must stand together if they are to have boats at all, argues PAT ROWAN"
    told = "Skipper JO FIELD highlights what a winter without a pier does to a town"
    text = [f"{title}, and has for years.", *TEXT]
    other = "The price of crab has left the quays on their knees, argues SAM QUILL, and urges a tax on nets"
    source = cut_text("\n\n".join([teaser, title, told, *text, "Similar stories", other]))
    assert (source.author, texts(source)) == ("Jo Field", text)
    alone = cut_text("\n\n".join([teaser, title, *text]))
    assert (alone.author, texts(alone)) == ("", text)


def test_a_name_over_that_of_the_paper_is_the_writers() -> None:
    title = "Our pier is rotting while the county dithers"
    line = "The county and its board are working against the town"
    source = cut_text("\n\n".join(["COMMENT", title, line, "Jo Field", "The Evening Herald", *TEXT]))
    assert (source.author, texts(source)) == ("Jo Field", list(TEXT))
