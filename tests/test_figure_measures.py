"""What a figure measures: the whole of its phrase, what that points back to, and no more."""

import pytest

from correspondence.figures import find


@pytest.mark.parametrize(
    ("text", "core", "measure"),
    [
        ("Firms will get 40 per cent relief on their rents.", "40 per cent", "relief on their rents"),
        ("We gave the £9m River Fund to all.", "£9m", "River Fund to all"),
        ("We will spend £20 million over the next three years to mend roads.", "£20 million", "mend roads"),
        ("Visits (all kinds) grew by 50% in the last five years.", "50%", "Visits"),
        ("They are raising the tree levy to £12.", "£12", "tree levy"),
        ("There were 45 new rules, of which 28 were used.", "28", "new rules used"),
        ("There were 45 new rules, 28 of which help.", "28", "new rules"),
        ("It makes 5 GW of wind power.", "5", "wind power"),
        ("The help is for farmers aged 50 and over.", "50", "farmers"),
        ("£6 million is funding for trams.", "£6 million", "trams"),
        ("We set the budget for parks, which is £6 million for 2024/25.", "£6 million", "budget for parks"),
        ("Rents, in 2024, were £600 per person in England.", "£600", "Rents"),
        ("We met 13 firms and more than 6 unions.", "13", "firms"),
    ],
)
def test_a_measure_is_the_noun_phrase_that_is_valued(text: str, core: str, measure: str) -> None:
    (figure,) = (figure for figure in find(text, None) if figure.text == core)
    assert measure in figure.measure
    assert len(figure.measure) <= len(measure) + 12


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Ministers raised the parking charge from £4 to £5 last May.", ["parking charge"] * 2),
        ("The parking charge rose from £4 to £5 last May.", ["parking charge"] * 2),
        (
            "They promised £9m of public money since 2019 and must keep their word.",
            ["public money since 2019"],
        ),
        ("He was paying £300 to dealers to get a seat only to be sent home.", ["paying to dealers"]),
        ("Pier grants of between £200 and £300 will be made by May.", ["Pier grants"]),
        ("We will spend £2 million on new piers and will mend the old one.", ["new piers"]),
    ],
)
def test_a_sum_measures_its_own_phrase_and_no_more(text: str, measures: list[str]) -> None:
    assert [figure.measure for figure in find(text, None) if figure.kind == "money"] == measures


@pytest.mark.parametrize(
    ("text", "core", "measure"),
    [
        ("The awards, which average £80,000 a pier, will go far.", "£80,000", "awards which average"),
        (
            "The Pier Fund, extended with a further £40 million, is open.",
            "£40 million",
            "Pier Fund extended with",
        ),
        (
            "The Warm Pier Rebate, which takes £150 off winter bills, stays.",
            "£150",
            "Warm Pier Rebate off winter bills",
        ),
        (
            "Skippers who move to small ports will be paid £18,000 to stay.",
            "£18,000",
            "Skippers who move to small ports paid to stay",
        ),
        ("The boats, which used to be full, took 9% less last year.", "9%", "boats took less last year"),
        ("The ferry sold 14% fewer tickets than before.", "14%", "ferry sold fewer tickets than before"),
        (
            "They blame the tolls, which they say are 48% higher than ours.",
            "48%",
            "They blame the tolls higher than ours",
        ),
        ("There are 40 ferries that cross the bay by night.", "40", "ferries cross the bay by night"),
        ("Nobody counts the 900 pupils who walk to school.", "900", "pupils walk to school"),
        (
            "There are 1.6 million homes on this coast that get no signal.",
            "1.6 million",
            "homes on this coast get no signal",
        ),
        ("The hall has room for 300 chairs.", "300", "hall has room for chairs"),
        ("The plan calls the quay suitable for 85 boats.", "85", "plan calls the quay suitable for boats"),
        ("The report on the pier ran to 4,260 pages.", "4,260", "report on the pier ran to pages"),
        (
            "The board, which runs the pier, says £9 million has been put aside for two cranes.",
            "£9 million",
            "two cranes",
        ),
        (
            "A petition against the tolls was signed by 14,600 people.",
            "14,600",
            "petition against the tolls was signed by people",
        ),
        ("The number of boats rose to 576, an increase of 11% in a single year.", "11%", "boats increase"),
        (
            "The number of boats rose to 576, an increase of 11% in a single year.",
            "576",
            "number of boats",
        ),
        (
            "Of those who asked the fund, only 12% were paid.",
            "12%",
            "those who asked the fund were paid",
        ),
        ("Some 83% of those who replied were against.", "83%", "those who replied were against"),
        ("We want to see £1 billion a year more for clean rivers.", "£1 billion", "clean rivers"),
        ("The scheme has £22 million of grants for fishermen.", "£22 million", "grants for fishermen"),
        (
            "Its members employed 41,000 people and paid £1.1bn in tax.",
            "41,000",
            "Its members employed people",
        ),
    ],
)
def test_a_measure_takes_along_what_it_points_back_to(text: str, core: str, measure: str) -> None:
    (figure,) = (figure for figure in find(text, None) if figure.text == core)
    assert measure in figure.measure
    assert len(figure.measure) <= len(measure) + 12


@pytest.mark.parametrize(
    ("text", "core", "measure"),
    [
        ("The ferry firm was fined £900 for the spill.", "£900", "ferry firm fined for the spill"),
        ("Pilots have been offered 4%.", "4%", "Pilots offered"),
        (
            "The board expects the toll to bring in £6 million.",
            "£6 million",
            "board expects the toll to bring in",
        ),
        ("This toll will cost skippers £300 a year.", "£300", "This toll cost skippers"),
        ("The new pier cost the town £2 million to build.", "£2 million", "new pier cost the town to build"),
        ("Skippers who miss the tide can be fined up to £80.", "£80", "Skippers who miss the tide fined"),
        ("The boats that use it can be hired for as little as £12.", "£12", "boats that use it hired"),
        ("Islanders will have their fares cut by £40 a year.", "£40", "Islanders their fares cut"),
        ("Our ferry costs have gone up 9 per cent since May.", "9 per cent", "Our ferry costs"),
        ("A shed on the quay pays on average £700 a year.", "£700", "shed on the quay"),
        ("A set of sails would cost in the region of £4,000.", "£4,000", "set of sails"),
        ("The pier trust has a budget of £5 million.", "£5 million", "pier trust budget"),
        ("The pier was mended at a cost of £5 million.", "£5 million", "pier was mended"),
        ("The board puts the cost of a new buoy at £3m.", "£3m", "cost of a new buoy"),
        ("Keepers will be paid £90 an acre under the new plan.", "£90", "Keepers paid per acre"),
        ("The toll, now £8, goes up to £9 in May.", "£9", "toll"),
        ("Islanders are £90 worse off.", "£90", "Islanders worse off"),
        ("We have made £4 million available in Kent through the Pier Fund.", "£4 million", "Pier Fund"),
        (
            "The mayor wants £4 million from the board to mend the pier.",
            "£4 million",
            "mayor wants to mend the pier",
        ),
        ("We welcome the £4 million the board is putting into new piers.", "£4 million", "new piers"),
        ("Owners were charged £60 each for the new roof.", "£60", "Owners charged for the new roof"),
        ("Catches have fallen by 8% in a decade.", "8%", "Catches"),
        ("The number of eels fell by a third in ten years.", "a third", "number of eels"),
        ("Theft is down 8% on last year.", "8%", "Theft"),
        ("It found that 70% had lost a net.", "70%", "had lost a net"),
        ("The harbour has flooded 48 times this winter.", "48", "harbour flooded"),
        ("The plea, backed by 900 skippers, was read out.", "900", "plea backed by skippers"),
        ("They gave out 900 nets, 300 of them to widows.", "300", "nets to widows"),
        ("We have 26 buoys, with another 40 on order.", "40", "buoys on order"),
        (
            "Half of the island, some 900 people, do not own a boat.",
            "900",
            "Half of the island do not own a boat",
        ),
        ("Of 130 boats searched, 12 were sunk.", "12", "boats searched were sunk"),
        ("The list now has 900 names on it.", "900", "list now names on it"),
        (
            "The harbour plan has helped 900 families so far.",
            "900",
            "harbour plan has helped families so far",
        ),
        (
            "Divers found 24 buoys in the bay. Some £3 million is set aside for them.",
            "£3 million",
            "buoys in the bay",
        ),
        (
            "Boats pay a levy of 2% of their catch into a fund, which raised £7 million.",
            "£7 million",
            "levy of 2% of their catch into a fund which raised",
        ),
        ("The mast will stand 35 metres tall.", "35", "mast metres tall"),
        ("The next pier is now 22 miles away.", "22", "next pier miles away"),
        ("A survey of 900 skippers found mould.", "900", "survey of skippers"),
        ("There are 900 berths, 270 of which will be cheap.", "270", "berths will be cheap"),
        ("Fares, a rise of 9% since May, are too high.", "9%", "Fares rise"),
        ("Nets cost £80 on average, a rise of 9% since May.", "9%", "Nets rise"),
        ("Landings at the quay are 18% lower than before.", "18%", "Landings at the quay lower than before"),
        ("The hold is 41 per cent full.", "41 per cent", "hold full"),
        ("We have half of the £900 we need for the sail.", "£900", "sail"),
        ("They have paid some of the £900 they owe.", "£900", "they owe"),
        (
            "The board told the firm to hand back £7 million to islanders.",
            "£7 million",
            "board told the firm to hand back to islanders",
        ),
        ("They have mended 61 piers, at a cost of £900 each.", "£900", "They have mended 61 piers"),
        ("The toll is £9, which is £2 more than in Kent.", "£2", "toll more than in Kent"),
        (
            "The board is giving £4 million through the Pier Fund.",
            "£4 million",
            "board giving through the Pier Fund",
        ),
        ("The toll rises to £12 a day for those aged 21.", "£12", "toll"),
        ("The berth costs £14 for adults and £7 for boys.", "£14", "berth for adults"),
        ("A berth has doubled in price since May.", "doubled", "berth"),
        ("The tide peaked at 4.8 metres, the most since May.", "4.8", "tide peaked metres"),
        ("The club has 460 members, 70 per cent of whom voted.", "70 per cent", "members voted"),
        (
            "It has spent £2 million of the £5 million set aside.",
            "£2 million",
            "It has spent of the £5 million set aside",
        ),
        ("I met 60 crews whose boats cannot be sold.", "60", "crews whose boats cannot be sold"),
        ("That is £40 for every man, woman and child.", "£40", "every man, woman and child"),
        ("I asked for £2 million so that the pier can stay open.", "£2 million", "the pier can stay open"),
        ("A skipper left the chapel £900 in her will.", "£900", "skipper left the chapel in her will"),
        ("Theft cost the port £4 million in 2024, down 3% on the year.", "3%", "Theft"),
        ("The pier union said its members employed 41,000 people.", "41,000", "its members employed people"),
        (
            "The board is mending piers, with £9 million to be spent in Kent.",
            "£9 million",
            "board mending piers",
        ),
        (
            "We cannot go on paying crews to sit idle. That cost us £9 million.",
            "£9 million",
            "go on paying crews to sit idle cost us",
        ),
        (
            "A new pier, where boats may lie for a week, costs £900 a year to run.",
            "£900",
            "new pier to run",
        ),
        ("We have seen the money for piers shrink by 47% since May.", "47%", "money for piers"),
        ("The fleet of the bay stood at 900 boats in May.", "900", "fleet of the bay boats"),
        ("They hire only from the harbour club, which has 900 boats.", "900", "harbour club which has boats"),
        (
            "They say 60% of the weed comes from farms and only 23% from ships.",
            "23%",
            "weed from ships",
        ),
        (
            "The harbour has moved £900 from its rope budget to keep the light on.",
            "£900",
            "harbour moved from its rope budget",
        ),
        (
            "The mayor met the islanders, and gave them £4 million.",
            "£4 million",
            "mayor met the islanders and gave them",
        ),
        (
            "They set aside £90 million for piers, of which £6 million will come to our bay.",
            "£6 million",
            "piers will come to our bay",
        ),
        ("The board upheld 72% of the pleas it looked at.", "72%", "pleas it looked at"),
        ("They sank 210 boats, which left 690 for the whole bay.", "690", "boats left for the whole bay"),
        ("The yard mended 90 boats, cancelled 76 and sold 12.", "76", "boats cancelled"),
        ("The gale killed 40 and injured 60.", "60", "gale injured"),
        (
            "Some 86 boats came in by night, almost half of them with no light.",
            "half",
            "boats came in by night with no light",
        ),
        (
            "It takes 64 crews to run the regatta, which brings £3 million into town.",
            "£3 million",
            "regatta which brings into town",
        ),
        ("She swims in a dock that the council values at £900.", "£900", "dock"),
        ("The levy is charged at 4% on catches of eel.", "4%", "levy on catches of eel"),
        (
            "Neither the £9 million for the pier nor the £3 million for its light is paid.",
            "£9 million",
            "the pier",
        ),
        (
            "The town's poll found that 83% of those who replied were against.",
            "83%",
            "town's poll those who replied were against",
        ),
    ],
)
def test_a_measure_says_what_is_done_past_what_stands_between(text: str, core: str, measure: str) -> None:
    (figure,) = (figure for figure in find(text, None) if figure.text == core)
    assert measure in figure.measure
    assert len(figure.measure) <= len(measure) + 12
