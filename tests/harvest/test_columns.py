"""Columns and blog posts as papers and Members' own pages print them: whose they are, and of which day."""

import datetime as dt

import pytest

from correspondence.models import Source
from tests.harvest.cuts import cut_text, left_out, texts, voices

TITLE = "Our ferry deserves better"
TEXT = (
    "Last week I met the managers of the ferry to talk about the loss of the early boat, by which the nurses "
    "of the cottage hospital get to their shift.",
    "The company says that it cannot find crews. I have asked the Maritime Minister to come and see what "
    "that means on a wet morning.",
    "I believe that an island without a boat is a prison, and I shall go on saying so until it is back.",
)


def page(*lines: str) -> Source:
    return cut_text("\n\n".join(lines))


@pytest.mark.parametrize("head", [("By Jo Field MP", "3 May 2024"), ("3 May 2024",)])
@pytest.mark.parametrize(
    "call",
    [
        "I want to hear your views on the new timetable. If you would like to share your concerns, please "
        "contact me at my office in Fore Street.",
        "You have to be careful what you say to a skipper. If you say something about his boat, he will "
        "remember it, and if you ask me he is right.",
    ],
)
def test_a_column_that_speaks_to_its_readers_is_no_reply_of_the_office(
    head: tuple[str, ...], call: str
) -> None:
    source = page(TITLE, *head, *TEXT, call)
    assert source.kind == "column"
    assert "office" not in voices(source)


def test_a_reply_without_greeting_is_one_still() -> None:
    close = "I hope that this answers the points you raise. Please contact me if you have other concerns."
    source = page(*TEXT, "You are right to say in your letter that the fare has doubled since May.", close)
    assert source.kind == "reply"


def test_a_seat_under_a_name_is_not_the_name() -> None:
    source = page(*TEXT, "Jo Field", "North Saltby MP")
    assert source.author == "Jo Field"
    assert texts(source) == list(TEXT)


def test_a_ministers_post_under_a_name_is_that_of_the_writer() -> None:
    source = page(TITLE, "Jo Field", "Minister for Piers and Planks", *TEXT)
    assert source.author == "Jo Field"
    assert texts(source) == list(TEXT)


def test_whose_site_it_is_its_imprint_says() -> None:
    imprint = "© 2025 Jo Field MP. Promoted by P. Rowan on behalf of Jo Field, both of 2 Quay Street, Saltby"
    source = page("Jo Field", "Working hard for Ash", TITLE, "Posted by Team Jo", *TEXT, imprint)
    assert source.author == "Jo Field"


def test_a_seat_alone_is_nobody() -> None:
    assert page(TITLE, "Mid Saltby MP", *TEXT).author == ""


@pytest.mark.parametrize("line", ["Jo Field Labour MP for Ash", "Jo Field Liberal Democrat MP for Ash"])
def test_a_name_with_party_and_seat_in_one_line_is_the_writer(line: str) -> None:
    source = page(line, *TEXT)
    assert (source.author, texts(source)) == ("Jo Field", list(TEXT))


MASTHEAD = ("Menu", "Tue, 5 November 2024", "Newsletter sign-up", "Subscribe now", "The Lobby Live All")


def test_the_day_at_the_head_of_a_site_is_when_it_was_read() -> None:
    source = page(*MASTHEAD, "Transport", "Press releases", TITLE, "3 min read", *TEXT)
    assert (source.title, source.date) == (TITLE, None)
    assert any("date" in question for question in source.questions)


def test_the_day_of_a_column_is_kept_under_the_day_of_the_site() -> None:
    source = page(*MASTHEAD, TITLE, "By Jo Field MP", "3 May 2024", *TEXT)
    assert (source.author, source.date) == ("Jo Field", dt.date(2024, 5, 3))


def test_the_day_over_a_title_is_that_of_the_column() -> None:
    assert page("Sunday, 5 May 2024", TITLE, *TEXT).date == dt.date(2024, 5, 5)


def test_a_byline_over_the_title_is_another_story_s_where_the_standfirst_names_the_writer() -> None:
    says = "An island needs a boat that sails before the shops open, writes Jo Field MP."
    source = page(*MASTHEAD, "By Dr Pat Rowan", "Transport", TITLE, "3 min read", says, *TEXT)
    assert (source.author, texts(source)) == ("Jo Field", list(TEXT))


def test_the_title_that_sells_is_not_the_column_s() -> None:
    sold = "Clean fuel is the answer for our ports – now is the time to act Partner content"
    source = page(sold, "Transport", TITLE, TITLE, "4 min read", *TEXT)
    assert source.title == TITLE
    assert sold in left_out(source)


def test_a_seat_of_two_names_under_the_name_at_the_foot_is_no_name() -> None:
    assert page(TITLE, *TEXT, "Jo Field", "Saltby Bay MP").author == "Jo Field"


@pytest.mark.parametrize(
    "lead",
    [
        "I recently wrote this article for the Saltby Gull – “Mend our ferry“:",
        "As I wrote in the Gull last week:",
    ],
)
def test_a_column_of_one_s_own_that_stands_in_marks_is_one_s_own(lead: str) -> None:
    source = page(TITLE, "By Jo Field MP", "3 May 2024", lead, "“" + TEXT[0], *TEXT[1:])
    assert set(voices(source)) == {"Jo Field"}
    assert texts(source)[-3:] == list(TEXT)


def test_what_somebody_answered_a_letter_of_one_s_own_is_not_one_s_own() -> None:
    said = "“The boat cannot sail before there is a crew for it, and there is none to be had on the island.”"
    source = page(TITLE, "By Jo Field MP", *TEXT, "I wrote to the company, which replied:", said)
    assert voices(source)[-1] != "Jo Field"


@pytest.mark.parametrize(
    "lead", ["Here is my latest column for the Saltby Gull:", "My article in today's Gull:"]
)
def test_a_line_that_leads_to_one_s_column_is_no_paragraph(lead: str) -> None:
    assert texts(page(TITLE, "By Jo Field MP", "3 May 2024", lead, *TEXT)) == list(TEXT)


@pytest.mark.parametrize("stamp", ["May 3, 2024 at 2:41 pm / by", "3 May 2024 | By"])
def test_a_day_with_a_byline_left_empty_is_a_day(stamp: str) -> None:
    assert page(TITLE, stamp, *TEXT).date == dt.date(2024, 5, 3)


def test_the_beginning_of_the_text_printed_over_it_is_no_paragraph() -> None:
    first = (
        "One of the first things that a Member learns is that the ferry does not wait for anybody. If you "
        "are late you stand on the quay with everyone else, and watch your breakfast sail away without you"
    )
    goes_on = f"{first}. I have stood there often, and I have asked the company for a shelter."
    assert texts(page(first, goes_on, *TEXT)) == [goes_on, *TEXT]
    assert texts(page(TITLE, first + "…", goes_on, *TEXT)) == [goes_on, *TEXT]


def test_a_title_that_quotes_the_text_is_its_title() -> None:
    title = "MP column: ‘Keeping our early boat has been one of my first cares’"
    more = "Since I came here, keeping our early boat has been one of my first cares, and so it will stay."
    source = page(title, more, *TEXT)
    assert (source.title, texts(source)) == (title, [more, *TEXT])


@pytest.mark.parametrize(
    "line",
    [
        "• Home /\n• News / Our ferry deserves better, and its crew does too!",
        "Say what you think of it by leaving a comment below or joining the talk here",
        "Please check your e-mail for a link to activate your account.",
        "More from Jo at www.jofield.example or on twitter @jofield.",
    ],
)
def test_what_a_member_s_site_puts_round_a_post_is_no_paragraph(line: str) -> None:
    assert texts(page(line, TITLE, *TEXT, line)) == list(TEXT)


@pytest.mark.parametrize("site", [("The Blog of", "Jo Field"), ("The official website of Jo Field MP",)])
def test_whose_site_it_is_wrote_what_says_i(site: tuple[str, ...]) -> None:
    source = page(*site, TITLE, "3 May 2024", *TEXT)
    assert (source.author, source.title) == ("Jo Field", TITLE)


@pytest.mark.parametrize(
    "credit", ["Image by Pat Rowan from Picstore", "Photo by Pat Rowan", "Picture by Pat Rowan"]
)
def test_whoever_took_the_picture_wrote_nothing(credit: str) -> None:
    source = page(credit, *TEXT)
    assert (source.author, texts(source)) == ("", list(TEXT))


def test_a_caption_printed_twice_is_no_paragraph() -> None:
    assert texts(page(TITLE, "The ferry.", "The ferry.", "Share this article", *TEXT)) == list(TEXT)


def test_a_caption_with_a_credit_stuck_to_it_is_no_paragraph() -> None:
    shown = "Jo Field pledges to make Saltby the best port in the land to be a skipper"
    assert texts(page(TEXT[0], shown, "1", f"{shown}Credit: Picstore", *TEXT[1:])) == list(TEXT)


def test_another_story_s_headline_between_the_last_short_paragraphs_is_no_paragraph() -> None:
    other = "Pop star and her new dog beam as they come home at last from a glitzy party in Rome"
    ends = ("So I am determined that the boat shall sail again.", "Put simply, we owe it to the nurses.")
    source = page(TITLE, *TEXT, ends[0], other, *ends)
    assert other in left_out(source)


def test_the_member_shown_over_a_member_s_column_with_the_seat_is_its_writer() -> None:
    shown = "Jo Field, Saltby MP."
    assert (
        page("MP COLUMN: The Government has let our ferry down", shown + shown, shown, *TEXT).author
        == "Jo Field"
    )


def test_a_letter_to_a_paper_about_another_reader_s_is_its_signer_s() -> None:
    source = page(
        "MP: I will sail, but not alone", "I write in response to Mrs Rowan’s letter.", *TEXT, "Jo Field MP"
    )
    assert (source.kind, source.voice) == ("column", "Jo Field")


@pytest.mark.parametrize("greeting", ["Dear reader,", "Dear Supporters", "Hello readers!"])
def test_a_newsletter_that_greets_its_readers_is_no_reply_of_the_office(greeting: str) -> None:
    welcome = "A warm welcome to my second newsletter. I hope that you find it useful."
    source = page("Ferry news #2", "29 Nov 2024", greeting, welcome, *TEXT)
    assert source.kind == "column"
    assert "office" not in voices(source)
    assert greeting in left_out(source)
    assert "Who wrote this? The file does not say." in source.questions


@pytest.mark.parametrize("series", ["Harbour Diary", "Ferry Notebook", "Saltby Matters"])
def test_a_series_over_its_title_is_nobodys_name(series: str) -> None:
    source = page(f"{series} – the boat and what falls to an MP", *TEXT)
    assert (source.author, source.title) == ("", f"{series} – the boat and what falls to an MP")


def test_the_day_over_a_papers_own_praise_is_when_the_page_was_read() -> None:
    site = ("Mon 15 Apr 2024", "2024 newspaper of the year", "@ Contact us")
    source = page(*site, TITLE, *TEXT)
    assert (source.date, source.title, texts(source)) == (None, TITLE, list(TEXT))


@pytest.mark.parametrize("line", ["{} By Jo Field, FRGS, Ferry Advice Ltd.", "{} by Jo Field MP"])
def test_the_writer_may_stand_behind_the_title_in_one_line(line: str) -> None:
    title = TITLE.upper() if "By" in line else TITLE
    source = page("Harbour View logo", line.format(title), *TEXT)
    assert (source.title, source.author, texts(source)) == (title, "Jo Field", list(TEXT))


def test_a_guest_writer_is_the_writer() -> None:
    assert page("Guest Writer: Jo Field", *TEXT).author == "Jo Field"


def test_a_numbered_newsletters_line_is_its_title() -> None:
    assert page("MP Newsletter #2: ferries and piers", *TEXT).title == "MP Newsletter #2: ferries and piers"
