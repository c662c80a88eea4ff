"""Apps of frameworks, built from npm, in production and development form: toured and played by taps."""

from __future__ import annotations

import json
from contextlib import ExitStack
from pathlib import Path

import pytest

from simulator.cli.main import main
from tests.e2e.conftest import OpenPhone
from tests.frameworks import playing
from tests.frameworks.apps import APPS, App

pytestmark = [pytest.mark.npm, pytest.mark.browser]


@pytest.mark.parametrize("app", APPS, indirect=True, ids=lambda app: app.name)
@pytest.mark.parametrize("form", ["production", "development"])
def test_an_app_is_toured_and_played(app: App, form: str, open_phone: OpenPhone, server: str, tmp_path: Path) -> None:
    with ExitStack() as stack:
        root = app.build() if form == "production" else stack.enter_context(app.watch()).root
        toured(root, tmp_path / "report.json")
        user = open_phone(root)
        user.start("pages/list/index")
        user.evaluate(f"wx.setStorageSync('server', '{server}')")
        playing.play_list(user)
        playing.play_pages(user)
        playing.play_form(user)
        playing.play_feed(user)
        playing.play_more(user)
        assert user.errors() == []
        playing.play_failure(user)


def toured(root: Path, report: Path) -> None:
    """Every page opens without an error of the program or of Handset."""
    code = main(["tour", str(root), "--report", str(report)])
    found = json.loads(report.read_text("utf-8"))
    assert [page["page"] for page in found["pages"] if not page["ready"]] == []
    assert found["totals"]["errors"]["program"] == found["totals"]["errors"]["handset"] == 0
    assert code in (0, 3)
    assert min(page["nodes"] for page in found["pages"]) > 1
