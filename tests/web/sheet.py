"""The page of a reply at somebody's browser without scripts."""

from typing import Any

from sqlalchemy import Engine

from tests.web.browser import Browser
from tests.web.page import Page
from tests.web.post import Post, texts

GREETING, OPENING, GUARDS, WALL, CLOSING, SIGN_OFF = range(6)


class Sheet:
    """The form on the page of a reply, as a browser without scripts fills and sends it."""

    def __init__(self, browser: Browser, post: Post) -> None:
        self.browser, self.post = browser, post
        self.read(browser.get(f"/desk/{post.draft}"))

    def read(self, page: Page) -> Page:
        """Take the fields of a page that came."""
        form = page.tree.get_element_by_id("reply")
        self.fields: dict[str, Any] = dict(form.form_values())
        for area in form.xpath(
            ".//textarea[@name]"
        ):  # a browser leaves out the first line end, lxml does not
            self.fields[area.get("name")] = (area.text or "").removeprefix("\n")
        self.page = page
        return page

    def type(self, place: int, text: str) -> None:
        self.fields[f"text-{self.post.blocks[place]}"] = text

    def press(self, address: str, status: int = 200, **button: Any) -> Page:
        """Press a button: its own name and value go with the fields."""
        path = f"/desk/{self.post.draft}/{address}"
        return self.read(self.browser.post(path, {**self.fields, **button}, status=status))

    def on(self, place: int) -> int:
        return self.post.blocks[place]


def stored(engine: Engine, ada_office: int, post: Post) -> list[str]:
    """The reply's texts in the database."""
    return texts(engine, ada_office, post.draft)
