"""Mails that were pasted as text, with their headers, the fields of other programs and ">" before lines."""

import datetime as dt

import pytest

from correspondence.errors import Refused
from tests.harvest.cuts import cut_text, texts

ADA = "Ada Amberley"


def test_a_pasted_mail_of_ours_tells_its_sender_subject_and_day_and_the_answered_mail_goes() -> None:
    source = cut_text(
        "From: Ada Amberley MP <ada@example.org>\nSent: 02 March 2022 14:11\nTo: jo@example.net\n"
        "Subject: RE: Bus passes\n\nDear Jo\n\nMany thanks for your e-mail about bus passes.\n\n"
        "About 200 passes were issued last year.\n\nBest regards\n\nAda Amberley MP\n\n"
        "From: jo@example.net\nSent: 28 February 2022 22:01\nTo: Ada Amberley MP\nSubject: Bus passes\n\n"
        "Please help my family get to school."
    )
    found = (source.kind, source.title, source.author, source.date)
    assert found == ("reply", "Bus passes", ADA, dt.date(2022, 3, 2))
    assert texts(source) == [
        "Many thanks for your e-mail about bus passes.",
        "About 200 passes were issued last year.",
    ]


_HEAD = {
    "From": "Ada Amberley MP <ada@example.org>", "Date": "2 March 2022 14:11", "To": "jo@example.net",
    "Subject": "RE: Bus passes", "Cc": "pat@example.net", "Reply-To": "ada@example.org",
}  # fmt: skip


@pytest.mark.parametrize("over", ["", "Cases > SA-0042\nStatus: CLOSED\n"])
@pytest.mark.parametrize("first", _HEAD)
def test_the_head_of_a_mail_of_ours_is_read_in_any_order(first: str, over: str) -> None:
    order = sorted(_HEAD, key=lambda label: (label != first, label))
    source = cut_text(
        over + "\n".join(f"{label}: {_HEAD[label]}" for label in order) + "\n\nDear Jo\n\n"
        "Many thanks for your e-mail about bus passes.\n\nAbout 200 passes were issued last year.\n\n"
        "Best regards\n\nAda Amberley MP"
    )
    assert (source.title, source.author, source.date) == ("Bus passes", ADA, dt.date(2022, 3, 2))
    assert texts(source) == [
        "Many thanks for your e-mail about bus passes.",
        "About 200 passes were issued last year.",
    ]


def test_a_mail_of_ours_that_only_hands_another_on_gives_none_of_its_words() -> None:
    with pytest.raises(Refused):
        cut_text(
            "Cases > SA-0042\nSubject: Bus passes\nFrom: Ada Amberley MP\nTo: pat@example.net\n"
            "From: jo@example.net\nSent: 28 February 2022 22:01\nTo: Ada Amberley MP\nSubject: Bus passes\n\n"
            "Please help my family get to school, or I shall never vote for you again."
        )


def test_a_mail_of_ours_is_read_under_the_fields_of_a_casework_system() -> None:
    source = cut_text(
        "Cases > SA-0042 > Mail (2)\nStatus: CLOSED\nOpened: 28/02/2022 09:00\nOutgoing mail  [Print]\n"
        "From: Ada Amberley MP <ada@example.org>\nSent: 02 March 2022 14:11\nSubject: RE: RE: Bus passes\n"
        "Dear Jo\nMany thanks for your e-mail about bus passes.\nAbout 200 passes were issued last year.\n"
        "Best regards\nAda Amberley MP\nIncoming mail\nFrom: Jo\nSent: 28 February 2022 22:01\n"
        "Subject: Bus passes\n> Please help my family get to school, or I shall never vote for you again."
    )
    assert (source.title, source.author, source.date) == ("Bus passes", ADA, dt.date(2022, 3, 2))
    assert texts(source) == [
        "Many thanks for your e-mail about bus passes.",
        "About 200 passes were issued last year.",
    ]


def test_a_mail_to_us_is_never_ours_though_fields_stand_over_it() -> None:
    with pytest.raises(Refused):
        cut_text(
            "Cases > SA-0042\nFrom: Jo Field <jo@example.net>\nSent: 28 February 2022 22:01\n"
            "Subject: Bus passes\nDear Ms Amberley\nPlease help my family get to school again.\nJo"
        )


def test_what_a_page_sets_behind_a_mark_is_a_quotation() -> None:
    source = cut_text(
        "Boats will run again\n\nFrom:\nDepartment for Boats\n\n"
        "Ferries will cross the bay at night again under plans that were announced today.\n\n"
        "Boats Secretary Jo Field said:\n\n"
        "> A town by the sea needs a boat at night, and it will have one soon.\n\n"
        "> Nobody should have to wait until the morning to come home from work over there.\n\n"
        "The first of the boats will cross in May, and all four of them are meant to do so by the summer."
    )
    said = [paragraph.version for paragraph in source.paragraphs if "Field" in paragraph.version.voice]
    assert [version.text for version in said] == [
        "“A town by the sea needs a boat at night, and it will have one soon.”",
        "“Nobody should have to wait until the morning to come home from work over there.”",
    ]
