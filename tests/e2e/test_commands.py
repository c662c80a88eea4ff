"""The command `handset`: what it prints, what it writes, how it ends."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from handset.testing import expect, launch
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from simulator.cli.main import main
from tests.support.project_folder import write_project

pytestmark = pytest.mark.browser

FINE = {
    "app.json": '{"pages": ["pages/index/index", "pages/other/other"]}',
    "pages/index/index.wxml": '<view class="go" bindtap="go">{{n}} {{from}}</view>',
    "pages/index/index.js": "Page({\n  data: { n: 1, from: '' },\n  onLoad(query) { this.setData(query) },\n"
    "  go() { this.setData({ n: this.data.n + 1 }) },\n})",
    "pages/other/other.wxml": "<view>other</view>",
    "pages/other/other.js": "Page({})",
}


def project(tmp_path: Path, changes: Mapping[str, str] | None = None) -> str:
    return str(write_project(tmp_path / "project", FINE | dict(changes or {})))


def page_with(code: str) -> dict[str, str]:
    return {"pages/index/index.js": f"Page({{\n  data: {{ n: 1 }},\n  onLoad() {{\n    {code}\n  }},\n}})"}


def test_shot_opens_taps_and_saves(qapp: QApplication, tmp_path: Path, data_folder: Path) -> None:
    picture, tree, log = tmp_path / "a.png", tmp_path / "a.json", tmp_path / "a.ndjson"
    words = ["--page", "pages/index/index?from=here", "--device", "iPhone X", "--out", picture, "--tree", tree]
    words += ["--log", log, "--tap", ".go", "--tap", ".go", "--wait", "50"]
    command = [sys.executable, "-m", "simulator.cli", "shot", project(tmp_path), *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    assert QImage(str(picture)).size().toTuple() == (375, 812)
    assert json.loads(tree.read_text())["children"][0]["text"] == "3 here"
    records = [json.loads(line) for line in log.read_text().splitlines()]
    assert "launch" in [record["title"] for record in records]
    # The same in the words of the test tools looks the same.
    with launch(tmp_path / "project", tier="full", device="iPhone X", deadline=60) as app:
        app.page.goto("pages/index/index", {"from": "here"})
        app.page.locator(".go").tap()
        app.page.locator(".go").tap()
        expect(app.page.locator(".go")).to_have_text("3 here")
        assert QImage.fromData(app.page.screenshot()) == QImage(str(picture))


@pytest.mark.parametrize(
    "timing",
    ["900ms", "300ms ease 500ms both", "200ms 3"],
    ids=["long", "delayed", "repeated"],
)
def test_the_picture_shows_what_an_animation_comes_to(qapp: QApplication, tmp_path: Path, timing: str) -> None:
    style = (
        "@keyframes come { from { background: #ff0000 } to { background: #0000ff } }"
        f".go {{ height: 400px; background: #0000ff; animation: come {timing} }}"
        "@keyframes spin { to { transform: rotate(360deg) } } .go::after { content: ''; animation: spin 1s infinite }"
    )
    root, picture = project(tmp_path, {"pages/index/index.wxss": style}), tmp_path / "a.png"
    assert main(["shot", root, "--out", str(picture)]) == 0
    assert QImage(str(picture)).pixelColor(200, 300).name() == "#0000ff"


@pytest.mark.parametrize(
    ("page", "size"), [("pages/index/index", (390, 844)), ("pages/other/other", (844, 390))], ids=["upright", "follows"]
)
def test_shot_on_a_phone_that_is_held_sideways(
    qapp: QApplication, tmp_path: Path, page: str, size: tuple[int, int]
) -> None:
    root, picture = project(tmp_path, {"pages/other/other.json": '{"pageOrientation": "auto"}'}), tmp_path / "a.png"
    assert main(["shot", root, "--landscape", "--page", page, "--out", str(picture)]) == 0
    assert QImage(str(picture)).size().toTuple() == size


@pytest.mark.parametrize(("words", "colour"), [([], "#ffffff"), (["--dark"], "#191919")], ids=["light", "dark"])
def test_shot_on_a_phone_in_dark_mode(qapp: QApplication, tmp_path: Path, words: list[str], colour: str) -> None:
    app = {"pages": ["pages/index/index"], "darkmode": True, "themeLocation": "theme.json",
           "window": {"backgroundColorContent": "@ground"}}  # fmt: skip
    themes = {"light": {"ground": "#ffffff"}, "dark": {"ground": "#191919"}}
    page = "Page({ onLoad() { if (wx.getSystemInfoSync().theme !== '%s') throw new Error('theme') } })"
    root = project(
        tmp_path,
        {"app.json": json.dumps(app), "theme.json": json.dumps(themes), "pages/index/index.wxml": "<view/>",
         "pages/index/index.js": page % ("dark" if words else "light")},
    )  # fmt: skip
    picture = tmp_path / "a.png"
    assert main(["shot", root, *words, "--out", str(picture)]) == 0
    assert QImage(str(picture)).pixelColor(200, 400).name() == colour


def test_what_a_page_asks_for_and_may_not_have_is_no_error_of_handset(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changes = {
        "pages/index/index.wxml": '<view class="a"/><rich-text nodes="{{n}}"/><view style="background: url(file:///a)"/>',
        "pages/index/index.wxss": ".a { height: 9px; background: url(file:///b), url(http://127.0.0.1:9/c.png) }"
        "@font-face { font-family: f; src: url(data:font/ttf;base64,AAAA) } .a::after { content: 'f'; font-family: f }",
        "pages/index/index.js": "Page({ data: { n: '<img src=\"file:///d\">' } })",
    }
    assert main(["shot", project(tmp_path, changes), "--wait", "300"]) == 3
    said = capsys.readouterr().err
    assert "program error: Not allowed to load local resource: file:///a" in said
    assert "handset error" not in said


@pytest.mark.usefixtures("short_patience")
@pytest.mark.parametrize(
    ("changes", "words", "code", "said"),
    [
        ({}, [], 0, ""),
        (page_with("null.x"), [], 3, "pages/index/index.js:4: TypeError: cannot read property 'x' of null"),
        (page_with("for (;;);"), [], 3, "pages/index/index.js:3: The program does not answer"),
        ({}, ["--page", "pages/none/none"], 3, 'page "pages/none/none" is not found'),
        ({}, ["--tap", ".nothing"], 4, "no element for .nothing in pages/index/index"),
        ({}, ["--device", "Nokia"], 4, "no device is named 'Nokia'"),
        ({}, ["--out", "/dev/null/a.png"], 4, "/dev/null"),
    ],
    ids=["fine", "throws", "hangs", "no-page", "no-element", "no-device", "no-folder"],
)
def test_shot_says_how_it_went(
    qapp: QApplication,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    changes: dict[str, str],
    words: list[str],
    code: int,
    said: str,
) -> None:
    assert main(["shot", project(tmp_path, changes), *words]) == code
    complaint = capsys.readouterr().err
    assert said in complaint
    assert bool(said) == bool(complaint)


def test_a_folder_without_a_program_is_code_2(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in ("shot", "tour", "check"):
        assert main([command, str(tmp_path)]) == 2
        output = capsys.readouterr()
        assert f"No app.json found in {tmp_path}" in output.err + output.out


def test_a_word_that_is_no_command_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tuor"]) == 2
    assert "tuor is neither a folder nor a command" in capsys.readouterr().err


def tour(tmp_path: Path, changes: Mapping[str, str]) -> tuple[int, dict[str, Any]]:
    report, shots = tmp_path / "report.json", tmp_path / "shots"
    code = main(["tour", project(tmp_path, changes), "--report", str(report), "--shots", str(shots)])
    return code, json.loads(report.read_text())


def test_tour_opens_every_page(qapp: QApplication, tmp_path: Path) -> None:
    code, report = tour(tmp_path, {"pages/other/other.wxml": "<view>other<my-tag/></view>"})
    assert code == 0
    assert [page["page"] for page in report["pages"]] == ["pages/index/index", "pages/other/other"]
    for page in report["pages"]:
        assert (page["ready"], page["error_count"], page["errors"]) == (True, 0, [])
        assert page["nodes"] >= 2
        assert page["first_render_ms"] > 0
        assert Path(page["screenshot"]).is_file()
    assert report["pages"][1]["unknown_components"] == ["my-tag"]
    assert report["totals"]["pages"] == report["totals"]["ready"] == 2
    assert Path(report["contact_sheet"]).is_file()


def test_tour_tells_program_and_surroundings_apart(qapp: QApplication, tmp_path: Path) -> None:
    request = "wx.request({ url: 'http://127.0.0.1:9/' }); wx.cloud.callContainer({ path: '/' })"
    code, report = tour(
        tmp_path,
        {**page_with(request), "pages/other/other.js": "Page({\n  onLoad() {\n    wx.scanItem()\n    none()\n  },\n})"},
    )
    assert code == 3
    first, second = report["pages"]
    assert {error["kind"] for error in first["errors"]} == {"environment"}
    assert "wx.request:fail" in first["errors"][0]["message"]
    assert first["unsupported_apis"] == ["WxCloud.callContainer"]
    assert [(error["kind"], error["file"], error["line"]) for error in second["errors"]] == [
        ("program", "pages/other/other.js", 3)
    ]
    assert report["totals"]["errors"] == {"program": 1, "environment": len(first["errors"]), "handset": 0}


def test_tour_counts_what_is_unsupported_on_every_page_that_uses_it(qapp: QApplication, tmp_path: Path) -> None:
    use = "wx.createVKSession({}); wx.createInferenceSession({})"
    other = {"pages/other/other.js": f"Page({{ onLoad() {{ {use}; {use} }} }})"}
    _, report = tour(tmp_path, {**page_with(use), **other})
    assert [page["unsupported_apis"] for page in report["pages"]] == [["createInferenceSession", "createVKSession"]] * 2


def test_dialogs_are_answered_as_told(qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = """wx.showModal({ title: 'a', success: (modal) => wx.showActionSheet({ itemList: ['x'],
      complete: (sheet) => { throw `${modal.confirm} ${sheet.tapIndex ?? 'none'}` } }) })"""
    assert main(["shot", project(tmp_path, page_with(script)), "--dialogs", "confirm"]) == 3
    assert "true 0" in capsys.readouterr().err


def test_new_then_shot(qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for template in ("blank", "shop"):
        folder = str(tmp_path / template)
        assert main(["new", folder, "--template", template]) == 0
        assert main(["check", folder]) == 0
        assert main(["shot", folder]) == 0
    assert capsys.readouterr().err == ""
    assert main(["new", str(tmp_path / "shop")]) == 2
