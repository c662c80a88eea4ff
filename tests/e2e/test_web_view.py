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
from tests.support.project_folder import write_project

pytestmark = pytest.mark.browser

PAGE = """<!doctype html><title>a site</title><script>
const found = { channel: typeof window.qt, transport: typeof (window.qt || {}).webChannelTransport };
try { found.parent = typeof parent.document; } catch (error) { found.parent = error.name; }
try { top.location = "about:blank"; found.moved = "yes"; } catch (error) { found.moved = error.name; }
fetch("/report?found=" + encodeURIComponent(JSON.stringify(found)));
</script>"""


READER = """<!doctype html><title>a reader</title><body><script>
const got = {};
const take = (way, value) => { got[way] = String(value).slice(0, 40); };
const load = (way, tag, more, value) => {
  const element = Object.assign(document.createElement(tag), more);
  element.onload = () => take(way, value(element));
  document.body.append(element);
};
const inner = (way) => `fetch("handset://project/app.json").then((r) => r.text()).then((t) => tell("${way}", t));`;
const framed = (way) => `<script>const tell = (w, t) => parent.postMessage([w, t], "*"); ${inner(way)}<\\/script>`;
const worked = (way) => `const tell = (w, t) => postMessage([w, t]); ${inner(way)}`;
window.onmessage = (event) => take(...event.data);
for (const url of ["project/app.json", "user/usr/mine.txt", "shell/shell/index.html"]) {
  fetch(`handset://${url}`).then((r) => r.text()).then((t) => take(`fetch ${url}`, t), () => {});
  fetch(`handset://${url}`, { mode: "no-cors" }).then((r) => r.text()).then((t) => take(`opaque ${url}`, t), () => {});
  const asked = new XMLHttpRequest();
  asked.onload = () => take(`xhr ${url}`, asked.responseText);
  asked.open("GET", `handset://${url}`);
  asked.send();
}
load("image", "img", { src: "handset://project/logo.svg" }, (image) => image.naturalWidth);
load("script", "script", { src: "handset://project/app.js" }, () => "ran");
load("style", "link", { rel: "stylesheet", href: "handset://project/app.wxss" }, () => "styled");
const frames = [
  { srcdoc: framed("srcdoc") }, { srcdoc: framed("sandboxed"), sandbox: "allow-scripts" },
  { src: "data:text/html," + encodeURIComponent(framed("data frame")) },
  { src: URL.createObjectURL(new Blob([framed("blob frame")], { type: "text/html" })) },
];
for (const frame of frames) load("", "iframe", frame, () => "");
const workers = [URL.createObjectURL(new Blob([worked("blob worker")])), "data:," + encodeURIComponent(worked("w"))];
for (const source of workers)
  new Worker(source).onmessage = (event) => take(...event.data);
delete got[""];
setTimeout(() => { delete got[""]; fetch("/report?found=" + encodeURIComponent(JSON.stringify(got))); }, 1500);
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
        body = (READER if self.path == "/reader" else PAGE).encode()
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


def program_with(tmp_path: Path, url: str) -> Path:
    files = {
        "app.json": '{"pages":["p/p"]}',
        "app.js": "App({})",
        "app.wxss": "page { color: red; }",
        "logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="7" height="7"/>',
        "p/p.wxml": f'<web-view src="{url}" bindload="loaded"/>',
        "p/p.js": "Page({ data: { loaded: '' }, loaded(e) { this.setData({ loaded: e.detail.src }); }, onLoad() {"
        " wx.getFileSystemManager().writeFileSync(`${wx.env.USER_DATA_PATH}/mine.txt`, 'private'); } })",
    }
    return write_project(tmp_path / "project", files)


def test_a_web_page_reaches_nothing_of_the_phone(open_phone: OpenPhone, tmp_path: Path, site: Site) -> None:
    url = f"http://127.0.0.1:{site.server_port}/"
    user = open_phone(program_with(tmp_path, url))
    user.start()
    user.see(lambda: site.reports, "the site to be visited")
    assert site.reports == [
        {"channel": "undefined", "transport": "undefined", "parent": "SecurityError", "moved": "SecurityError"}
    ]
    user.see(lambda: user.data("loaded") == url, "the event load")
    assert user.page_path == "p/p"


def test_a_web_page_reads_no_file_of_the_project_or_the_user(open_phone: OpenPhone, tmp_path: Path, site: Site) -> None:
    user = open_phone(program_with(tmp_path, f"http://127.0.0.1:{site.server_port}/reader"))
    user.start()
    user.see(lambda: site.reports, "the site to tell what it has read")
    assert site.reports == [{}]
