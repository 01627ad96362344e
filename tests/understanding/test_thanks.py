"""A letter that only says thank you raises no point; one that thanks and goes on does."""

import pytest

from correspondence.understanding.points import find_points

ONLY_THANKS = [
    "Just a line to say thank you so much to you and to Tess in your office. My pass came on Monday, after "
    "seven months! I don't know what you said to them but it worked. No need to reply.",
    "Thank you for opening the new library on Saturday. The children made a song about it, and my mother "
    "was delighted with the photograph.",
    "Well done for voting against the third runway. It was a brave thing to do and my husband and I are "
    "grateful.",
    "Thank you both. The refund is in the bank. There's no need to write back.",
    "Thanks ever so much to everyone who came to the fair, and to Councillor Penny Marsh. The roof fund has "
    "two thousand pounds more in it now. You needn't reply to this.",
    "Thank you so much for opening our fete and for your help with my sister's visa. It came the day before "
    "she flew!",
]
MORE_THAN_THANKS = [
    "Thank you for your help with my sister's visa. My brother's has now been refused.",
    "Thank you for your reply of 3 May about the ferry. The new timetable takes the last boat away from "
    "the people who work at the hospital in the evening.",
    "Thank you for opening the new library on Saturday. Will it have a bus stop?",
    "Thank you for all you do. The pharmacy in Mill Lane is closed on Saturdays now and nobody knows why.",
    "Thank you for opening the library. No need to reply, but please vote against the Harbour Bill.",
    "Thank you for the bus. I am appalled by what the county means to do with the baths. No need to reply.",
    "Thanks for last time. My carer's allowance has been stopped again. No need to reply, just sort it.",
    "The bins in Elm Road. They are full by Tuesday and the gulls open the bags. Thanks in advance.",
]


@pytest.mark.parametrize("body", ONLY_THANKS)
def test_only_thanks_is_no_point(body: str) -> None:
    assert find_points(body) == []


@pytest.mark.parametrize("body", MORE_THAN_THANKS)
def test_thanks_with_something_more_is_a_point(body: str) -> None:
    assert find_points(body) != []
