"""The five documents the product grew from."""

import datetime as dt

import pytest

from correspondence.drafting.assemble import is_ours
from correspondence.harvest.sources import WHICH_AUTHOR, WHICH_DATE
from correspondence.models import Source
from tests.conftest import MATERIAL
from tests.harvest.cuts import cut_file, kinds, left_out, speakers, texts, voices

pytestmark = pytest.mark.material


def seed(number: int) -> Source:
    return cut_file(next((MATERIAL / "seeds").glob(f"{number:03}_*.txt")))


def test_the_first_column_is_dated_and_its_byline_found() -> None:
    source = seed(0)
    byline = next(left["text"] for left in source.left_out if left["why"] == "A byline.")
    assert source.date == dt.date(2021, 12, 1)
    assert byline.startswith(source.author)
    assert source.author
    assert set(voices(source)) == {source.author}
    assert texts(source)[0].startswith("It was")
    assert len(source.paragraphs) == 10
    assert source.questions == []


def test_the_op_ed_has_a_title_and_a_heading_and_asks_when_and_by_whom() -> None:
    source = seed(1)
    assert source.title in left_out(source)
    assert [left["why"] for left in source.left_out] == ["The title, kept with the source.", "A heading."]
    assert len(source.paragraphs) == 22
    assert set(voices(source)) == {"the author"}
    assert source.questions == [WHICH_DATE, WHICH_AUTHOR]


def test_the_reply_letter_gives_opening_seven_policy_paragraphs_and_closing() -> None:
    source = seed(2)
    assert kinds(source) == ["opening", *["policy"] * 7, "closing"]
    assert set(voices(source)) == {"office"}
    assert source.questions == [WHICH_DATE]
    assert source.left_out == []


def test_the_second_column_keeps_nothing_of_the_newspaper() -> None:
    source = seed(3)
    assert len(source.paragraphs) == 10
    assert len(source.left_out) == 8
    assert not any("READ MORE" in text for text in texts(source))
    assert source.questions == [WHICH_DATE, WHICH_AUTHOR]


def test_the_reports_quotations_carry_their_speakers() -> None:
    source = seed(4)
    assert source.date == dt.date(2021, 11, 16)
    assert source.questions == []
    assert source.title in left_out(source)
    spoken = voices(source)
    assert spoken[5:9] == ["A Home Office spokesperson"] * 4
    assert len(set(spoken[-4:])) == 1
    assert spoken[-1].startswith("Bridget Chapman")
    assert set(spoken[:5] + spoken[9:-4]) == {"the newspaper"}
    assert speakers(source)[4] == "A joint statement"
    assert speakers(source)[14].startswith("Home Secretary")


def test_the_critic_is_never_put_into_a_reply_as_ours() -> None:
    report, reply = seed(4), seed(2)
    for paragraph in (*report.paragraphs, *reply.paragraphs):
        paragraph.state = "approved"
    assert not any(is_ours(paragraph) for paragraph in report.paragraphs)
    assert [is_ours(paragraph) for paragraph in reply.paragraphs] == [False, *[True] * 7, False]
