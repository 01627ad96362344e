"""What a percentage or a ratio measures: its whole, else whose it is."""

import pytest

from correspondence.figures.finder import by_rules


@pytest.mark.parametrize(
    ("text", "core", "measure"),
    [
        ("Firms will get 40 per cent relief on their rents.", "40 per cent", "relief on their rents"),
        ("Visits (all kinds) grew by 50% in the last five years.", "50%", "Visits"),
        ("The boats, which used to be full, took 9% less last year.", "9%", "boats took less last year"),
        ("The ferry sold 14% fewer tickets than before.", "14%", "ferry sold fewer tickets than before"),
        (
            "They blame the tolls, which they say are 48% higher than ours.",
            "48%",
            "They blame the tolls higher than ours",
        ),
        ("The number of boats rose to 576, an increase of 11% in a single year.", "11%", "boats increase"),
        (
            "Of those who asked the fund, only 12% were paid.",
            "12%",
            "those who asked the fund were paid",
        ),
        (
            "Of the 2.1 million guests who come by rail or road, 62 per cent sail.",
            "62 per cent",
            "guests sail",
        ),
        ("Some 83% of those who replied were against.", "83%", "those who replied were against"),
        ("Pilots have been offered 4%.", "4%", "Pilots offered"),
        ("Our ferry costs have gone up 9 per cent since May.", "9 per cent", "Our ferry costs"),
        ("Catches have fallen by 8% in a decade.", "8%", "Catches"),
        ("The number of eels fell by a third in ten years.", "a third", "number of eels"),
        ("Theft is down 8% on last year.", "8%", "Theft"),
        ("It found that 70% had lost a net.", "70%", "had lost a net"),
        ("Fares, a rise of 9% since May, are too high.", "9%", "Fares rise"),
        ("Nets cost £80 on average, a rise of 9% since May.", "9%", "Nets rise"),
        ("Landings at the quay are 18% lower than before.", "18%", "Landings at the quay lower than before"),
        ("The hold is 41 per cent full.", "41 per cent", "hold full"),
        ("A berth has doubled in price since May.", "doubled", "berth"),
        ("The club has 460 members, 70 per cent of whom voted.", "70 per cent", "members voted"),
        ("Theft cost the port £4 million in 2024, down 3% on the year.", "3%", "Theft"),
        ("We have seen the money for piers shrink by 47% since May.", "47%", "money for piers"),
        (
            "They say 60% of the weed comes from farms and only 23% from ships.",
            "23%",
            "weed from ships",
        ),
        ("The board upheld 72% of the pleas it looked at.", "72%", "pleas it looked at"),
        (
            "Some 86 boats came in by night, almost half of them with no light.",
            "half",
            "boats came in by night with no light",
        ),
        ("The levy is charged at 4% on catches of eel.", "4%", "levy on catches of eel"),
        (
            "The town's poll found that 83% of those who replied were against.",
            "83%",
            "town's poll those who replied were against",
        ),
        ("The ferry carries 900 skippers a day, twice as many as in 1990.", "twice", "skippers a day"),
        (
            "Sixteen per cent of our docks stand empty, compared with 11 per cent in Wales.",
            "11 per cent",
            "docks in Wales",
        ),
        ("Only nine per cent of them had heard of it.", "nine per cent", "had heard of it"),
        ("Half the skippers who moor here do not pay.", "Half", "skippers moor here do not pay"),
    ],
)
def test_what_a_share_measures(text: str, core: str, measure: str) -> None:
    (figure,) = (figure for figure in by_rules(text, None) if figure.text == core)
    assert measure in figure.measure
    assert len(figure.measure) <= len(measure) + 12
