"""Two dialects in one process: each program has its own tags and APIs, and neither knows of the other's."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from runtime.api.handler_table import FILE, table_text
from runtime.compiler.build import build
from runtime.platform.can_i_use import can_i_use
from runtime.platform.platform import Platform
from runtime.platform.wechat import WECHAT
from runtime.project.load import load_project
from tests.support.project_folder import write_project

APIS = {"apis": {"wx.trade": {"name": "trade", "kind": "async"}, "wx.scan": {"name": "scan", "kind": "async"}}}
COMPONENTS = {"components": {"lifestyle": {"category": "other", "attributes": {"kind": {"type": "string"}}}}}
SUPPORT = {"components": {"lifestyle": {"state": "works"}}}
HANDLER = """from runtime.api.handler import in_host
HANDLERS = (in_host("trade", lambda call, ports: call.succeed()),)
"""
FILES = {
    "app.json": '{"pages": ["a"], "shelf": 1}',
    "a.json": "{}",
    "a.js": "Page({ onLoad() { my.trade(); wx.trade(); wx.request({ url: '' }); wx.scan() } })",
    "a.wxml": '<lifestyle kind="x"/><button/>',
}


@pytest.fixture
def other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Platform]:
    """A dialect with one component and two APIs, of which one has a handler."""
    folder = tmp_path / "dialect"
    (folder / "other_families" / "pay").mkdir(parents=True)
    for name in ("__init__.py", "pay/__init__.py"):
        (folder / "other_families" / name).touch()
    (folder / "other_families" / "pay" / "trade.py").write_text(HANDLER, "utf-8")
    config = json.loads((WECHAT.spec / "config.json").read_bytes())
    config["app.json"]["shelf"] = {"type": "string", "default": ""}
    tables = {"apis": APIS, "components": COMPONENTS, "component_support": SUPPORT, "config": config}
    for name, value in tables.items():
        (folder / f"{name}.json").write_text(json.dumps(value), "utf-8")
    monkeypatch.syspath_prepend(folder)
    families = import_module("other_families")
    (folder / "other_families" / FILE).write_text(table_text(families), "utf-8")
    yield Platform("other", folder, families)
    for name in [name for name in sys.modules if name.startswith("other_families")]:
        del sys.modules[name]


def found(root: Path, platform: Platform) -> set[tuple[str, str]]:
    result = build(load_project(root, platform=platform))
    return {(one.code, next((one.args[key] for key in ("name", "tag", "key") if key in one.args), ""))
            for one in result.diagnostics}  # fmt: skip


def test_each_dialect_has_its_own_tags_and_apis(tmp_path: Path, other: Platform) -> None:
    root = write_project(tmp_path / "project", FILES)
    of_other, of_wechat = found(root, other), found(root, WECHAT)
    assert of_other >= {("project/unknown-tag", "button"), ("api/unknown", "request"), ("api/unsupported-here", "scan"),
                        ("project/wrong-type", "shelf")}  # fmt: skip
    assert ("api/unknown", "trade") not in of_other
    assert of_wechat >= {("project/unknown-tag", "lifestyle"), ("api/unknown", "trade"),
                         ("project/ignored-key", "shelf")}  # fmt: skip
    assert not {("project/unknown-tag", "button"), ("api/unknown", "request")} & of_wechat


def test_can_i_use_asks_the_dialect(other: Platform) -> None:
    asked = ("trade", "scan", "request", "lifestyle", "lifestyle.kind", "button")
    assert [can_i_use(other, schema, "") for schema in asked] == [True, False, False, True, True, False]


def test_a_rebuilt_project_keeps_its_dialect(tmp_path: Path, other: Platform) -> None:
    first = build(load_project(write_project(tmp_path / "project", FILES), platform=other))
    assert build(first.project, first, ["app.json"]).project.platform is other
    assert build(first.project, first).project.platform is other


def test_handlers_run_only_where_they_belong(other: Platform) -> None:
    assert set(other.registry.entries) >= {"trade", "scan"}
    assert other.registry.is_supported("trade")
    assert other.registry.find("request") is None
    assert WECHAT.registry.find("trade") is None
