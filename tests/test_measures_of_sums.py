"""What a sum of money measures: what it is for, else whose it is and what was done with it."""

import pytest

from correspondence.figures.finder import by_rules


@pytest.mark.parametrize(
    ("text", "core", "measure"),
    [
        ("We gave the £9m River Fund to all.", "£9m", "River Fund to all"),
        ("We will spend £20 million over the next three years to mend roads.", "£20 million", "mend roads"),
        ("They are raising the tree levy to £12.", "£12", "tree levy"),
        ("£6 million is funding for trams.", "£6 million", "trams"),
        ("We set the budget for parks, which is £6 million for 2024/25.", "£6 million", "budget for parks"),
        ("Rents, in 2024, were £600 per person in England.", "£600", "Rents"),
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
        (
            "The board, which runs the pier, says £9 million has been put aside for two cranes.",
            "£9 million",
            "two cranes",
        ),
        ("We want to see £1 billion a year more for clean rivers.", "£1 billion", "clean rivers"),
        ("The scheme has £22 million of grants for fishermen.", "£22 million", "grants for fishermen"),
        ("The ferry firm was fined £900 for the spill.", "£900", "ferry firm fined for the spill"),
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
        (
            "It has spent £2 million of the £5 million set aside.",
            "£2 million",
            "It has spent of the £5 million set aside",
        ),
        ("That is £40 for every man, woman and child.", "£40", "every man, woman and child"),
        ("I asked for £2 million so that the pier can stay open.", "£2 million", "the pier can stay open"),
        ("A skipper left the chapel £900 in her will.", "£900", "skipper left the chapel in her will"),
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
        (
            "It takes 64 crews to run the regatta, which brings £3 million into town.",
            "£3 million",
            "regatta which brings into town",
        ),
        ("She swims in a dock that the council values at £900.", "£900", "dock"),
        (
            "Neither the £9 million for the pier nor the £3 million for its light is paid.",
            "£9 million",
            "the pier",
        ),
        ("Tolls in the bay will be £57 higher in May.", "£57", "Tolls in the bay higher in May"),
        ("If the toll had risen with prices, it would now stand at £15.", "£15", "toll"),
        ("The cap on tolls remains for now, although it went up to £3 in May.", "£3", "cap on tolls"),
        ("The fund has paid for 37 piers at £80,000 apiece.", "£80,000", "piers"),
        ("The pier roof needs £900 of work.", "£900", "pier roof needs work"),
        ("The gale did £9 million of damage.", "£9 million", "gale did damage"),
        (
            "The skipper, who was fined £400 last May for the spill, has left.",
            "£400",
            "skipper who was fined for the spill",
        ),
        (
            "Two ports will get £13 million and £9 million respectively for new piers.",
            "£9 million",
            "new piers",
        ),
        ("The club rents a dock that is worth £2 million.", "£2 million", "dock"),
        ("Fines of £900 will be given to skippers.", "£900", "Fines given to skippers"),
        (
            "Skippers are spared the forms which have been costing them £9 million.",
            "£9 million",
            "forms costing them",
        ),
        ("It is wrong to lock a hall that costs £9 a year to run and is full.", "£9", "hall costs to run"),
        ("I want an end to the delays that are costing us £4 a day.", "£4", "delays costing us"),
        ("The leak that cost the council £3 million is mended.", "£3 million", "leak cost the council"),
        ("The toll cap went up to £17 on 1 January for all boats.", "£17", "toll cap"),
        ("They pay less.\n• The mooring fee is £9 now.", "£9", "mooring fee"),
        ("The toll to Kent, which was £6 in May, is £8 today.", "£8", "toll to Kent"),
        (
            "Claims for torn nets now make up £2.6 million of the sums put by for boats.",
            "£2.6 million",
            "Claims for torn nets in the sums put by for boats",
        ),
        ("Gale damage made up £8 million of the total.", "£8 million", "Gale damage"),
        ("Paint alone accounts for about £9,000 of the pier budget.", "£9,000", "Paint in the pier budget"),
        ("She spent £3 million of the grant on paint.", "£3 million", "the grant on paint"),
        ("That is £8 million of support which has not reached a skipper.", "£8 million", "support"),
        ("It is £8 million of help which nobody asked for.", "£8 million", "help"),
        ("They were given £8 million to support the piers.", "£8 million", "the piers"),
        ("There will be a permit for every boat, plus £200 on-the-spot fines.", "£200", "on-the-spot fines"),
        ("Ports will get £8m between them for cranes and nets.", "£8m", "cranes and nets"),
        ("The board puts the loss to cafés, inns and shops at £3m.", "£3m", "loss to cafés, inns and shops"),
    ],
)
def test_what_a_sum_measures(text: str, core: str, measure: str) -> None:
    (figure,) = (figure for figure in by_rules(text, None) if figure.text == core)
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
        (
            "The limit will go up by £45 to £196 a week.",
            ["limit", "limit"],
        ),
        ("He was paying £300 to dealers to get a seat only to be sent home.", ["paying to dealers"]),
        ("Pier grants of between £200 and £300 will be made by May.", ["Pier grants"]),
        ("We will spend £2 million on new piers and will mend the old one.", ["new piers"]),
    ],
)
def test_a_sum_measures_its_own_phrase_and_no_more(text: str, measures: list[str]) -> None:
    assert [figure.measure for figure in by_rules(text, None) if figure.kind == "money"] == measures
