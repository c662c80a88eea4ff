"""Where the phone's web page may go: its main frame nowhere but to the shell, frames also to sites."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from pytestqt.qtbot import QtBot

from tests.simulator.view.phone_driver import PhoneDriver

pytestmark = pytest.mark.browser


class Site(ThreadingHTTPServer):
    """A page on loopback that counts its visits."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.visits = threading.Semaphore(0)
        self.url = f"http://127.0.0.1:{self.server_address[1]}/"


class _Answer(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        self.server.visits.release()
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<body>a site</body>")

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[Site]:
    server = Site()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    "leave", ["location.href = URL", "location.replace(URL)", "window.open(URL, '_top')", "top.location = URL"]
)
def test_the_main_frame_never_leaves_for_a_site(phone: PhoneDriver, qtbot: QtBot, site: Site, leave: str) -> None:
    with qtbot.waitSignal(phone.view.web_page.loadFinished, timeout=1500, raising=False):
        phone.view.web_page.runJavaScript(leave.replace("URL", repr(site.url)))
    assert phone.view.web_page.url().host() == "shell"
    assert not site.visits.acquire(blocking=False)
    assert phone.shell("rect", ".phone")["width"] == 390


def test_a_frame_may_hold_a_site(phone: PhoneDriver, qtbot: QtBot, site: Site) -> None:
    phone.view.web_page.runJavaScript(
        f"const f = document.createElement('iframe'); f.src = {site.url!r}; document.body.append(f)"
    )
    qtbot.waitUntil(lambda: site.visits.acquire(blocking=False), timeout=10_000)
    assert phone.view.web_page.url().host() == "shell"
