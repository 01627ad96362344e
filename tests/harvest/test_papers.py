"""A letter to a newspaper is its writer's, as a column is; it answers nobody."""

import pytest

from correspondence.harvest import Told, cut
from correspondence.intake import read
from tests.harvest.cuts import cut_text, left_out, texts

READ = "I read with concern the letter from your correspondent on the old pier at Saltby."
SHUT = "The harbour board closed it in May, and I have asked the Piers Minister to pay for new planks."
THANKS = (
    "I would like to thank all who signed our petition for the pier, and I look forward to seeing them there."
)
TEXT = [READ, SHUT, THANKS]
SIGNED = ["Yours sincerely,", "Jo Field MP"]


@pytest.mark.parametrize("greeting", ["Dear Sir,", "Dear Editor", "Dear Sir/Madam,", "Dear Sir or Madam,"])
def test_a_letter_to_a_paper_is_its_writers(greeting: str) -> None:
    page = "\n\n".join(["The pier – letter to the Gull", greeting, *TEXT, *SIGNED])
    source = cut_text(page)
    assert (source.kind, source.voice, texts(source)) == ("column", "Jo Field", TEXT)
    assert source.title == "The pier – letter to the Gull"
    assert cut(read("page.txt", page.encode()), Told(), member="Jo Field").voice == "office"


def test_one_that_nobody_signed_is_asked_about() -> None:
    source = cut_text("\n\n".join(["Dear Sir,", *TEXT, "Yours faithfully,"]))
    assert (source.kind, source.voice) == ("column", "")
    assert any("Who wrote this?" in asked for asked in source.questions)


@pytest.mark.parametrize("stuck", ["SIR – ", "Dear Sir, ", "Sir: "])
def test_a_greeting_in_the_line_of_the_first_words_is_no_part_of_them(stuck: str) -> None:
    source = cut_text("\n\n".join(["The pier", f"{stuck}{READ}", SHUT, THANKS, "Jo Field MP", "Saltby"]))
    assert texts(source) == TEXT
    assert stuck.strip() in left_out(source)


def test_a_reply_to_a_sir_whose_name_is_unknown_stays_one() -> None:
    source = cut_text("\n\n".join(["Dear Sir,", "Thank you for writing about the pier.", SHUT, *SIGNED]))
    assert (source.kind, source.voice) == ("reply", "office")
