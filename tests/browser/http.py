"""Somebody at the live app without a browser: keeps the cookie and the connection."""

import http.client
import re
import socket
from urllib.parse import urlencode

from tests.browser.live import PASSWORD, Live


class Http:
    """`get` and `post` give (status, text); signed in as Ada."""

    def __init__(self, house: Live) -> None:
        self._connection = http.client.HTTPConnection(house.address.removeprefix("http://"), timeout=60)
        self._connection.connect()
        self._connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._cookie = ""
        self._token = token_in(self.get("/sign-in")[1])
        self.post("/sign-in", {"email": "ada@example.org", "password": PASSWORD})
        self._token = token_in(self.get("/help")[1])

    def get(self, path: str) -> tuple[int, str]:
        return self._send("GET", path, None)

    def post(self, path: str, fields: dict[str, str]) -> tuple[int, str]:
        return self._send("POST", path, urlencode({"csrf_token": self._token, **fields}))

    def close(self) -> None:
        self._connection.close()

    def _send(self, method: str, path: str, body: str | None) -> tuple[int, str]:
        headers = {"Cookie": self._cookie, "X-Fragment": "1"} if self._cookie else {}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        text = answer.read().decode()
        if cookie := answer.getheader("Set-Cookie"):
            self._cookie = cookie.split(";")[0]
        return answer.status, text


def token_in(page: str) -> str:
    """The CSRF token of a page."""
    found = re.search(r'name="csrf_token" value="([^"]+)"', page)
    return found[1] if found else ""
