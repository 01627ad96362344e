"""Messages from Outlook: what a mail says, out of properties; what is broken is refused with a sentence."""

import datetime as dt
import random
import struct

import pytest

from correspondence.errors import Refused
from correspondence.intake import msg, read, rich
from correspondence.intake.document import Attachment, Document
from correspondence.understanding import understand
from tests.intake.outlook import Value
from tests.intake.outlook import msg as made
from tests.intake.test_limits import mutant

SENT = dt.datetime(2026, 11, 12, 9, 30, tzinfo=dt.UTC)
WHO: dict[int, Value] = {
    0x0037: "The bridge",
    0x0C1A: "Ada Amberley",
    0x5D01: "ada@example.org",
    0x0039: SENT,
}


def packed(plain: bytes) -> bytes:
    """RTF as Outlook keeps it, in the form that is not compressed."""
    return struct.pack("<II4sI", len(plain) + 12, len(plain), b"MELA", 0) + plain


def test_a_message_is_read_as_a_mail_is() -> None:
    document = read("letter.txt", made({**WHO, 0x1000: "Please mend the bridge.\r\n\r\nAda"}))
    assert document == Document(
        kind="msg", text="Please mend the bridge.\n\nAda", title="The bridge", author="Ada Amberley",
        email="ada@example.org", date=SENT.date(), sent_at=SENT,
    )  # fmt: skip


def test_the_headers_it_came_with_go_first() -> None:
    headers = (
        "From: =?utf-8?q?J=C3=B6rg_Oakes?= <j@example.org>\r\nReply-To: other@example.org\r\n"
        "Date: Fri, 13 Nov 2026 10:00:00 +0100\r\nMessage-ID: <9@example.org>\r\n"
    )
    document = msg.read(made({**WHO, 0x007D: headers, 0x1000: "Words."}))
    assert (document.author, document.email, document.reply_to) == (
        "Jörg Oakes",
        "j@example.org",
        "other@example.org",
    )
    assert (document.date, document.message_id) == (dt.date(2026, 11, 13), "<9@example.org>")


def test_whom_it_went_to_is_told() -> None:
    shown = {0x0E04: "Carol Jennings; Bo Frost", 0x0E03: "Jo Field", 0x1000: "Words."}
    assert msg.read(made({**WHO, **shown})).to == "Carol Jennings; Bo Frost; Jo Field"
    headers = "From: a@example.org\r\nTo: Carol Jennings <carol@example.net>\r\nCc: Jo <jo@example.net>\r\n"
    said = msg.read(made({**WHO, **shown, 0x007D: headers})).to
    assert said == "Carol Jennings <carol@example.net>; Jo <jo@example.net>"


@pytest.mark.parametrize(
    "body",
    [
        {0x1013: "<p>One caf\u00e9.</p><p>Two.</p>".encode(), 0x3FDE: 65001},
        {0x1009: packed(b"{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 A;}}\\f0 One caf\\'e9.\\par\\par Two.}")},
        {0x1009: packed(b"{\\rtf1\\ansi\\fromhtml1{\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 One caf\\u233?."
                        b"{\\*\\htmltag72 </p>}{\\*\\htmltag64 <p>}Two.\\htmlrtf \\par }\\htmlrtf0}")},
    ],
    ids=["html", "rich text", "html inside rich text"],
)  # fmt: skip
def test_a_body_in_any_form_gives_its_words(body: dict[int, Value]) -> None:
    assert msg.read(made({**WHO, **body})).text == "One café.\n\nTwo."


def test_packed_rich_text_is_unpacked_as_the_format_says() -> None:
    example = bytes.fromhex(  # [MS-OXRTFCP] 3.1 and 3.2
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af86c66330a5c627fe0"
    )
    assert rich.unpacked(packed(b"{\\rtf1}")) == b"{\\rtf1}"
    with pytest.raises(Refused):
        rich.unpacked(b"short")
    assert rich.unpacked(example)[:6] == b"{\\rtf1"


def test_attachments_are_listed() -> None:
    document = msg.read(
        made(
            {**WHO, 0x1000: "See the plan."},
            {0x3707: "C:\\plan.pdf", 0x370E: "application/pdf", 0x3701: b"x" * 5_000},
        )
    )
    assert document.attachments == (Attachment("plan.pdf", "application/pdf", 5_000),)


def test_the_inbox_understands_one() -> None:
    body = "Dear MP,\n\nWhen will the bridge be mended? It has been shut since March.\n\nAda Amberley"
    message = understand(read("a.msg", made({**WHO, 0x1000: body})))
    assert message.constituent is not None
    assert (message.constituent.name, message.constituent.email) == ("Ada Amberley", "ada@example.org")
    assert len(message.points) == 1


def test_entries_that_share_their_bytes_are_refused() -> None:
    data = bytearray(made({**WHO, 0x1000: "a" * 5_000}))
    at = data.find("__substg1.0_1000001F".encode("utf-16-le"))
    data[at + 120 : at + 128] = struct.pack("<Q", 10**9)
    with pytest.raises(Refused, match="damaged"):
        msg.read(bytes(data))


def test_a_changed_message_gives_a_document_or_a_sentence() -> None:
    chance = random.Random(3)
    whole = made({**WHO, 0x1000: "Words.", 0x1009: packed(b"{\\rtf1 x}")}, {0x3707: "a.pdf", 0x3701: b"x"})
    for _ in range(300):
        try:
            assert isinstance(msg.read(mutant(whole, chance)), Document)
        except Refused as refused:
            assert str(refused).endswith(".")
