"""Why a text should not go out, from which day, and what is no reason; the tables that are shipped."""

import datetime as dt
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from correspondence.figures import find, reasons, stale_on
from correspondence.figures.reason import Reason, undecided
from correspondence.figures.stale import Newer
from correspondence.figures.world import ENDED, STAGES, Row, World, is_named, shipped
from correspondence.models import Decision, Version

TODAY = dt.date(2026, 11, 21)
SHIPPED = World(shipped())
D = dt.date


def version(text: str, date: D | None) -> Version:
    return Version(text=text, date=date, figures=find(text, date), paragraph_id=1)


def of(kind: str, text: str, date: D | None, today: D = TODAY, world: World = SHIPPED) -> list[Reason]:
    return [reason for reason in reasons(version(text, date), None, today, world) if reason.kind == kind]


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("Home Secretary Yvette Cooper wrote to me.", D(2025, 9, 5)),
        ("I met the Home Secretary, Rt Hon Yvette Cooper MP, and was told so.", D(2025, 9, 5)),
        ("The Secretary of State for Health and Social Care, Victoria Atkins, agrees.", D(2024, 7, 5)),
        ("The Chancellor, Jeremy Hunt, has said so.", D(2024, 7, 5)),
        ("Foreign Secretary Lord Cameron has said so.", D(2024, 7, 5)),
        ("Home Secretary Suella Braverman has said so.", D(2023, 11, 13)),  # her second time in the post
    ],
)
def test_a_holder_who_left_is_named_with_who_it_is_now(text: str, since: D) -> None:
    (found,) = of("holder", text, D(2022, 1, 1))
    assert found.since == since
    assert found.source.startswith("https://www.gov.uk/")
    assert found.starts != ()
    assert "; since " in found.text or " until " in found.text


@pytest.mark.parametrize(
    "text",
    [
        "Home Secretary Shabana Mahmood wrote to me.",
        "The former Home Secretary, Yvette Cooper, wrote to me.",
        "I met the then Home Secretary Theresa May.",
        "The Shadow Home Secretary, Yvette Cooper, agrees.",
        "The French Prime Minister, Yvette Cooper, agrees.",
        "The Prime Minister, Benjamin Netanyahu, agrees.",
        "The Home Secretary agreed.",
        "Yvette Cooper wrote to me.",
    ],
)
def test_no_holder_who_left_is_named(text: str) -> None:
    assert of("holder", text, D(2026, 10, 1)) == []


def test_a_holder_is_told_as_of_the_day_that_is_asked_for() -> None:
    text = "Home Secretary Amber Rudd wrote to me."
    assert of("holder", text, D(2017, 1, 1), D(2018, 4, 29)) == []
    (then,) = of("holder", text, D(2017, 1, 1), D(2018, 4, 30))
    assert then.text.endswith("since 30 April 2018 it is Sajid Javid.")
    (now,) = of("holder", text, D(2017, 1, 1))
    assert now.text.endswith("until 30 April 2018; since 5 September 2025 it is Shabana Mahmood.")


@pytest.mark.parametrize(
    ("holder", "name", "is_it"),
    [
        ("Shabana Mahmood", "Mahmood", True),
        ("Shabana Mahmood", "Rt Hon Shabana Mahmood MP", True),
        ("Liz Truss; Elizabeth Truss", "Elizabeth Truss", True),
        ("Wes Streeting", "Wesley Streeting", True),
        ("David Cameron; Lord Cameron", "Lord Cameron", True),
        ("Shabana Mahmood", "Khalid Mahmood", False),
        ("Shabana Mahmood", "Shabana", False),
        ("Shabana Mahmood", "MP", False),
    ],
)
def test_a_name_is_matched_by_surname_and_no_other_first_name(holder: str, name: str, is_it: bool) -> None:
    assert is_named(holder, name) is is_it


@pytest.mark.parametrize(
    ("text", "date", "since"),
    [
        ("The Online Safety Bill will help.", D(2023, 5, 1), D(2023, 10, 26)),
        ("The Government’s Online Safety Bill is in committee stage.", D(2023, 5, 1), D(2023, 10, 26)),
        ("Once passed, the Online Safety Bill will help.", None, D(2023, 10, 26)),
        ("We will introduce a Tobacco and Vapes Bill.", D(2024, 8, 1), D(2024, 11, 5)),
        ("The Renters (Reform) Bill is before the House.", D(2024, 1, 1), D(2024, 5, 24)),
    ],
)
def test_a_bill_that_came_further_is_told_from_the_first_later_stage(
    text: str, date: D | None, since: D
) -> None:
    (found,) = of("bill", text, date)
    assert found.since == since
    assert found.source.startswith("https://")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The Online Safety Bill received Royal Assent in 2023.", D(2026, 10, 1)),
        ("The Online Safety Bill was amended by the Lords.", D(2026, 10, 1)),  # written when it was law
        ("The Online Safety Act helps.", D(2022, 10, 1)),
        ("The Harbour Boards Bill will help.", D(2026, 10, 1)),
        ("The Tobacco and Vapes Bill had its second reading.", D(2026, 10, 1)),
    ],
)
def test_no_bill_came_further(text: str, date: D) -> None:
    assert of("bill", text, date, dt.date(2026, 4, 1) if "Tobacco" in text else TODAY) == []


def test_a_bill_in_no_table_is_asked_about_after_a_year() -> None:
    (found,) = of("bill", "The Harbour Boards Bill will help.", D(2025, 1, 1))
    assert found.text.endswith("it may be law by now, or have fallen.")
    assert found.since == D(2026, 1, 1)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Government has doubled the grant.", True),
        ("Ministers have doubled the grant.", True),
        ("The Home Secretary has doubled the grant.", True),
        ("I welcome this Government’s plan.", True),
        ("The Scottish Government has doubled the grant.", False),
        ("Local government has doubled the grant.", False),
        ("The previous Government doubled the grant.", False),
        ("The Government of France has doubled the grant.", False),
        ("The council has doubled the grant.", False),
    ],
)
def test_another_government_speaks_against_words_on_the_government_alone(text: str, told: bool) -> None:
    found = of("government", text, D(2023, 3, 1))
    assert bool(found) is told
    assert [reason.since for reason in found] == [D(2024, 7, 5)] * told


def test_another_prime_minister_of_the_same_party_is_no_other_government() -> None:
    text = "The Government has doubled the grant."
    assert of("government", text, D(2017, 3, 1), D(2024, 7, 4)) == []
    assert of("government", text, D(2024, 7, 5)) == []
    (found,) = of("government", text, D(2014, 3, 1), D(2020, 1, 1))
    assert "(Conservative and Liberal Democrat); since 8 May 2015 it is Conservative." in found.text


def test_a_newer_figure_for_the_same_measure_is_told_with_where_it_stands() -> None:
    said = version("Mending the harbour wall cost £25 million.", D(2025, 9, 1))
    (figure,) = said.figures
    assert figure.key
    other = Newer(7, "£31m", 31_000_000, "GBP", D(2026, 1, 1))
    same = [
        replace(other, paragraph_id=1),
        replace(other, value=figure.value),
        replace(other, unit="EUR"),
        replace(other, as_of=D(2025, 9, 1)),
    ]
    assert [r for r in reasons(said, None, TODAY, World(), {figure.key: same}) if r.kind == "newer"] == []
    later = replace(other, paragraph_id=8, as_of=D(2026, 6, 1))
    found = reasons(said, None, TODAY, World(), {figure.key: [*same, other, later]})
    assert [(one.since, one.paragraph_id) for one in found] == [(D(2026, 1, 1), 8)]


def test_what_was_edited_out_of_a_copy_counts_no_longer() -> None:
    said = version("The Home Secretary, Yvette Cooper, gave £2 million last week.", D(2024, 8, 1))
    whole = reasons(said, None, TODAY, SHIPPED, text=said.text)
    assert {reason.kind for reason in whole} == {"holder", "relative", "old"}
    assert reasons(said, None, TODAY, SHIPPED, text="The department gave money.") == []


@pytest.mark.parametrize(
    ("text", "figure", "edited", "is_still_said"),
    [
        ("I know it is now open.", "now", "I know it is open.", False),
        ("It opens soon, but not sooner.", "soon", "It opens, but not sooner.", False),
        ("The fee is 4% here and 14% there.", "4%", "The fee is 14% there.", False),
        ("The fee is 4%.", "4%", "The fee is 1.4%.", False),
        ("We gave £2 last year.", "£2", "We gave £2.50 last year.", False),
        ("We gave £2 last year.", "£2", "We gave £2,000 last year.", False),
        ("We gave £2.", "£2", "Gladly we gave £2.", True),
        ("I know it is now open.", "now", "It is open (now).", True),
        ("We gave US$2 million.", "US$2 million", "We gave (US$2 million).", True),
        ("It may weigh up to 2,500kg.", "2,500", "It may weigh 2,500kg.", True),
    ],
)
def test_a_figure_is_still_said_where_its_own_words_stand(
    text: str, figure: str, edited: str, is_still_said: bool
) -> None:
    said = version(text, D(2020, 1, 1))
    start = next(one.start for one in said.figures if one.text == figure)
    found = reasons(said, None, TODAY, World(), text=edited)
    assert any(start in reason.starts for reason in found) is is_still_said


def test_a_decision_covers_the_sentences_that_were_read_and_no_others() -> None:
    found = reasons(version("The pier is long.", None), D(2026, 1, 1), TODAY, World())
    decision = Decision(reasons=[found[0].text], why="Read.")
    assert undecided(found, []) == found
    assert undecided(found, [decision]) == found[1:]


TEXTS = st.sampled_from(
    [
        "The Home Secretary, Yvette Cooper, said so.",
        "The Government will introduce a Renters’ Rights Bill next month.",
        "We gave £2 million last year, by 14 May 2026.",
        "The Online Safety Bill is in committee stage.",
    ]
)
DATES = st.dates(D(2010, 1, 1), D(2027, 1, 1))


@given(TEXTS, st.one_of(st.none(), DATES), st.one_of(st.none(), DATES), DATES)
def test_a_text_is_stale_from_its_first_day_on_and_not_before(
    text: str, date: D | None, review: D | None, today: D
) -> None:
    said = version(text, date)
    first = stale_on(said, review, SHIPPED, {})
    found = reasons(said, review, today, SHIPPED)
    assert bool(found) is (first is not None and first <= today)
    assert all(reason.since <= today for reason in found)
    assert min((reason.since for reason in found), default=first) == first


def test_every_shipped_row_has_a_source_and_its_days_in_order() -> None:
    rows = shipped()
    assert len([row for row in rows if row.about == "post"]) >= 40
    assert len({row.title for row in rows if row.about == "bill"}) >= 18
    assert len([row for row in rows if row.about == "government"]) >= 7
    assert len({row.key for row in rows}) == len(rows)
    for row in rows:
        assert re.match(r"https://[\w.-]+/\S+$", row.source), row
        assert row.title and row.said
        assert row.ends is None or row.begins < row.ends
        assert row.about != "bill" or row.said in STAGES


# Nobody was Deputy Prime Minister, at the head of a department for energy, or Welsh Secretary for a while.
EMPTY_FROM = {D(2015, 5, 8), D(2016, 7, 13), D(2019, 11, 6)}


def test_shipped_holders_and_governments_follow_each_other_without_a_gap() -> None:
    posts = {row.title for row in shipped() if row.about == "post"}
    lines = [SHIPPED.governments, *(SHIPPED.post(name) for name in posts)]
    for rows in lines:
        follows = [(row.ends, after.begins) for row, after in pairwise(rows)]
        assert {left for left, begins in follows if left != begins} <= EMPTY_FROM
        assert all(left and left <= begins for left, begins in follows)
        assert rows[-1].ends is None


def test_a_bill_s_way_ends_once() -> None:
    for name in {row.title for row in shipped() if row.about == "bill"}:
        said = [row.said for row in SHIPPED.bill(name)]
        assert sorted(said, key=STAGES.index) == said
        assert not any(stage in ENDED for stage in said[:-1])


def test_names_that_rows_share_are_names_of_one_post() -> None:
    old = Row("post", "Toll Keeper; Keeper of Tolls", "Ada Orr", D(2020, 1, 1), None, "https://example.org/1")
    new = Row("post", "Keeper of Tolls", "Ben Uhl", D(2026, 1, 1), None, "https://example.org/2")
    world = World([new, old])
    assert world.post("the toll keeper") == [old, new]
    assert world.left(old) == D(2026, 1, 1)
