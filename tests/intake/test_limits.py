"""Hostile files: refused with a sentence, or read, always soon and in little memory."""

import email
import io
import random
import re
import resource
import time
import warnings
import zipfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import correspondence.intake as intake
from correspondence.errors import Refused
from correspondence.intake import limits, mime, read
from correspondence.intake.document import Document
from tests.conftest import MATERIAL
from tests.intake.made import mail, package, paragraph, parted, word

MEGABYTE = 1024 * 1024


def outcome(name: str, data: bytes) -> Document | Refused:
    """What reading gives, without the net that `read` spreads: an unforeseen exception fails the test."""
    try:
        return intake.reader(name, data)(data)
    except Refused as refused:
        return refused


def _many_entries() -> bytes:
    return package({str(number): "" for number in range(limits.ENTRIES + 1)})


def _twice() -> bytes:
    kept = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(kept, "w") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("word/document.xml", "a")
        archive.writestr("word/document.xml", "b")
    return kept.getvalue()


def _lying_size() -> bytes:
    honest = word(paragraph("a" * 3 * MEGABYTE))
    size = next(
        i.file_size for i in zipfile.ZipFile(io.BytesIO(honest)).infolist() if "document" in i.filename
    )
    return honest.replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))


def _many_tags() -> bytes:
    parts = {"[Content_Types].xml": "<Types/>", "word/document.xml": "<a/>" * (limits.TAGS + 1)}
    return package(parts, zipfile.ZIP_STORED)


def _password() -> bytes:
    data = bytearray(word(paragraph("a")))
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


@pytest.mark.parametrize(
    "name, data, sentence",
    [
        ("a.txt", b"", "empty"),
        ("a.eml", b" \n\n", "empty"),
        ("a.txt", bytes(range(256)) * 4, "not a text file"),
        ("a.txt", b"MZ\x90\0\3\0\0\0\4\0\0\0\xff\xff\0\0" * 9, "not a text file"),
        ("a.docx", b"plain words", "not a Word document"),
        ("a.docx", package({"letter.txt": "words"}), "not a Word document"),
        ("a.docx", package({"mimetype": "application/vnd.oasis.opendocument.text"}), "OpenDocument"),
        ("a.docx", word(paragraph("words"))[:-30], "damaged"),
        ("a.docx", word(paragraph("a" * 30 * MEGABYTE)), "unpacks"),
        ("a.docx", _many_entries(), "unpacks"),
        ("a.docx", b"PK\x03\x04" + b"PK\x01\x02" * MEGABYTE, "unpacks"),
        ("a.docx", _twice(), "damaged"),
        ("a.docx", _lying_size(), "damaged"),
        ("a.docx", _password(), "password"),
        ("a.docx", word(paragraph("a"), **{"..__..__evil": "x"}), "damaged"),
        ("a.docx", package({"[Content_Types].xml": "<Types/>", "inner.zip": "PK"}), "another archive"),
        ("a.docx", _many_tags(), "longer"),
        ("a.docx", word("<w:sdt>" * 900 + "</w:sdt>" * 900), "damaged"),
        ("a.docx", _OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("a.msg", _OLE + "__properties_version1.0".encode("utf-16-le"), "Outlook"),
        ("a.xls", _OLE + "Workbook".encode("utf-16-le"), "older kind"),
        ("a.txt", b"%PDF-1.7 words", "PDF"),
        ("a.mbox", (b"From b@example.org Thu Nov 12 09:30:00 2026\n" + mail() + b"\n\n") * 2, "mailbox"),
        ("a.eml", mail(X_Long="a" * 300_000), "headers"),
        ("a.eml", parted(*["\nx"] * 1_001), "more parts"),
        (
            "a.eml",
            b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(40)),
            "more parts",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence_and_soon(
    name: str, data: bytes, sentence: str
) -> None:
    began = time.process_time()
    refused = outcome(name, data)
    assert time.process_time() - began < 2
    assert isinstance(refused, Refused)
    assert re.search(sentence, str(refused)), refused


@pytest.mark.parametrize(
    "name, data",
    [
        ("a.txt", b"One line of a long letter, which goes on for a while.\n" * 100_000),
        ("a.txt", "’One line of a long letter.\n".encode() * 100_000),
        ("a.txt", ("a" + "\u0300\u0316" * 500_000).encode()),
        ("a.eml", mail(To=",\n ".join(f"p{number}@example.org" for number in range(10_000)))),
        ("a.eml", mail(From="(" * 100_000)),
        ("a.eml", mail(From="<" * 100_000)),
        ("a.eml", mail(Subject="=?a?q?" * 30_000)),
        ("a.eml", mail(Content_Type='text/plain; name="' + ";" * 200_000)),
        ("a.eml", mail(Date="1 " * 100_000)),
        ("a.eml", mail("<b>" * 300_000, Content_Type="text/html")),
        ("a.eml", mail("<td> " * 200_000, Content_Type="text/html")),
        ("a.eml", mail("<" * 900_000, Content_Type="text/html")),
        ("a.eml", parted(*["Content-Type: text/html\n\n<p>x"] * 990)),
        ("a.docx", word(paragraph("a", "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>") * 9_000)),
    ],
)
def test_long_and_twisted_input_is_read_within_two_seconds(name: str, data: bytes) -> None:
    began = time.process_time()
    assert isinstance(outcome(name, data), Document)
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    "name, size, sentence",
    [
        ("a.txt", limits.FILE + 1, "too large"),
        ("a.docx", limits.MAIL + 1, "too large"),
        ("a.eml", limits.MAIL + 1, "too large"),
        ("a.eml", limits.TEXT + 1, "million characters"),
        ("a.txt", limits.TEXT + 1, "million characters"),
    ],
)
def test_a_file_over_the_limit_is_refused(name: str, size: int, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        read(name, (mail() if name == "a.eml" else b"words ") + b"a" * size)


_NAMES = st.sampled_from(["a.eml", "a.docx", "a.txt", "", "../a", "a.msg", "a.pdf", "A.DOCX", "\0.eml"])


@given(_NAMES, st.binary(max_size=400))
@example("a.eml", b"Content-Type: text/plain; charset*=unicode_escape''x\n\n\\q")
@example("a.eml", b"From: =?idna?B?eA?=\n\n")
@example("a.docx", b"PK\x03\x04")
def test_any_bytes_under_any_name_give_a_document_or_are_refused(name: str, data: bytes) -> None:
    outcome(name, data)


_PIECES = (
    b"From: |Subject: |Content-Type: |multipart/mixed; boundary=b|message/rfc822|text/html|; charset=|\n",
    b"\n\n|--b|--b--|=?utf-8?b?|=?=|<p>|</div>|<![CDATA[|&#0;|\x00|\xff|\xc3|base64|@|,|<|>|(|;",
    b'Content-Transfer-Encoding: |Content-Disposition: attachment|; filename*0*=|; boundary=|Date: |<pre>|"',
)
_PIECE = st.sampled_from(b"|".join(_PIECES).split(b"|"))


@given(st.lists(_PIECE, max_size=60))
def test_any_pile_of_pieces_of_mail_gives_a_document_or_is_refused(pieces: list[bytes]) -> None:
    outcome("a.eml", b"From: a@example.org\n" + b"".join(pieces))


@given(st.text(max_size=200))
def test_any_text_in_a_word_file_comes_back_cleaned(words: str) -> None:
    kept = "".join(c for c in words if c.isprintable() and c not in "<&>")
    result = outcome("a.docx", word(paragraph(kept)))
    assert isinstance(result, Document) == bool(kept.strip())


def test_the_net_turns_the_unforeseen_into_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(data: bytes) -> Document:
        raise KeyError(len(data))

    monkeypatch.setattr(intake.plain, "read", breaks)
    with pytest.raises(Refused, match="damaged"):
        read("a.txt", b"words")


def hostile() -> list[Path]:
    return sorted(path for path in (MATERIAL / "data" / "hostile").rglob("*") if path.is_file())


@pytest.mark.material
def test_every_hostile_file_gives_a_document_or_a_sentence_soon_and_small() -> None:
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    documents = 0
    for path in hostile():
        began = time.process_time()
        result = outcome(path.name, path.read_bytes())
        assert time.process_time() - began < 2, path.name
        documents += isinstance(result, Document)
    assert documents > 200
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - grown < 300 * 1024


@pytest.mark.material
def test_mails_are_cut_where_the_standard_library_cuts_them() -> None:
    for path in hostile():
        data = path.read_bytes()
        theirs = [part.get_content_type() for part in email.message_from_bytes(data).walk()]
        apart = any(kind.startswith("message/") and kind != "message/rfc822" for kind in theirs)
        if (
            path.suffix == ".eml" and data and not apart
        ):  # it cuts reports on delivery too; here they are listed
            assert [part.type for part in mime.parse(data).walk()] == theirs, path.name


@pytest.mark.material
def test_mutants_of_the_hostile_files_give_a_document_or_a_sentence() -> None:
    chance = random.Random(2)
    for path in chance.sample(hostile(), 100):
        outcome(path.name, mutant(path.read_bytes(), chance))


def mutant(data: bytes, chance: random.Random) -> bytes:
    """`data` with a few bytes changed, a piece cut out, or a piece said twice."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(changed) + 1)
        length = chance.randint(1, 40)
        match chance.randrange(3):
            case 0 if at < len(changed):
                changed[at] = chance.randrange(256)
            case 1:
                del changed[at : at + length]
            case _:
                changed[at:at] = changed[at : at + length] * chance.randint(1, 3)
    return bytes(changed)
