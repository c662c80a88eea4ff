"""`handset coverage`: every name with its state, and what a project uses of it."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

from runtime.api.texts import reason_text
from runtime.platform.wechat import WECHAT
from simulator.cli.coverage import EXIT_NOT_A_PROJECT, EXIT_OK, run_coverage
from tests.support.project_folder import write_project

# Of a library of the vendor's: will never be there.
NEVER = "initFaceDetect"
WHY = reason_text("vision")
FILES = {
    "app.json": json.dumps({"pages": ["pages/a/a"]}),
    "pages/a/a.json": json.dumps({"usingComponents": {"ad-custom": "/own/own"}}),
    "pages/a/a.wxml": "<view>\n  <store-coupon/>\n  <ad-custom/>\n  <no-such-tag/>\n</view>",
    "pages/a/a.js": f"wx.request({{url: ''}})\nwx.{NEVER}({{}})\nwx.getFileSystemManager().readFile({{}})\nPage({{}})",
    "own/own.json": json.dumps({"component": True}),
    "own/own.js": "Component({})",
    "own/own.wxml": "<text/>",
}


def coverage(root: Path | None, *, as_json: bool = True) -> tuple[int, str]:
    out = io.StringIO()
    return run_coverage(root, as_json=as_json, out=out), out.getvalue()


def report(root: Path | None) -> Any:
    return json.loads(coverage(root)[1])


def test_every_documented_name_has_a_state() -> None:
    told = report(None)
    functions = {name for name, _ in WECHAT.catalogue.functions()}
    assert set(told["apis"]["names"]) == functions
    assert set(told["members"]["names"]) == {name for name, _ in WECHAT.catalogue.methods()}
    assert set(told["components"]) == set(WECHAT.components)
    for kind in ("apis", "members"):
        states = list(told[kind]["names"].values())
        assert {state: told[kind][state] for state in ("works", "simulated", "unsupported")} == {
            state: states.count(state) for state in ("works", "simulated", "unsupported")
        }
    assert told["apis"]["names"]["request"] == "works"


def test_a_project_is_told_what_it_uses_and_what_is_not_there(tmp_path: Path) -> None:
    used = report(write_project(tmp_path, FILES))["project"]
    assert {name: one["count"] for name, one in used["apis"].items()} == {
        NEVER: 1, "getFileSystemManager": 1, "request": 1,
    }  # fmt: skip
    assert used["members"] == {"FileSystemManager.readFile": {"state": "works", "count": 1}}
    assert set(used["components"]) == {"view", "text", "store-coupon"}
    place = {"file": "pages/a/a.js", "line": 2, "column": 4}
    assert {"kind": "api", "name": NEVER, "state": "unsupported", "why": WHY, **place} in used["missing"]
    assert used["uses"] - used["there"] == len(used["missing"])


def test_lines_for_people(tmp_path: Path) -> None:
    code, text = coverage(write_project(tmp_path, FILES), as_json=False)
    assert code == EXIT_OK
    assert f"pages/a/a.js:2:4: api {NEVER} unsupported: {WHY}" in text.splitlines()
    assert "api uses: 1 unsupported, 2 works" in text.splitlines()


def test_places_are_relative_to_the_folder_that_was_named(tmp_path: Path) -> None:
    write_project(tmp_path, {"project.config.json": '{"miniprogramRoot": "mini/"}'})
    write_project(tmp_path / "mini", FILES)
    assert report(tmp_path)["project"]["missing"][0]["file"].startswith("mini/")


def test_a_folder_without_a_program(tmp_path: Path) -> None:
    code, text = coverage(tmp_path)
    assert (code, json.loads(text)["ok"]) == (EXIT_NOT_A_PROJECT, False)
