"""Text files and pasted text."""

import codecs

import pytest

from correspondence.errors import Refused
from correspondence.intake import read


@pytest.mark.parametrize(
    "data, text",
    [
        ("Llŷr’s café".encode(), "Llŷr’s café"),
        ("Llŷr’s café".encode("utf-8-sig"), "Llŷr’s café"),
        ("Llŷr’s café".encode("utf-16"), "Llŷr’s café"),
        (codecs.BOM_UTF16_BE + "Ŵyn".encode("utf-16-be"), "Ŵyn"),
        ("A letter in plain words".encode("utf-16-le"), "A letter in plain words"),
        ("A letter in plain words".encode("utf-16-be"), "A letter in plain words"),
        ("Łódź".encode("utf-32"), "Łódź"),
        ("“£5” – Ada’s".encode("cp1252"), "“£5” – Ada’s"),
        (b"one\r\ntwo\rthree\n", "one\ntwo\nthree"),
        (b"a line that was\nwrapped by hand\n\n  next", "a line that was\nwrapped by hand\n\n  next"),
        (b"a slip\0 of a program" + b" and more words" * 20, "a slip of a program" + " and more words" * 20),
        (b"Subject: my road\n\nIt floods.", "Subject: my road\n\nIt floods."),
    ],
)
def test_text_is_as_it_was_written(data: bytes, text: str) -> None:
    document = read("letter.txt", data)
    assert (document.kind, document.text, document.title, document.notices) == ("text", text, "", ())


@pytest.mark.parametrize("name", ["letter.txt", "letter", "", "letter.TXT"])
def test_a_mail_under_another_name_is_known_by_its_headers(name: str) -> None:
    data = b"Received: from x\nFrom: Ada <ada@example.org>\nSubject: Road\n\nIt floods."
    assert read(name, data).kind == "eml"


def test_a_mail_file_without_headers_is_text() -> None:
    assert read("letter.eml", b"It floods.\n\nPlease help.").kind == "text"


@pytest.mark.parametrize("data", ["﻿", "\n \t\n", "\u200e"])
def test_text_without_words_is_refused(data: str) -> None:
    with pytest.raises(Refused, match=r"no text|empty"):
        read("letter.txt", data.encode())
