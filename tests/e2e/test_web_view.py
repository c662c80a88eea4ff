"""A web page in a `web-view` has no way to the phone around it."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.e2e.conftest import OpenPhone

pytestmark = pytest.mark.browser

PAGE = """<!doctype html><title>a site</title><script>
const found = { channel: typeof window.qt, transport: typeof (window.qt || {}).webChannelTransport };
try { found.parent = typeof parent.document; } catch (error) { found.parent = error.name; }
try { top.location = "about:blank"; found.moved = "yes"; } catch (error) { found.moved = error.name; }
fetch("/report?found=" + encodeURIComponent(JSON.stringify(found)));
</script>"""


class Site(ThreadingHTTPServer):
    """A site whose page says what it can reach."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Visit)
        self.reports: list[dict[str, str]] = []


class Visit(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        query = parse_qs(urlsplit(self.path).query)
        if "found" in query:
            self.server.reports.append(json.loads(query["found"][0]))
        body = PAGE.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing on the test's output."""


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    thread = threading.Thread(target=site.serve_forever, daemon=True)
    thread.start()
    yield site
    site.shutdown()
    thread.join()
    site.server_close()


def test_a_web_page_reaches_nothing_of_the_phone(open_phone: OpenPhone, tmp_path: Path, site: Site) -> None:
    url = f"http://127.0.0.1:{site.server_port}/"
    files = {
        "app.json": '{"pages":["p/p"]}',
        "app.js": "App({})",
        "p/p.wxml": f'<web-view src="{url}" bindload="loaded"/>',
        "p/p.js": "Page({ data: { loaded: '' }, loaded(e) { this.setData({ loaded: e.detail.src }); } })",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    user = open_phone(tmp_path)
    user.start()
    user.see(lambda: site.reports, "the site to be visited")
    assert site.reports == [
        {"channel": "undefined", "transport": "undefined", "parent": "SecurityError", "moved": "SecurityError"}
    ]
    user.see(lambda: user.data("loaded") == url, "the event load")
    assert user.page_path == "p/p"
