"""A server on loopback with pages for a `web-view`, by path; what the pages report is kept."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

_TYPES = {"js": "text/javascript", "png": "image/png", "ttf": "font/ttf", "json": "application/json"}


class WebSite(ThreadingHTTPServer):
    """Serves until `close`. A page reports by asking for `/report?found=` with JSON."""

    def __init__(self, pages: Mapping[str, str | bytes], headers: Mapping[str, str] | None = None) -> None:
        super().__init__(("127.0.0.1", 0), _Visit)
        self.pages = pages
        self.headers = headers or {}
        self.reports: list[Any] = []
        self._thread = threading.Thread(target=self.serve_forever, daemon=True)
        self._thread.start()

    def url(self, path: str) -> str:
        """A page's address."""
        return f"http://127.0.0.1:{self.server_port}{path}"

    def close(self) -> None:
        """Ends its thread."""
        self.shutdown()
        self._thread.join()
        self.server_close()


class _Visit(BaseHTTPRequestHandler):
    server: WebSite

    def do_GET(self) -> None:
        place = urlsplit(self.path)
        query = parse_qs(place.query)
        if "found" in query:
            self.server.reports.append(json.loads(query["found"][0]))
        page = self.server.pages.get(place.path)
        body = page if isinstance(page, bytes) else (page or "").encode()
        self.send_response(200 if page is not None or "found" in query else 404)
        suffix = place.path.rpartition(".")[2]
        self.send_header("Content-Type", _TYPES.get(suffix, "text/html; charset=utf-8"))
        self.send_header("Content-Length", str(len(body)))
        for name, value in self.server.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing on the test's output."""
