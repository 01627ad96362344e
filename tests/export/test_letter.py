"""The letter on the office's own details: what is in it, what a reader's Word is told, how it looks."""

import datetime as dt
import io
import re
import subprocess
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from correspondence.export import letter
from tests.export.letters import TODAY, draft, full_letterhead, letterhead, lines, office, opened

TEXTS = (
    "Thank you for contacting me about the port.",
    "Forty guards now work there by day and by night, and £12 million has been set aside for fences.",
    "We will:\n- watch the figures\n- ask the Minister twice a year",
    "Thank you again for writing to me.",
)


def test_it_is_a_letter_from_address_to_signature() -> None:
    assert lines(letter(draft(*TEXTS), office(), TODAY)) == [
        "Ada Amberley MP", "Member of Parliament for Northmoor", "House of Commons, London SW1A 0AA",
        "01632 960001  ·  office@example.org",
        "Amrit Kaur", "4 Mill Lane", "Northmoor", "ZZ1 2ZZ", "21 November 2026", "Dear Mrs Kaur,",
        "Re: Security at Calais", TEXTS[0], TEXTS[1], "We will:", "watch the figures",
        "ask the Minister twice a year", TEXTS[3], "Yours sincerely,", "Ada Amberley MP",
        "Member of Parliament for Northmoor",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("values", "address"),
    [
        ({"address": ""}, ["Amrit Kaur", "ZZ1 2ZZ"]),
        ({"address": "Amrit Kaur\n4 Mill Lane,\nzz12zz"}, ["Amrit Kaur", "4 Mill Lane", "zz12zz"]),
        ({"address": "", "postcode": "", "name": ""}, []),
    ],
)
def test_the_address_says_nothing_twice_and_nothing_untold(
    values: dict[str, str], address: list[str]
) -> None:
    found = lines(letter(draft("Text.", **values), office(), TODAY))
    assert found[4 : found.index("21 November 2026")] == address


def test_an_office_that_told_nothing_still_writes_a_letter() -> None:
    bare = office(mp_name="", constituency="", address="", email="", telephone="", signatory="")
    assert lines(letter(draft("Text."), bare, TODAY))[-2:] == [
        "Yours sincerely,",
        "Office of Ada Amberley MP",
    ]


def test_somebody_who_signs_for_the_member_is_not_called_one() -> None:
    assert lines(letter(draft("Text."), office(signatory="Cas Carter"), TODAY))[-2:] == [
        "Cas Carter",
        "Office of Ada Amberley MP",
    ]


def test_fields_are_filled_and_text_is_never_run() -> None:
    text = "((name)) of ((constituency)): {{ 7*7 }} {% x %} ${x} <b>&amp; [[date]] ((topic))"
    assert "Amrit Kaur of Northmoor: {{ 7*7 }} {% x %} ${x} <b>&amp; [[date]] ((topic))" in lines(
        letter(draft(text), office(), TODAY)
    )


def test_each_block_is_marked_so_that_its_words_can_come_back() -> None:
    document = opened(letter(draft(*TEXTS), office(), TODAY))
    marks = list(document.element.body.iter(qn("w:bookmarkStart")))
    assert [mark.get(qn("w:name")) for mark in marks] == [
        "_corr_11", "_corr_12", "_corr_13", "_corr_14", "_corr_14_2", "_corr_14_3", "_corr_15", "_corr_16",
    ]  # fmt: skip
    numbers = [mark.get(qn("w:id")) for mark in marks]
    assert len(set(numbers)) == len(numbers)
    assert [end.get(qn("w:id")) for end in document.element.body.iter(qn("w:bookmarkEnd"))] == numbers


@pytest.mark.parametrize("head", [None, letterhead(full_letterhead)])
def test_the_file_says_what_it_is_and_no_more(head: bytes | None) -> None:
    data = letter(draft(*TEXTS), office(), TODAY, head)
    properties = opened(data).core_properties
    assert properties.title == "Security at Calais"
    assert properties.author == properties.last_modified_by == "Office of Ada Amberley MP"
    assert properties.identifier == "correspondence-draft-7"
    assert properties.language == "en-GB"
    assert (properties.comments, properties.keywords) == ("", "")
    assert properties.created is not None
    assert properties.created.date() == dt.date(2026, 11, 21)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        custom = archive.read("docProps/custom.xml").decode()
        styles = (archive.read("word/styles.xml") + archive.read("word/settings.xml")).decode()
    assert 'name="CorrDraft"><vt:lpwstr>7</vt:lpwstr>' in custom
    assert 'w:lang w:val="en-GB"' in styles
    assert 'w:val="en-US"' not in styles


def test_the_number_of_the_draft_is_replaced_not_added_twice() -> None:
    once = letter(draft("Text."), office(), TODAY, letterhead(full_letterhead))
    again = letter(
        draft("Text."), office(), TODAY, letterhead(lambda document: document.add_paragraph("[[body]]"))
    )
    for data in (once, again):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert archive.namelist().count("docProps/custom.xml") == 1


def test_a_signature_is_kept_with_the_end_of_the_letter() -> None:
    document = opened(letter(draft(*TEXTS), office(), TODAY))
    *_, last, closing, signature, _title = document.paragraphs
    assert last.paragraph_format.keep_with_next
    assert closing.style is not None
    assert signature.style is not None
    assert closing.style.paragraph_format.keep_with_next
    assert signature.style.paragraph_format.keep_with_next
    assert closing.style.paragraph_format.space_after.pt > 50  # to sign in


def test_arabic_runs_from_the_right_and_english_does_not() -> None:
    document = opened(letter(draft("شكراً لرسالتك.", "Thank you."), office(), TODAY))
    right = [p.text for p in document.paragraphs if p._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None]
    assert right == ["شكراً لرسالتك."]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.text(max_size=40), st.text(max_size=40))
def test_any_text_makes_a_letter_and_no_word_is_lost(text: str, name: str, subject: str) -> None:
    """Also with control characters, half a surrogate pair, or marks that turn the direction of a line."""
    data = letter(draft(text, name=name, subject=subject), office(), TODAY)
    whole = "".join(lines(data))
    for word in re.findall(r"[A-Za-z0-9]+", text):
        assert word in whole


def _drawn(folder: Path, *letters: bytes) -> list[list[str]]:
    """For each letter the text of each page, as LibreOffice draws it."""
    files = [folder / f"{number}.docx" for number in range(len(letters))]
    for file, data in zip(files, letters, strict=True):
        file.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=120)
    return [_pages(file.with_suffix(".pdf")) for file in files]


def _pages(file: Path) -> list[str]:
    with pypdfium2.PdfDocument(file) as drawn:
        return [page.get_textpage().get_text_bounded() for page in drawn]


@pytest.mark.office
def test_a_reply_of_usual_length_is_drawn_on_one_page(tmp_path: Path) -> None:
    usual = draft(TEXTS[0], *[" ".join([TEXTS[1]] * 3)] * 3, TEXTS[3])
    heads = (None, letterhead(full_letterhead))
    for (page,) in _drawn(tmp_path, *(letter(usual, office(), TODAY, head) for head in heads)):
        for part in ("21 November 2026", "4 Mill Lane", "ZZ1 2ZZ", "Dear Mrs Kaur,", "Yours sincerely,"):
            assert part in page
        assert "Ada Amberley MP" in page.partition("Yours sincerely,")[2]
        assert "((" not in page
        assert "[[" not in page


@pytest.mark.office
def test_a_signature_never_stands_alone_on_a_page(tmp_path: Path) -> None:
    lengths = range(12, 20)  # some end just before the foot of the page, some just after
    letters = [letter(draft(*["A line of the letter."] * length), office(), TODAY) for length in lengths]
    drawn = _drawn(tmp_path, *letters)
    assert {len(pages) for pages in drawn} == {1, 2}
    for pages in drawn:
        last = pages[-1].partition("Yours sincerely,")
        assert "A line of the letter." in last[0]
        assert "Ada Amberley MP" in last[2]
