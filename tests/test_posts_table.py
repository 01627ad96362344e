"""The Posts that are shipped: each is found by each of its names, and tells when a holder left."""

import datetime as dt

import pytest

from correspondence.figures import find, reasons
from correspondence.figures.world import World, shipped
from correspondence.models import Version

D = dt.date
WORLD = World(shipped())
CHECKED = D(2025, 12, 31)
NAMES = sorted({name.strip() for row in shipped() if row.about == "post" for name in row.name.split(";")})


def left(text: str, written: D) -> list[tuple[D, str]]:
    version = Version(text=text, date=written, figures=find(text, written), paragraph_id=1)
    return [(one.since, one.text) for one in reasons(version, None, CHECKED, WORLD) if one.kind == "holder"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("text", ["I met the {}, Ann Orr, today.", "The {}, the Rt Hon Ann Orr MP, agreed."])
def test_a_post_is_known_by_each_name_with_its_holder(name: str, text: str) -> None:
    (post,) = [one for one in find(text.format(name), None) if one.kind == "office_holder"]
    known, holder = WORLD.holder(str(post.value), post.detail["holder"])
    assert WORLD.post(known) == WORLD.post(name)
    assert holder.startswith("Ann Orr")


@pytest.mark.parametrize(
    ("text", "since", "now"),
    [
        ("The Environment Secretary, Steve Reed, agrees.", D(2025, 9, 5), "Emma Reynolds"),
        ("Transport Secretary Louise Haigh agrees.", D(2024, 11, 29), "Heidi Alexander"),
        ("The Work and Pensions Secretary, Liz Kendall, agrees.", D(2025, 9, 5), "Pat McFadden"),
        ("The Business and Trade Secretary, Kemi Badenoch, agrees.", D(2024, 7, 5), "Peter Kyle"),
        ("The Secretary of State for Transport Louise Haigh agrees.", D(2024, 11, 29), "Heidi Alexander"),
        ("The Secretary of State for Defence Rt Hon Ben Wallace MP agrees.", D(2023, 8, 31), "John Healey"),
        ("The Secretary of State for Wales, David TC Davies MP, agrees.", D(2024, 7, 5), "Jo Stevens"),
        ("The Welsh Secretary, Alun Cairns, agrees.", D(2019, 11, 6), "Jo Stevens"),
        ("The Energy Secretary, Amber Rudd, agrees.", D(2016, 7, 13), "Ed Miliband"),
        ("The Attorney General, Victoria Prentis, agrees.", D(2024, 7, 5), "Richard Hermer"),
    ],
)
def test_who_left_a_post_in_the_cabinet_is_told(text: str, since: D, now: str) -> None:
    ((day, sentence),) = left(text, D(2016, 1, 1))
    assert day == since
    assert sentence.endswith(f"it is {now}.")


@pytest.mark.parametrize(
    "text",
    [
        "The Environment Secretary, Emma Reynolds, agrees.",
        "The Leader of the House of Lords, Baroness Powell, agrees.",
        "The Attorney General for Northern Ireland, Dominic Grieve, agrees.",
        "The Shadow Transport Secretary, Louise Haigh, agrees.",
        "The Secretary of State for Transport asked Louise Haigh.",
    ],
)
def test_who_holds_a_post_or_another_one_is_let_be(text: str) -> None:
    assert left(text, D(2025, 10, 1)) == []
