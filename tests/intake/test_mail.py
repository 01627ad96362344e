"""What a mail says, whoever wrote it with whatever program."""

import base64
import datetime as dt

import pytest

from correspondence.intake import read
from tests.intake.made import mail, parted


def test_a_plain_mail_is_read_whole() -> None:
    document = read("a.eml", mail("Dear MP,\n\nPlease help.\n", Date="Thu, 12 Nov 2026 09:30:00 +0100"))
    assert document.kind == "eml"
    assert document.text == "Dear MP,\n\nPlease help."
    assert (document.title, document.author, document.email) == (
        "The bridge",
        "Ada Amberley",
        "ada@example.org",
    )
    assert document.message_id == "<1@example.org>"
    assert document.sent_at == dt.datetime(2026, 11, 12, 8, 30, tzinfo=dt.UTC)
    assert document.date == dt.date(2026, 11, 12)
    assert document.notices == ()


@pytest.mark.parametrize(
    "header, name, address",
    [
        ("ada@example.org", "", "ada@example.org"),
        ('"Amberley, Ada" <ada@example.org>', "Amberley, Ada", "ada@example.org"),
        ("=?utf-8?B?xYF1Y2phIFphasSFYw==?= <l@example.org>", "Łucja Zając", "l@example.org"),
        ("=?utf-8?Q?Si=C3?= =?utf-8?Q?=B4n?= <s@example.org>", "Siôn", "s@example.org"),
        ("=?x-nobody?Q?Ada?= <ada@example.org>", "Ada", "ada@example.org"),
        ("=?utf-8?Q?Ada Amberley?= <ada@example.org>", "Ada Amberley", "ada@example.org"),
        ('"ada@old.example" <ada@example.org>', "ada@old.example", "ada@example.org"),
        ("ada@example.org (Ada Amberley)", "Ada Amberley", "ada@example.org"),
        ("ada@example.org <ada@example.org>", "", "ada@example.org"),
        ("Ada Amberley", "Ada Amberley", ""),
        ("", "", ""),
    ],
)
def test_sender_is_found_in_every_form_of_the_header(header: str, name: str, address: str) -> None:
    document = read("a.eml", mail(From=header))
    assert (document.author, document.email) == (name, address)


def test_two_senders_and_another_reply_address_are_said() -> None:
    two = read("a.eml", mail(From="Ada <ada@example.org>, Ben <ben@example.org>"))
    assert two.email == "ada@example.org"
    assert "more than one sender" in two.notices[0]
    elsewhere = read("a.eml", mail(Reply_To="Cas <cas@example.com>"))
    assert elsewhere.reply_to == "cas@example.com"
    assert "another address" in elsewhere.notices[0]
    assert read("a.eml", mail(Reply_To="ADA@example.org")).notices == ()


@pytest.mark.parametrize(
    "date", ["nonsense", "", "Mon, 99 Foo 2026", "1 Jan 3001 00:00:00 +0000", "9" * 5000]
)
def test_a_nonsense_date_is_no_date(date: str) -> None:
    document = read("a.eml", mail(Date=date))
    assert document.sent_at is None
    assert document.date is None


@pytest.mark.parametrize(
    "declared, written, shown, notice",
    [
        ("utf-8", "Llŷr’s café".encode(), "Llŷr’s café", ""),
        ("iso-8859-1", "Ada’s café".encode("cp1252"), "Ada’s café", ""),
        ("iso-8859-2", "Łódź".encode("iso-8859-2"), "Łódź", ""),
        ("us-ascii", "café".encode(), "café", "not in the character set"),
        ("us-ascii", "café".encode("cp1252"), "café", "not in the character set"),
        ("utf-8", "£5".encode("cp1252"), "£5", "not in the character set"),
        ("iso-8859-1", "café".encode(), "café", "not in the character set"),
        ("x-nobody", "café".encode(), "café", "nobody knows"),
        ("punycode", b"plain", "plain", "nobody knows"),
        ("../../etc", b"plain", "plain", "nobody knows"),
    ],
)
def test_every_character_set_can_be_read_and_a_lie_is_said(
    declared: str, written: bytes, shown: str, notice: str
) -> None:
    document = read("a.eml", mail(written, Content_Type=f'text/plain; charset="{declared}"'))
    assert document.text == shown
    assert notice in "".join(document.notices)
    assert bool(document.notices) == bool(notice)


def test_encoded_bodies_are_decoded() -> None:
    quoted = mail("caf=C3=A9 and a lo=\nng line", Content_Transfer_Encoding="quoted-printable")
    assert read("a.eml", quoted).text == "café and a long line"
    packed = mail(base64.encodebytes("a café".encode()), Content_Transfer_Encoding="base64")
    assert read("a.eml", packed).text == "a café"


def test_plain_text_is_preferred_and_html_stands_in() -> None:
    plain = "Content-Type: text/plain\n\nIn plain words."
    html = "Content-Type: text/html\n\n<p>In <b>marked</b> words.</p>"
    assert read("a.eml", parted(plain, html, kind="alternative")).text == "In plain words."
    assert read("a.eml", parted("Content-Type: text/plain\n\n \n", html, kind="alternative")).text == (
        "In marked words."
    )


def test_a_plain_stub_gives_way_to_the_letter_in_html() -> None:
    stub = "Content-Type: text/plain\n\nThis mail needs HTML."
    html = "Content-Type: text/html\n\n<p>" + "The road floods each winter. " * 8 + "</p>"
    assert read("a.eml", parted(stub, html, kind="alternative")).text.startswith("The road floods")


def test_attached_text_is_listed_and_never_read_into_the_body() -> None:
    document = read(
        "a.eml",
        parted(
            "Content-Type: text/plain\n\nMy letter.",
            'Content-Type: text/plain; name="notes.txt"\nContent-Disposition: attachment\n\nSecret notes',
            "Content-Type: application/pdf\nContent-Disposition: attachment;"
            " filename*=utf-8''plan%20%C5%B4.pdf\nContent-Transfer-Encoding: base64\n\n"
            + base64.encodebytes(b"12345").decode(),
            'Content-Type: image/png; name="../../etc/passwd"\n\nxx',
        ),
    )
    assert document.text == "My letter."
    listed = [(item.name, item.type, item.size) for item in document.attachments]
    assert listed == [
        ("notes.txt", "text/plain", 12),
        ("plan Ŵ.pdf", "application/pdf", 5),
        ("passwd", "image/png", 2),
    ]


def test_a_mail_without_words_is_kept_with_its_attachments() -> None:
    document = read("a.eml", parted('Content-Type: image/png; name="scan.png"\n\nxx'))
    assert document.text == ""
    assert [item.name for item in document.attachments] == ["scan.png"]
    assert read("a.eml", mail("")).text == ""


def test_a_forwarded_mail_comes_in_the_form_mail_programs_quote() -> None:
    inside = mail(
        "My bus was cut.", From="Ben Bell <ben@example.org>", Date="Thu, 12 Nov 2026 09:30:00 +0000"
    )
    document = read(
        "a.eml",
        parted("Content-Type: text/plain\n\nFor you.", "Content-Type: message/rfc822\n\n" + inside.decode()),
    )
    assert document.text == (
        "For you.\n\n-----Original Message-----\nFrom: Ben Bell <ben@example.org>\n"
        "Date: Thu, 12 Nov 2026 09:30:00 +0000\nSubject: The bridge\n\nMy bus was cut."
    )


def test_a_broken_multipart_is_shown_as_it_is_and_said() -> None:
    document = read("a.eml", mail("Words all the same.", Content_Type="multipart/mixed; boundary=x"))
    assert document.text == "Words all the same."
    assert document.notices
    unclosed = mail("--x\n\nOne.\n--x\n\nTwo.", Content_Type="multipart/mixed; boundary=x")
    assert read("a.eml", unclosed).text == "One.\n\nTwo."


@pytest.mark.parametrize("before", [b"From ada@example.org Thu Nov 12 2026\n", b"\n\n", b"\xef\xbb\xbf"])
def test_what_programs_put_before_the_headers_does_no_harm(before: bytes) -> None:
    for ends in (b"\n", b"\r\n", b"\r"):
        assert read("a.eml", (before + mail()).replace(b"\n", ends)).author == "Ada Amberley"
