"""Saying which points a paragraph answers, without scripts."""

from sqlalchemy import Engine, select

from correspondence import db
from correspondence.models import Choice
from tests.web.page import Page, text_of
from tests.web.post import Post
from tests.web.sheet import GREETING, GUARDS, OPENING, Sheet, stored


def standing(page: Page) -> list[str]:
    return [
        text_of(button) for button in page.tree.xpath("//*[@data-choose][contains(@class, 'point-button')]")
    ]


def ticks(page: Page, block: int) -> list[str]:
    """Of each point whether the paragraph answers it."""
    return list(page.tree.xpath(f"//button[starts-with(@id, 'tick-{block}-')]/@aria-pressed"))


def pressed(page: Page, block: int, place: int) -> str:
    """The address of the button at a place in the list of a paragraph."""
    buttons = page.tree.xpath(f"//button[starts-with(@id, 'tick-{block}-')]/@formaction")
    return str(buttons[place]).split("/", 3)[-1]


def test_a_wrong_tick_is_taken_off_and_the_point_is_open_again(
    engine: Engine, ada_office: int, post: Post, cas_at: Sheet
) -> None:
    guards = cas_at.on(GUARDS)
    assert ticks(cas_at.page, guards) == ["true", "false", "false"]
    cas_at.type(GUARDS, "Typed before the press.")
    page = cas_at.press(pressed(cas_at.page, guards, 0))
    assert stored(engine, ada_office, post)[GUARDS] == "Typed before the press."
    assert (standing(page)[0], ticks(page, guards)) == ("① not answered", ["false"] * 3)
    assert "answers no point" in text_of(page.tree.get_element_by_id(f"answers-{guards}"))
    [gap, *_others] = page.tree.xpath("//*[contains(@class, 'gap-open')]")
    assert [text_of(button).split()[0] for button in gap.xpath(".//button")] == [
        "Find",
        "Write",
        "Leave",
        "It",
    ]
    assert "Point 1" in text_of(page.tree.get_element_by_id("checks"))
    with db.make_session(engine, write=False, office_id=ada_office) as session:
        assert [choice.used for choice in session.scalars(select(Choice))] == [False]
    page = cas_at.press(pressed(page, guards, 0))
    assert (standing(page)[0], ticks(page, guards)) == ("① answered", ["true", "false", "false"])


def test_a_paragraph_of_ones_own_is_said_to_answer_a_point(cas_at: Sheet) -> None:
    page = cas_at.press("own")
    [own] = page.tree.xpath("//*[contains(@class, 'block-own')]/@data-block")
    cas_at.fields[f"text-{own}"] = "The council mends the road in June."
    page = cas_at.press(pressed(page, int(own), 2))
    assert standing(page)[2] == "③ answered"
    assert not page.tree.xpath("//*[contains(@class, 'gap-open')]")


def test_two_who_press_at_once_are_told_apart(cas_at: Sheet, ben_at: Sheet) -> None:
    address = pressed(cas_at.page, cas_at.on(GUARDS), 1)
    cas_at.press(f"blocks/{cas_at.on(GUARDS)}/down")
    page = ben_at.press(address, status=409)
    assert "changed this reply meanwhile" in text_of(page.tree.get_element_by_id("trouble"))
    assert ticks(page, ben_at.on(GUARDS)) == ["true", "false", "false"]


def test_a_greeting_and_thanks_have_no_list_of_points(cas_at: Sheet) -> None:
    for place in (GREETING, OPENING):
        assert ticks(cas_at.page, cas_at.on(place)) == []
