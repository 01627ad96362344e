"""Run by `pdf` in a process of its own: a PDF from the input, to JSON: where on each page which words stand.

Nothing of ours is imported here, so that it starts at once. Answer: {"refused": "password", "damaged" or
"long"} or {"title", "author", "pages": [{"width", "height", "has_picture", "runs": [[left, bottom, right,
top, text]]}]}, in points, from the lower left corner. A run stands on one line without a wide gap.
"""

import ctypes
import json
import sys
from typing import Any

import pypdfium2
import pypdfium2.raw as raw

CHARACTERS = 20_000  # of one page: a broadsheet has less
RUNS = 100_000  # of all pages: some forty on each
HYPHENS = (0x02, 0xAD, 0xFFFE)  # how the library gives a hyphen that it takes for one of a line's end


def runs_of(page: Any) -> list[list[Any]]:
    """The runs of a page in the order in which the file has them."""
    text = page.get_textpage()
    box = raw.FS_RECTF()
    runs: list[list[Any]] = []
    is_open = False
    for at in range(min(text.count_chars(), CHARACTERS)):
        code = raw.FPDFText_GetUnicode(text, at)
        if code in (0x0A, 0x0D):
            is_open = False
        elif code == 0x20 and is_open:
            runs[-1][4] += " "
        elif (code > 0x20 or code in HYPHENS) and raw.FPDFText_GetLooseCharBox(text, at, ctypes.byref(box)):
            letter = "\u00ad" if code in HYPHENS else chr(code)
            left, bottom, right, top = box.left, box.bottom, box.right, box.top
            if is_open and _goes_on(runs[-1], left, bottom, top):
                runs[-1][1:5] = [
                    min(runs[-1][1], bottom),
                    max(runs[-1][2], right),
                    max(runs[-1][3], top),
                    runs[-1][4] + letter,
                ]
            else:
                runs.append([left, bottom, right, top, letter])
            is_open = True
    return [[*(round(value, 1) for value in run[:4]), run[4].strip()] for run in runs if run[4].strip()]


def _goes_on(run: list[Any], left: float, bottom: float, top: float) -> bool:
    height = max(run[3] - run[1], 1.0)
    on_line = abs(run[1] - bottom) < height / 2 or abs(run[3] - top) < height / 2
    return bool(on_line and -height < left - run[2] < height)


def main() -> dict[str, Any]:
    """The answer to what is on the input."""
    most = int(sys.argv[1])
    try:
        document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
    except pypdfium2.PdfiumError as error:
        return {"refused": "password" if "assword" in str(error) else "damaged"}
    if len(document) > most:
        return {"refused": "long"}
    pages, count = [], 0
    for page in document:
        width, height = page.get_size()
        pictures = page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=2)
        has_picture = next(iter(pictures), None) is not None
        runs = runs_of(page)
        count += len(runs)
        if count > RUNS:
            return {"refused": "long"}
        pages.append({"width": width, "height": height, "has_picture": has_picture, "runs": runs})
    about = document.get_metadata_dict()
    return {"title": about.get("Title", ""), "author": about.get("Author", ""), "pages": pages}


if __name__ == "__main__":
    json.dump(main(), sys.stdout)
