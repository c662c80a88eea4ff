"""`handset render`: mounts one component or one template without a screen and prints its tree. Needs no Qt.

Exit codes: 0 printed, 1 printed, but the compiler found errors, 2 there is nothing to render (path, data or project),
3 the program threw while it was mounted, 4 Handset itself failed. Errors are written to stderr, one a line.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal, TextIO

from runtime.compiler.build import build
from runtime.diagnostics import each_once
from runtime.project.model import NotAProject
from simulator.cli.hang_watch import HangWatch
from simulator.cli.render_formats import html_text, tree_value
from simulator.cli.render_program import RenderProgram
from simulator.cli.render_source import CannotRender, Mountable, mountable
from simulator.cli.snapshot_format import snapshot_text
from simulator.styles.process import StyleProcess

Format = Literal["tree", "html", "snapshot"]
FORMATS: tuple[Format, ...] = ("tree", "html", "snapshot")
_DESCRIBED = {"tree": "template", "html": "composed", "snapshot": "snapshot"}
# What the root of a snapshot is called where nobody names it.
_ROOT = "main"
EXIT_OK, EXIT_COMPILE_ERRORS, EXIT_NOTHING, EXIT_PROGRAM_ERROR, EXIT_HANDSET_ERROR = range(5)


def run_render(
    path: Path,
    *,
    data_file: Path | None = None,
    output: Format = "tree",
    root: Path | None = None,
    wait_ms: int = 0,
    limit_s: float = 10.0,
    out: TextIO,
    problems: TextIO,
) -> int:
    """Renders `path` (a component without ending, or a `.wxml` file) and returns the exit code.

    `wait_ms`: how long timers of the program may run before the tree is taken. A program that goes on for `limit_s`
    longer ends this process, with code 3.
    """
    try:
        source = mountable(path, _read_data(data_file), root)
    except (CannotRender, NotAProject) as error:
        print(f"handset: {error}", file=problems)
        return EXIT_NOTHING
    with StyleProcess() as style_compiler:
        result = build(source.project, style_compiler=style_compiler)
    errors = [found for found in each_once(result.diagnostics) if found.severity == "error"]
    for found in errors:
        place = f"{found.span.file}:{found.span.line}:{found.span.column}"
        print(f"handset: {place}: {found.code} {found.text()}", file=problems)
    with tempfile.TemporaryDirectory() as folder:
        watch = HangWatch(limit_s + wait_ms / 1000, EXIT_PROGRAM_ERROR, problems)
        with watch.over(Path(folder)):
            description = json.loads(json.dumps(result.program))
            program = RenderProgram(
                source.project.platform, description, Path(folder), source.project.files, watch.running
            )
            program.start(source.page, runs_app=False)
            program.run_timers(wait_ms)
            print(_written(program, source, output), file=out)
    for name in program.refused:
        print(f"handset: note: wx.{name} needs a phone and has failed", file=problems)
    thrown = program.uncaught()
    for message in thrown:
        print(f"handset: {_place(message)}{message['message']}", file=problems)
    if any(message.get("kind") == "handset" for message in thrown):
        return EXIT_HANDSET_ERROR
    return EXIT_PROGRAM_ERROR if thrown else EXIT_COMPILE_ERRORS if errors else EXIT_OK


def _read_data(file: Path | None) -> dict[str, Any]:
    if file is None:
        return {}
    try:
        data = json.loads(file.read_text("utf-8"))
    except OSError as error:
        raise CannotRender(f"cannot read {file}: {error.strerror}") from error
    except ValueError as error:
        raise CannotRender(f"{file} is no JSON: {error}") from error
    if not isinstance(data, dict):
        raise CannotRender(f"{file}: the data must be a JSON object")
    return data


def _written(program: RenderProgram, source: Mountable, output: Format) -> str:
    nodes = mounted_nodes(program, source, _DESCRIBED[output])
    if output == "html":
        return html_text(nodes)
    if output == "snapshot":
        return snapshot_text(nodes, source.project.platform.tags)
    return json.dumps(tree_value(nodes), ensure_ascii=False, indent=1)


def mounted_nodes(program: RenderProgram, source: Mountable, form: str) -> list[Any]:
    """The described nodes of the component, or of the template (message Describe); for a snapshot with their root."""
    if form == "snapshot":
        nodes = program.describe(form)
        return [{**node, "tag": _ROOT} for node in nodes] if source.is_component else [_root_of(nodes)]
    if not source.is_component:
        return program.describe(form)
    hosts = program.describe("template")
    # Without a host the program threw while it was mounted; what it threw is reported beside the empty tree.
    return program.describe(form, hosts[0]["ref"]) if hosts else []


def _root_of(nodes: list[Any]) -> dict[str, Any]:
    return {"tag": _ROOT, "attr": {}, "events": {}, "children": nodes, "is": ""}


def _place(message: dict[str, Any]) -> str:
    frames: Iterable[dict[str, Any]] = message.get("stack", ())
    frame = next((frame for frame in frames if frame.get("file")), None)
    if frame is not None:
        return f"{frame['file']}:{frame.get('line', 0)}: "
    return f"{message['where']}: " if message.get("where") else ""
