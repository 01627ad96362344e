"""The writer's own trouble is casework; the world's trouble, the past and what might be are not."""

import pytest

from correspondence.understanding.trouble import tells_own_trouble

OWN = """
We are being evicted on Friday and have nowhere to go.
I am about to be made homeless with two children.
My landlord wants us out by Christmas.
We have been served with a section 21 notice.
I've just got an eviction notice from the letting agent.
Our council flat is full of damp and the ceiling is black with mould.
There is mould all over my daughter's bedroom and the council will not come.
im in a council flat with 2 kids and theres black mould all over and nobody comes
The boiler has gone and our council house has had no heating since October.
My wife's visa has been refused and she cannot join us.
My husband’s visa application is still waiting after nine months.
The Home Office have lost my passport.
My passport has not arrived and I fly on Monday.
My asylum claim has had no decision for three years.
My brother is going to be deported next week.
My mother is stuck in Gaza and cannot get out.
They are deporting my husband on Tuesday.
My Universal Credit has been stopped.
I have been sanctioned by the Jobcentre for missing one appointment.
The DWP have stopped my PIP.
They turned down my son's DLA for the second time.
My PIP appeal was rejected and I cannot afford the rent.
I appealed against the PIP decision and have heard nothing, I am still waiting.
My state pension has not been paid for two months.
I have not received my pension since August.
HMRC are demanding that I repay an overpayment of tax credits, they are chasing me for it.
My carer's allowance was suspended without a word.
My operation has been cancelled for the third time.
I have been waiting two years for a hip replacement.
My daughter has been on the waiting list for an autism assessment since 2024.
My mum's hospital appointment was postponed again.
My son has no school place for September.
Our son has been refused a school place at the only school in reach.
My daughter's EHCP is six months overdue.
The bailiffs came to my door this morning.
Bailiffs are threatening to take our car.
We are living in temporary accommodation, four of us in one room.
I am sleeping in my car.
The council has refused to pay my housing benefit and they refused my claim.
My blue badge renewal has been refused.
The Child Maintenance Service keep threatening me over money that I have paid.
I am losing my home.
I have been refused a visa for my husband.
UKVI have not replied about my daughter's passport for six months.
My dad was detained at the airport yesterday and they want to send him back.
The job centre sanctioned me for four weeks.
I've had my benefits stopped.
I have had no money from Universal Credit since September.
They've cut my pension and I don't know why.
I still haven't had my pension.
My PIP assessment was in May and I have heard nothing.
The council won't fix the damp in my flat.
Our landlord won't fix the mould in our bedroom.
My little girl keeps getting chest infections because of the mould in our council house.
We've been given two months' notice to leave our home.
I am homeless and sleeping in my car.
My son didn't get a place at any of our three schools.
My daughter has been out of school since March because there is no place for her.
The bailiffs are coming on Tuesday for council tax I do not owe.
My husband is going to be deported on Monday.
I was told my operation is cancelled again.
I've been on the waiting list for a knee replacement for two years.
My mother was discharged from hospital with no care package.
HMRC say I owe them £4,000 and I do not.
I need help with my visa.
Please help me with my PIP appeal.
My Universal Credit claim was closed in error.
We're facing eviction.
Ive been evicted.
we are getting evicted next week
my benefits have been stopped
The Home Office has had my wife's application for 14 months.
I applied for my passport in March and it hasn't come.
""".strip().split("\n")

NOT_OWN = """
People are being evicted every day in this town.
Families are being made homeless because of section 21.
I am appalled that tenants are evicted for no reason.
Why are so many visas refused?
The government should stop deporting people to Rwanda.
I do not want my taxes to pay for deportations.
Universal Credit should be raised.
Cutting PIP would be cruel to disabled people.
I am worried that my PIP could be taken away under these plans.
If my landlord evicted me I would have nowhere to go.
I was evicted in 1998 and never forgot it.
Years ago my mother was sanctioned by the DWP.
I waited 19 months for my hip.
Bailiffs treat people badly.
The council has cancelled the firework display.
My view is that pensions should rise.
Our hospital should not close its appointment desk.
Waiting lists are far too long.
My son loves his school.
Many women never got their pension.
I am a landlord with three flats.
My children are worried about the climate.
Damp homes make children ill.
My visa card is with another bank.
Please oppose the eviction of refugees from hotels.
The asylum system is broken and our town pays for it.
In my case it was the trains that were late.
My question is about the benefits of solar power.
I run a food bank and see people who have been sanctioned.
My council tax has gone up again.
I think the two-child benefit cap is wrong.
My constituents are being evicted.
We should not be deporting people.
I'm told that thousands have had their PIP stopped.
I voted for you because my pension was safe.
The bank in my town has closed.
My benefits from being in the EU are gone.
Will my pension be stopped if the bill passes?
My local hospital has cancelled its open day.
My neighbour says that migrants are put up in hotels.
Our council is refusing to listen to us.
The council have ignored my letters about the trees.
My friend's hours were cut.
I own a machine shop and our bank gave us notice to close the account.
My rates bill came in this week.
I look after my husband who has had two strokes.
My train was cancelled three times last week.
My order from abroad is stuck at customs.
My church has sponsored a family whose visa was refused.
My grandfather was refused entry to this country in 1938.
""".strip().split("\n")


@pytest.mark.parametrize("sentence", OWN)
def test_the_writers_own_trouble_is_casework(sentence: str) -> None:
    assert tells_own_trouble(sentence)


@pytest.mark.parametrize("sentence", NOT_OWN)
def test_the_worlds_trouble_is_not(sentence: str) -> None:
    assert not tells_own_trouble(sentence)


def test_he_is_the_relative_named_before() -> None:
    assert tells_own_trouble("His benefits have been stopped.", before="My son is disabled.")
    assert not tells_own_trouble("His benefits have been stopped.", before="I read of a man in Leeds.")
