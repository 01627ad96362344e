"""Figures: what is found, with value, unit and measure; what never is one; when one is stale."""

import datetime as dt
from typing import Any

import pytest

from correspondence.figures import find, reasons, stale
from correspondence.figures.world import World
from correspondence.models import Figure, Version
from tests.conftest import TODAY

WRITTEN = dt.date(2023, 6, 3)


def found(text: str, kind: str, as_of: dt.date | None = None) -> list[Figure]:
    return [figure for figure in find(text, as_of) if figure.kind == kind]


@pytest.mark.parametrize(
    ("text", "value", "unit", "measure", "per"),
    [
        ("The council spent £3.5 million on new libraries.", 3_500_000, "GBP", "new libraries", None),
        ("We gave £1.2bn for school roofs, and more.", 1_200_000_000, "GBP", "school roofs", None),
        ("It costs 5p per bag.", 0.05, "GBP", "bag", "bag"),
        ("They pay €4 million a year to cover the costs of the ferry.", 4_000_000, "EUR", "ferry", "year"),
        ("Between £3m and £5m for parks.", [3_000_000, 5_000_000], "GBP", "parks", None),
        ("A fund of £3-5bn for trams.", [3_000_000_000, 5_000_000_000], "GBP", "fund", None),
        ("A fund of £3-£5bn for trams.", [3_000_000_000, 5_000_000_000], "GBP", "fund", None),
        ("We found ten million pounds for buses.", 10_000_000, "GBP", "buses", None),
        ("Grants totalling £40 million were made.", 40_000_000, "GBP", "Grants", None),
    ],
)
def test_money_has_currency_measure_and_rate(
    text: str, value: Any, unit: str, measure: str, per: str | None
) -> None:
    (figure,) = found(text, "money")
    assert (figure.value, figure.unit, figure.detail.get("per")) == (value, unit, per)
    assert measure in figure.measure or measure == per


def test_days_of_one_month_are_as_many_dates() -> None:
    assert [figure.value for figure in found("On the 6th and 13 May 2025 we met.", "date")] == [
        "2025-05-06",
        "2025-05-13",
    ]
    assert [figure.value for figure in found("In January, March, and May we met.", "date")] == [
        "--01",
        "--03",
        "--05",
    ]


def test_a_change_is_two_figures_and_a_range_one() -> None:
    assert [figure.value for figure in found("It rose from £7 million to £18 million.", "money")] == [
        7_000_000,
        18_000_000,
    ]
    assert [figure.value for figure in found("It rose from 60% to 90%.", "percentage")] == [60, 90]
    assert [figure.value for figure in found("About 10 to 20 schools closed.", "count")] == [[10, 20]]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Over 8,000 drivers were stopped.", 8000, "drivers"),
        ("Two hundred families every month are being helped.", 200, "families"),
        ("Kitchens serve 2,000 meals a day.", 2000, "meals"),
        ("A new team of around 90 nurses starts work.", 90, "nurses"),
        ("Half a million homes are cold.", 500_000, "homes"),
        ("Warming must stay under 1.5°C by law.", 1.5, "°C"),
        ("The farm makes 12 GW of power.", 12, "GW"),
        ("All children aged 11 to 16 may apply.", [11, 16], "years of age"),
        ("Fewer than 21 employees work there.", 21, "employees"),
        ("It cost about 1,200 jobs.", 1200, "jobs"),
        ("Three and a half million trees were felled.", 3_500_000, "trees"),
        ("We plan 12GW of wind.", 12, "GW"),
        ("Of these, 70 are for women.", 70, ""),
        ("We hold the plans, of which six are new.", 6, ""),
        ("Pupils who take four or more subjects may apply.", 4, ""),
        ("Rents fell for a further 247 that moved.", 247, ""),
        ("Visits fell from approximately 900 by the year.", 900, ""),
        ("It is for 19-to-24-year-old learners.", [19, 24], "years of age"),
        ("Help ends when a child turns twelve.", 12, "years of age"),
        ("Every year 1,200 tonnes of nets are lost.", 1200, "tonnes"),
        ("She sold four of her boats.", 4, ""),
        ("The lane flooded 48 times last winter.", 48, "times"),
        ("We have asked eleven times, and wait still.", 11, "times"),
        ("Nearly a quarter of a million boats are tied up.", 250_000, "boats"),
        ("One in six boats, or 4.5m, leak.", 4_500_000, ""),
    ],
)
def test_counts_in_digits_and_words_have_their_noun(text: str, value: Any, unit: str) -> None:
    (figure,) = found(text, "count")
    assert (figure.value, figure.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Crime fell by 43 per cent.", "percentage", 43),
        ("Nine in 10 agree.", "ratio", 0.9),
        ("They take three times more cases.", "ratio", 3),
        ("Waiting lists have doubled.", "ratio", 2),
        ("Two-thirds of pupils passed.", "ratio", 2 / 3),
        ("It opened on 14 May 2025.", "date", "2025-05-14"),
        ("It opened on Tuesday 14 May.", "date", "--05-14"),
        ("It ends by the end of August 2026.", "date", "2026-08"),
        ("Growth will come by 2035.", "date", "2035"),
        ("It closed in April.", "date", "--04"),
        ("It opened on 5 th May 2025.", "date", "2025-05-05"),
        ("It opened on May 5 th.", "date", "--05-05"),
        ("See the May 2025 Statement.", "date", "2025-05"),
        ("It runs throughout May.", "date", "--05"),
        ("Costs rose in Financial Year 2021-22.", "period", "2021/2022"),
        ("In 22/23 it rose.", "period", "2022/2023"),
        ("It rose in Q2 2021/22.", "period", "2021/2022"),
        ("It ran from 1 April-30 June 2025.", "period", "2025-04-01/2025-06-30"),
        ("In the financial year 1 April 2023 to 31 March 2024 it rose.", "period", "2023-04-01/2024-03-31"),
        ("We met on 14-16 May.", "period", "--05-14/--05-16"),
        ("It covers the 2025 calendar year.", "date", "2025"),
        ("Wages were £663K.", "money", 663_000),
        ("The line costs £4.1m to mend.", "money", 4_100_000),
        ("It lasts six-nine months.", "period", ["P6M", "P9M"]),
        ("It lasts between six and nine months.", "period", ["P6M", "P9M"]),
        ("It goes on for five more years.", "period", "P5Y"),
        ("A 24\u2011month term was set.", "period", "P24M"),
        ("The eight week course is full.", "period", "P8W"),
        ("The queue fell by up to half.", "ratio", 0.5),
        ("It was done this FY.", "relative_time", None),
        ("It ends with the current financial year.", "relative_time", None),
        ("More will follow in the months ahead.", "relative_time", None),
        ("It starts in spring 2027.", "date", "2027"),
        ("It lasts 12 weeks.", "period", "P12W"),
        ("It lasts two and a half years.", "period", "P30M"),
        ("Spending in 2024/25 was high.", "period", "2024/2025"),
        ("It runs from January to December 2024.", "period", "2024-01/2024-12"),
        ("In the second half of 2026 we vote.", "period", "2026-07/2026-12"),
        ("Over the past 13 years it grew.", "relative_time", "P13Y"),
        ("We met last week.", "relative_time", None),
        ("The news came in July last year.", "relative_time", None),
        ("We will reply in due course.", "relative_time", None),
        ("We vote before Christmas.", "relative_time", None),
        ("Our police and crime commissioner agrees.", "office_holder", "Police and Crime Commissioner"),
        ("It comes back in a few weeks' time.", "relative_time", None),
        ("In five years' time it opens.", "period", "P5Y"),
        ("We meet the week after next.", "relative_time", None),
        ("We meet in a fortnight to settle it.", "relative_time", None),
        ("The Home Secretary agreed.", "office_holder", "Home Secretary"),
        ("We told the shadow chancellor.", "office_holder", "Shadow Chancellor"),
        ("He asked the leader of the opposition.", "office_holder", "Leader of the Opposition"),
        ("As housing minister, I know.", "office_holder", "Housing Minister"),
        (
            "I asked the Secretary of State for Health and Social Care about it.",
            "office_holder",
            "Secretary of State for Health and Social Care",
        ),
        ("They shut 1-in-4 mills.", "ratio", 0.25),
        ("The Renters (Reform) Bill is new.", "bill", "Renters (Reform) Bill"),
        ("Section 9 of the Public Order Act 2023 applies.", "bill", "Public Order Act 2023"),
        ("The Rents Act (1985) applies.", "bill", "Rents Act 1985"),
        ("They repealed the 2016 Rents Act.", "bill", "Rents Act 2016"),
        ("The Voices of the People Bill is new.", "bill", "Voices of the People Bill"),
        ("I met the Rail Safety Commissioner.", "office_holder", "Rail Safety Commissioner"),
        ("The Commissioner for Public Trees spoke.", "office_holder", "Commissioner for Public Trees"),
        (
            "It is led by the agency’s Director for Rivers.",
            "office_holder",
            "Director for Rivers",
        ),
        (
            "The Chief Constable of North Ham spoke.",
            "office_holder",
            "Chief Constable of North Ham",
        ),
        ("It is before the Secretary of State for a decision.", "office_holder", "Secretary of State"),
        (
            "I asked the Secretary of State for the Home Department.",
            "office_holder",
            "Secretary of State for the Home Department",
        ),
        ("The Minister without Portfolio agreed.", "office_holder", "Minister without Portfolio"),
        ("Following Assent of the Rents Act all is well.", "bill", "Rents Act"),
        ("The Lady Chief Justice agreed.", "office_holder", "Lady Chief Justice"),
        ("Our Ambassador has said so.", "office_holder", "Ambassador"),
        ("The Defra Secretary of State agreed.", "office_holder", "Secretary of State"),
        ("I met the Buses Minister.", "office_holder", "Buses Minister"),
        ("I met the Road and River Safety Minister.", "office_holder", "Road and River Safety Minister"),
        ("Ferries Minister Jo Lee said so.", "office_holder", "Ferries Minister"),
        ("Ferries minister Jo Lee said so.", "office_holder", "Ferries Minister"),
        ("The Comptroller and Auditor General won.", "office_holder", "Comptroller and Auditor General"),
    ],
)
def test_each_kind_has_its_value(text: str, kind: str, value: Any) -> None:
    (figure,) = found(text, kind)
    assert figure.value == value


@pytest.mark.parametrize(
    "text",
    [
        "Section 21 and regulation 122 apply, as Table 1 shows [1].",
        "I asked Question 24574 about Level 7 and Year 2.",
        "The G7 spoke of Covid-19, the A12, HS2, NO2 and CAP1616.",
        "Call 999, or 01632 960001, or see https://example.org/2024/05/3000.",
        "Staff answer 24/7, that is 24 hours a day, seven days a week.",
        "One of the third party offers ended the two-child limit.",
        "The two matters are in the People Plan 2024 - 2027 and Budget 2025.",
        "Waves two to four of Phase 4 came under Basel 3.1.",
        "A multi-billion pound trade, and millions of people.",
        "Missing boy, 11, is safe",
        "Ministers met the Home Affairs Committee.",
        "Cabinet minister Jo Lee came, and Danish minister Bo Lund.",
        "The 61 bus and the number 9 tram meet a night bus.",
        "It is up to date, and already new.",
        "A Planning Inspector, the Special Constable and the Returning Officer came.",
        "The Rail Commissioner Programme and the Permanent Secretary Remuneration Committee met.",
        "Plan 2 loans and recommendations one and nine are in Tab 21.",
        "The 22 Group came in the first half of the year, as Question 104159 and 104160 say.",
        "Call us, 365 days a year.",
        "The 1922 Committee met on his Ten-Minute Rule motion.",
        "The Labour Government Minister came, and the New Minister.",
        "Their visas span several years, in grade two and below grade four, or Segment 4.",
    ],
)
def test_what_is_never_a_figure_is_not_found(text: str) -> None:
    assert [(figure.kind, figure.text) for figure in find(text, None)] == []


def test_a_holder_and_a_stage_are_kept() -> None:
    (post,) = found("Foreign Secretary Jane Example said so.", "office_holder")
    (bill,) = found("The Borders Bill had its third reading.", "bill")
    assert post.detail == {"holder": "Jane Example"}
    assert bill.detail == {"stage": "third reading"}


@pytest.mark.parametrize(
    ("text", "as_of", "today", "says"),
    [
        ("We met this week.", None, TODAY, "It says “this week”, and nobody knows which week."),
        ("We met this week.", WRITTEN, dt.date(2023, 6, 4), ""),
        ("We met this week.", WRITTEN, dt.date(2023, 6, 5), "It says “this week”, written on 3 June 2023"),
        ("It is back next week.", WRITTEN, dt.date(2023, 6, 11), ""),
        ("It is back next week.", WRITTEN, dt.date(2023, 6, 12), "that has run out"),
        ("We signed in December last year.", WRITTEN, dt.date(2023, 12, 31), ""),
        ("We signed in December last year.", WRITTEN, dt.date(2024, 1, 1), "December last year"),
        ("Over the next five years we build.", WRITTEN, dt.date(2028, 1, 1), ""),
        ("It will open by spring 2026.", WRITTEN, TODAY, "as still to come, and that has passed"),
        ("It will open by spring 2026.", WRITTEN, dt.date(2026, 3, 1), ""),
        ("It opened in 2019.", WRITTEN, TODAY, ""),
        ("We spent £3 million on roads.", WRITTEN, dt.date(2025, 1, 1), ""),
        ("We spent £3 million on roads.", WRITTEN, TODAY, "more than two years ago"),
        ("The Borders Bill will help.", WRITTEN, TODAY, "it may be law by now"),
        ("The Home Secretary agreed.", WRITTEN, TODAY, ""),
    ],
)
def test_a_stale_figure_says_why(text: str, as_of: dt.date | None, today: dt.date, says: str) -> None:
    (figure,) = find(text, as_of)
    sentence = stale(figure, today)
    assert says in sentence
    assert bool(says) == bool(sentence)


def test_old_numbers_of_one_day_are_said_together() -> None:
    text = "We spent £3 million on roads, £2 million on rail and 40% more on buses."
    version = Version(text=text, date=WRITTEN, figures=find(text, WRITTEN))
    found = reasons(version, None, dt.date(2035, 1, 1), World())
    assert [reason.text for reason in found] == [
        f"“£3 million”, “£2 million” and “40%” are from {WRITTEN.day} {WRITTEN:%B %Y}, "
        "more than two years ago: are there newer figures?"
    ]


def test_a_version_says_its_review_date_first_then_that_it_is_undated() -> None:
    version = Version(text="We met this week.", date=None, figures=find("We met this week.", None))
    found = reasons(version, dt.date(2026, 1, 5), TODAY, World())
    assert [reason.text for reason in found] == [
        "Its review date, 5 January 2026, has passed.",
        "Undated: nobody can tell how old these words are.",
        "It says “this week”, and nobody knows which week.",
    ]
