"""Files of other word processors go through LibreOffice; where it is missing, it is said."""

import http.server
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from correspondence.errors import Refused
from correspondence.intake import confined, read
from tests.intake.made import package

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "WordDocument".encode("utf-16-le")
RTF = rb"{\rtf1\ansi\ansicpg1252 Dear Mrs Oakes,\par\par The pier is shut, caf\'e9 and all.\par}"
SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
)
_ENTRY = '<manifest:file-entry manifest:full-path="{}" manifest:media-type="{}"/>'
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    + _ENTRY.format("/", "application/vnd.oasis.opendocument.text")
    + _ENTRY.format("content.xml", "text/xml")
    + "</manifest:manifest>"
)


def odt(body: str) -> bytes:
    """An OpenDocument text with this XML in it."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {SPACES} office:version="1.2">'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return package(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content,
            "META-INF/manifest.xml": MANIFEST,
        },
        compression=0,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it is looked for in its own folder too")
@pytest.mark.parametrize(
    ("name", "data", "what"), [("a.doc", OLE, r"\.doc"), ("a.txt", RTF, r"\.rtf"), ("a", odt(""), r"\.odt")]
)
def test_without_libreoffice_a_sentence_says_what_to_do(
    name: str, data: bytes, what: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Refused, match=rf"{what}.*Save it as \.docx.*libreoffice\.org"):
        read(name, data)


class _Counting(http.server.BaseHTTPRequestHandler):
    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_error(404)

    do_HEAD = do_OPTIONS = do_PROPFIND = do_GET

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """The address of a server on this machine, and what it was asked for."""
    seen: list[str] = []
    _Counting.asked = seen
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Counting)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", seen
    server.shutdown()
    server.server_close()


@pytest.mark.office
def test_libreoffice_gives_the_words_and_fetches_nothing(asked: tuple[str, list[str]]) -> None:
    address, requests = asked
    picture = f'<draw:frame svg:width="2cm" svg:height="2cm"><draw:image xlink:href="{address}/spy.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame>'  # noqa: E501
    document = read(
        "letter", odt(f"<text:p>The pier is shut.</text:p><text:p>{picture}It will open.</text:p>")
    )
    assert (document.kind, document.text) == ("odt", "The pier is shut.\n\nIt will open.")
    assert requests == []


@pytest.mark.office
def test_rich_text_goes_in() -> None:
    document = read("letter.doc", RTF)
    assert (document.kind, document.text) == ("rtf", "Dear Mrs Oakes,\n\nThe pier is shut, café and all.")


def test_what_takes_too_long_is_ended_with_what_it_started(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    child = f"sleep 3; touch {mark}"
    with pytest.raises(confined.Stopped):
        confined.run(["/bin/sh", "-c", f"({child}) & {child}"], seconds=1, megabytes=500)
    threading.Event().wait(2.5)
    assert not mark.exists()


def test_memory_and_the_environment_are_kept_from_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CORRESPONDENCE_DATABASE", "secret")
    assert b"secret" not in confined.run(["/usr/bin/env"], seconds=5, megabytes=500)
    greedy = [sys.executable, "-c", "print(len(bytes(900_000_000)))"]
    assert confined.run(greedy, seconds=20, megabytes=400) == b""
    assert confined.run(greedy, seconds=20, megabytes=2_000) == b"900000000\n"
