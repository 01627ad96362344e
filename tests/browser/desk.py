"""How the tests of the desk go there, read it and take the letter away."""

import io
from pathlib import Path

import docx
from playwright.sync_api import Page

from tests.browser.live import Live
from tests.web.post import Post

GUARDS, WALL = 2, 3  # places of paragraphs in the reply


def at_desk(page: Page, house: Live, post: Post) -> Page:
    page.goto(f"{house.address}/desk/{post.draft}")
    return page


def written(page: Page, post: Post, place: int) -> str:
    return page.locator(f"#text-{post.blocks[place]}").input_value()


def word(page: Page) -> str:
    with page.expect_download() as coming:
        page.get_by_role("button", name="Word").click()
    read = docx.Document(io.BytesIO(Path(coming.value.path()).read_bytes()))
    return "\n".join(paragraph.text for paragraph in read.paragraphs)
