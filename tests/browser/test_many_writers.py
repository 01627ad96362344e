"""Many people in one paragraph: each edit that was acknowledged is in the text, or was shown to whoever
replaced it."""

import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest

from tests.browser.http import Http
from tests.browser.live import Live, live
from tests.web.post import Post, bring_in, texts

WRITERS = 4
GUARDS = 2  # the place of the paragraph all write in


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Live]:
    with live(tmp_path) as house:
        yield house


@dataclass(frozen=True)
class Saved:
    """An acknowledged edit: its number, what it says, and the text its writer had before them."""

    edit: int
    text: str
    shown: str


class Writer:
    """Edits one Block over HTTP as the page's script does, and chooses where there is a conflict."""

    def __init__(self, house: Live, post: Post, name: str) -> None:
        self.http, self.post, self.name = Http(house), post, name
        self.key = post.blocks[GUARDS]
        self.saved: list[Saved] = []
        self.conflicts = 0
        self.edit, self.was, self.shown = 0, "", ""
        self._look(self.http.get(f"/desk/{post.draft}")[1])

    def write(self, edits: int) -> None:
        for number in range(edits):
            self._edit(f"{self.name} wrote this as edit {number}.", take_theirs=number % 2 == 0)
        self.http.close()

    def _edit(self, text: str, take_theirs: bool) -> None:
        fields = {f"text-{self.key}": text, f"edit-{self.key}": str(self.edit), f"was-{self.key}": self.was}
        status, html = self.http.post(f"/desk/{self.post.draft}/save", fields)
        if status == 200:
            self.edit, self.was = int(field_in(html, f"edit-{self.key}")), field_in(html, f"was-{self.key}")
            self.saved.append(Saved(self.edit, text, self.shown))
            self.shown = text
            return
        while status == 409 and not take_theirs:
            self.conflicts += 1
            self.shown, seen = theirs_in(html, self.key)
            path = f"/desk/{self.post.draft}/blocks/{self.key}/mine"
            status, html = self.http.post(path, {f"text-{self.key}": text, "keep": str(seen)})
            if status == 200:
                self.saved.append(Saved(seen + 1, text, self.shown))
        if take_theirs:
            self.conflicts += 1
            html = self.http.get(f"/desk/{self.post.draft}")[1]
        self._look(html)

    def _look(self, html: str) -> None:
        """Take up what a page shows."""
        self.edit, self.was = int(field_in(html, f"edit-{self.key}")), field_in(html, f"was-{self.key}")
        self.shown = area_in(html, self.key)


def field_in(html: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', html)
    assert found, f"no {name} in {html[:500]}"
    return found[1]


def area_in(html: str, key: int) -> str:
    found = re.search(rf'<textarea[^>]*id="text-{key}"[^>]*>\n?(.*?)</textarea>', html, re.DOTALL)
    assert found, html[:500]
    return unescape(found[1])


def theirs_in(html: str, key: int) -> tuple[str, int]:
    """What a conflict shows of the other text: its words and its number."""
    text = re.search(rf'id="theirs-{key}">(.*?)</p>', html, re.DOTALL)
    number = re.search(rf'id="mine-{key}" name="keep" value="(\d+)"', html)
    assert text, html[:500]
    assert number, html[:500]
    return unescape(text[1]), int(number[1])


def check(saved: list[Saved], start: str, final: str) -> None:
    """Each edit follows the one before it, and its writer had that very text before them."""
    in_order = sorted(saved, key=lambda one: one.edit)
    assert [one.edit for one in in_order] == list(range(2, len(in_order) + 2))
    before = start
    for one in in_order:
        assert one.shown == before, f"edit {one.edit} replaced what its writer never saw"
        before = one.text
    assert final == before


def test_4_writers_with_200_edits_each_lose_none(house: Live) -> None:
    post = bring_in(house.engine, 1)
    start = texts(house.engine, 1, post.draft)[GUARDS]
    writers = [Writer(house, post, name) for name in ("Ada", "Ben", "Cas", "Dov")]
    threads = [threading.Thread(target=writer.write, args=(200,)) for writer in writers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    saved = [one for writer in writers for one in writer.saved]
    assert sum(writer.conflicts for writer in writers) > 0
    assert len(saved) > 200
    check(saved, start, texts(house.engine, 1, post.draft)[GUARDS])
