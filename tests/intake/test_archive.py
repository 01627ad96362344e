"""Archives of files: measured before anything comes out of them, and no name in them leads anywhere."""

import io
import struct
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from correspondence.errors import Refused
from correspondence.intake import archive, limits
from correspondence.intake.archive import Found
from tests.intake.made import package, paragraph, word


def unpacked(data: bytes) -> list[Found]:
    return list(archive.unpack(io.BytesIO(data)))


def test_each_file_comes_out_under_its_path_and_those_of_the_system_only_as_names() -> None:
    found = unpacked(package({"2021/a.txt": b"one", "2021/": b"", "__MACOSX/._a.txt": b"x", "b.eml": b"two"}))
    assert found == [Found("2021/a.txt", b"one"), Found("__MACOSX/._a.txt"), Found("b.eml", b"two")]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("C:\\Letters\\a.docx", "Letters/a.docx"),
        ("a\nb.txt", "a b.txt"),
        ("./ /a.txt", "a.txt"),
        ("../..", ""),
        ("x" * 500 + ".txt", "x" * 196 + ".txt"),
    ],
)
def test_a_path_is_only_a_name(path: str, name: str) -> None:
    assert archive.plain_name(path) == name


@pytest.mark.parametrize(
    ("path", "passed"),
    [
        ("Thumbs.db", True), ("a/desktop.ini", True), ("a/.DS_Store", True), ("~$letter.docx", True),
        ("__MACOSX/a.txt", True), (".git/config", True), ("Icon\r", True), ("a/letter.docx", False),
        ("../letter.docx", False), ("./a.txt", False), ("desktop.ini.txt", False),
    ],
)  # fmt: skip
def test_files_of_the_system_are_known(path: str, passed: bool) -> None:
    assert archive.is_of_the_system(path) is passed


def test_a_word_file_called_zip_is_a_word_file() -> None:
    assert not archive.is_archive("a.zip", io.BytesIO(word(paragraph("The quay"))))
    assert not archive.is_archive("a.docx", io.BytesIO(package({"a.txt": b""})))
    assert archive.is_archive("A.ZIP", io.BytesIO(package({"a.txt": b""})))
    assert archive.is_archive("a.zip", io.BytesIO(b""))


EMPTY = package({})
OF_ONE = package({"a.txt": b"The quay."})


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "empty"),
        (EMPTY, "no file in this archive"),
        (b"PK\x03\x04 no more", "damaged"),
        (OF_ONE[:-30], "damaged"),
        (package({f"{number}.txt": b"" for number in range(archive.ENTRIES + 1)}), "more than can be"),
        (package({"bomb.txt": b"0" * 3 * limits.MEGABYTE}), "unpacks to far more"),
    ],
    ids=["nothing", "no file", "no archive", "cut off", "many", "bomb"],
)
def test_what_cannot_be_an_archive_of_letters_is_refused_whole(data: bytes, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        unpacked(data)


def test_a_list_of_files_that_is_too_long_is_not_read() -> None:
    end = EMPTY.rfind(b"PK\x05\x06")
    with pytest.raises(Refused, match="more than can be"):
        unpacked(EMPTY[: end + 12] + struct.pack("<I", archive.DIRECTORY + 1) + EMPTY[end + 16 :])


def test_one_bad_file_in_an_archive_keeps_no_other_out() -> None:
    data = package({"a.txt": b"The first quay.", "b.zip": OF_ONE, "c.txt": b"The third."}, zipfile.ZIP_STORED)
    found = unpacked(data.replace(b"The first quay.", b"The worst quay."))
    assert [(each.name, bool(each.data)) for each in found] == [("a.txt", 0), ("b.zip", 0), ("c.txt", 1)]
    assert "damaged inside the archive" in found[0].why
    assert "an archive inside the archive" in found[1].why
    locked = bytearray(OF_ONE)
    for head, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.find(head) + flags] |= 1
    assert "password" in unpacked(bytes(locked))[0].why


@given(st.integers(0, len(OF_ONE) - 1), st.integers(0, 255))
def test_whatever_byte_is_wrong_there_is_a_file_or_a_sentence(place: int, byte: int) -> None:
    data = OF_ONE[:place] + bytes([byte]) + OF_ONE[place + 1 :]
    with suppress(Refused):
        assert all(found.why or len(found.data) <= 100 for found in unpacked(data))
