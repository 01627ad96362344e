"""A point is casework where somebody wants help in a matter of their own; else it is policy."""

import pytest

from correspondence.understanding.points import find_points

CASEWORK = """
I sent my driving licence off in June and DVLA say it is with the medical team. I have rung five times.
Could you find out where it is?

My mum's premium bonds have not been paid out although they have had the death certificate since March.
Please can your office chase them for us.

they have put the wrong meter reading in 3 times and now say i owe 2 grand, ive sent photos, nobody answers,
pls help

We have been told that our son has no place at any school in reach, and term starts in two weeks. Would you
write to the council for us?

The housing association came in May, painted over the damp and closed the job. My daughter is back on the
inhaler. I have complained twice and heard nothing.

My brother is held in a police station in Tunis and the consul has seen him once. Please ring the Foreign
Office.

Our club applied for the grant last autumn, reference 4471, and has had no answer since. Can you ask them?

My Universal Credit has been stopped.
"""
POLICY = """
I pay nine pounds for each inhaler and I need two of them every month, so I stretched the last one and
landed in hospital. Why are people with asthma not exempt?

My father waited eleven hours on a trolley last winter. He is home and well again, but what is the
government doing about corridor care?

Will you vote against the planning bill?

We farm three hundred acres and my son will pay tax on all of it when I die. Please press the Treasury for a
higher threshold.

The potholes in our town are a disgrace and nobody in government seems to care.

I have claimed a pension for ten years and have never had a rise like this one. Is the triple lock safe?

What steps are being taken to reduce the time that applications for family visas take?
"""


def points_of(table: str) -> list[str]:
    return [" ".join(text.split()) for text in table.strip().split("\n\n")]


@pytest.mark.parametrize("text", points_of(CASEWORK))
def test_help_in_a_matter_of_ones_own_is_casework(text: str) -> None:
    assert {point.kind for point in find_points(text)} == {"casework"}


@pytest.mark.parametrize("text", points_of(POLICY))
def test_a_story_told_for_what_it_shows_is_policy(text: str) -> None:
    assert {point.kind for point in find_points(text)} == {"policy"}
