"""A text as it is read: its figures, the words looked for, what changed word by word."""

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from correspondence import figures
from correspondence.figures.world import World
from correspondence.models import Version
from correspondence.web.bank.wording import Change, brief, differences, with_figures, with_words

TODAY = dt.date(2026, 11, 21)
SENTENCES = st.lists(
    st.sampled_from("The ferry costs £3 million a year. Nearly 700 use it\n- daily".split(" "))
)


def version(text: str, date: dt.date) -> Version:
    return Version(text=text, date=date, figures=figures.find(text, date))


def test_figures_are_set_apart_with_what_speaks_against_them() -> None:
    said = version("It cost £3 million, and 700 people came.", dt.date(2020, 1, 1))
    runs = with_figures(said, figures.reasons(said, None, TODAY, World()))
    assert [run.text for run in runs if run.figure] == ["£3 million", "700"]
    assert all("more than two years ago" in run.stale for run in runs if run.figure)
    assert [run.stale for run in runs if not run.figure] == ["", "", ""]


@given(st.text())
def test_all_runs_together_are_the_text(text: str) -> None:
    assert "".join(run.text for run in with_figures(version(text, TODAY), [])) == text


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("harbour walls", ["harbour", "wall", "wall"]),  # whatever the ending
        ("the of", []),  # words that say nothing
        ("harb", ["harbour"]),  # half a word, while it is typed
        ("harb ", []),
        ("lighthouse", []),
    ],
)
def test_words_that_were_looked_for_are_set_apart(wanted: str, found: list[str]) -> None:
    runs = with_words("The harbour wall is a wall of stone.", wanted)
    assert [run.text for run in runs if run.is_found] == found


def test_a_long_text_begins_with_the_sentence_that_has_the_word() -> None:
    text = "It is long. " * 40 + "The ferry is late. And more."
    assert "".join(run.text for run in with_words(text, "ferry")) == "… The ferry is late. And more."


@given(SENTENCES, SENTENCES)
def test_a_difference_holds_both_texts(old: list[str], new: list[str]) -> None:
    before, after = " ".join(old), " ".join(new)
    changes = differences(before, after)
    assert "".join(change.text for change in changes if change.kind != "added").split() == before.split()
    assert "".join(change.text for change in changes if change.kind != "removed").split() == after.split()


def test_a_difference_is_told_word_by_word() -> None:
    changes = differences("It cost £19 million last year.", "It cost £21 million last year.")
    assert [(change.kind, change.text.strip()) for change in changes] == [
        ("same", "It cost"), ("removed", "£19"), ("added", "£21"), ("same", "million last year."),
    ]  # fmt: skip


def test_a_sentence_that_moved_is_told_as_moved() -> None:
    first, second, third = "The pier was closed in May.", "It will open again.", "Nobody knows on which day."
    changes = differences(f"{first} {second} {third}", f"{third} {first} {second} More soon.")
    assert [(change.kind, change.text.strip(), change.is_moved) for change in changes] == [
        ("added", third, True), ("same", f"{first} {second}", False),
        ("added", "More soon.", False), ("removed", third, True),
    ]  # fmt: skip


def test_a_sentence_that_moved_and_was_changed_is_told_word_by_word() -> None:
    changes = differences("The pier is shut. It opens in May.", "It opens in June. The pier is shut.")
    assert not any(change.is_moved for change in changes)
    assert ["June." in change.text for change in changes if change.kind == "added"] == [True]


def test_long_texts_are_compared_soon() -> None:
    """The longest there can be, no two sentences the same, and as one sentence."""
    old = " ".join(
        f"The {number} boats of the fleet are at sea and the sea is calm." for number in range(360)
    )
    for before in (old, old.replace(".", ",")):
        begun = time.process_time()
        changes = differences(before, before.replace("calm", "rough").replace("fleet", "company"))
        assert time.process_time() - begun < 5
        assert "".join(change.text for change in changes if change.kind != "added").split() == before.split()
        assert sum(change.kind == "added" for change in changes) >= 360


def test_a_long_piece_that_did_not_change_is_cut_short() -> None:
    changes = brief(
        [Change("same", "a" * 300 + "b" * 700), Change("added", "c" * 999), Change("same", "d" * 99)]
    )
    assert [len(change.text) for change in changes] == [323, 999, 99]
    assert changes[0].text.startswith("aa") and changes[0].text.endswith("bb")
