"""A letter falls into what it asks and raises, in order, with what each needs to be understood."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from correspondence.intake.document import Document
from correspondence.understanding import understand
from correspondence.understanding.points import LONGEST, find_points


def marked(body: str) -> list[str]:
    """The points of a body, casework with "C: " before it."""
    return [("C: " if point.kind == "casework" else "") + point.text for point in find_points(body)]


LETTERS = {
    "each line of a list is a point": (
        "Please tell me your view on:\n- the ferry\n- the clean rivers bill\n"
        "- what the government is doing about swifts",
        [
            "Please tell me your view on:\n- the ferry",
            "- the clean rivers bill",
            "- what the government is doing about swifts",
        ],
    ),
    "what leads to a list is no point of its own": (
        "I should be glad of your views on:\n1. the cut to rural buses\n2. votes at sixteen",
        ["I should be glad of your views on:\n1. the cut to rural buses", "2. votes at sixteen"],
    ),
    "a list that ends what one sentence begins to ask": (
        "Rural buses are being cut.\n\nPlease would you:\n1. oppose the cut\n2. ask why the grant is late",
        ["Rural buses are being cut.\n\nPlease would you:\n1. oppose the cut\n2. ask why the grant is late"],
    ),
    "a list that ends what one sentence begins to ask, in lines that a mail program broke": (
        "I ask you to:\n- press for a winter timetable that\nworkers can use\n- oppose the cut\n- meet us",
        ["I ask you to:\n- press for a winter timetable that\nworkers can use\n- oppose the cut\n- meet us"],
    ),
    "a list of what is to be called for": (
        "I urge you to call for the following:\n- Buses must run on Sundays.\n- Fares must fall.",
        ["I urge you to call for the following:\n- Buses must run on Sundays.\n- Fares must fall."],
    ),
    "a list of what is to be said": (
        "Please make these points in the debate:\n- Buses must run on Sundays.\n- Fares must fall.",
        ["Please make these points in the debate:\n- Buses must run on Sundays.\n- Fares must fall."],
    ),
    "a postscript that asks nothing": (
        "Will you vote for the clean rivers bill?\n\nPS I keep bees and sell the honey at the fair.",
        ["Will you vote for the clean rivers bill?"],
    ),
    "a postscript that asks": (
        "Will you vote for the clean rivers bill?\n\nPS When does the bridge at Hatton open?",
        ["Will you vote for the clean rivers bill?", "PS When does the bridge at Hatton open?"],
    ),
    "what is asked on the line under such a list": (
        "I ask you to:\n- oppose the cut\n- meet us\nAlso, when will the library at Hatton open?",
        ["I ask you to:\n- oppose the cut\n- meet us", "Also, when will the library at Hatton open?"],
    ),
    "what is asked on the line under a list of whole sentences": (
        "Buses are being cut.\n\nI ask you to:\n1. Oppose the cut.\n2. Press for a winter timetable.\n"
        "Will you tell me when the library at Hatton opens?",
        [
            "Buses are being cut.\n\nI ask you to:\n1. Oppose the cut.\n2. Press for a winter timetable.",
            "Will you tell me when the library at Hatton opens?",
        ],
    ),
    "what is asked on the line under a list that lost its marks": (
        "I ask you to:\noppose the cut\nmeet us\nAlso, when will the library at Hatton open?",
        ["I ask you to:\noppose the cut\nmeet us", "Also, when will the library at Hatton open?"],
    ),
    "a list that was pasted into one line": (
        "I have questions: - Why is the pool shut? - Who pays for the road? - When does the bank close?",
        ["- Why is the pool shut?", "- Who pays for the road?", "- When does the bank close?"],
    ),
    "a list whose lines end with a mark too": (
        "- Why is the pool shut? -\n- Who pays for the new road? -\n",
        ["- Why is the pool shut?", "- Who pays for the new road?"],
    ),
    "a list of other things is not hung on what stands before it": (
        "Our library is shutting. Will you save it?\n\nPlease tell me your view on:\n- the runway\n- swifts",
        [
            "Our library is shutting. Will you save it?",
            "Please tell me your view on:\n- the runway",
            "- swifts",
        ],
    ),
    "something else is asked behind the own case": (
        "My wife's visa has been refused and she must leave by June. Please help us.\n\n"
        "I also think it is wrong that the ferry is so dear. Will you vote against it?",
        [
            "C: My wife's visa has been refused and she must leave by June. Please help us.",
            "I also think it is wrong that the ferry is so dear. Will you vote against it?",
        ],
    ),
    "a question": ("Will you vote for the clean rivers bill?", ["Will you vote for the clean rivers bill?"]),
    "who the writer is carries no point": (
        (
            "I am a retired nurse and have lived here for forty years.\n\n"
            "Will you vote for the clean rivers bill?"
        ),
        ["Will you vote for the clean rivers bill?"],
    ),
    "courtesies carry none": (
        "I hope you are well. Thank you for your last letter.\n\nWhy is the swimming pool shut?\n\n"
        "I look forward to hearing from you.\n\nPlease let me know what you intend to do.",
        ["Why is the swimming pool shut?"],
    ),
    "questions on one thing are one point": (
        "Why is the swimming pool shut? When will it open again? Has anybody asked?",
        ["Why is the swimming pool shut? When will it open again? Has anybody asked?"],
    ),
    "another paragraph is another point": (
        ("Why is the swimming pool shut?\n\nI would like to know what is being done about rural buses."),
        ["Why is the swimming pool shut?", "I would like to know what is being done about rural buses."],
    ),
    "a change of subject is said": (
        "Why is the swimming pool shut? Also, please stop the lorries on Mill Lane. On another matter, "
        "will the government raise the pension?",
        [
            "Why is the swimming pool shut?",
            "Also, please stop the lorries on Mill Lane.",
            "On another matter, will the government raise the pension?",
        ],
    ),
    "an afterthought that asks nothing is a point": (
        ("Will you vote for the clean rivers bill?\n\nBy the way, the clock on the town hall has stopped."),
        ["Will you vote for the clean rivers bill?", "By the way, the clock on the town hall has stopped."],
    ),
    "a question takes with it what it refers to": (
        (
            "The Royal College wrote a report on children's hospitals.\n\n"
            "Has the minister read it? Will she act on it?"
        ),
        [
            (
                "The Royal College wrote a report on children's hospitals.\n\n"
                "Has the minister read it? Will she act on it?"
            )
        ],
    ),
    "an ask without a question mark": (
        "I urge you to oppose the new runway.",
        ["I urge you to oppose the new runway."],
    ),
    "what is wanted": (
        "We like the park. What I would like is a proper fence around the pond.",
        ["We like the park. What I would like is a proper fence around the pond."],
    ),
    "a letter that asks nothing": (
        "It is wrong that beavers are shot. They do us nothing but good.",
        ["It is wrong that beavers are shot. They do us nothing but good."],
    ),
    "a letter that only tells": (
        "Lorries come down our street all night. The windows shake.",
        ["Lorries come down our street all night. The windows shake."],
    ),
    "somebody who writes without capitals": (
        "i am 17. why cant i vote. my brother can. also can we have later buses",
        ["i am 17. why cant i vote. my brother can.", "also can we have later buses"],
    ),
    "commas instead of full stops": (
        (
            "the buses, the 76 is every 40 minutes now and the last one is at nine so if you are on a late "
            "at the hospital you are stuck, can you get them to put it back, then theres the dentist, theres "
            "not one taking adults in the whole of the town ive tried 14, what is actually being done"
        ),
        [
            (
                "the buses, the 76 is every 40 minutes now and the last one is at nine so if you are on a "
                "late at the hospital you are stuck, can you get them to put it back,"
            ),
            (
                "then theres the dentist, theres not one taking adults in the whole of the town ive tried "
                "14, what is actually being done"
            ),
        ],
    ),
    "a paragraph that complains and asks nothing": (
        (
            "Will you vote for the clean rivers bill?\n\n"
            "I am fed up with the bins in our street. They have not been emptied for three weeks, and it is "
            "a disgrace."
        ),
        [
            "Will you vote for the clean rivers bill?",
            (
                "I am fed up with the bins in our street. They have not been emptied for three weeks, and it "
                "is a disgrace."
            ),
        ],
    ),
    "what leads up to an ask in the paragraph behind it": (
        (
            "Eleven bungalows have gone into the sea at Marram Point since 2013, and the council will "
            "pay nothing for a house that the sea has taken.\n\n"
            "Please press for a scheme of compensation for people whose house is lost to the sea."
        ),
        [
            (
                "Eleven bungalows have gone into the sea at Marram Point since 2013, and the council will "
                "pay nothing for a house that the sea has taken.\n\n"
                "Please press for a scheme of compensation for people whose house is lost to the sea."
            )
        ],
    ),
    "a list": (
        (
            "I have three questions:\n1. Why is the pool shut?\n"
            "2. Who pays for the new road?\n3. When does the bank close?"
        ),
        ["1. Why is the pool shut?", "2. Who pays for the new road?", "3. When does the bank close?"],
    ),
    "own trouble": (
        ("We are being evicted on Friday. Please help us.\n\nWill you vote to end no-fault evictions?"),
        ["C: We are being evicted on Friday. Please help us.", "Will you vote to end no-fault evictions?"],
    ),
    "own trouble and a question in one paragraph": (
        (
            "My wife's visa has been refused. Why does the government set the income "
            "threshold for couples so high?"
        ),
        [
            "C: My wife's visa has been refused.",
            "Why does the government set the income threshold for couples so high?",
        ],
    ),
    "the world's trouble": (
        "People are being evicted every day. Will you vote to end it?",
        ["People are being evicted every day. Will you vote to end it?"],
    ),
    "nothing": ("", []),
    "no words": ("?! ... 123", []),
    "thanks alone": ("Thank you for coming to the fair.", []),
}


@pytest.mark.parametrize(("body", "points"), LETTERS.values(), ids=LETTERS)
def test_points(body: str, points: list[str]) -> None:
    assert marked(body) == points


def test_a_long_letter_on_one_thing_is_a_few_points() -> None:
    told = ("The river at the bottom of our garden has been brown since spring. The fish are gone. ") * 3
    body = "\n\n".join([told.strip()] * 6) + "\n\nWhat is the water company made to do about the river?"
    assert 1 <= len(find_points(body)) <= 2


def test_many_questions_are_joined_up() -> None:
    things = [f"bridge number {number}" for number in range(40)]
    points = find_points("\n\n".join(f"When will {thing} on the northern line open?" for thing in things))
    assert len(points) <= 12
    assert all(any(thing in point.text for point in points) for thing in things)


sentences = st.sampled_from(
    [
        "Why is it shut?",
        "Also, the bus.",
        "I am 80.",
        "Thanks!",
        "We are being evicted.",
        "Help us.",
        "1. One",
    ]
)


@settings(deadline=None)
@given(st.lists(sentences | st.text(max_size=30), max_size=12), st.sampled_from([" ", "\n", "\n\n"]))
def test_points_stand_in_the_body_in_order_and_apart(pieces: list[str], glue: str) -> None:
    body = glue.join(pieces).strip()
    points = find_points(body)
    assert [point.position for point in points] == list(range(len(points)))
    assert all(body[point.start : point.end] == point.text and point.text.strip() for point in points)
    assert all(one.end <= other.start for one, other in pairwise(points))


@pytest.mark.parametrize("glue", ["\n", "\n\n", " "])
def test_a_hundred_thousand_lines_take_seconds_and_it_is_said(glue: str) -> None:
    text = glue.join(f"Will you mend hole {number} in our road, and when?" for number in range(100_000))
    started = time.process_time()
    message = understand(Document("text", text))
    assert time.process_time() - started < 15  # about two on a quiet machine; minutes if it were quadratic
    assert message.points
    assert message.points[-1].end <= LONGEST
    assert "very long" in message.notices[0]
