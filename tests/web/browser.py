"""Somebody at a browser: keeps cookies, sends the CSRF token, checks every page it gets."""

from typing import Any

from flask.testing import FlaskClient
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from tests.web.page import Page


class Browser:
    """`get` and `post` give a checked Page; `get_raw` and `post_raw` the answer as it is."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def get_raw(self, path: str, **options: Any) -> TestResponse:
        return self.client.get(path, buffered=True, **options)  # closes the file it came from

    def get(self, path: str, status: int = 200) -> Page:
        """The page at `path`, redirects followed."""
        return self._page(self.client.get(path, follow_redirects=True), status)

    def post_raw(self, path: str, data: dict[str, Any] | None = None, **options: Any) -> TestResponse:
        """Send a form as a page of ours would, with its token. A file is (stream, name)."""
        fields = {"csrf_token": self.token(), **(data or {})}
        files = {name: FileStorage(*value) for name, value in fields.items() if isinstance(value, tuple)}
        if files or options.get("content_type") == "multipart/form-data":
            boundary, body = encode_multipart({**fields, **files})  # the client's own leaves a file open
            options["content_type"] = f"multipart/form-data; boundary={boundary}"
            return self.client.post(path, data=body, **options)
        return self.client.post(path, data=fields, **options)

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
