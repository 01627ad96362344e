"""Letterheads: each token in each place it may stand, and what is refused."""

import io
import itertools
import zipfile
from collections.abc import Callable

import pytest
from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from correspondence.errors import Refused
from correspondence.export import letter
from correspondence.export.letterhead import TOKENS, check
from correspondence.export.tokens import plan
from tests.export.letters import TODAY, draft, full_letterhead, letterhead, lines, office, opened, split_runs

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def on(make: Callable[[Document], object], *texts: str, **values: str) -> bytes:
    return letter(draft(*(texts or ("The reply.",)), **values), office(), TODAY, letterhead(make))


def test_every_place_of_a_letterhead_is_filled() -> None:
    document = opened(on(full_letterhead, "First.", "Second."))
    section = document.sections[0]
    assert section.header.paragraphs[0].text == "NORTHMOOR  ◆  Ada Amberley MP"
    assert [p.text for p in section.footer.paragraphs] == [
        "House of Commons\nLondon SW1A 0AA",
        "Tel 01632 960001  E-mail office@example.org",
    ]
    left, right = document.tables[0].rows[0].cells
    assert left.text == "Amrit Kaur\n4 Mill Lane\nNorthmoor\nZZ1 2ZZ"
    assert right.text == "21 November 2026\nOur ref: 7"
    assert [p.text for p in document.paragraphs] == [
        "Dear Mrs Kaur,", "Re: Security at Calais", "First.", "Second.", "Yours sincerely,", "",
        "Ada Amberley MP\nMember of Parliament for Northmoor",
    ]  # fmt: skip


def test_the_reply_takes_the_style_and_type_of_the_body_line() -> None:
    document = opened(on(full_letterhead))
    reply = next(p for p in document.paragraphs if p.text == "The reply.")
    assert reply.style is not None
    assert reply.style.name == "Body Text"
    assert reply.runs[0].font.name == "Arial"


def test_what_the_letterhead_has_no_token_for_comes_with_the_body() -> None:
    assert lines(on(lambda document: document.add_paragraph("[[body]]"))) == [
        "Amrit Kaur\n4 Mill Lane\nNorthmoor\nZZ1 2ZZ", "21 November 2026", "Dear Mrs Kaur,",
        "Re: Security at Calais", "The reply.", "Yours sincerely,",
        "Ada Amberley MP\nMember of Parliament for Northmoor",
    ]  # fmt: skip


def _with(*paragraphs: str) -> Callable[[Document], object]:
    return lambda document: [document.add_paragraph(text) for text in (*paragraphs, "[[body]]")]


@pytest.mark.parametrize(
    ("line", "values", "printed"),
    [
        ("Dear [[salutation]],", {}, "Dear Mrs Kaur,"),
        ("[[salutation]]", {}, "Dear Mrs Kaur,"),
        ("[[Salutation]],", {}, "Dear Mrs Kaur,"),
        ("[[signoff]],", {}, "Yours sincerely,"),
        ("[[ Office Address ]]", {}, "House of Commons\nLondon SW1A 0AA"),
        ("To [[name]] at [[postcode]]", {}, None),
        ("Re: [[subject]]", {"subject": ""}, ""),
        ("[[name]]\n[[address]]\nBy hand", {"address": "", "postcode": ""}, "Amrit Kaur\nBy hand"),
        ("[[name]]\n[[address]]", {"name": "", "address": "", "postcode": ""}, ""),
        ("[[name]], [[subject]]", {"subject": ""}, "Amrit Kaur, "),
    ],
)
def test_a_line_is_filled_as_a_person_would(line: str, values: dict[str, str], printed: str | None) -> None:
    if printed is None:
        with pytest.raises(Refused, match=r"\[\[postcode\]\], which means nothing here"):
            on(_with(line))
    elif printed:
        assert printed in lines(on(_with(line), **values))
    else:
        assert not any(text.strip() in ("", "Re:") for text in lines(on(_with(line), **values)))


def test_a_token_in_a_text_box_and_a_note_is_filled() -> None:
    def make(document: Document) -> None:
        document.add_paragraph("[[body]]")
        run = document.add_paragraph("Box: ").add_run()
        run._r.append(
            parse_xml(
                f'<w:pict xmlns:w="{W}" xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox>'
                "<w:txbxContent>"
                "<w:p><w:r><w:t>[[da</w:t></w:r><w:r><w:t>te]]</w:t></w:r></w:p>"
                "</w:txbxContent></v:textbox></v:shape></w:pict>"
            )
        )

    body = opened(on(make)).element.body
    (box,) = body.iter(qn("w:txbxContent"))
    assert "".join(text.text or "" for text in box.iter(qn("w:t"))) == "21 November 2026"
    assert any(p.text == "Box: " for p in opened(on(make)).paragraphs)


def test_a_value_that_looks_like_a_token_stays_a_value() -> None:
    assert "[[date]]" in lines(on(_with("[[subject]]"), subject="[[date]]"))
    assert "[[body]]" in lines(on(_with(), "[[body]]"))


def test_a_paragraph_with_a_picture_is_emptied_and_not_taken_out() -> None:
    def make(document: Document) -> None:
        paragraph = document.add_paragraph("[[subject]]")
        paragraph.add_run()._r.append(OxmlElement("w:drawing"))
        document.add_paragraph("[[body]]")

    data = on(make, subject="")
    assert next(opened(data).element.body.iter(qn("w:drawing")), None) is not None


def test_bullets_are_bullets_in_a_letterhead_too() -> None:
    document = opened(on(_with(), "We will:\n- ask"))
    bullet = next(p for p in document.paragraphs if p.text == "ask")
    assert bullet.style is not None
    assert bullet.style.name == "List Bullet"


def test_the_body_may_stand_in_a_cell_of_a_table() -> None:
    data = on(lambda document: document.add_table(rows=1, cols=1).cell(0, 0).add_paragraph("[[body]]"))
    assert "Dear Mrs Kaur,\nRe: Security at Calais\nThe reply." in opened(data).tables[0].cell(0, 0).text


def test_two_sections_stay_two() -> None:
    def make(document: Document) -> None:
        document.add_paragraph("[[body]]")
        document.add_section()
        document.add_paragraph("Our opening hours")

    def into_the_body_line(document: Document) -> None:
        make(document)
        first, second = document.paragraphs[:2]
        section = second._p.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
        assert section is not None
        first._p.get_or_add_pPr().append(section)
        second._p.getparent().remove(second._p)

    for made in (make, into_the_body_line):
        document = opened(on(made))
        assert len(document.sections) == 2
        assert "The reply." in [p.text for p in document.paragraphs]


def _edited(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """A zip with `old` replaced in one entry."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as target:
        for entry in source.infolist():
            inflated = source.read(entry)
            target.writestr(
                entry.filename, inflated.replace(old, new) if entry.filename == name else inflated
            )
    return stream.getvalue()


GOOD = letterhead(full_letterhead)
MAIN = b"wordprocessingml.document.main+xml"
EXTERNAL = (
    b'<Relationship Id="rId999" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s"'
    b' Target="file:///x" TargetMode="External"/></Relationships>'
)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "not a Word letterhead"),
        (b"Dear Sir", "not a Word letterhead"),
        (b"PK\x03\x04 rubbish", "damaged"),
        (GOOD[:-200], "damaged"),
        (letterhead(lambda document: document.add_paragraph("Hello")), r"has no \[\[body\]\]"),
        (letterhead(_with("[[body]]")), "more than once"),
        (letterhead(lambda document: document.add_paragraph("Text: [[body]]")), "line of its own"),
        (letterhead(_with("[[mp]]")), r"\[\[mp\]\], which means nothing here"),
        (letterhead(_with("[[date")), "other half in “"),
        (letterhead(lambda document: split_runs(document.add_paragraph(), "[[", "first", "]]")), "first"),
        (_edited(GOOD, "[Content_Types].xml", MAIN, b"x.macroEnabled.main+xml"), "macros"),
        (_edited(GOOD, "[Content_Types].xml", MAIN, b"wordprocessingml.template.main+xml"), "Word template"),
        (_edited(GOOD, "word/document.xml", b"<w:document", b"<!DOCTYPE x><w:document"), "not a Word"),
        (_edited(GOOD, "word/document.xml", b"</w:body>", b""), "not a Word letterhead"),
        (
            _edited(GOOD, "word/_rels/document.xml.rels", b"</Relationships>", EXTERNAL % b"image"),
            "another place",
        ),
        (
            _edited(
                GOOD,
                "_rels/.rels",
                b"</Relationships>",
                b'<Relationship Id="rId99" Target="docProps/app.xml" Type="http://schemas.openxmlformats.org/'
                b'package/2006/relationships/metadata/core-properties"/></Relationships>',
            ),
            "not a Word",
        ),
    ],
)  # fmt: skip
def test_an_unfit_letterhead_is_refused_with_what_to_change(data: bytes, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        check(data)


def test_a_letterhead_made_from_a_template_loses_only_that_tie() -> None:
    names = b'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    tie = b"<w:attachedTemplate " + names + b' r:id="rId999"/><w:zoom'
    rels = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    stream = io.BytesIO(_edited(GOOD, "word/settings.xml", b"<w:zoom", tie))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("word/_rels/settings.xml.rels", rels + EXTERNAL % b"attachedTemplate")
    made = letter(draft("Text."), office(), TODAY, stream.getvalue())
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        parts = [archive.read(name) for name in archive.namelist()]
    assert not any(b"attachedTemplate" in part or b"file:///x" in part for part in parts)


def test_a_good_letterhead_passes() -> None:
    check(GOOD)


@given(
    st.lists(st.sampled_from(["[[date]]", "[[name]]", "[[empty]]", "x", " ", "\n", "[[", "]]"]), max_size=12),
    st.text(alphabet="ab\n[](", max_size=6),
)
def test_outside_the_tokens_no_character_of_a_line_that_stays_is_lost(pieces: list[str], value: str) -> None:
    text = "".join(pieces)
    values = {"date": "D", "name": value, "empty": ""}
    edits = plan(text, values)
    if edits is None:
        assert all("[[" in line for line in text.split("\n"))
        return
    made, done = "", 0
    for start, end, new in edits:
        assert done <= start <= end
        made += text[done:start] + new
        done = end
    made += text[done:]
    kept = [line for line in text.split("\n") if "[[empty]]" not in line and "[[name]]" not in line]
    assert all(line.replace("[[date]]", "D") in made for line in kept)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 60), max_size=8))
def test_a_token_may_be_cut_into_runs_anywhere(cuts: list[int]) -> None:
    text = "A [[date]] b [[signatory]] c [[mp_name]] d, [[reference]]."
    places = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    pieces = [text[a:b] for a, b in itertools.pairwise(places)]

    def make(document: Document) -> None:
        split_runs(document.add_paragraph(), *pieces)
        document.add_paragraph("[[body]]")

    assert lines(on(make))[0] == "A 21 November 2026 b Ada Amberley MP c Ada Amberley MP d, 7."


def test_every_token_is_filled_by_something() -> None:
    printed = "\n".join(lines(on(_with(*(f"{token}: [[{token}]]" for token in TOKENS)))))
    assert "[[" not in printed
    assert all(f"{token}: " in printed for token in TOKENS)
