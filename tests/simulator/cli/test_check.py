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


def test_an_audit_adds_to_what_is_said(tmp_path: Path) -> None:
    script = "Page({ onLoad() { setInterval(() => {}, 9) } })"
    write_project(tmp_path, {**PAGE, "pages/index/index.js": script})
    plain = check(tmp_path)
    out = io.StringIO()
    assert run_check(tmp_path, as_json=False, out=out, audits=True) == plain[0]
    lines = out.getvalue().splitlines()
    assert lines[0].startswith("pages/index/index.js:1:19: warning audit/timer-not-cleared")
    assert f"{lines[1]}\n" == plain[1]
    assert lines[2].startswith("audit: ")
    out = io.StringIO()
    run_check(tmp_path, as_json=True, out=out, audits=True)
    report = json.loads(out.getvalue())
    assert "audit" not in json.loads(check(tmp_path, as_json=True)[1])
    (failed,) = [rule for rule in report["audit"]["rules"] if rule["findings"]]
    assert (failed["rule"], failed["category"], failed["lost"]) == ("audit/timer-not-cleared", "practice", 3.0)
    assert report["audit"]["packages"][0]["root"] == ""
    assert f"{report['audit']['score']} of 100" in lines[2]
