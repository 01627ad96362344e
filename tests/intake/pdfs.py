"""PDFs made in code: words at places on pages, in one of the fonts that every reader has."""

from collections.abc import Sequence

Line = tuple[float, float, str]  # points from the left and from the bottom, words

PICTURE = (
    b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 "
    b"/Length 1 >>"
)


def pdf(*pages: Sequence[Line], size: float = 11, picture: bool = False, title: str = "") -> bytes:
    """A PDF of these pages, in Helvetica."""
    font = 3
    objects: dict[int, bytes] = {
        font: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    }
    objects[4] = PICTURE + b"\nstream\n\0\nendstream"
    objects[5] = f"<< /Title ({title}) >>".encode("cp1252")
    kids = []
    for number, lines in enumerate(pages):
        words = "".join(f"BT /F {size} Tf {x} {y} Td ({_escaped(text)}) Tj ET\n" for x, y, text in lines) + (
            "q 500 0 0 700 40 40 cm /P Do Q" if picture else ""
        )
        content = words.encode("cp1252")
        page, stream = 6 + 2 * number, 7 + 2 * number
        kids.append(f"{page} 0 R")
        objects[stream] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)
        objects[page] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {stream} 0 R "
            f"/Resources << /Font << /F {font} 0 R >> /XObject << /P 4 0 R >> >> >>"
        ).encode()
    objects[1] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[2] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return _file(objects)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _file(objects: dict[int, bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = {}
    for number in sorted(objects):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for number in sorted(objects):
        out += b"%010d 00000 n \n" % places[number]
    out += b"trailer << /Size %d /Root 1 0 R /Info 5 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        start,
    )
    return bytes(out)
