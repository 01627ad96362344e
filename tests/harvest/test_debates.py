"""Debates as Hansard's website prints them: the seat under the name, and speeches with questions in them."""

import pytest

from tests.harvest.cuts import cut_text, kinds, left_out, speakers, texts, voices

WORDS = "The pier at Saltby has been shut for three winters, and 40 stalls have gone with it."
SPEECH = f"""Piers
Volume 700: debated on Tuesday 7 May 2024
Download text    Previous debate    Next debate
14:30:00
Ada Amberley
(Northmoor) (Ind)
Share this contribution
It is a pleasure to serve under your chairmanship, Sir Dan.
{WORDS}
I believe that a pier is worth its keep.
Column 12WH
Mr Cyril Dobbs
(Westmere) (Con)
Share this contribution
Will the hon. Lady say who is to pay for it?
Ada Amberley
Share this contribution
I have written to the Treasury about that.
I thank all hon. Members who stayed for this debate.
Sitting suspended for a Division in the House."""


def test_a_speech_into_which_others_put_a_question_is_the_members_own() -> None:
    source = cut_text(SPEECH)
    assert (source.kind, source.title, source.author) == ("column", "Piers", "Ada Amberley")
    assert kinds(source) == ["opening", "policy", "position", "policy", "action", "closing"]
    assert voices(source) == [*["Ada Amberley"] * 3, "Cyril Dobbs", *["Ada Amberley"] * 2]
    assert speakers(source)[3] == "Cyril Dobbs"
    assert "Sitting suspended for a Division in the House." in left_out(source)


def test_where_nobody_has_most_of_the_words_it_is_nobodys_speech() -> None:
    one, two = "Ada Amberley\n(Northmoor) (Ind)\n", "Cyril Dobbs\n(Westmere) (Con)\n"
    source = cut_text(f"Piers\n{one}{WORDS}\n{two}{WORDS[:-1]} too.\n{one}{WORDS}\n{two}{WORDS[:-1]} again.")
    assert (source.kind, source.author) == ("report", "")
    assert len(texts(source)) == 4


def test_a_town_in_brackets_under_a_name_makes_no_debate() -> None:
    source = cut_text(
        f"Piers\n{WORDS}\nThe council said that it would think about it again.\nCyril Dobbs\n(Westmere)"
    )
    assert "Cyril Dobbs" not in voices(source)
    assert source.author != "Cyril Dobbs"


def test_a_word_of_a_news_agency_in_brackets_calls_no_member() -> None:
    source = cut_text(
        "Piers shut\nPOLITICS Piers (Second lead, adds reaction)\nBy Nell Harker, Transport Correspondent\n"
        f"3 May 2024\n\n{WORDS}\n\nThe council said that it would think about it again."
    )
    assert source.author == "Nell Harker"


@pytest.mark.parametrize(
    ("lead", "words", "voice"),
    [
        ("Here is his answer, from Hansard:", "The pier will open when it is safe to.", "Cyril Dobbs"),
        ("This is what I heard in the House:", "The pier will open when it is safe to.", "Cyril Dobbs"),
        ("I asked him.", "The hon. Lady tempts me, but the pier will open when it is safe.", "Cyril Dobbs"),
        ("This is what I think of each:", "The pier should open when it is safe to.", "office"),
    ],
)
def test_a_members_words_in_a_letter_are_not_the_offices(lead: str, words: str, voice: str) -> None:
    letter = f"Dear Ms Rowan,\n\n{lead}\n\nCyril Dobbs: {words}\n\nI am not content.\n\nYours sincerely,\nAda"
    assert [part.version.voice for part in cut_text(letter).paragraphs if "pier" in part.version.text] == [
        voice
    ]
