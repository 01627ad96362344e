"""When the Member's surgery is goes out of date, and is no paragraph."""

import pytest

from correspondence.harvest.surgeries import NOTICE
from tests.harvest.cuts import cut_text, texts

LETTER = """Dear Ms Rowan,

Thank you for writing to me about the pier.

I believe that the county should mend it, and I have told the Piers Minister so.

{line}

Yours sincerely,
Jo Field MP
"""


@pytest.mark.parametrize(
    "line",
    [
        "My next surgery is on Friday 4 April at the library in Ash, from 10.30am.",
        "My next advice surgery is in St Just on Friday 8 July. To book a place, telephone 01632 960888.",
        "My next surgeries are in Ash on 14 March and on the quay on 21 March. Ring the office for a time.",
        "I shall be holding my next advice surgery at Ash Library on Friday 4 April.",
        "I hold regular advice surgeries at Ash Library. Please ring for an appointment.",
        "Surgeries are held on the first and third Saturday of the month. Please ring to book.",
        "Jo Field holds surgeries on the first Friday of the month, by appointment only.",
        "To book an appointment at my next surgery, please ring 01632 960123.",
        "Please do come and see me at my next surgery, on Friday 4 April at Ash Library.",
        "Details of my surgeries are on my website.",
        "In the meantime, my next street surgery takes place on Saturday 3 May. Everybody is welcome.",
    ],
)
def test_a_notice_of_a_surgery_is_left_out(line: str) -> None:
    source = cut_text(LETTER.format(line=line))
    assert len(source.paragraphs) == 2
    assert NOTICE in [left["why"] for left in source.left_out]


@pytest.mark.parametrize(
    "line",
    [
        "I hold a surgery every Friday, and at each of them somebody tells me about damp.",
        "A mobile surgery will also begin to visit the harbour towns this spring, with room for 35 a day.",
        "I have arranged Pension Credit surgeries at libraries in Ash later this month.",
        "My surgery on Friday was the busiest that I have known. There were forty in the queue.",
        "The surgery is to be closed every Friday by the health board.",
        "The Saltby surgery is run by two doctors, and the first of them is over sixty.",
        "My next surgery is on Friday 4 April. I shall say there what I say here: the pier must stay.",
        "The next surgery to close is the one at Ash, on Friday 4 April.",
    ],
)
def test_what_tells_more_of_a_surgery_stays(line: str) -> None:
    assert line in texts(cut_text(LETTER.format(line=line)))
