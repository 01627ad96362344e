"""What a count measures: the things counted, with what they do and whose they are."""

import pytest

from correspondence.figures.finder import by_rules


@pytest.mark.parametrize(
    ("text", "core", "measure"),
    [
        ("There were 45 new rules, of which 28 were used.", "28", "new rules used"),
        ("There were 45 new rules, 28 of which help.", "28", "new rules"),
        ("It makes 5 GW of wind power.", "5", "wind power"),
        ("The help is for farmers aged 50 and over.", "50", "farmers"),
        ("We met 13 firms and more than 6 unions.", "13", "firms"),
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
            "A petition against the tolls was signed by 14,600 people.",
            "14,600",
            "petition against the tolls was signed by people",
        ),
        (
            "The number of boats rose to 576, an increase of 11% in a single year.",
            "576",
            "number of boats",
        ),
        (
            "Its members employed 41,000 people and paid £1.1bn in tax.",
            "41,000",
            "Its members employed people",
        ),
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
        ("Some 900 adults here are thought to have a boat.", "900", "adults here thought to have a boat"),
        ("About 9,000 people need to have nets mended.", "9,000", "people need to have nets mended"),
        ("The backlog has reached 900 boats.", "900", "backlog boats"),
        ("The list now has 900 names on it.", "900", "list now names on it"),
        (
            "The harbour plan has helped 900 families so far.",
            "900",
            "harbour plan has helped families so far",
        ),
        ("The mast will stand 35 metres tall.", "35", "mast metres tall"),
        ("The next pier is now 22 miles away.", "22", "next pier miles away"),
        ("A survey of 900 skippers found mould.", "900", "survey of skippers"),
        ("There are 900 berths, 270 of which will be cheap.", "270", "berths will be cheap"),
        ("The tide peaked at 4.8 metres, the most since May.", "4.8", "tide peaked metres"),
        ("I met 60 crews whose boats cannot be sold.", "60", "crews whose boats cannot be sold"),
        ("The pier union said its members employed 41,000 people.", "41,000", "its members employed people"),
        ("The fleet of the bay stood at 900 boats in May.", "900", "fleet of the bay boats"),
        ("They hire only from the harbour club, which has 900 boats.", "900", "harbour club which has boats"),
        ("They sank 210 boats, which left 690 for the whole bay.", "690", "boats left for the whole bay"),
        ("The yard mended 90 boats, cancelled 76 and sold 12.", "76", "boats cancelled"),
        ("The gale killed 40 and injured 60.", "60", "gale injured"),
        ("The bay has 19 boats, of which only six are sailed by night.", "six", "boats sailed by night"),
        ("The port has a backlog of 900 boats.", "900", "backlog of boats"),
        ("The pier roof is propped up by 200 posts.", "200", "pier roof propped up by posts"),
        ("Some 70 of them wrote to say so.", "70", "wrote to say so"),
        ("The port mended 310 boats in 2012 but only 140 last year.", "140", "boats"),
        ("The port has cut its hours to 32 a week.", "32", "its hours"),
    ],
)
def test_what_a_count_measures(text: str, core: str, measure: str) -> None:
    (figure,) = (figure for figure in by_rules(text, None) if figure.text == core)
    assert measure in figure.measure
    assert len(figure.measure) <= len(measure) + 12


@pytest.mark.parametrize(
    "text",
    [
        "The leaders of Saltby and Three Rivers councils met in Seven Oaks.",
        "The loss of the 192 Saltby to North Elmham bus came, as did the move from 3 to 2 tier schools.",
    ],
)
def test_places_buses_and_stages_count_nothing(text: str) -> None:
    assert by_rules(text, None) == []
