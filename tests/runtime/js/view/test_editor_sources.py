"""What comes into an `editor` from outside (HTML, deltas, a paste) is text and formats, and nothing that acts."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.runtime.js.view.page_harness import PageHarness
from tests.runtime.js.view.test_editor import HTML, asked, opened

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<script>window.top.hacked = 1</script>a", "<p>a</p>"),
        ('<img src="x" onerror="top.hacked = 1">', '<p><img src="x"></p>'),
        ('<p onclick="top.hacked = 1" style="position:fixed;background:url(//x.test)">a</p>', "<p>a</p>"),
        ('<a href="javascript:top.hacked = 1">a</a>', "<p>a</p>"),
        ('<a href="https://x.test/">a</a>', '<p><a href="https://x.test/">a</a></p>'),
        ("<iframe srcdoc='<script>top.hacked = 1</script>'></iframe><svg onload='top.hacked = 1'>", "<p><br></p>"),
        ("<div>" * 2000 + "deep" + "</div>" * 2000, "<p><br></p>"),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", '<ul><li>a</li><li class="ql-indent-1">b</li></ul>'),
        ("a<br>b", "<p>a</p><p>b</p>"),
        ("<p>a</p>\n\n<p><br></p><p>b</p>", "<p>a</p><p><br></p><p>b</p>"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "<p>ab</p>"),
        ("<span style='font-size:20px;color:expression(1)'>a</span>", '<p><span style="font-size: 20px;">a</span></p>'),
    ],
)  # fmt: skip
def test_html_from_outside_brings_text_and_formats_only(harness: PageHarness, html: str, expected: str) -> None:
    opened(harness, {}, before="window.top.hacked = 0;")
    harness.run(f"await order('setContents', {{html: {html!r}}}); await frames(2)")
    assert asked(harness, HTML) == expected
    assert asked(harness, "window.top.hacked") == 0


@pytest.mark.parametrize(
    ("ops", "expected"),
    [
        ([None, 5, {"insert": 7}, {"retain": 3}, {"insert": {"video": "x"}}, {"insert": "a"}], "<p>a</p>"),
        ([{"insert": "a", "attributes": {"color": "red;position:fixed", "style": "x", "__proto__": 1}}],
            "<p><span>a</span></p>"),
        ([{"insert": {"image": "x"}, "attributes": {"onerror": "top.hacked = 1", "alt": '"><b>'}}],
            '<p><img alt="&quot;&gt;&lt;b&gt;" src="x"></p>'),
        ([{"insert": "<b>\r\nx"}], "<p>&lt;b&gt;</p><p>x</p>"),
        ([{"insert": "a"}, {"insert": "\n", "attributes": {"header": 9, "align": "up", "list": "bullet"}}],
            "<ul><li>a</li></ul>"),
    ],
)  # fmt: skip
def test_deltas_from_outside_bring_insertions_and_formats_only(harness: PageHarness, ops: Any, expected: str) -> None:
    opened(harness, {})
    harness.run(f"await order('setContents', {{delta: JSON.parse({json.dumps(json.dumps({'ops': ops}))})}})")
    assert asked(harness, HTML) == expected


def test_a_paste_is_read_like_html_and_plain_text_stays_plain(harness: PageHarness) -> None:
    opened(harness, {}, before="await order('insertText', {text: '[]'}); await order('setSelection', {index: 1});")
    paste = (
        "const data = new frame.contentWindow.DataTransfer(); {0} v.root.dispatchEvent(new frame.contentWindow."
        "ClipboardEvent('paste', {{clipboardData: data, bubbles: true, cancelable: true}}));"
    )
    harness.run(paste.format("data.setData('text/html', '<b onclick=1>x</b><script>y</script>');"))
    harness.run(paste.format("data.setData('text/plain', '<i>');"))
    assert asked(harness, HTML) == "<p>[<strong>x&lt;i&gt;</strong>]</p>"
