"""Older and other word processors' files as a Document, by way of LibreOffice where this machine has it."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from correspondence.errors import Refused
from correspondence.intake import confined, limits, word
from correspondence.intake.document import Document

_SECONDS = 90
_MEGABYTES = 6_000  # of addresses; LibreOffice reserves far more than it uses
_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
)
# It runs no macros and asks for nothing on the net: a linked picture would tell its owner who opened it.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
</oor:items>
"""  # noqa: E501 - one line a setting
_MISSING = (
    "This is {what}. Save it as .docx and use that; or install LibreOffice (free, from libreoffice.org) on "
    "the machine that runs this program, and bring it in again."
)
_FAILED = (
    "This is {what}, and LibreOffice could not read it. Open it, take off any password, save it as .docx and "
    "use that."
)
_SLOW = "This is {what}, and it took LibreOffice too long. Save it as .docx and use that."


def reader(kind: str, what: str) -> Callable[[bytes], Document]:
    """The function that reads this kind of file: kind is its usual ending, what names it in a sentence."""

    def read(data: bytes) -> Document:
        limits.within(data, limits.FILE, "This file")
        if data.startswith(b"PK"):
            limits.archive(data)  # nothing that unpacks to gigabytes is handed on
        return replace(word.read(_as_word(data, kind, what)), kind=kind)

    return read


def program() -> str:
    """Where LibreOffice is on this machine; "" where it is not."""
    found = (shutil.which(name) for name in _NAMES)
    there = (place for place in _PLACES if Path(place).is_file())
    return next((path for path in (*found, *there) if path), "")


def _as_word(data: bytes, kind: str, what: str) -> bytes:
    """The same as a .docx, made in a folder that is gone afterwards."""
    office = program()
    if not office:
        raise Refused(_MISSING.format(what=what))
    with tempfile.TemporaryDirectory(prefix="convert-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        (folder / f"letter.{kind}").write_bytes(data)
        command = [
            office, "--headless", "--norestore", "--nolockcheck", f"-env:UserInstallation={profile.as_uri()}",
            "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder), str(folder / f"letter.{kind}"),
        ]  # fmt: skip
        try:
            confined.run(command, seconds=_SECONDS, megabytes=_MEGABYTES, folder=name)
        except confined.Stopped as late:
            raise Refused(_SLOW.format(what=what)) from late
        made = folder / "letter.docx"
        if not made.is_file():
            raise Refused(_FAILED.format(what=what))
        return made.read_bytes()
