"""Runs whole programs (`pieces.py`) here and in the official engines. A run is a list of lines: what the program told
(lifetimes, observers, events, relations in order, with their values), errors, and at the end the composed tree."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from runtime.compiler.build import build
from runtime.project.load import load_project
from simulator.worker.in_process import InProcessProgram
from tests.differential import official
from tests.differential.programs.pieces import Program, files_of

HERE = Path(__file__).parent
NOWHERE = Path("/nonexistent/program")
PAGE = "Page({ act(name) { this.selectComponent('#root')[name](); } })"
Lines = list[str]
_BATCH = 20


def root_of(program: Program) -> str:
    """The path of the program's root component."""
    name = next(reversed(program["components"]))
    return f"{name}/{name}"


# ------------------------------------------------------------ here


def run_here(program: Program, *, is_newer: bool) -> Lines:
    """The program in our compiler and engine."""
    framework = {"componentFramework": "glass-easel"} if is_newer else {}
    files = {
        "app.json": json.dumps({"pages": ["page/page"], **framework}),
        "app.js": "App({})",
        "project.config.json": "{}",
        "page/page.wxml": '<program id="root"/>',
        "page/page.json": json.dumps({"usingComponents": {"program": f"/{root_of(program)}"}}),
        "page/page.js": PAGE,
        **files_of(program, is_newer=is_newer),
    }
    result = build(load_project(NOWHERE, files))
    errors = [found.text() for found in result.diagnostics if found.severity == "error"]
    if errors:
        return [f"does not compile: {errors}"]
    run = _Run(json.loads(json.dumps(result.program)))
    run.start("page/page")
    for number, action in enumerate(program["actions"]):
        run.lines.append(f"action {number}")
        run.act(number, action)
    run.lines += ["tree", json.dumps(run.tree(), separators=(",", ":"), ensure_ascii=False)]
    run.call("end")  # what sets data while all goes away changes what nobody sees
    run.route("reLaunch", [{"step": "unload", "page_id": run.page_id}], run.stack)
    return run.lines


class _Run(InProcessProgram):
    def __init__(self, program: dict[str, Any]) -> None:
        self.lines: Lines = []
        super().__init__(program)

    def post(self, text: str) -> None:
        super().post(text)
        message = self.messages[-1]
        if message["m"] == "log" and message["source"] == "program":
            self.lines.append(str(message["args"][0]["v"]))
        elif message["m"] == "uncaught":
            self.lines.append(f"error {message['message']}")

    def act(self, number: int, action: dict[str, Any]) -> None:
        if "page" in action:
            step = {"step": action["page"], "page_id": self.page_id}
            self.send(m="route", open_type="test", steps=[step], stack=self.stack)
        elif "event" in action:
            self.call("begin")
            found = _natives(self.describe("composed"))
            if found:
                where = found[action["at"] % len(found)]["ref"]
                self.event_at(where, action["event"], {"x": 1}, bubbles=action["event"] == "tap")
        else:
            self.call(f"act{number}")
        self.paint()

    def call(self, name: str) -> None:
        self.send(m="page-event", page_id=self.page_id, name="act", detail=name)

    def tree(self) -> list[Any]:
        (root,) = self.describe("composed")
        return _shown([root])


def _natives(nodes: list[Any]) -> list[dict[str, Any]]:
    found = []
    for node in nodes:
        if isinstance(node, dict):
            found += [] if "is" in node else [node]
            found += _natives(node["children"])
    return found


def _shown(nodes: list[Any]) -> list[Any]:
    out: list[Any] = []
    for node in nodes:
        if isinstance(node, str):
            out += [node] if node else []
            continue
        attributes = node["attr"]
        name = f"<{node['is'].rpartition('/')[2]}>" if "is" in node else node["tag"]
        out.append({
            "name": name, "id": attributes.get("id", ""), "class": _names(attributes.get("class", "")),
            "style": attributes.get("style", ""),
            "dataset": {key[5:]: value for key, value in attributes.items() if key.startswith("data-")},
            "children": _shown(node["children"]),
        })  # fmt: skip
    return out


def _names(value: Any) -> str:
    return " ".join(" ".join(value).split() if isinstance(value, list) else str(value).split())


# ------------------------------------------------------------ there


def run_newer(programs: list[Program]) -> list[Lines]:
    """The programs in glass-easel."""
    asked = {
        "adapter": str(official.PACKAGES / "glass-easel-miniprogram-adapter"),
        "compiler": str(official.PACKAGES / "glass-easel-template-compiler"),
        "programs": [_asked(program, is_newer=True) for program in programs],
    }
    return _node("newer.cjs", asked)


def run_older(programs: list[Program]) -> list[Lines]:
    """The programs in the simulator engine. Its compiler puts out no more than a megabyte."""
    batches = [programs[at : at + _BATCH] for at in range(0, len(programs), _BATCH)]
    return [lines for batch in batches for lines in _older_batch(batch)]


def _older_batch(programs: list[Program]) -> list[Lines]:
    with TemporaryDirectory() as folder:
        asked = []
        for number, program in enumerate(programs):
            for path, text in files_of(program, is_newer=False, prefix=f"/{number}").items():
                file = Path(folder) / str(number) / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, "utf-8")
            asked.append({
                "folder": str(number), "root": root_of(program),
                "tags": list(program["components"]), "actions": program["actions"],
            })  # fmt: skip
        return _node("older.cjs", {"packages": str(official.PACKAGES), "folder": folder, "programs": asked})


def _asked(program: Program, *, is_newer: bool) -> dict[str, Any]:
    files = files_of(program, is_newer=is_newer)
    return {"files": files, "root": root_of(program), "actions": program["actions"]}


def _node(script: str, asked: Any) -> list[Lines]:
    result = subprocess.run(
        ["node", str(HERE / script)], input=json.dumps(asked), capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr[-3000:]
    answer: list[Lines] = json.loads(result.stdout)
    return answer
