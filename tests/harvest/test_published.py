"""A Member's answer that a constituent printed on a page: the page's own words are nobody's of ours."""

import pytest

from correspondence.harvest import Told, cut
from correspondence.harvest.sources import ANOTHERS_LETTER
from correspondence.intake import read
from tests.harvest.cuts import cut_text, left_out, texts, voices

WROTE = "I wrote to my MP, Jo Field, about the pier, and I did not have much hope of an answer from her."
THANKS = "Thank you for writing to me about the pier."
SHUT = "The harbour board closed it in May, and I have asked the Piers Minister to pay for new planks."
HOPES = "I believe that it should open again by the spring, and that nobody should pay a toll to walk on it."
AGAIN = "Ms Field tells me nothing here that I had not read in the paper, and I shall write to her once more."
ANSWER = [THANKS, SHUT, HOPES]


def page(*lines: str) -> str:
    return "\n\n".join(lines)


@pytest.mark.parametrize(
    ("over", "under"),
    [
        (["Here it is:"], ["Kind regards,"]),
        (["She replied to me today:", "Dear Mr Rowan,"], ["Yours sincerely,", "Jo Field MP"]),
        (
            ["My MP e-mailed me back and she said:", "The pier at SaltbyDear Mr Rowan,"],
            ["Yours,", "Jo Field"],
        ),
        (["Here is her response in full:"], []),
    ],
)
def test_only_the_answer_that_a_page_prints_is_kept(over: list[str], under: list[str]) -> None:
    source = cut_text(page("My MP and the pier", WROTE, *over, *ANSWER, *under, AGAIN, "No comments:"))
    assert (source.kind, source.author, texts(source)) == ("reply", "Jo Field", ANSWER)
    assert not {WROTE, AGAIN, "Dear Mr Rowan,"} & set(left_out(source))  # they tell of a constituent


def test_an_answer_in_quotation_marks_ends_with_them() -> None:
    lines = [
        f"“{THANKS}",
        SHUT,
        f"{HOPES}”",
        "I should point out that she is a whip, so that was to be expected.",
    ]
    assert texts(cut_text(page(WROTE, "Here’s her response:", *lines))) == ANSWER


def test_the_member_who_is_named_is_asked_about_where_it_is_another() -> None:
    text = page(WROTE, "Here is her reply:", *ANSWER, "Kind regards,")
    source = cut(read("page.txt", text.encode()), Told(), member="Pat Ember")
    assert (source.voice, source.questions[-1]) == ("Jo Field", ANOTHERS_LETTER)
    assert cut(read("page.txt", text.encode()), Told(), member="Jo Field").voice == "office"


def test_the_letter_that_a_constituent_wrote_is_no_answer() -> None:
    wrote = [
        "Dear Ms Field,",
        "As my MP you should know that the pier is shut and that nobody mends it.",
        SHUT,
    ]
    both = page(WROTE, *wrote, "Yours,", "Pat Rowan", "She replied:", *ANSWER, "Kind regards,")
    assert texts(cut_text(both)) == ANSWER


def test_a_column_that_tells_of_an_mp_of_long_ago_is_its_writers() -> None:
    told = "When I was a boy my MP came to the pier, and he told us that it would stand for a hundred years."
    source = cut_text(page("Our pier must stand", "By Jo Field MP", told, SHUT, HOPES))
    assert (source.kind, set(voices(source)), len(texts(source))) == ("column", {"Jo Field"}, 3)


@pytest.mark.parametrize(
    ("told", "led_in"),
    [
        (
            "If you signed our petition for the pier then your MP may have answered you as below.",
            ["The first reply"],
        ),
        (
            "Most Moderate MPs send this as a standard response on the pier, so write again.",
            ["MP’s letter text"],
        ),
        (
            "A new e-mail has come from my MP Jo Field.",
            ["Here is the e-mail. It is long.", "My marks in bold"],
        ),
    ],
)
def test_what_a_campaign_or_a_forum_says_over_an_answer_is_not_the_offices(
    told: str, led_in: list[str]
) -> None:
    wrote = "I am writing to you because you have contacted me about the old pier at Saltby."
    for first in (THANKS, wrote):
        assert texts(cut_text(page(told, AGAIN, *led_in, first, SHUT, HOPES))) == [first, SHUT, HOPES]


def test_what_a_member_says_over_answers_of_their_own_stays_theirs() -> None:
    told = "As your MP I have had a great many letters from my constituents about the pier."
    source = cut_text(page(told, "My response", *ANSWER))
    assert told in texts(source)


@pytest.mark.parametrize(
    "lead", ["My standard response is as follows:", "I replied:", "My answer to him was:"]
)
def test_the_letter_over_an_answer_of_ones_own_is_what_was_answered(lead: str) -> None:
    asked = ["Dear Ms Field,", "I am concerned that the pier at Saltby may close for good.", "Sincerely,"]
    held = "I do not share your fear for the pier, though I would certainly vote for a new one."
    source = cut_text(
        page("I have had this petition from eight people:", *asked, "(Some added a note.)", lead, held, SHUT)
    )
    assert (source.kind, texts(source)) == ("reply", [held, SHUT])
    assert asked[1] not in left_out(source)  # it may tell of a constituent


def test_an_answer_that_a_letter_tells_of_leaves_the_letter_whole() -> None:
    told = "The harbour board wrote to me about the planks, and I replied at once."
    letter = page(
        "Dear Mr Rowan,", THANKS, told, "I replied:", HOPES, SHUT, "Yours sincerely,", "Jo Field MP"
    )
    assert {told, HOPES, SHUT} <= set(texts(cut_text(letter)))


def test_thanks_to_those_who_wrote_to_their_members_are_a_parishs() -> None:
    told = "Thank you to the 23 folk who wrote letters to their MPs about the old pier after the service."
    more = (
        "The pier is to be debated in July, so let us go on telling them all, in church and out, how much"
        " it means to those who walk there with their children, and what will become of it now."
    )
    over = ["Answers on the pier", told, more, "See the answer from Jo Field and Pat Rowan MP."]
    source = cut_text(page(*over, "Dear Ada Quill,", *ANSWER))
    assert (source.author, texts(source)) == ("", ANSWER)


def test_a_letter_from_a_member_may_be_followed_by_what_i_feel() -> None:
    told = "I have a letter from Mr Jo Field and I feel that I must print what my MP says, in full:"
    assert cut_text(page("What came of it", told, "Dear Mr Rowan,", *ANSWER)).author == "Jo Field"
