"""Services, suppliers and landlords that fail the writer are casework; complaints of the world are not."""

import pytest

from correspondence.understanding.trouble import tells_own_trouble

OWN = """
I cannot get a dentist appointment for my child.
The council refuses to pay my mother's care home fees.
There are care home fees the council refuses to pay for my mother.
My grandson has been on a waiting list for fourteen months.
I can't find an NHS dentist for my daughter, who is in pain.
I cannot get through to the surgery to see a doctor about my chest.
My mother has been left in hospital because there is no care home place for her.
My father lies on a trolley in a corridor and nobody will tell us when he gets a bed.
I have tried for six weeks to get a GP appointment.
My neighbour plays music all night and the police will not come out to us.
The police have dropped my case without telling me why.
My car was stolen and the police closed the case after a day.
I was burgled last month and no officer has been to see me.
The energy company has charged me £3,000 for a meter that is not mine.
My energy supplier put me on a prepayment meter without asking.
I have been overcharged by British Gas and they will not answer me.
My husband's attendance allowance form has been lost twice.
My widow's pension was worked out wrongly and they will not put it right.
I've been told I must leave my flat by the 30th.
The council have put my daughter at the bottom of the housing list.
We have been on the housing list for eight years with three children in one bedroom.
My son is bullied at school and the head will not see us.
My son with autism has had no school for a year.
The school transport for our daughter has been withdrawn.
I have been waiting for a decision from the Home Office since May.
My wife is stuck in Lahore because her visa has not come.
My driving licence has been with the DVLA for five months.
The DVLA took my licence away after a seizure and will not give it back.
I lost my job because the CRB check never came through.
HMRC have fined me for a return I did send in.
I am owed a tax refund of £900 and hear nothing.
My student loan has not been paid and I cannot pay my rent.
The Child Maintenance Service takes nothing from my ex-husband.
Social services want to take my grandchildren into care.
My brother is in prison and is not given his medicine.
The water company has flooded my garden with sewage three times.
My neighbour has built over my boundary and the council will do nothing.
Our neighbour opposite throws objects at our door and the police will not come out.
I'm a carer for my husband and they have cut his hours of help.
My mother's care package was cut from four visits to one.
I have been refused the drug that my consultant asked for.
My mother is ninety and the council says she must pay for all her care herself.
I rang 111 four times for my husband and no ambulance ever came.
My son's school will not give him the help that is written in his plan.
I've been without hot water for seven weeks and the housing association ignores me.
There are rats in my kitchen.
My gas bill has gone to £900 a month by mistake and the supplier won't answer.
I paid for a garden room and the builder has vanished with my deposit.
My passport was sent to the wrong address.
I am disabled and the council has taken away my parking bay.
My ex-partner owes me £8,000 in maintenance and the CMS has done nothing.
The hospital lost my test results and now I have to start again.
I have been told that my operation will not be for another eighteen months.
My dad has dementia and we cannot get a social worker to visit.
The Home Office says my documents are not genuine, which is not true.
I have indefinite leave but my eVisa does not work and my employer has sent me home.
My husband was sacked for being ill and the tribunal cannot see him till 2028.
We've had three letters from the council threatening us with court over a bill we paid.
The job centre keeps telling me to look for work although I have cancer.
I am a leaseholder and cannot sell my flat because of the cladding.
My pension has been underpaid for eleven years.
I applied for Carer's Allowance in March and still have not heard.
My daughter has been self-harming and CAMHS have discharged her.
I need somewhere to live for me and my baby by Friday.
Please can you help me get my son home from Turkey.
The bank has frozen my account and I can't buy food.
My neighbour keeps threatening me and nobody does anything.
My late wife's estate has been stuck in probate for a year.
My mum's Attendance Allowance was turned down although she is blind.
I have been trying since Easter to get through to HMRC about my tax code.
The council is taking me to court for council tax I have already paid.
My husband came out of hospital with no one to look after him.
My PIP stopped in March and I'm now in debt.
We can't get our son assessed for autism.
My daughter, who has epilepsy, cannot get her medicine from any chemist.
The housing association has done nothing about the damp in my bedroom.
My application for a spouse visa was refused last Thursday.
My wife has been waiting eleven months for her spinal operation.
I'm about to lose my home as I cannot pay the mortgage.
I got a letter saying I have to pay back £6,000 of Carer's Allowance.
My National Insurance record has a gap which HMRC will not correct.
My sister is trapped in Sudan with her three children.
Someone has used my name to take out a loan and the police won't investigate.
I've been sleeping on a friend's sofa since I left my husband.
My broadband has been off for five weeks.
School has excluded my grandson and he is only seven.
""".strip().split("\n")

NOT_OWN = """
Nobody in this town can get a dentist.
Care homes are closing up and down the country.
The council refuses to fix the potholes.
Council tax keeps going up and we get nothing for it.
It is wrong that old people must sell their homes to pay for care.
My view is that the police should answer every burglary.
The police do not come when you call them.
I pay my taxes and expect the borders to be guarded.
Energy companies make huge profits.
My energy bill is far too high, like everybody's.
I have been a teacher for thirty years and class sizes have never been so big.
My daughter is a nurse and says that the wards are short of staff.
My son is at university and worries about his loan.
My grandchildren will grow up in a hotter world.
My neighbours and I oppose the plan for two hundred houses.
I have been waiting for years for a government that tells the truth.
I cannot get a straight answer from ministers.
I cannot find a single good reason for this Bill.
We have been told that the library will close.
My husband and I are against assisted dying.
My mother died in a hospice and had the best of care.
I have been refused entry to no club in my life.
The Home Office should decide claims within six months.
Waiting for a decision takes asylum seekers years.
My local school has cut its music lessons.
Our children have no youth club.
The bus to our village has been withdrawn.
My pub has been hit by the rise in duty.
I have lost faith in the government.
My wife and I cycle and are afraid of lorries.
We were burgled in 1987 and two officers came within the hour.
My son would like to buy a house but prices are absurd.
The water company pumps sewage into the river where I swim.
I was told by your office that you would vote against.
My dog is terrified of fireworks.
My sister in Leeds cannot believe how few trains run.
HMRC should chase the big firms.
My MP has not answered my question on Gaza.
I have had no reply to my letter about the ban on hunting.
My father fought in the war and would be ashamed.
My hospital has the longest waits in the county.
If my mother needs care she will lose her house.
The council says that it has no money for the parks.
My council charges more each year and mends less.
School meals should be free for all children.
My children go to the village school, which must not close.
My husband says you will not answer this.
I want to see more police in the town.
I cannot see why the tax on beer has gone up.
We have been promised a new hospital since 2019.
My daughter had to wait for a train for two hours.
Families are left without heating every winter.
Nobody will take responsibility for the state of the river.
My friends and I are sick of litter.
Our town has lost its bank, its police station and its court.
The police have lost the trust of the public.
The NHS has lost thousands of nurses.
My surgery is very good and I want to thank the staff.
The government has put up my taxes again.
I was refused a place on the demonstration coach.
I do not want my data sold by the NHS.
My vote counts for nothing.
The school has put up a plaque to my father.
Our MP has ignored our petition.
My small firm cannot find drivers.
I've been waiting for an answer to my letter on fracking.
My child's class has thirty-four pupils in it.
My mother always said that charity begins at home.
My wife's cousin is a farmer and is worried by the inheritance tax.
I own two flats and the new law will hurt me.
We cannot get away from the noise of the motorway.
The council has cut down the trees in our street.
My benefits adviser friend says the system is broken.
The police closed the road to my house for the carnival.
My husband is without doubt the best judge of that.
I support the bill to give terminally ill people a choice.
My son is a soldier and I am proud of him.
My parents never claimed a penny.
We are told to use our cars less but there are no buses.
I cannot understand why ministers do not act.
My doctor tells me that the surgery is overwhelmed.
People wait years for an operation in this county.
I am tired of paying more for less.
The council should be made to fill the holes.
I was shocked to see the pictures from Gaza.
My children's future depends on what you do now.
My school days were the happiest of my life.
Our school is short of books.
The police should have more powers to search.
My wife teaches at the college that is to lose its courses.
I am a doctor and I ask you to oppose the cuts to training.
My own family came here as refugees.
Why should my taxes pay for a royal yacht?
My bus was late twice this week.
My neighbours are moving away as they cannot afford to stay.
My neighbours and I object to the 300 homes off Mill Lane, and the council will not listen.
Our neighbours have signed a petition against the 300 homes and the council refuses to read it.
My neighbours all object to the new estate but the council won't hear us.
""".strip().split("\n")


@pytest.mark.parametrize("sentence", OWN)
def test_a_service_that_fails_the_writer_is_casework(sentence: str) -> None:
    assert tells_own_trouble(sentence)


@pytest.mark.parametrize("sentence", NOT_OWN)
def test_a_complaint_of_the_world_is_not(sentence: str) -> None:
    assert not tells_own_trouble(sentence)
