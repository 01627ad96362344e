"""A fetched page that checks itself: whoever fetches one, in any test, has tested all this."""

import re
from typing import Any

from lxml import html
from werkzeug.test import TestResponse

LABELLED = ("submit", "button", "hidden", "image", "reset")


class Page:
    """An answer of the app, read as HTML. Made through `Browser`, which checks it."""

    def __init__(self, answer: TestResponse) -> None:
        self.answer = answer
        self.status = answer.status_code
        self.tree: Any = html.document_fromstring(answer.get_data(as_text=True))

    @property
    def heading(self) -> str:
        return text_of(self.tree.xpath("//h1")[0])

    @property
    def text(self) -> str:
        """What is read on the page, without the header."""
        return text_of(self.tree.xpath("//main")[0])

    @property
    def errors(self) -> list[str]:
        """The sentences of the error summary."""
        return [text_of(item) for item in self.tree.xpath("//*[@id='error-summary']//li")]

    def token(self) -> str:
        """The CSRF token of any of its forms."""
        found: list[str] = self.tree.xpath("//input[@name='csrf_token']/@value")
        return found[0] if found else ""

    def check(self) -> None:
        """One h1 that begins the title, unique ids, named inputs and links, addresses, nothing inline."""
        headings = self.tree.xpath("//h1")
        assert len(headings) == 1, f"{len(headings)} h1 on {self.answer.request.path}"
        title = self.tree.findtext(".//title").removeprefix("Error: ")
        assert self.heading and title.startswith(self.heading), (title, self.heading)
        assert self.tree.get("lang") == "en-GB"
        self._check_ids()
        self._check_forms()
        self._check_names()
        self._check_levels()
        self._check_nothing_inline()

    def _check_ids(self) -> None:
        listed = self.tree.xpath("//@id")
        ids = set(listed)
        assert len(listed) == len(ids), sorted(name for name in ids if listed.count(name) > 1)
        for attribute in ("for", "aria-describedby", "aria-labelledby", "aria-controls"):
            for names in self.tree.xpath(f"//@{attribute}"):
                assert set(names.split()) <= ids, f"{attribute} names {names}, which is not there"
        for address in self.tree.xpath("//a/@href[starts-with(., '#')]"):
            assert address[1:] in ids, f"{address} leads nowhere"

    def _check_forms(self) -> None:
        for form in self.tree.xpath("//form"):
            assert form.get("action"), "a form without an address"
            if form.get("method", "get").lower() == "post":
                assert form.xpath(".//input[@name='csrf_token']"), f"{form.get('action')} has no CSRF token"
            if form.xpath(".//input[@type='file']"):
                assert form.get("enctype") == "multipart/form-data"

    def _check_names(self) -> None:
        labelled = set(self.tree.xpath("//label/@for"))
        for field in self.tree.xpath("//input | //select | //textarea"):
            if field.get("type") in LABELLED:
                continue
            assert field.get("id") in labelled or field.get("aria-label") or field.xpath("ancestor::label"), (
                html.tostring(field)
            )
        for thing in self.tree.xpath("//a | //button | //summary"):
            name = text_of(thing) or thing.get("aria-label") or "".join(thing.xpath(".//@aria-label"))
            assert name, html.tostring(thing)
        assert not self.tree.xpath("//img[not(@alt)]")

    def _check_levels(self) -> None:
        """No heading level is jumped over inside the page."""
        levels = [
            int(heading.tag[1])
            for heading in self.tree.xpath("//main//*[self::h1 or self::h2 or self::h3 or self::h4]")
        ]
        main = [level for level in levels if level]
        start = main.index(1)
        for above, below in zip(main[start:], main[start + 1 :], strict=False):
            assert below <= above + 1, f"h{above} is followed by h{below}"

    def _check_nothing_inline(self) -> None:
        """The content policy would stop it, and the page would be broken without a word."""
        assert not self.tree.xpath("//script[not(@src)] | //style | //@style")
        assert not self.tree.xpath("//@*[starts-with(name(), 'on')]")
        for address in self.tree.xpath("//@src | //link/@href"):
            assert re.match(r"/(?!/)", address), f"{address} is loaded from elsewhere"


def text_of(element: Any) -> str:
    """What is read in an element, on one line."""
    return " ".join(element.text_content().split())
