"""Plug-ins from a folder of the project."""

from __future__ import annotations

import json
from pathlib import Path

from runtime.compiler.build import build
from runtime.project.load import load_project
from tests.support.logic_program import LogicProgram
from tests.support.project_folder import write_project

FILES = {
    "project.config.json": '{"miniprogramRoot": "mini/", "pluginRoot": "plugin/", "compileType": "plugin"}',
    "mini/app.json": json.dumps(
        {"pages": ["p"], "plugins": {"words": {"version": "dev", "provider": "wx1234567890123456"}}}
    ),
    "mini/app.js": "App({})",
    "mini/p.wxml": "<w-list/><w-none/>",
    "mini/p.json": '{"usingComponents": {"w-list": "plugin://words/list", "w-none": "plugin://words/none"}}',
    "mini/p.js": "const words = requirePlugin('words')\nPage({ data: { a: words.greeting } })",
    "plugin/plugin.json": '{"publicComponents": {"list": "components/list/list"}, "main": "index.js"}',
    "plugin/index.js": "exports.greeting = require('./more').text",
    "plugin/more.js": "exports.text = 'hello'",
    "plugin/components/list/list.js": "Component({})",
    "plugin/components/list/list.json": '{"component": true, "usingComponents": {"row": "/components/row"}}',
    "plugin/components/list/list.wxml": "<row/>",
    "plugin/components/row.js": "Component({})",
    "plugin/components/row.json": '{"component": true}',
    "plugin/components/row.wxml": "<view/>",
}


def test_a_local_plugin_is_part_of_the_program(tmp_path: Path) -> None:
    result = build(load_project(write_project(tmp_path, FILES)))
    assert [(found.code, found.args.get("meant")) for found in result.diagnostics if found.severity == "error"] == [
        ("project/component-not-found", "list")
    ]
    components = result.program["components"]
    assert components["p"]["using"] == {"w-list": "__plugin__/words/components/list/list"}
    assert components["__plugin__/words/components/list/list"]["using"] == {"row": "__plugin__/words/components/row"}
    scripts = {path: entry["code"] for path, entry in result.program["scripts"].items()}
    program = LogicProgram({"pages/p/p.wxml": "p", "pages/p/p.js": scripts["p.js"], **scripts})
    program.launch()
    assert program.evaluate("page.data.a") == "hello"


def test_a_change_of_the_plugin_is_seen(tmp_path: Path) -> None:
    root = write_project(tmp_path, FILES)
    first = build(load_project(root))
    (root / "plugin/more.js").write_text("exports.text = 'bye'")
    second = build(first.project, first, ["plugin/more.js"])
    assert second.changes(first).scripts == ("__plugin__/words/more.js",)


def test_other_plugins_are_reported(tmp_path: Path) -> None:
    files = {path: text for path, text in FILES.items() if not path.startswith("plugin/")}
    found = build(load_project(write_project(tmp_path, files))).diagnostics
    assert {"project/plugin-component", "script/plugin-unavailable"} <= {one.code for one in found}
