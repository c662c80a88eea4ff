"""Phones for framework apps, a server for their requests, and the apps built once a run."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlparse

import pytest

from tests.e2e.conftest import data_folder, open_phone
from tests.frameworks.apps import App

__all__ = ["data_folder", "open_phone"]


class _Feed(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        """Ten posts a page."""
        page = int(parse_qs(urlparse(self.path).query).get("page", ["0"])[0])
        rows = [{"id": number, "title": f"post {number}"} for number in range(page * 10, page * 10 + 10)]
        body = json.dumps({"rows": rows}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        with suppress(ConnectionError):  # a page that has gone reads no answer
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nobody reads a log."""


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a server on loopback."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Feed)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


@pytest.fixture(scope="session")
def installed() -> set[str]:
    """Names of the apps that have been installed in this run."""
    return set()


@pytest.fixture
def app(request: pytest.FixtureRequest, installed: set[str]) -> App:
    """The app of the test's parameter, installed."""
    app: App = request.param
    if app.name not in installed:
        app.install()
        installed.add(app.name)
    return app
