"""Where the frames of the phone may go."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl

from simulator.phone.browser_page import SHELL_URL, may_load, source_of

EVERYWHERE_REFUSED = [
    "handset://project/app.json", "handset://user/usr/mine.txt", "handset://shell/shell/boot.js", "handset://other/",
    "file:///etc/passwd", "qrc:/qtwebchannel/qwebchannel.js", "devtools://devtools/bundled/js_app.html",
    "chrome://version", "view-source:handset://shell/shell/index.html", "javascript:0", "handset-editor://editor/page/",
]  # fmt: skip


@pytest.mark.parametrize("url", EVERYWHERE_REFUSED)
@pytest.mark.parametrize("is_main_frame", [True, False])
def test_no_frame_goes_where_nothing_is_for_pages(url: str, *, is_main_frame: bool) -> None:
    assert not may_load(QUrl(url), is_main_frame=is_main_frame)


@pytest.mark.parametrize(
    ("url", "in_main", "in_frame"),
    [
        (SHELL_URL, True, False),
        (f"{SHELL_URL}?animations=0", True, False),
        ("handset://shell/page.html", False, True),
        ("https://example.com/", False, True),
        ("http://127.0.0.1:8099/", False, True),
        ("about:blank", False, True),
        ("data:text/html,a", False, True),
        ("blob:http://127.0.0.1/1", False, True),
    ],
)
def test_the_shell_stays_in_the_main_frame_and_sites_in_the_others(url: str, *, in_main: bool, in_frame: bool) -> None:
    assert may_load(QUrl(url), is_main_frame=True) is in_main
    assert may_load(QUrl(url), is_main_frame=False) is in_frame


@pytest.mark.parametrize(
    ("message", "url", "source"),
    [
        ("Uncaught TypeError: a is undefined", "handset://shell/page/page_view.js", "handset"),
        ("Uncaught ReferenceError: boot is not defined", "handset://shell/page.html", "handset"),
        ("anything", "handset://shell/shell/boot.js", "handset"),
        ("Not allowed to load local resource: file:///a", "handset://shell/shell/page_layer.js", "program"),
        ("Not allowed to load local resource: file:///etc/passwd", "handset://shell/page.html", "program"),
        ("OTS parsing error: file less than 4 bytes", "handset://shell/page.html", "program"),
        ("Failed to load resource: net::ERR_NAME_NOT_RESOLVED", "handset://shell/page.html", "environment"),
        ("Failed to load resource: net::ERR_FAILED", "https://example.com/a.png", "environment"),
        ("Uncaught Error: of the site", "https://example.com/a.js", "environment"),
    ],
)
def test_whose_word_a_line_of_the_console_is(message: str, url: str, source: str) -> None:
    assert source_of(message, QUrl(url)) == source
