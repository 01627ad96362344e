"""Whole files of every kind, cut: fixtures in our own words, each laid out in another way."""

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from correspondence.errors import Refused
from correspondence.harvest.sources import WHICH_AUTHOR, WHICH_DATE, WHOSE_LETTER
from tests.harvest.cuts import (
    HERE,
    cut_file,
    cut_text,
    kinds,
    left_out,
    paragraph_with,
    speakers,
    texts,
    voices,
)

ADA = "Ada Amberley"


@pytest.mark.parametrize(
    ("file", "kind", "title", "author", "date", "voice"),
    [
        ("word_letter.txt", "reply", "Buses to the hospital", ADA, dt.date(2024, 3, 3), "office"),
        ("wrapped_letter.txt", "reply", "", ADA, None, "office"),
        ("sent_reply.eml", "reply", "Solar panels on farmland", ADA, dt.date(2024, 6, 4), "office"),
        ("minister_letter.txt", "reply", "", "Robin Vale", dt.date(2024, 1, 11), "Robin Vale"),
        ("blog_post.txt", "column", "Why I voted for the river bill", ADA, dt.date(2024, 3, 3), ADA),
        (
            "newspaper_column.txt",
            "column",
            "Our high streets need rates that they can pay",
            ADA,
            dt.date(2025, 10, 12),
            ADA,
        ),
        (
            "press_statement.txt",
            "column",
            "Amberley welcomes hospital decision",
            ADA,
            dt.date(2025, 5, 14),
            ADA,
        ),
        (
            "speech.txt",
            "column",
            "Speech in the Westminster Hall debate on rural broadband",
            "",
            dt.date(2024, 6, 4),
            "",
        ),
        (
            "curly_report.txt",
            "report",
            "Harbour dredging “must stop by spring”, say fishing crews",
            "Nell Harker",
            dt.date(2024, 3, 3),
            "",
        ),
        (
            "single_marks_report.txt",
            "report",
            "Council tax to rise by 4.99 per cent",
            "",
            dt.date(2023, 2, 21),
            "",
        ),
    ],
)
def test_a_file_tells_what_it_is(
    file: str, kind: str, title: str, author: str, date: dt.date | None, voice: str
) -> None:
    source = cut_file(HERE / file)
    found = (source.kind, source.title, source.author, source.date, source.voice)
    assert found == (kind, title, author, date, voice)


def test_only_what_the_file_does_not_say_is_asked() -> None:
    assert cut_file(HERE / "wrapped_letter.txt").questions == [WHICH_DATE]
    assert cut_file(HERE / "speech.txt").questions == [WHICH_AUTHOR]
    assert cut_file(HERE / "minister_letter.txt").questions == [WHOSE_LETTER]
    assert cut_file(HERE / "word_letter.txt").questions == []


def test_what_a_person_told_goes_before_what_the_file_says() -> None:
    source = cut_file(
        HERE / "speech.txt", author=ADA, date=dt.date(2024, 6, 5), title="Broadband", publisher="Hansard"
    )
    assert (source.author, source.date, source.title, source.publisher) == (
        ADA,
        dt.date(2024, 6, 5),
        "Broadband",
        "Hansard",
    )
    assert set(voices(source)) == {ADA}
    assert {paragraph.version.date for paragraph in source.paragraphs} == {dt.date(2024, 6, 5)}
    assert source.questions == []


def test_a_column_told_to_be_ours_is_in_the_office_voice() -> None:
    assert set(voices(cut_file(HERE / "blog_post.txt", voice="Office"))) == {"office"}


def test_a_letter_keeps_its_text_and_not_its_outside() -> None:
    source = cut_file(HERE / "word_letter.txt")
    assert kinds(source) == ["opening", "position", "action", "closing"]
    assert {"House of Commons", "3rd March 2024", "Yours sincerely,", "Ada Amberley MP"} <= set(
        left_out(source)
    )


def test_personal_details_are_gone_from_every_paragraph_and_noted_by_kind() -> None:
    source = cut_file(HERE / "word_letter.txt")
    kept = " ".join(texts(source))
    for detail in ("Oakes", "Emily", "Emma", "01632 960432", "example.net", "20391", "ZZ1"):
        assert detail not in kept
    assert "Mr Hart" in kept  # a minister
    assert "01632 960001" in kept  # the office's own
    assert [removed["kind"] for removed in paragraph_with(source, "share your concern").version.removed] == [
        "case details",
        "name",
        "email",
        "telephone",
    ]


def test_hard_wrapped_lines_are_one_paragraph_and_a_list_stays_with_what_leads_into_it() -> None:
    source = cut_file(HERE / "wrapped_letter.txt")
    assert kinds(source) == ["opening", "position", "policy", "action", "closing"]
    assert texts(source)[1].endswith("and 1,400 of them have signed the petition.")
    assert texts(source)[2].split("\n") == [
        "The Post Office tells me that it will keep open:",
        "- the branch in Upper Sallow, six days a week;",
        "- a van that calls at the village hall each Tuesday.",
    ]


def test_no_word_of_the_constituent_is_kept_from_a_mail_we_answered() -> None:
    source = cut_file(HERE / "sent_reply.eml")
    assert kinds(source) == ["opening", "position", "policy", "closing"]
    kept = " ".join(texts(source))
    for word in ("furious", "Lark Farm", "Birch", "confidential", "Tom"):
        assert word not in kept


def test_speakers_of_a_report_are_kept_apart_from_the_newspaper() -> None:
    source = cut_file(HERE / "curly_report.txt")
    marsh, port = "Joe Marsh, chair of the Saltby Crab Fishers", "a spokesman for the port"
    paper = "the newspaper"
    assert voices(source) == [paper, marsh, marsh, paper, port, port, paper, paper]
    assert speakers(source)[6:] == ["Dr Lena Frost", "the fisheries minister"]


def test_a_report_takes_the_name_of_its_publisher() -> None:
    assert voices(cut_file(HERE / "curly_report.txt", publisher="The Saltby Echo"))[0] == "The Saltby Echo"


def test_nothing_of_the_page_is_kept() -> None:
    kept = " ".join(
        texts(cut_file(HERE / "curly_report.txt")) + texts(cut_file(HERE / "newspaper_column.txt"))
    )
    for words in (
        "potato",
        "wet weekend",
        "crab boat",
        "village that lives",
        "soups",
        "your cat",
        "Storm",
        "BST",
    ):
        assert words not in kept
    assert "plan to the Chancellor" in kept  # stands after a box of other articles


def test_single_quotation_marks_and_a_pronoun_are_understood() -> None:
    source = cut_file(HERE / "single_marks_report.txt")
    leader = "The leader of the council, Pat Rowan"
    assert voices(source) == ["the newspaper", leader, leader, "the newspaper", ADA]


def test_a_press_statement_is_its_speakers_and_its_notes_are_left_out() -> None:
    source = cut_file(HERE / "press_statement.txt")
    assert voices(source) == [ADA] * 3
    assert any("2,140 births" in text for text in left_out(source))


def test_somebody_quoted_in_our_own_text_is_its_speaker_and_the_voice_stays_ours() -> None:
    quoting = paragraph_with(cut_file(HERE / "blog_post.txt"), "Rivers Trust").version
    assert (quoting.voice, quoting.speaker) == (ADA, "Rivers Trust")


def test_a_quotation_bare_of_its_speaker_is_never_ours() -> None:
    source = cut_text(
        "Dear Mr Fell,\n\nThank you for contacting me about the pier.\n\n"
        "The harbour master said: “The pier is safe for people on foot.\n\n"
        "“I would not drive on it myself.”\n\nI will raise it again.\n\nYours sincerely"
    )
    assert voices(source) == ["office", "office", "The harbour master", "office"]
    assert speakers(source)[1:3] == ["The harbour master"] * 2


def test_metadata_stuck_to_the_first_words_is_parted_from_them() -> None:
    source = cut_text("date 2022-05-04 We walked the whole of the canal.\n\nI saw no boat.")
    assert source.date == dt.date(2022, 5, 4)
    assert texts(source)[0] == "We walked the whole of the canal."


def test_labels_at_the_top_are_read() -> None:
    source = cut_text(
        "Title: A bridge too few\nAuthor: Jo Field\nDate: 4 May 2022\nSource: The Saltby Echo\n\n"
        "We need a second bridge, and I have said so since 2015.\n\nMy plan would cost £9 million."
    )
    assert (source.title, source.author, source.date, source.publisher) == (
        "A bridge too few",
        "Jo Field",
        dt.date(2022, 5, 4),
        "The Saltby Echo",
    )


def test_paragraphs_are_numbered_with_room_between_and_left_out_lines_know_their_place() -> None:
    source = cut_file(HERE / "blog_post.txt")
    assert [paragraph.position for paragraph in source.paragraphs] == [1024, 2048, 3072]
    heading = next(left for left in source.left_out if left["text"] == "How the bill works")
    assert heading["after"] == 2048
    assert all(paragraph.state == "proposed" for paragraph in source.paragraphs)


@pytest.mark.parametrize(
    "text", ["Dear Mr Fell,", "https://example.org/a", "READ MORE: Ten soups", "3 May 2024"]
)
def test_a_file_without_a_paragraph_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(Refused, match=r"no paragraph"):
        cut_text(text)


def test_a_note_on_the_columnist_at_the_end_gives_the_author() -> None:
    source = cut_text("I hate the pier.\n\nIt cost £3 million.\n\n* Ada Amberley is the MP for Northmoor")
    assert source.author == ADA


def test_words_announced_without_marks_are_the_speakers_while_they_say_i() -> None:
    source = cut_text(
        "Farmers can apply for help from today.\n\nFarming Minister Jo Field said:\n\n"
        "I know how hard this winter has been for farmers in the west.\n\nThe fund opened in April."
    )
    minister = "Farming Minister Jo Field"
    assert voices(source) == ["the newspaper", minister, "the newspaper"]
    assert "Farming Minister Jo Field said:" in left_out(source)


def test_lines_that_are_paragraphs_stay_apart_though_some_are_of_one_length() -> None:
    source = cut_text(
        "The pier has been closed since the storm, and the town wants to know when it will open again.\n"
        "Last week I met the engineers, who told me that its legs are worn to half of their thickness.\n"
        "READ MORE: Ferry prices rise again\nI believe that it should be mended.\nA long road\n"
        "More than 1,000 people have signed the petition that I began in June.\n"
        "You may also like\nTen seaside towns for a sunny weekend"
    )
    assert len(source.paragraphs) == 4
    assert len(source.left_out) == 4


@given(st.lists(st.text("ab .,:;“”\"'\n-?!AZ19", min_size=1, max_size=80), min_size=1, max_size=8))
@example(['"1:', "1?"])
def test_no_line_is_lost_whatever_the_text(lines: list[str]) -> None:
    text = "\n\n".join(lines)
    if not text.strip():
        return
    try:
        source = cut_text(text)
    except Refused:
        return
    marks = str.maketrans("", "", '“”"')  # those round a whole statement go
    everything = "".join("".join([*texts(source), *left_out(source)]).split()).translate(marks)
    if not any(paragraph.version.removed for paragraph in source.paragraphs):
        assert sorted(everything) == sorted("".join(text.split()).translate(marks))
