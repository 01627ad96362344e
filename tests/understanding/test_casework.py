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

Our neighbour Jean is 91 and her carers stopped coming in March. Who can she turn to?

The lad who works for me has had his passport at the Home Office since May and he cannot see his mother. He
rings them on his dinner break and nobody picks up.
"""
INVITED = """
Could you come to our fete on 12 June?
We would be delighted if you would open our new hall in September.
I would like to invite you to visit our food bank.
Please would you judge the scarecrows at our village show on 8 August?
Our pupils would love to meet you. Can you come to assembly one Friday in May?
Would you be able to speak at our AGM on Tuesday 4 March at the Masonic Hall?
Do come to our coffee morning on Saturday the 3rd, there will be cake.
Can you attend the opening of our Repair Cafe on 14 October?
We are holding a vigil in the square on Sunday and hope that you will join us.
Would you sign our Christmas card for the hospital staff?
The Guides would like a tour of Parliament in the spring. Can your office arrange it?
Please may we have a photograph of you for our parish magazine?
I am doing a project at school on Parliament. Could you answer five questions for me?
Could I do a week of work experience in your office in July?
We should be honoured if you laid the wreath for us on Remembrance Sunday.
Please come and see our lambs, any day after Easter.
Our choir sings at the town hall on 20 December. Would you read a lesson?
"""
POLICY = """
Could you come and hand out the prizes at our school on 3 July?

Please can you attend our coffee morning on 3 May? All of the village will be there.

I would like to invite you to open our new bowling green in April.

I pay nine pounds for each inhaler and I need two of them every month, so I stretched the last one and
landed in hospital. Why are people with asthma not exempt?

My father waited eleven hours on a trolley last winter. He is home and well again, but what is the
government doing about corridor care?

Will you vote against the planning bill?

We farm three hundred acres and my son will pay tax on all of it when I die. Please press the Treasury for a
higher threshold.

The potholes in our town are a disgrace and nobody in government seems to care.

Why do pensioners like my mum lose the winter fuel payment when bills are this high?

My neighbour Joan is 84. She sits in one room with her coat on because she missed the line by two pounds a
week. How many people like her are there, and will you vote to raise it?

I have claimed a pension for ten years and have never had a rise like this one. Is the triple lock safe?

What steps are being taken to reduce the time that applications for family visas take?
"""


INVITATIONS = INVITED.strip().split("\n")


def points_of(table: str) -> list[str]:
    return [" ".join(text.split()) for text in table.strip().split("\n\n")]


@pytest.mark.parametrize("text", points_of(CASEWORK))
def test_help_in_a_matter_of_ones_own_is_casework(text: str) -> None:
    assert {point.kind for point in find_points(text)} == {"casework"}


@pytest.mark.parametrize("text", [*INVITATIONS, *points_of(POLICY)])
def test_a_story_told_for_what_it_shows_is_policy(text: str) -> None:
    assert {point.kind for point in find_points(text)} == {"policy"}
