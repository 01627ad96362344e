"""Lines within a text that end as no sentence does, and paragraphs that the end of a page parted."""

import pytest

from tests.harvest.cuts import cut_text, left_out, paragraph_with, texts

PROSE = [
    "The ferry to Saltby will stop in the evening from the first of May, and many will be left behind.",
    "Three hundred people work over there, most of them in the two hotels, and they need a boat.",
    "The county says that the boat costs £2 for every £1 it earns, and that nobody is on it by nine.",
    "I went over one night last week and counted 41 passengers, which is 41 more than any of them ever say.",
]
CAPTION = "Ada Amberley, pictured on the quay last week, said that skippers deserved a boat they can trust"


@pytest.mark.parametrize(
    "line",
    [
        CAPTION,
        "Scroll down to watch the moment the last boat of the evening left the quay at Saltby",
        "-- THE GULL+ : Every tide, every boat, every skipper of the coast. 30-day free trial. --",
    ],
)
def test_a_line_that_ends_as_no_sentence_does_is_no_paragraph_of_a_page(line: str) -> None:
    source = cut_text("\n\n".join(["Bring back the boat", *PROSE[:2], line, *PROSE[2:]]))
    assert texts(source) == PROSE
    assert line in left_out(source)


def test_what_stands_under_a_colon_is_a_list_and_stays() -> None:
    item = "A boat that leaves the quay at nine in the evening on every day of the week"
    source = cut_text("\n\n".join(["Bring back the boat", *PROSE[:3], "We ask for this:", item, PROSE[3]]))
    assert item in texts(source)


def test_where_other_paragraphs_end_so_too_the_line_stays() -> None:
    bare = [paragraph.rstrip(".") for paragraph in PROSE]
    source = cut_text("\n\n".join(["Bring back the boat", PROSE[0], *bare[1:3], CAPTION, bare[0], PROSE[3]]))
    assert CAPTION in texts(source)


def test_a_paragraph_parted_by_the_end_of_a_page_is_put_together() -> None:
    begun, rest = PROSE[1].split(" and they ")
    source = cut_text(
        f"Dear Ms Rowan,\n\n{PROSE[0]}\n\n{begun}\n\nPage 1 of 2\n\nand they {rest}\n\n{PROSE[2]}"
    )
    assert texts(source) == PROSE[:3]
    assert "Page 1 of 2" in left_out(source)


@pytest.mark.parametrize(
    ("begun", "rest"),
    [
        ("The port said that nobody on the island has asked to cross by night, or", "has a use for a boat."),
        ("There is nobody on the whole of the island with a use for it, or so", "the port says of the boat."),
    ],
)
def test_it_is_so_whoever_is_told_of_on_one_of_the_pages(begun: str, rest: str) -> None:
    source = cut_text(f"Dear Ms Rowan,\n\n{PROSE[0]}\n\n{begun}\n\nPage 1 of 2\n\n{rest}\n\n{PROSE[2]}")
    assert texts(source)[1] == f"{begun} {rest}"


def test_items_that_stand_alone_stay_with_what_leads_in_to_them() -> None:
    listed = [
        "Those who cross by night can ask for:",
        "a room on this side of the water;",
        "a taxi round it.",
    ]
    source = cut_text("\n\n".join(["Dear Ms Rowan,", PROSE[0], *listed, PROSE[1]]))
    assert texts(source)[1] == "\n".join(listed)


@pytest.mark.parametrize(("opens", "closes"), ["“”", '""'])
def test_the_last_paragraph_of_a_quotation_stays_without_a_mark_to_open_it_or_a_full_stop(
    opens: str, closes: str
) -> None:
    begun = (
        f"Ada Amberley, who runs the hotel, said: {opens}We have asked for a boat at nine since the spring."
    )
    rest = f"What the county has given us is a poster about a boat, and it should hang its head{closes}"
    source = cut_text("\n\n".join(["Bring back the boat", PROSE[0], begun, rest, *PROSE[1:]]))
    assert rest in texts(source)
    assert paragraph_with(source, "a poster").version.voice == "Ada Amberley"


def test_a_sentence_that_a_blank_line_broke_is_put_together() -> None:
    begun, rest = "Many of those who cross on the boat are actually", "people who work in the two hotels."
    source = cut_text("\n\n".join(["Bring back the boat", PROSE[0], begun, rest, PROSE[1]]))
    assert f"{begun} {rest}" in texts(source)


@pytest.mark.parametrize(
    "lines",
    [
        ("Skippers wait for the boat.", "(PA Graphics)"),
        ("Skippers wait for the boat.", "(Jo Field/PA)"),
        ("Jo Field on a visit to the quay.", "Credit: PA"),
        ("2AB34CD", "Source: Alamy", "The last boat of the evening was met by a crowd on the quay"),
        ("Jo Field (left) met the board in May. Picture date: 3 May. Image source, Herald Media",),
        ("- Board: Half of the boats leak\n- Union: Skippers ‘walk out’ in May\n- Boats: What comes next",),
    ],
)
def test_a_picture_and_its_credit_and_a_list_of_stories_are_the_pages(lines: tuple[str, ...]) -> None:
    source = cut_text("\n\n".join(["Bring back the boat", *PROSE[:2], *lines, *PROSE[2:]]))
    assert texts(source) == PROSE


@pytest.mark.parametrize(
    "listed",
    [
        "- A boat at nine on every day of the week\n- A fare of £2",
        "- Boats: one at nine, every day.\n- Fares: no more than £2.",
    ],
)
def test_a_list_of_what_is_asked_stays(listed: str) -> None:
    source = cut_text("\n\n".join(["Bring back the boat", *PROSE[:2], listed, *PROSE[2:]]))
    assert listed in texts(source)


@pytest.mark.parametrize(
    "caption",
    [
        "Is there a boat for us?MP Jo Field asks for a boat (Image: The Gull/Pat Rowan)",
        "Jo Field2",
    ],
)
def test_a_caption_stuck_to_the_words_of_a_paragraph_is_parted_from_it(caption: str) -> None:
    stuck = caption + " " * caption.endswith(")") + PROSE[2]
    source = cut_text("\n\n".join(["Bring back the boat", *PROSE[:2], stuck, PROSE[3]]))
    assert texts(source) == PROSE
    assert caption in left_out(source)


def test_a_question_with_which_a_text_ends_is_no_heading() -> None:
    asked = "Why then do we have two ferries?"
    assert texts(cut_text("\n\n".join(["Bring back the boat", *PROSE, asked]))) == [*PROSE, asked]
    assert texts(cut_text("\n\n".join(["Bring back the boat", *PROSE[:3], asked, PROSE[3]]))) == PROSE


def test_a_teaser_that_joins_the_first_paragraphs_and_breaks_off_is_left_out() -> None:
    teaser = f"{PROSE[0]}Three hundred people work over..."
    assert texts(cut_text("\n\n".join(["Bring back the boat", teaser, *PROSE]))) == PROSE


def test_a_line_that_leads_in_and_lost_its_colon_stays_with_what_it_leads_in_to() -> None:
    lead = (
        "Ada Amberley replied that she had been told to be careful about whom she met on the quay. She said"
    )
    said = "“I was met by a man who shouted at me because his boat was late by an hour or more on that day”."
    other = "Jo Field of the board said: “We shall mend the boat by the spring, whatever it costs the town.”"
    source = cut_text("\n\n".join(["Bring back the boat", PROSE[0], lead, said, *PROSE[1:3], other]))
    assert lead in texts(source)
    assert paragraph_with(source, "shouted at me").version.voice == "Ada Amberley"


def test_a_paragraph_that_quotes_and_leads_in_to_more_stays() -> None:
    told = "Ada Amberley said: “I should be glad to cross,” and she added:"
    more = (
        "“But when I go I shall go by day, and I shall take the crew with me and whoever else wants a seat.”"
    )
    source = cut_text("\n\n".join(["Bring back the boat", *PROSE[:2], told, more, *PROSE[2:]]))
    assert told in texts(source)


def test_a_report_goes_on_under_a_list_where_it_tells_of_whom_it_named_before() -> None:
    named = "Ada Amberley, who runs the hotel, welcomed the money that was found for the boat in the spring."
    rest = (
        "Mr Amberley said that nobody need fear for it, and that no one on its staff would ever have to go."
    )
    page = ["Bring back the boat", *PROSE, named]
    assert rest in texts(cut_text("\n\n".join([*page, "Most Read", rest])))
    assert rest.replace("Amberley", "Bell") not in texts(
        cut_text("\n\n".join([*page, "Most Read", rest.replace("Amberley", "Bell")]))
    )


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("named", ["Jo Field, the Minister for Piers", "Jo Field MP"])
def test_a_name_and_post_over_a_report_that_tells_of_that_person_is_no_byline(named: str, times: int) -> None:
    told = [
        "The Minister for Piers has been unable to say when the planks will come to Saltby.",
        "Asked on the quay today, Jo Field said she could not promise them by the end of May.",
        "Field was asked twice more by skippers who have waited for them since the winter.",
        "“I can’t commit to that, as the grants are in the hands of the board,” she said.",
    ]
    source = cut_text("\n\n".join(["Minister cannot say when planks will come", *[named] * times, *told]))
    assert (source.kind, source.author) == ("report", "")
    assert texts(source) == told
