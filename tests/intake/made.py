"""Files made in code, each awkward in one way."""

import io
import zipfile
from collections.abc import Mapping

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def mail(body: str | bytes = "Please mend the bridge.", **headers: str) -> bytes:
    """A mail; underscores in the names of headers become hyphens, and a given one replaces the usual."""
    given = {
        "From": "Ada Amberley <ada@example.org>",
        "Subject": "The bridge",
        "Message-ID": "<1@example.org>",
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    top = "".join(f"{name}: {value}\n" for name, value in given.items())
    return top.encode() + b"\n" + (body.encode() if isinstance(body, str) else body)


def parted(*parts: str, kind: str = "mixed", **headers: str) -> bytes:
    """A mail of several parts, each given with its own headers."""
    body = "".join(f"--cut\n{part}\n" for part in parts) + "--cut--\n"
    return mail(body, Content_Type=f'multipart/{kind}; boundary="cut"', **headers)


def package(parts: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of these parts."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return kept.getvalue()


def word(body: str, main_type: str = MAIN_TYPE, **others: str | bytes) -> bytes:
    """A Word file with this XML in its body; `others` replace or add parts, "__" in a name for "/"."""
    return package(
        {
            "[Content_Types].xml": f'<Types><Override ContentType="{main_type}"/></Types>',
            "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
            **{f"{name.replace('__', '/')}.xml": content for name, content in others.items()},
        }
    )


def paragraph(words: str, properties: str = "") -> str:
    return f"<w:p>{properties}<w:r><w:t>{words}</w:t></w:r></w:p>"
