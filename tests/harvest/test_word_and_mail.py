"""Letters as Word and mail programs keep them: headers, text boxes, tables, lists, the mail under a reply."""

import datetime as dt
import io
from email.message import EmailMessage

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from correspondence import intake
from correspondence.harvest import Told, cut
from correspondence.models import Source
from tests.harvest.cuts import kinds, texts, voices

BOX = f"""<w:p {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:pict><v:shape><v:textbox>
<w:txbxContent><w:p><w:r><w:t>Constituency office: 1 Market Place, Northmere</w:t></w:r></w:p></w:txbxContent>
</v:textbox></v:shape></w:pict></w:r></w:p>"""
ABOVE = ["Our ref: JF/2231", "Mrs A. Lunt", "3 Sea Row", "Northmere", "4 March 2024", "", "Dear Mrs Lunt,"]
MAIL = """<p>Dear Sam,</p><p>Thank you for your email about dog licences.</p>
<p>Dog licences were abolished in 1987. Only about half of owners had one by then, and it cost 37 pence.</p>
<ul><li>A chip has been compulsory since 2016.</li><li>About 92% of dogs have one.</li></ul>
<p>I do not support bringing the licence back.</p><p>Kind regards<br>Jo</p>
<p>Jo Field MP<br>Member of Parliament for Northmere</p><hr>
<p><b>From:</b> Sam Price &lt;sam@example.org&gt;<br><b>Sent:</b> 02 April 2023 10:00<br><b>To:</b> FIELD<br>
<b>Subject:</b> Dog licences</p><p>Please bring back the licence. A dog bit my son.</p>"""


def word_letter() -> bytes:
    letter = docx.Document()
    letter.sections[0].header.paragraphs[0].text = "Jo Field MP\tHouse of Commons\tLondon SW1A 0AA"
    letter.sections[0].footer.paragraphs[0].text = "Page 1 of 2"
    for line in ABOVE:
        letter.add_paragraph(line)
    letter.add_paragraph().add_run("School places in Northmere").bold = True
    letter.add_paragraph("Thank you for contacting me about school places.")
    letter.add_paragraph("The county expects these numbers of children to start school:")
    table = letter.add_table(rows=2, cols=2)
    for row, cells in enumerate((("Year", "Children"), ("2025", "1,187"))):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    letter.add_paragraph("There are two plans for more places:")
    for text in ("a new school at Quay Fields;", "two more classrooms at St Mary's."):
        letter.add_paragraph(text, style="List Bullet")
    letter.add_paragraph("I have asked the county to look at the catchment area again.")
    letter.add_paragraph("Thank you again for writing to me.")
    letter.add_paragraph("Yours sincerely,")
    letter.add_paragraph("Jo Field MP")
    letter.element.body.insert(0, parse_xml(BOX))
    file = io.BytesIO()
    letter.save(file)
    return file.getvalue()


def html_mail() -> bytes:
    mail = EmailMessage()
    mail["From"] = '"FIELD, Jo" <jo.field.mp@parliament.example>'
    mail["Subject"] = "RE: Dog licences"
    mail["Date"] = "Tue, 04 Apr 2023 08:12:00 +0100"
    mail.set_content(f"<html><body>{MAIL}</body></html>", subtype="html")
    return mail.as_bytes()


def of(name: str, data: bytes) -> Source:
    return cut(intake.read(name, data), Told())


def test_a_word_letter_keeps_its_table_and_list_and_loses_what_stands_round_it() -> None:
    source = of("letter.docx", word_letter())
    assert texts(source) == [
        "Thank you for contacting me about school places.",
        "The county expects these numbers of children to start school:\nYear\nChildren\n2025\n1,187",
        "There are two plans for more places:\n- a new school at Quay Fields;\n"
        "- two more classrooms at St Mary's.",
        "I have asked the county to look at the catchment area again.",
        "Thank you again for writing to me.",
    ]
    assert kinds(source) == ["opening", "policy", "policy", "action", "closing"]
    assert (source.title, source.author, source.date) == (
        "School places in Northmere",
        "Jo Field",
        dt.date(2024, 3, 4),
    )


def test_a_mail_of_ours_loses_the_mail_under_it() -> None:
    source = of("reply.eml", html_mail())
    assert kinds(source) == ["opening", "policy", "policy", "position"]
    assert texts(source)[2] == "- A chip has been compulsory since 2016.\n- About 92% of dogs have one."
    assert set(voices(source)) == {"office"}
    assert (source.title, source.author, source.date) == ("Dog licences", "Jo Field", dt.date(2023, 4, 4))
    assert "A dog bit my son" not in str([source.left_out, texts(source)])
