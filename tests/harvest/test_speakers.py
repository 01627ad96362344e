"""Who speaks, where the name stands a sentence or a paragraph away from the words."""

import pytest

from correspondence.harvest.speakers import SOMEBODY, named
from tests.harvest.cuts import cut_text, left_out, paragraph_with, speakers, texts
from tests.harvest.test_quotations import LONG, spoken

SAID = f"“{LONG},” she said."


@pytest.mark.parametrize(
    ("told", "called", "who"),
    [
        ("They clapped when Jo Field held up a plank.", f"Ms Field said: “{LONG}.”", "Jo Field"),
        ("A plank was held up by Labour’s Jo Field in the Commons.", f"“{LONG},” Ms Field said.", "Jo Field"),
        (
            "A plank fell on Dr Jo Field and on Jo Field’s hat.",
            f"“{LONG},” said Field.",
            "Dr Jo Field",
        ),
        (
            "I refer to Ash and Elmham MP Jo Field who led a debate.",
            f"“{LONG},” Mr Field said.",
            "Ash and Elmham MP Jo Field",
        ),
        ("It pleased Jo Field and her brother Pat Field.", f"Mr Field said: “{LONG}.”", "Mr Field"),
        (
            "The Saltby Harbour Board met in private.",
            f"A spokesman for the board said: “{LONG}.”",
            "A spokesman for Saltby Harbour Board",
        ),
        (
            "It was built by the Coastal Heritage Trust with a loan.",
            f"“{LONG},” the trust’s spokeswoman said.",
            "A spokeswoman for Coastal Heritage Trust",
        ),
        (
            "Two boards met in private.",
            f"A spokesman for the board said: “{LONG}.”",
            "A spokesman for the board",
        ),
    ],
)
def test_whoever_was_named_before_is_named_in_full(told: str, called: str, who: str) -> None:
    assert spoken(told, called)[1] == (who, who)


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("Among them was retired ferryman Jo Field, 78, who has lived there since she was born.", "Jo Field"),
        ("That cut no ice with Jo Field, 17, who takes the boat to school.", "Jo Field"),
        ("Worst hit of all is Jo Field (62), of Quay Street.", "Jo Field"),
        ("The call was backed by Jo Field MP, chair of the group on piers.", "Jo Field"),
        (
            "The firm, Piers Ltd, says that it is safe. Its manager, Jo Field, said that it had been tested.",
            "Its manager, Jo Field",
        ),
        ("Not all agreed. One driver, who gave no name, said that she had missed a scan.", "One driver"),
        (
            "The town is in two minds. A woman in the queue said that she had come by bus.",
            "A woman in the queue",
        ),
        ("It has split the town, says Jo Field, the vicar.", "Jo Field"),
        (
            "The plan has the support of Baroness Field of Saltby, who sits in the Lords.",
            "Baroness Field of Saltby",
        ),
        (
            "The Police and Crime Commissioner, Jo Field, was not there but sent a letter.",
            "The Police and Crime Commissioner, Jo Field",
        ),
        (
            "The Member of the Senedd for Ash, Jo Field, has written to Cardiff. She wants it mended.",
            "The Member of the Senedd for Ash, Jo Field",
        ),
        (
            "Retired ferryman Jo Field, 71, bought a hut in 2002. A surveyor has told her that it is lost.",
            "Retired ferryman Jo Field",
        ),
        (
            "Saltby has two surveyors. Ann Lund told the board that it was lost.",
            "Ann Lund",
        ),
        (
            "Its head of planks and rails, Jo Field, was not pleased.",
            "Its head of planks and rails, Jo Field",
        ),
    ],
)
def test_she_means_whoever_was_told_of_last(told: str, who: str) -> None:
    before = f"Pat Rowan of the Pier Trust said: “{LONG}.”"
    assert spoken(before, told, SAID)[2] == (who, who)


@pytest.mark.parametrize(
    ("paragraph", "who"),
    [
        (
            f"I took it up with Piers Minister Lord Field, who replied as follows: “{LONG}, and {LONG}.”",
            "Piers Minister Lord Field",
        ),
        (f"I wrote to the harbour’s owner, Jo Field, who said: “{LONG}.”", "Jo Field"),
        (f"It began when young Jo Field told me. “{LONG}, and {LONG},” she said.", "Jo Field"),
        (f"I know what the Piers Minister told us. She said, and I quote: “{LONG}.”", "the Piers Minister"),
        (f"In its first reply to me the company said: “{LONG}.”", "the company"),
        (f"In a letter to tenants in May the managing agents wrote: “{LONG}.”", "the managing agents"),
        (f"A Home Office source hit back at its critics, saying: “{LONG}.”", "A Home Office source"),
        (f"Saltby Water, for its part, put out a statement to say: “{LONG}.”", "Saltby Water"),
        (f"The harbour board has issued a short statement saying: “{LONG}.”", "The harbour board"),
        (
            f"The MP, Jo Field, and the owner, Pat Rowan, issued a joint statement. It said: “{LONG}.”",
            "The MP, Jo Field, and the owner, Pat Rowan",
        ),
        (
            f"In a letter, seen by the Gull, the heads of both schools said: “{LONG}.”",
            "the heads of both schools",
        ),
        (f"The plan is backed by Jo Field of Ash, who sits on the board. She said: “{LONG}.”", "Jo Field"),
    ],
)
def test_a_speaker_is_named_however_the_sentence_leads_in(paragraph: str, who: str) -> None:
    assert spoken("Bo Lund said that it rained.", paragraph)[1] == (who, who)


def test_words_under_a_line_that_says_who_speaks_are_theirs_though_they_name_others() -> None:
    under = "Councils told us that the forms were longer than the pier. We listened."
    assert spoken("Piers Minister Jo Field said:", under)[1] == ("Piers Minister Jo Field",) * 2


LETTER = (
    "Dear Mr Bell\n\nThank you for writing to me about the pier.\n\n{}\n\nYours sincerely\n\nAda Amberley MP"
)


@pytest.mark.parametrize(
    ("told", "words", "who"),
    [
        (f"The trusts are in despair. One told its friends: “{LONG}.”", LONG, SOMEBODY),
        (f"All of them know what is painted on the gate: “{LONG}.”", LONG, SOMEBODY),
        (
            "Neither pier nor slip is safe.\n\nI put your questions to the manager of Saltby Piers. "
            f"Her reply, which I give in full, reads:\n\n“{LONG}.”",
            LONG,
            "the manager of Saltby Piers",
        ),
    ],
)
def test_words_of_others_in_a_letter_are_never_ours_alone(told: str, words: str, who: str) -> None:
    assert paragraph_with(cut_text(LETTER.format(told)), words).versions[0].speaker == who


@pytest.mark.parametrize(
    "told",
    [
        "Thefts have risen, according to a survey of 9,400 staff that the union published in May.",
        "One in six said that they had seen no ferry for a week.",
        "Around 62% of people told the county that they would use it.",
        "More than half of the town said they had waited for an hour.",
    ],
)
def test_a_number_of_people_is_nobody_who_speaks(told: str) -> None:
    assert named([told], [], quoted=False) == ""


def test_whom_somebody_wrote_to_does_not_speak() -> None:
    told = (
        "Jo Field, who has called for it to be “locked and barred”, wrote to the Piers Secretary last week."
    )
    assert spoken(told)[0][0] == "Jo Field"


def test_whoever_wrote_to_say_something_is_named_without_whom_they_wrote_to() -> None:
    told = "Saltby Council wrote to owners in the town on Monday to say that the pier is safe."
    assert spoken(told)[0][0] == "Saltby Council"


def test_what_the_writer_said_before_is_the_writers() -> None:
    source = cut_text(LETTER.format(f"I said to the board in May: “{LONG}.”"))
    assert speakers(source) == ["", ""]


PROSE = [
    "The pier at Saltby has been shut since the storm of last November, and nobody says when it will open.",
    "I asked in January and once more in March, when the trust met, and I was told to wait for the spring.",
    "I believe that the council should let the trust have the money that has been set aside for years.",
]


@pytest.mark.parametrize(
    "line",
    [
        "“THE PIER IS ALL THAT WE HAVE LEFT, AND WE WANT IT BACK”",
        "“Mend it and they will come”",
        '"Bring back the boats"',
        "'Never such a fool'",
    ],
)
def test_a_line_printed_large_is_nobodys_though_it_stands_nowhere_in_the_text(line: str) -> None:
    source = cut_text("\n\n".join(["Open our pier", "By Ada Amberley MP", *PROSE[:2], line, PROSE[2]]))
    assert texts(source) == PROSE
    assert line in left_out(source)


def test_a_short_quotation_that_is_led_in_to_stays() -> None:
    lead = "On the gate of the pier, in letters as tall as a child of nine years, somebody has painted:"
    source = cut_text(
        "\n\n".join(["Open our pier", "By Ada Amberley MP", PROSE[0], lead, "“Mend it”", PROSE[2]])
    )
    assert texts(source) == [PROSE[0], lead, "“Mend it”", PROSE[2]]


@pytest.mark.parametrize(
    "notes", ["1. Saltby Aid was set up in 1974.", "About Saltby Aid", "Saltby Aid (SA) is a charity."]
)
def test_a_releases_own_words_belong_to_the_body_that_its_notes_tell_of(notes: str) -> None:
    said = f"Jo Field, director of Saltby Aid, said: “{LONG}.”"
    report = [
        "Half of all boats in the county leak, according to figures that Saltby Aid publishes today.",
        "Saltby Aid asked 400 owners of boats in the county, of whom 200 said that they bail every day.",
    ]
    source = cut_text(
        "\n\n".join([">> PRESS RELEASE <<", "Half of all boats leak", *report, said, "ENDS", "Notes", notes])
    )
    assert [part.version.voice for part in source.paragraphs] == ["Saltby Aid"] * 2 + [
        "Jo Field, director of Saltby Aid"
    ]


def test_a_release_is_of_the_body_over_it_whose_head_it_quotes() -> None:
    said = f"Jo Field, General Secretary of Gulls United, said: “{LONG}.”"
    told = "Seven in ten crews are shouted at, according to a survey published today by Gulls United."
    source = cut_text("\n\n".join(["GULLS UNITED", "NEWS RELEASE", "Crews in fear", told, said, "ENDS"]))
    assert source.paragraphs[0].version.voice == "Gulls United"


def test_a_body_of_one_word_issues_a_release_that_names_it_twice() -> None:
    text = [
        ">> PRESS RELEASE <<",
        "Half of all boats leak",
        "Boatwatch asked 400 owners of boats in May.",
        "Boatwatch wants a law.",
        "ENDS",
        "Boatwatch is a charity.",
    ]
    source = cut_text("\n\n".join([*text[:4], f"Jo Field of Saltby said: “{LONG}.”", *text[4:]]))
    assert source.publisher == "Boatwatch"


@pytest.mark.parametrize(
    "caption",
    [
        "Sandbags on the quay at Saltby, January 2024.",
        "Volunteers clear the beach below the pier, 3 May 2024.",
    ],
)
def test_a_caption_without_a_mark_is_known_by_its_place_and_day(caption: str) -> None:
    report = [
        "The county is to mend the pier at Saltby with money from the fund for storms that opened in May.",
        f"Jo Field, who runs a kiosk, said: “{LONG}.”",
    ]
    head = ["Pier to be mended at last", "From: Department for Piers", "Published 9 May 2024", caption]
    assert texts(cut_text("\n\n".join(head + report))) == report
