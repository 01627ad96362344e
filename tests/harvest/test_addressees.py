"""Whom a mail of ours went to: its "To" lines name constituents, as its greeting does."""

import pytest

from correspondence import intake
from correspondence.harvest import Told, cut
from tests.harvest.cuts import cut_text, left_out, texts

BODY = """
{greeting}

Thank you for writing to me about bus passes.

The council issued about 200 passes in 2025, as Carol Jennings was told, and I hope, Carol, that this helps.

Best wishes

Dana Whitlock MP
"""
LEFT = "The council issued about 200 passes in 2025, as ((name)) was told, and I hope that this helps."
FROM = "From: Dana Whitlock MP <dana.whitlock.mp@parliament.uk>\n"
SENT = "Sent: 20 November 2026 21:14\n"
ABOUT = "Subject: RE: Bus passes\n"
HEADS = {
    "Outlook": f"{FROM}{SENT}To: Carol Jennings <carol@example.net>\n{ABOUT}",
    "Outlook, a contact": f"{FROM}{SENT}To: Carol Jennings\n{ABOUT}",
    "Outlook, not a contact": f"{FROM}{SENT}To: 'Carol Jennings' <carol@example.net>\n{ABOUT}",
    "Outlook, surname first": f"{FROM}{SENT}To: JENNINGS, Carol\n{ABOUT}",
    "Outlook, in a browser": f"{FROM}{SENT}To:\u200b\tCarol Jennings <carol@example.net>\u200b\n{ABOUT}",
    "Outlook, several": f"{FROM}{SENT}To: Bo Frost <bo@example.net>; Carol Jennings <c@example.net>\n{ABOUT}",
    "Outlook, wrapped": f"{FROM}{SENT}To: Bo Frost <bo@example.net>; Mo Salt\n"
    f" <mo@example.net>; Carol Jennings <carol@example.net>\n{ABOUT}",
    "a copy": f"{FROM}{SENT}To: office@example.org\nCc: Carol Jennings <carol@example.net>\n{ABOUT}",
    "a blind copy": f"{FROM}{SENT}To: office@example.org\nBcc: Carol Jennings\n{ABOUT}",
    "a line to each": f"{FROM}\n{SENT}\nTo: Carol Jennings\n\n{ABOUT}",
    "under its label": f"From:\nDana Whitlock MP\nSent:\n20 November 2026\nTo:\nCarol Jennings\n{ABOUT}",
    "Apple Mail": f"{FROM}Subject: Re: Bus passes\nDate: 20 November 2026 at 21:14:05 GMT\n"
    "To: Carol Jennings <carol@example.net>\n",
    "Gmail": "Dana Whitlock <dana.whitlock.mp@parliament.uk>\nFri, 20 Nov 2026 at 21:14\n"
    "To: Carol Jennings <carol@example.net>\n",
    "Gmail, as shown": "Dana Whitlock <dana.whitlock.mp@parliament.uk>\n20 Nov 2026, 21:14\n"
    "to Carol Jennings, me\n",
    "Gmail, opened out": "from:\tDana Whitlock <dana.whitlock.mp@parliament.uk>\n"
    "to:\tCarol Jennings <carol@example.net>\ndate:\t20 Nov 2026, 21:14\nsubject:\tBus passes\n",
    "small letters": f"{FROM}{SENT}To: carol jennings\n{ABOUT}",
    "a title": f"{FROM}{SENT}To: Mrs Carol Jennings\n{ABOUT}",
    "two of a name": f"{FROM}{SENT}To: Bill and Carol Jennings\n{ABOUT}",
    "a note": "Sent to: Carol Jennings, 20 November 2026\n",
    "by e-mail": "By e-mail to: Carol Jennings\n\n20 November 2026\n",
    "a casework system": "Cases > SA-0042\nStatus: CLOSED\n" + f"{FROM}{SENT}To: Carol Jennings\n{ABOUT}",
}


@pytest.mark.parametrize(
    "greeting",
    [
        "Dear Carol,",
        "Dear Mrs. Quill,",
        "Dear Prof. C. M. Quill",
        "Hello,",
        "Good morning",
        "Annwyl Carol / Dear Carol,",
    ],
)
@pytest.mark.parametrize("head", HEADS.values(), ids=list(HEADS))
def test_whoever_a_mail_went_to_is_taken_out_everywhere(head: str, greeting: str) -> None:
    source = cut_text(head + BODY.format(greeting=greeting))
    assert texts(source) == ["Thank you for writing to me about bus passes.", LEFT]
    kept = "\n".join([*left_out(source), source.title, source.author])
    assert [word for word in ("arol", "ennings", "Frost", "Salt", "@example.net") if word in kept] == []
    assert source.author == "Dana Whitlock"


def test_a_mail_without_a_greeting_loses_its_to_line_too() -> None:
    source = cut_text(f"{FROM}{SENT}To: Carol Jennings\n{ABOUT}" + BODY.format(greeting=""))
    assert texts(source)[1] == LEFT
    assert [line for line in left_out(source) if "Carol" in line] == []


@pytest.mark.parametrize(
    ("to", "kept"),
    [
        ("To: Westmere Residents Group <hello@example.net>", "The road to Westmere is shut."),
        ("To: Saltby Food Bank <s@x.org>", "I met Saltby Food Bank in Saltby. No Food Bank is as good."),
        ("To: Saltby Lunch Bunch <s@example.org>", "I met the Saltby Lunch Bunch at Lunch in Saltby."),
        ("To: Saltby Knitters\nCc: Saltby", "I met a few who knit in Saltby, where I live."),
        ("To: Rose Field", "The Field of Roses is in Field Lane, where a Rose grows."),
        ("To: Rt Hon Heidi Marlow MP <heidi.marlow.mp@parliament.uk>", "I have asked Heidi Marlow to act."),
        ("To: Ferries Team <post@ferries.gov.uk>", "The Ferries Act is clear."),
        ("To: carol@example.net\nCc: Dana Whitlock", "As Dana Whitlock I speak for all."),
        ("To: carol@example.net\nCc: WHITLOCK, Dana <d@parliament.uk>", "I, as Whitlock did, say no."),
        ("To: undisclosed-recipients:;", "There is undisclosed waste."),
    ],
)
def test_the_names_of_bodies_members_and_ours_stay(to: str, kept: str) -> None:
    source = cut_text(
        f"{FROM}{SENT}{to}\n{ABOUT}\nHello,\n\nThank you for writing to me about the road.\n\n{kept}\n\n"
        "Best wishes\n\nDana Whitlock MP"
    )
    assert kept in texts(source)


def test_what_is_said_to_somebody_in_a_text_is_no_line_of_a_mail() -> None:
    source = cut_text(
        "Dear Jo,\n\nThank you for writing about the pier.\n\nTo: the pier, from its friends, with love.\n\n"
        "We shall mend it by the summer of 2027.\n\nYours sincerely,\n\nDana Whitlock MP"
    )
    assert "To: the pier, from its friends, with love." in texts(source)


def test_the_header_of_a_mail_file_tells_whom_it_answered() -> None:
    data = (
        f"{FROM}To: =?utf-8?q?Carol_Jennings?= <carol@example.net>\nDate: Fri, 20 Nov 2026 21:14:00 +0000\n"
        f"{ABOUT}" + BODY.format(greeting="Hello,")
    )
    source = cut(intake.read("sent.eml", data.encode()), Told())
    assert texts(source)[1] == LEFT


@pytest.mark.parametrize(
    ("to", "said", "left"),
    [
        ("Carol Jennings", "Carol Jennings has seen the road.", "((name)) has seen the road."),
        ("Carol Ann Jennings", "I told Carol Jennings so.", "I told ((name)) so."),
        ("Carol Jennings", "I told Mrs Jennings so.", "I told ((name)) so."),
        ("Jo van Berg", "I told Jo van Berg so.", "I told ((name)) so."),
        ("Mr Bill & Mrs Carol Jennings", "I told Bill Jennings so.", "I told ((name)) so."),
        ("Carol", "I hope, Carol, that it is shut.", "I hope that it is shut."),
    ],
)
def test_a_person_a_mail_went_to_is_taken_out_as_she_is_called(to: str, said: str, left: str) -> None:
    source = cut_text(
        f"{FROM}{SENT}To: {to}\n{ABOUT}\nHello,\n\nThank you for writing to me about the road.\n\n{said}\n\n"
        "Best wishes\n\nDana Whitlock MP"
    )
    assert texts(source)[1] == left
