"""Programs whose pages are larger than what the timeline keeps of a message."""

from __future__ import annotations

from pathlib import Path

from simulator.bridge.recorder import PAYLOAD_CAP_BYTES
from simulator.testing.programs import Programs
from simulator.testing.settings import RunSettings
from tests.support.project_folder import write_project


def test_a_page_with_very_large_styles_starts_and_has_its_title(programs: Programs, tmp_path: Path) -> None:
    large = f".a {{ background: url(data:image/png;base64,{'A' * (PAYLOAD_CAP_BYTES + 1)}) }}"
    files = {
        "app.json": '{"pages": ["pages/a/a"]}',
        "pages/a/a.json": r'{"navigationBarTitleText": "The \"large\" one"}',
        "pages/a/a.wxml": '<view class="a">here</view>',
        "pages/a/a.wxss": large,
        "pages/a/a.js": "Page({ ask() { wx.showModal({ title: 'Sure?' }) } })",
    }
    app = programs.app(RunSettings(write_project(tmp_path, files), deadline_s=30))
    assert app.page.title == 'The "large" one'
    app.page.call("ask")
    app.dialogs.wait("Sure?").confirm()
    assert app.dialogs.open == []
