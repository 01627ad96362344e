"""What the Member wrote is the office's own, by whatever name; nobody else's is."""

import pytest

from correspondence import harvest, intake
from correspondence.harvest import Told, ours, tell
from correspondence.models import Source

BODY = """
{head}

The pier at Westmere has stood for a hundred years, and I have walked on it every summer since I was a girl.

I believe the council must find the £2 million that its repair will cost. Nobody else will.

Ministers have promised a fund for the coast, but I have yet to see a penny of it come to our town.

{foot}
"""
MEMBERS = ["Dana Whitlock", "Dana Whitlock MP", "Dame Dana Whitlock DBE MP", "Rt Hon Dana Whitlock"]


def column(head: str, member: str, foot: str = "", told: Told | None = None) -> Source:
    text = BODY.format(head=head, foot=foot).strip()
    return harvest.cut(intake.read("pasted.txt", text.encode()), told or Told(), member)


@pytest.mark.parametrize("member", MEMBERS)
@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("Save our pier\nBy Dana Whitlock", ""),
        ("Save our pier\nBy Dana Whitlock MP\n3 June 2025", ""),
        ("Save our pier\nDana Whitlock MP", ""),
        ("Save our pier\n\nDame Dana Whitlock DBE MP", ""),
        ("Save our pier\n\nRt Hon Dana Whitlock MP", ""),
        ("Save our pier\nBy DANA WHITLOCK", ""),
        ("Save our pier\nBy D. Whitlock", ""),
        ("Save our pier\nBy D Whitlock MP", ""),
        ("Save our pier\n\nby Dana A. Whitlock, Member of Parliament for Westmere", ""),
        ("Save our pier\nBy Mrs Whitlock", ""),
        ("Save our pier\nBy Whitlock", ""),
        ("Save our pier\n\nOur pier must be saved, Whitlock writes", ""),
        ("Save our pier\n\nDana Whitlock writes:", ""),
        ("Save our pier\n\nDana Whitlock", ""),
        ("Save our pier\n\nDana Whitlock\n3 June 2025", ""),
        ("Author: Dana Whitlock\nTitle: Save our pier", ""),
        ("Save our pier", "Dana Whitlock is the MP for Westmere."),
        ("Save our pier", "– Dana Whitlock"),
    ],
)
def test_the_members_own_column_is_the_offices_own(head: str, foot: str, member: str) -> None:
    source = column(head, member, foot)
    assert (source.kind, source.title, source.voice) == ("column", "Save our pier", "office")
    assert {paragraph.version.voice for paragraph in source.paragraphs} == {"office"}
    assert len(source.paragraphs) == 3
    assert "Whitlock" in source.author


@pytest.mark.parametrize(
    ("head", "voice"),
    [
        ("Save our pier\nBy Dan Whitlock", "Dan Whitlock"),
        ("Save our pier\nBy Jo Whitlock", "Jo Whitlock"),
        ("Save our pier\nBy Lord Whitlock", "Lord Whitlock"),
        ("Save our pier\nBy Dana Whitlock and Jo Field", "Dana Whitlock and Jo Field"),
        ("Save our pier\nBy Dana Whitlocke", "Dana Whitlocke"),
        ("Save our pier\nBy Jo Field", "Jo Field"),
        ("Save our pier\n\nDana Whitlock should hear this\n\nJo Field writes from the pier", "Jo Field"),
        ("Save our pier\n\nDan Whitlock writes", "Dan Whitlock"),
        ("Save our pier\n\nWhy it must be saved, Dan Whitlock writes", "Dan Whitlock"),
        ("Save our pier\n\nOurs for long, writes Jo Field, and Dan Whitlock writes on why", ""),
        ("Save our pier\n\nDan Whitlock has walked on it\n\nBy Whitlock", ""),
        ("Save our pier\n\nDan Whitlock has walked on it\n\nIt must stay, D. Whitlock writes", ""),
        ("Save our pier\nBy Mr Whitlock", "Mr Whitlock"),
        ("Dana Whitlock must save our pier", ""),
        ("Save our pier", ""),
    ],
)
def test_nobody_elses_column_is(head: str, voice: str) -> None:
    assert column(head, "Ms Dana Whitlock").voice == voice


def test_without_a_member_in_the_settings_it_stays_the_writers() -> None:
    assert column("Save our pier\nBy Dana Whitlock", "").voice == "Dana Whitlock"


@pytest.mark.parametrize(
    ("name", "member", "is_hers"),
    [
        ("Whitlock", "Dana Whitlock", True),
        ("Ms Whitlock", "Dana Whitlock", True),
        ("D.A. Whitlock", "Dana Anne Whitlock", True),
        ("D. A. Whitlock", "Dana Anne Whitlock", True),
        ("WHITLOCK, Dana", "Dana Whitlock", True),
        ("Duncan Field", "Rt Hon Sir Ian Duncan Field KBE MP", True),
        ("Zoe O'Dell", "Zoë O’Dell MP", True),
        ("Mrs Whitlock", "Dame Dana Whitlock DBE MP", True),
        ("Mr Whitlock", "Dana Whitlock", True),
        ("Mr Whitlock", "Ms Dana Whitlock MP", False),
        ("Dame D. Whitlock", "Rt Hon Sir Dan Whitlock MP", False),
        ("Cllr Whitlock", "Dana Whitlock", False),
        ("Dana", "Dana Whitlock", False),
        ("", "Dana Whitlock", False),
        ("Dana Whitlock", "", False),
        ("the office of Dana Whitlock’s rival", "Dana Whitlock", False),
    ],
)
def test_a_name_is_the_members(name: str, member: str, is_hers: bool) -> None:
    assert ours.is_member(name, member) is is_hers


@pytest.mark.parametrize("said", ["office", "Our own", "our  own", "ours", "The office", "Dana Whitlock MP"])
def test_our_own_is_understood_however_it_is_said(said: str) -> None:
    source = column("Save our pier\nBy Jo Field", "Dana Whitlock", told=Told(voice=said))
    assert {paragraph.version.voice for paragraph in source.paragraphs} == {"office"}
    tell(source, Told(voice="Jo Field"), "Dana Whitlock")
    assert source.voice == "Jo Field"
    tell(source, Told(voice=said), "Dana Whitlock")
    assert source.voice == "office"


def test_the_member_told_as_author_of_a_column_makes_it_ours() -> None:
    source = column("Save our pier", "Dana Whitlock")
    tell(source, Told(author="Dana Whitlock"), "Dana Whitlock")
    assert (source.author, source.voice) == ("Dana Whitlock", "office")


def test_a_letter_of_the_member_in_another_post_asks_nothing() -> None:
    text = (
        "Dear Jo,\n\nThank you for writing about the pier, which I want to save.\n\nI have asked the council "
        "to find the money for it.\n\nYours sincerely,\n\nDana Whitlock MP\nMinister for Piers"
    )
    document = intake.read("pasted.txt", text.encode())
    asked = [harvest.cut(document, Told(), member).questions for member in ("Dana Whitlock", "Jo Field")]
    assert [len(questions) for questions in asked] == [1, 2]
