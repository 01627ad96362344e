"""Fields and tokens are filled once, with text, and nothing else is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from correspondence import fields

VALUES = {"name": "Mrs Kaur", "mp_name": "Ada Amberley MP", "empty": ""}


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("Dear ((name)),", "Dear Mrs Kaur,"),
        ("Dear (( Name )),", "Dear Mrs Kaur,"),
        ("From ((MP name)), ((mp-name))", "From Ada Amberley MP, Ada Amberley MP"),
        ("(((name)))", "(Mrs Kaur)"),
        ("((topic)) stays", "((topic)) stays"),
        ("((empty)) stays, for a blank says nothing", "((empty)) stays, for a blank says nothing"),
        ("((na\nme)) is two lines", "((na\nme)) is two lines"),
        ("{{ 7*7 }} ${x} %s \\1 (name)", "{{ 7*7 }} ${x} %s \\1 (name)"),
    ],
)
def test_fields_with_a_value_are_filled_and_the_rest_stays(text: str, filled: str) -> None:
    assert fields.fill(text, VALUES) == filled


def test_tokens_are_found_where_they_stand() -> None:
    assert fields.token_spans("[[MP name]], [[[x]]] [[a\nb]] [[]]") == [(0, 11, "mp_name"), (14, 19, "x")]


def test_fields_are_listed_once_in_order() -> None:
    assert fields.fields("((b)) ((a)) (( B ))") == ["b", "a"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("((topic)) and [[x]] and ((topic))", ["((topic))", "[[x]]"]),
        ("((cut off", ["(("]),
        ("[[ and (( ", ["[[", "(("]),
        ("(a) [b] (see [1])", []),
    ],
)
def test_what_was_left_unfilled_is_seen(text: str, found: list[str]) -> None:
    assert fields.unfilled(text) == found


@given(st.text(), st.text(alphabet="ab()[]{}%\\$ \n"))
def test_a_value_is_put_in_as_it_is_and_never_filled_again(before: str, value: str) -> None:
    values = {"name": value, "a": "FILLED", "b": "FILLED"}
    before = before.replace("(", "").replace("[", "")
    assert fields.fill(f"{before}((name))", values) == before + (value or "((name))")


@given(st.text(alphabet="ab ()[]\n"))
def test_without_values_no_character_changes(text: str) -> None:
    assert fields.fill(text, {}) == text


@given(st.text(alphabet="ab ()[]\n"))
def test_a_text_with_two_brackets_in_a_row_is_never_passed_over(text: str) -> None:
    assert bool(fields.unfilled(text)) is ("((" in text or "[[" in text)
