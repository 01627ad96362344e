"""Who wrote: name, salutation, e-mail, address, postcode, from letters of many shapes."""

import pytest

from correspondence.intake.document import Document
from correspondence.models import Constituent
from correspondence.understanding import salutation_for, understand

ASK = "Will you vote against the new runway? I live under the flight path."


def writer(text: str, author: str = "", email: str = "", title: str = "", reply_to: str = "") -> Constituent:
    message = understand(Document("eml", text, author=author, email=email, title=title, reply_to=reply_to))
    assert message.constituent is not None
    return message.constituent


# (what stands under the letter, the mail's From, name, salutation)
SIGNED = [
    ("Yours sincerely,\nJane Doe", "", "Jane Doe", "Jane Doe"),
    ("Yours sincerely,\n\n\n\nMrs J Doe", "", "Mrs J Doe", "Mrs Doe"),
    ("Kind regards, Jane Doe", "", "Jane Doe", "Jane Doe"),
    ("Thanks, Dave", "", "Dave", "Dave"),
    ("cheers\nkev", "", "Kev", "Kev"),
    ("Cheers\nKev", "Kev Marsh", "Kev Marsh", "Kev Marsh"),
    ("Best wishes\nKev", "Joan Marsh", "Kev", "Kev"),
    ("Regards\nAnne Kaur", "Mrs Anne Kaur", "Mrs Anne Kaur", "Mrs Kaur"),
    ("Many thanks\nKind regards\nAnn Fox", "", "Ann Fox", "Ann Fox"),
    ("Jane Doe", "", "Jane Doe", "Jane Doe"),
    ("Jane Doe\n3 Mill Lane\nNorthmoor\nZZ1 2AB", "", "Jane Doe", "Jane Doe"),
    ("-- \nJane Doe\nTel 07700 900123", "", "Jane Doe", "Jane Doe"),
    ("--\nGet Outlook for Android", "Jane Doe", "Jane Doe", "Jane Doe"),
    ("Jane Doe\n\nSent from my iPad", "", "Jane Doe", "Jane Doe"),
    ("Mr and Mrs R. Shah\n3 Mill Lane", "", "Mr and Mrs R. Shah", "Mr and Mrs Shah"),
    ("Hamish & family", "", "Hamish", "Hamish"),
    ("Jane\n\nJane Doe\nHead of Fundraising", "", "Jane Doe", "Jane Doe"),
    ("Regards\n\nJane Doe | Director | Doe Joinery | 01632 960121", "", "Jane Doe", "Jane Doe"),
    ("Kind regards\n[image: logo]\nJane Doe", "", "Jane Doe", "Jane Doe"),
    ("Yours etc.\nJ Doe", "", "J Doe", "J Doe"),
    ("Love from\nJean x", "", "Jean", "Jean"),
    ("Your constituent,\nJean Doe", "", "Jean Doe", "Jean Doe"),
    ("Dr. Siobhán Ní Dhuibhne MRCGP", "", "Dr Siobhán Ní Dhuibhne MRCGP", "Dr Ní Dhuibhne"),
    ("Yours sincerely\nJane Doe BSc (Hons), PGCE", "", "Jane Doe BSc PGCE", "Jane Doe"),
    ("thanks", "JaneDoe", "", ""),
    ("thanks", "Doe Jane Mrs", "Mrs Doe Jane", "Mrs Jane"),
    ("-Jane", "", "Jane", "Jane"),
    ("thanks", "Mail Delivery Subsystem", "Mail Delivery Subsystem", ""),
    ("Yours faithfully\nMr and Mrs Shah", "R Shah", "Mr and Mrs Shah", "Mr and Mrs Shah"),
    ("Yours,\nAnne Kaur (Mrs)\nChair, Mill Lane Residents", "", "Mrs Anne Kaur", "Mrs Kaur"),
    ("Best,\nJane Doe\nDirector\nDoe Joinery Ltd\nwww.example.org", "", "Jane Doe", "Jane Doe"),
    ("Yours sincerely\nJane Doe, Parish Clerk\nNorthmoor Parish Council", "", "Jane Doe", "Jane Doe"),
    ("Yours sincerely\nNorthmoor Parish Council", "", "Northmoor Parish Council", ""),
    ("Yours sincerely\nThe Allotment Society\nHigh Harlow", "", "The Allotment Society", ""),
    ("Yours sincerely\nMill Lane Action Group\nJane Doe, Secretary", "", "Jane Doe", "Jane Doe"),
    ("Yours\nThe Secretary", "", "", ""),
    ("A concerned resident", "", "", ""),
    ("Yours in disgust\nA local taxpayer", "", "", ""),
    ("thanks", "jsmith72", "", ""),
    ("thanks", "jane.doe@example.org", "", ""),
    ("thanks", "j_doe", "", ""),
    ("thanks", "No Reply", "", ""),
    ("thanks", "Doe, Jane", "Jane Doe", "Jane Doe"),
    ("thanks", "DOE Joan", "Doe Joan", "Doe Joan"),
    ("thanks", "jane doe", "Jane Doe", "Jane Doe"),
    ("thanks", "Jane Doe via WriteToThem", "Jane Doe", "Jane Doe"),
    ("thanks", "'Jane Doe' via Campaigns", "Jane Doe", "Jane Doe"),
    ("thanks", "The Smiths", "", ""),
    ("thanks", "Smith Family", "", ""),
    ("thanks", "Mill Lane Surgery", "Mill Lane Surgery", ""),
    ("thanks", "Office of Ada Amberley MP", "", ""),
    ("thanks", "", "", ""),
    ("PS I am often out.\n\nJane Doe", "", "Jane Doe", "Jane Doe"),
    ("Yours sincerely\nJane Doe\n\nP.S. Please write, do not ring.", "", "Jane Doe", "Jane Doe"),
    ("God bless you\nSister Mary Agnes", "", "Sister Mary Agnes", "Sister Agnes"),
    ("Would be grateful for a reply,\nHarpreet Gill", "", "Harpreet Gill", "Harpreet Gill"),
    ("from Amari J, on behalf of the youth club", "", "Amari J", "Amari J"),
]


@pytest.mark.parametrize(("under", "author", "name", "salutation"), SIGNED)
def test_the_person_who_signs_is_the_constituent(under: str, author: str, name: str, salutation: str) -> None:
    found = writer(f"Dear MP,\n\n{ASK}\n\n{under}\n", author, "someone@example.org")
    assert (found.name, found.salutation) == (name, salutation)


SAID = [
    ("My name is Oksana Hrytsenko and I live in your town.", "Oksana Hrytsenko"),
    ("my name is jane doe, i am 81.", "Jane Doe"),
    ("I am Jane Doe, a teacher.", "Jane Doe"),
    ("This is Ravi Shah from Mill Lane.", "Ravi Shah"),
    ("I am Polish. I am writing about the trains.", ""),
    ("My name is on the list.", ""),
    ("I am Head of a school.", ""),
]


@pytest.mark.parametrize(("sentence", "name"), SAID)
def test_a_letter_without_a_name_under_it_may_say_who_writes(sentence: str, name: str) -> None:
    assert writer(f"Hello,\n\n{sentence} {ASK}\n\nThanks").name == name


# (letter, address, postcode)
HOMES = [
    (
        f"Dear MP,\n\n{ASK}\n\nYours,\nJane Doe\n3 Mill Lane\nNorthmoor\nZZ1 2AB",
        "3 Mill Lane\nNorthmoor",
        "ZZ1 2AB",
    ),
    (
        (f"Dear MP,\n\n{ASK}\n\nYours,\nJane Doe\nFlat 3, 41 Mill Lane, zz12ab\nTel 01632 960121"),
        "Flat 3, 41 Mill Lane",
        "ZZ1 2AB",
    ),
    (f"Dear MP,\n\n{ASK}\n\nYours,\nJane Doe, 3 Mill Lane, ZZ1 2AB", "3 Mill Lane", "ZZ1 2AB"),
    (
        (f"Dear MP,\n\n{ASK}\n\nYours,\nJane Doe\nAddress: 3 Mill Lane, Northmoor\nPostcode: ZZ12AB"),
        "3 Mill Lane, Northmoor",
        "ZZ1 2AB",
    ),
    (f"Dear MP,\n\n{ASK}\n\nYours,\nJane Doe\nNorthmoor", "Northmoor", ""),
    (f"{ASK}\n\nA constituent\nJane Doe\nMill Lane\nNorthmoor", "Mill Lane\nNorthmoor", ""),
    (f"{ASK}\n\nJane Doe\n12 the green\nnorthmoor\nzz1 2ab", "12 the green\nnorthmoor", "ZZ1 2AB"),
    (f"Jane Doe\nRose Cottage\nZZ1 2AB\n\n3.3.2026\n\n{ASK}", "Rose Cottage", "ZZ1 2AB"),
    (f"Dear MP,\n\n{ASK}\n\nYours,\nJane Doe\njane@example.org", "", ""),
    (
        (
            "The Old Barn\n3 Mill Lane\nNorthmoor\nZZ1 2AB\n\n"
            f"12th November 2026\n\nDear Ms Amberley,\n\n{ASK}\n\n"
            "Yours sincerely\n\nJane Doe"
        ),
        "The Old Barn\n3 Mill Lane\nNorthmoor",
        "ZZ1 2AB",
    ),
    (
        (
            "Jane Doe\n3 Mill Lane\nZZ1 2AB\n\nAda Amberley MP\nHouse of Commons\n"
            f"London\nSW1A 0AA\n\n12/11/2026\n\nDear Ms Amberley\n\n{ASK}\n\n"
            "Jane Doe"
        ),
        "3 Mill Lane",
        "ZZ1 2AB",
    ),
    (
        (
            "Ada Amberley MP\n\nHouse of Commons\n\nLondon SW1A 0AA\n\n"
            f"3 Mill Lane\n\nZZ1 2AB\n\nDear Ms Amberley\n\n{ASK}\n\nJane Doe"
        ),
        "3 Mill Lane",
        "ZZ1 2AB",
    ),
    (
        (f"Ada Amberley MP\n1 Market Place\nNorthmoor\nZZ1 1AA\n\nDear Ms Amberley\n\n{ASK}\n\nJane Doe"),
        "",
        "",
    ),
    (
        (f"Dear MP,\n\nI live at 3 Mill Lane, Northmoor, ZZ1 2AB. {ASK}\n\nJane Doe"),
        "3 Mill Lane, Northmoor",
        "ZZ1 2AB",
    ),
    (f"Dear MP,\n\nMy postcode is zz1 2ab. {ASK}\n\nJane Doe", "", "ZZ1 2AB"),
    (f"Dear MP,\n\nThe depot at ZZ9 9ZZ is noisy. {ASK}\n\nJane Doe", "", ""),
    (
        (
            "Name: Jane Doe\nAddress: 3 Mill Lane\nPostcode: ZZ1 2AB\n"
            f"Email: jane@example.org\nMessage:\n\n{ASK}"
        ),
        "3 Mill Lane",
        "ZZ1 2AB",
    ),
    (f"Dear MP,\n\n{ASK}\n\nJane Doe\nHouse of Commons, SW1A 0AA", "", ""),
]


@pytest.mark.parametrize(("text", "address", "postcode"), HOMES)
def test_the_address_is_the_writers_and_never_the_members(text: str, address: str, postcode: str) -> None:
    found = writer(text)
    assert (found.address, found.postcode) == (address, postcode)
    assert found.name == "" or found.name == "Jane Doe"


def test_a_web_form_names_its_writer() -> None:
    text = f"Title: Mrs\nFirst name: Joan\nLast name: Clay\nEmail: joan@example.org\nYour message:\n{ASK}\n"
    found = writer(text, "Website", "noreply@example.org")
    assert (found.name, found.salutation, found.email) == ("Mrs Joan Clay", "Mrs Clay", "joan@example.org")


@pytest.mark.parametrize(
    ("email", "reply_to", "text", "found"),
    [
        ("jane@example.org", "", ASK, "jane@example.org"),
        ("Jane@Example.org", "", ASK, "jane@example.org"),
        ("forms@example.org", "jane@example.org", ASK, "jane@example.org"),
        ("noreply@example.org", "", f"{ASK}\n\nJane Doe\njane@example.org", "jane@example.org"),
        ("noreply@example.org", "", ASK, ""),
        ("", "", f"{ASK}\n\nJane Doe\nE-mail: jane@example.org", "jane@example.org"),
    ],
)
def test_the_address_to_answer_to(email: str, reply_to: str, text: str, found: str) -> None:
    assert writer(text, email=email, reply_to=reply_to).email == found


def test_who_writes_for_another_signs() -> None:
    text = (
        "Dear MP,\n\nI am writing on behalf of my mother Mrs Joan Clay. Will you help her?\n\nYours\nRay Clay"
    )
    assert writer(text, "Ray Clay").name == "Ray Clay"


@pytest.mark.parametrize(
    ("name", "salutation"), [("Mrs A. Kaur", "Mrs Kaur"), ("Jo", "Jo"), ("", ""), ("Mill Garage Ltd", "")]
)
def test_a_corrected_name_brings_its_salutation(name: str, salutation: str) -> None:
    assert salutation_for(name) == salutation
