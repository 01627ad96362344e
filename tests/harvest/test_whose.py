"""Whose words a letter of ours is in, by who signed it."""

import pytest

from correspondence import harvest, intake
from correspondence.harvest import Told
from correspondence.harvest.sources import ANOTHERS_LETTER, WHICH_DATE
from correspondence.models import Source

BODY = (
    "{head}Dear Mrs Jennings,\n\nThank you for writing about the ferry.\n\nThe county spends a great deal on "
    "it, and I voted for that in May 2025.\n\nYours sincerely\n\n{foot}"
)


def letter(foot: str, head: str = "", member: str = "Ada Amberley MP", voice: str = "") -> Source:
    text = BODY.format(head=head and f"{head}\n\n", foot=foot)
    return harvest.cut(intake.read("pasted.txt", text.encode()), Told(voice=voice), member)


@pytest.mark.parametrize(
    ("foot", "head"),
    [
        ("Dan Whitlock MP", ""),
        ("Dan Whitlock MP\nMember of Parliament for Northmoor", ""),
        ("Dan Whitlock\nMember of Parliament for Northmoor", ""),
        ("Dan Whitlock MP\nShadow Minister for Ferries", ""),
        ("Jo Field\nSenior Caseworker for Dan Whitlock MP", ""),
        ("Dan Whitlock", "From: Dan Whitlock MP <dan@example.org>\nTo: Ada Amberley MP"),
        ("Dan Whitlock", "DAN WHITLOCK MP\nHouse of Commons\nLondon SW1A 0AA"),
        ("Ada Amberley-Jones MP", ""),
    ],
)
def test_a_letter_of_another_member_is_theirs_and_is_asked_about(foot: str, head: str) -> None:
    source = letter(foot, head)
    assert source.voice == source.author != "office"
    assert ANOTHERS_LETTER in source.questions
    assert {paragraph.version.voice for paragraph in source.paragraphs} == {source.author}


@pytest.mark.parametrize(
    ("foot", "head"),
    [
        ("Ada Amberley MP", ""),
        ("The Rt Hon Dame Ada Amberley DBE MP", ""),
        ("A. Amberley MP\nMember of Parliament for Saltby", ""),
        ("Ada Amberley MP\ncc Dan Whitlock MP", ""),
        ("Ada Amberley MP and Dan Whitlock MP", ""),
        ("Sue Brown\nCaseworker to Ada Amberley MP", ""),
        ("pp Sue Brown\nOffice Manager to Ada Amberley MP", ""),
        ("Sue Brown", ""),
        ("Sue Brown\nOffice of the Member of Parliament for Saltby", ""),
        ("Sue Brown\nThe MP’s office", ""),
        (f"Sue Brown\nA notice: {'words ' * 12} of another MP", ""),
        ("Ada", "Dan Whitlock MP has written\n\nFrom: Ada Amberley MP\nTo: Dan Whitlock MP"),
        ("Ada Amberley", "Dan Whitlock MP\nHouse of Commons\nLondon SW1A 0AA"),
    ],
)
def test_a_letter_of_our_member_or_staff_asks_nothing(foot: str, head: str) -> None:
    source = letter(foot, head)
    assert (source.voice, ANOTHERS_LETTER in source.questions) == ("office", False)


def test_what_a_person_told_is_not_asked() -> None:
    source = letter("Dan Whitlock MP", voice="our own")
    assert (source.voice, ANOTHERS_LETTER in source.questions) == ("office", False)


def test_without_a_member_in_the_settings_nobody_can_tell() -> None:
    assert letter("Dan Whitlock MP", member="").voice == "office"


@pytest.mark.parametrize(
    ("head", "greeting"),
    [
        (
            "The Rt Hon Dan Whitlock MP,\nThe Secretary of State for Ferries,\nFerry House,",
            "Dear Secretary of State,",
        ),
        ("The Rt Hon Dan Whitlock MP\nHome Office", "Dear Home Secretary,"),
        ("Dan Whitlock MP\nHouse of Commons", "Dear Dan,"),
        ("Dan Whitlock MP\nHouse of Commons", "Dear Mr Whitlock,"),
    ],
)
def test_whom_a_letter_went_to_did_not_write_it(head: str, greeting: str) -> None:
    text = BODY.format(head=f"{head}\n\n", foot="").replace("Dear Mrs Jennings,", greeting)
    source = harvest.cut(intake.read("pasted.txt", text.encode()), Told(), "Ada Amberley MP")
    assert (source.author, source.voice) == ("", "office")


def test_the_letterhead_over_a_letter_to_a_minister_is_its_writers() -> None:
    text = BODY.format(head="DAN WHITLOCK MP\nHouse of Commons\n\n", foot="").replace(
        "Mrs Jennings", "Home Secretary"
    )
    source = harvest.cut(intake.read("pasted.txt", text.encode()), Told(), "Ada Amberley MP")
    assert source.author == "Dan Whitlock"


def test_a_member_s_office_manager_is_no_manager_of_another_body() -> None:
    source = letter("pp Sue Brown\nOffice Manager to Ada Amberley MP", "Office of Ada Amberley MP", member="")
    assert (source.voice, source.author, source.questions) == ("office", "Ada Amberley", [WHICH_DATE])
