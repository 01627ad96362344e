"""Asks in one paragraph: on different things they part, on one thing they stay together."""

import pytest

from correspondence.understanding.points import find_points

PARTED = """
I would be grateful if you could tell me what Britain pays towards guarding the French port where the
lorries are boarded. | I would also like to know whether those found to have no claim are deported.

What is being done to help the refugees from Syria where they are? I think we ought to be generous. | And
are the gangs who run this trade being chased at all?

My grandson has been fourteen months waiting for a plan. How long are they supposed to take? | And is there
any more money coming, or are we to manage as we are?

Can you tell me when the new doctors' surgery at Hatton will open? | Also, what is happening about the
potholes on the bypass?

Why has the rural bus been cut again? | And what is the council doing with the parking money?

Will the government ban disposable vapes? My pupils buy them on the way to school. | And how many extra
teachers has the county been given?

I would like to know how much the new bridge is costing the taxpayer. | Could you also tell me why the
library opens only three days?

When will the flood wall be finished? | Plus, are farmers to be paid for the fields under water?

What are ministers doing about sewage in the Wend? | I should also be glad to hear whether smokers will be
charged for litter.

Is it true that the cottage hospital is to shut? I was born there. | And will the ambulance station at Merle
go as well, or is that safe?

Do you support lowering the voting age? | And where do you stand on fracking?

I ask you to oppose the solar farm at Long Meadow. | I also ask that you press for a crossing by the
infants' school.

Could you tell me when the new surgery at Hatton will open? | Please tell me what the county spends on
filling potholes.

Do you support a ban on live exports? | Do you support votes at sixteen for young people in work?

I would like to know what is planned for Wexcombe station. | I would be grateful if you could explain why
widows pay the same council tax.

I am asking you to back the hedgehog petition. It has ninety thousand names. | Please also support cheaper
rail cards for carers.

I'd like to know how much this country is putting into making the port at Wrack safe. | Are the people who
climb the fence and have no reason to be let in actually sent home?

What are we doing to make the crossing safer and how much does it cost us? | If someone is turned down, do
they go home?

what is the county spending on the ring road. | do shopkeepers get paid for lost trade.

How much has been spent on cameras at the depot? And do they ever catch anybody? | There's also a drain
blocked outside the school, could you get it cleared?
"""

TOGETHER = """
Do we get the heating money this winter or not, and do we have to fill in a form for it? Our neighbour says
they take it back off you.

What is being done to stop people getting into the lorries? Fences? Dogs? More police?

Last year you promised a new school. Has it or hasn't it? And when?

Why is the swimming pool shut? When will it open again? And has anybody asked them?

Will you vote against the Bill? And will you tell the minister why?

When will the bypass be built? And who pays for it?

Could you tell me what the plan is for the hospital? And how long will it take?

Is my pension safe? And is my wife's?

Why are vapes sold to children? And why does nobody stop it?

How much does the fence in Calais cost us? And does the fence work?

Will the minister meet the families? And will she say sorry to them?

I would like to know when the road will be mended. I would also like to know who decides these things.

Can you tell me who is responsible for the river? And could you let me have their address?

Could you tell me how many doctors are coming? Could you tell me when the new doctors will be here?

I would be grateful if you could write to the minister. Please ask him how long families must wait.

Please support the ban. Please vote for the amendment. Please speak in the debate.

How can a council run out of money? Who was watching? Was nobody checking the books?

My tutor says factories waste steel and cement. Is there an actual plan? What are they doing?

What does each scheme cost over ten years? And how much of each has been spent?
"""


# letters whose paragraphs are of one thing
ONE_THING = """
I urge you to vote against the Clean Rivers Bill on Tuesday. | Ministers brought the Clean Rivers Bill in
without a debate. Nobody upstream was asked, and it is wrong that anglers must bear what the tests cost.

I urge you to vote against the closing of the cottage hospital at Hatton. | The hospital at Hatton has sixty
beds. It is wrong that a cottage ward should go when the city has none. The council must think again.

I am writing concerning the vote tomorrow (Tuesday) proposing to reverse the closing of the cottage hospital
at Hatton. | Although I never belonged to your party, I think you an honest member who has spoken as you
thought. | The earlier vote to close the hospital was spoilt by a misleading paper on the beds. Many members
were told that only empty wards would close. This was a lie, for every ward that closes was full.
"""


def paragraphs(table: str) -> list[str]:
    return [" ".join(row.split()) for row in table.strip().split("\n\n")]


@pytest.mark.parametrize("paragraph", paragraphs(PARTED))
def test_asks_on_different_things_are_points_of_their_own(paragraph: str) -> None:
    asks = paragraph.split(" | ")
    points = [point.text for point in find_points(" ".join(asks))]
    assert len(points) == len(asks)
    assert all(point in ask for point, ask in zip(points, asks, strict=True))


@pytest.mark.parametrize("paragraph", paragraphs(TOGETHER))
def test_asks_on_one_thing_are_one_point(paragraph: str) -> None:
    assert len(find_points(paragraph)) == 1


@pytest.mark.parametrize("letter", paragraphs(ONE_THING))
def test_paragraphs_on_one_thing_are_one_point(letter: str) -> None:
    body = letter.replace(" | ", "\n\n")
    assert [point.text for point in find_points(body)] == [body]


def test_a_point_that_is_parted_off_keeps_what_it_refers_to() -> None:
    body = (
        "My grandson has been fourteen months waiting for a plan. How long are they supposed to take? "
        "And is there any more money coming, or are we to manage as we are?"
    )
    first, second = find_points(body)
    assert first.text.startswith("My grandson")
    assert second.text.startswith("And is there any more money")
