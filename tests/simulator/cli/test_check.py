"""`handset check`: lines, JSON and exit codes."""

from __future__ import annotations

import io
import json
from pathlib import Path

from simulator.cli.check import EXIT_ERRORS, EXIT_NOT_A_PROJECT, EXIT_OK, run_check
from tests.support.project_folder import PAGE, write_project


def check(root: Path, *, as_json: bool = False, is_strict: bool = False) -> tuple[int, str]:
    out = io.StringIO()
    return run_check(root, as_json=as_json, out=out, is_strict=is_strict), out.getvalue()


def test_nothing_wrong(tmp_path: Path) -> None:
    code, text = check(write_project(tmp_path, PAGE))
    assert (code, text) == (EXIT_OK, "1 pages, 2 files compiled: 0 errors, 0 warnings, 0 notes\n")


def test_errors_with_their_place(tmp_path: Path) -> None:
    write_project(tmp_path, {**PAGE, "pages/index/index.js": "\nrequire('./x')", "pages/index/index.wxss": "* {}"})
    code, text = check(tmp_path)
    assert code == EXIT_ERRORS
    assert text.splitlines() == [
        "pages/index/index.js:2:9: error script/module-not-found There is no module `./x`",
        "pages/index/index.wxss:1:1: warning wxss/universal-selector"
        " The selector `*` works here, but the official tools refuse it",
        "1 pages, 3 files compiled: 1 error, 1 warning, 0 notes",
    ]


def test_what_a_phone_refuses_is_an_error_for_the_strict(tmp_path: Path) -> None:
    write_project(tmp_path, {**PAGE, "pages/index/index.wxml": "<view>{{(a || b).c}}</view>"})
    place = "pages/index/index.wxml:1:9"
    code, text = check(tmp_path)
    assert code == EXIT_OK
    assert text.startswith(f"{place}: warning wxml/phone-refuses")
    code, text = check(tmp_path, is_strict=True)
    assert code == EXIT_ERRORS
    assert text.startswith(f"{place}: error wxml/phone-refuses")
    assert json.loads(check(tmp_path, as_json=True, is_strict=True)[1])["counts"]["error"] == 1


def test_json(tmp_path: Path) -> None:
    code, text = check(write_project(tmp_path, {**PAGE, "app.json": "{"}), as_json=True)
    report = json.loads(text)
    assert code == EXIT_ERRORS
    assert (report["ok"], report["counts"]["error"]) == (False, 2)
    assert report["diagnostics"][1]["code"] == "json/unexpected-end"
    assert report["diagnostics"][1]["column"] == 2


def test_not_a_project(tmp_path: Path) -> None:
    assert check(tmp_path)[0] == EXIT_NOT_A_PROJECT
    code, text = check(tmp_path / "gone", as_json=True)
    assert (code, json.loads(text)["ok"]) == (EXIT_NOT_A_PROJECT, False)
