"""Somebody at a browser: keeps cookies, sends the CSRF token, checks every page it gets."""

from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.web.page import Page


class Browser:
    """`get` and `post` give a checked Page; `get_raw` and `post_raw` the answer as it is."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def get_raw(self, path: str, **options: Any) -> TestResponse:
        return self.client.get(path, **options)

    def get(self, path: str, status: int = 200) -> Page:
        """The page at `path`, redirects followed."""
        return self._page(self.client.get(path, follow_redirects=True), status)

    def post_raw(self, path: str, data: dict[str, Any] | None = None, **options: Any) -> TestResponse:
        """Send a form as a page of ours would, with its token."""
        return self.client.post(path, data={"csrf_token": self.token(), **(data or {})}, **options)

    def post(self, path: str, data: dict[str, Any] | None = None, status: int = 200) -> Page:
        """Send a form; the page that follows, redirects followed."""
        return self._page(self.post_raw(path, data, follow_redirects=True), status)

    def token(self) -> str:
        """A CSRF token of this browser's session."""
        return Page(self.client.get("/help")).token() or Page(self.client.get("/sign-in")).token()

    def _page(self, answer: TestResponse, status: int) -> Page:
        page = Page(answer)
        assert page.status == status, f"{answer.request.path} gave {page.status}: {page.text[:300]}"
        page.check()
        return page
