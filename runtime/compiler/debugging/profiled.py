"""Lets the functions of compiled scripts say when they begin and end, for a profile of the logic layer.

    function f(a) { return g(a) }    becomes
    function f(a) {const __hFrame=__hProfile.enter(7);try{ return g(a) }finally{__hProfile.leave(__hFrame)}}

What waits (`await`, `yield`) is not running meanwhile. Lines stay; nothing is replaced, only inserted. The recorder is
the program's own: it lies in a global while a program is profiled, and what it tells is checked by whoever reads it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tree_sitter import Node

from runtime.compiler.debugging.insertions import Insertions
from runtime.compiler.debugging.scopes import FUNCTIONS, is_wrapper
from runtime.compiler.lint.package_files import is_from_npm
from runtime.compiler.script.edits import apply_edits, source_column
from runtime.compiler.script.syntax import Source, parse_script

MAX_BYTES = 512 * 1024
"""A longer script is a bundle of libraries, and runs as it is."""
MOST_CALLS = 50_000
"""So many are kept; what comes later is counted."""
TAKE = "__hProfile.take()"
_SUSPENDING = frozenset({"await_expression", "yield_expression"})
_RECORDER = """globalThis.__hProfile||(globalThis.__hProfile=(()=>{
const now=performance.now.bind(performance),round=Math.round,first=now(),began=Date.now(),running=[];
let calls=[],lost=0;
const end=(frame,depth,time)=>{if(calls.length<MOST*4){const at=calls.length;calls[at]=frame[0];
calls[at+1]=round((frame[1]-first)*1000);calls[at+2]=round((time-frame[1])*1000);calls[at+3]=depth}else lost++};
const leave=(frame)=>{let at=running.length-1;while(at>=0&&running[at]!==frame)at--;if(at<0)return;
const time=now();for(let i=running.length-1;i>=at;i--)end(running[i],i,time);running.length=at};
const enter=(id)=>{const frame=[id,now()];running[running.length]=frame;return frame};
return{enter,leave,out(frame,value){leave(frame);return value},
back(frame,value){frame[1]=now();running[running.length]=frame;return value},
take(){const taken={began,calls,lost};calls=[];lost=0;return taken}}})());""".replace("MOST", str(MOST_CALLS)).replace(
    "\n", ""
)


@dataclass(frozen=True, slots=True)
class ProfiledFunction:
    """A function as its source has it; `path` is that of its script, line and column count from 1."""

    name: str
    path: str
    line: int
    column: int


@dataclass(frozen=True)
class ProfiledScripts:
    """Entries for `Launch.program["scripts"]`, and the functions by the numbers under which they report."""

    scripts: Mapping[str, Any]
    functions: tuple[ProfiledFunction, ...]


def profiled(scripts: Mapping[str, Any]) -> ProfiledScripts:
    """The scripts of a program, those of packages left out. One that cannot be read stays out too."""
    functions: list[ProfiledFunction] = []
    found: dict[str, Any] = {}
    for path, entry in scripts.items():
        code = entry["code"]
        if is_from_npm(path) or len(code) > MAX_BYTES or "__hProfile" in code:
            continue
        source = parse_script(path, code, "javascript")
        if not source.root.has_error:
            found[path] = _with_reports(source, entry, functions)
    return ProfiledScripts(found, tuple(functions))


def _with_reports(source: Source, entry: Any, functions: list[ProfiledFunction]) -> Any:
    put = Insertions()
    waiting: list[tuple[Node, int, bool]] = [(source.root, 0, False)]
    while waiting:
        node, depth, has_frame = waiting.pop()
        if node.type in FUNCTIONS and not is_wrapper(source, node):
            has_frame = _function(node, depth, source, entry, functions, put)
        elif node.type in _SUSPENDING and has_frame:
            _suspension(node, depth, put)
        waiting += [(child, depth + 1, has_frame) for child in node.children]
    first = next((child for child in source.root.children if not _is_directive(child)), None)
    if first is not None:
        put.at(first.start_byte, source.root, -1, _RECORDER)
    code, columns = apply_edits(source.code, put.edits())
    maps = [*entry.get("columns", ()), [list(one) for one in columns]]
    return {**entry, "code": code.decode("utf-8", "replace"), "columns": maps}


def _function(
    node: Node, depth: int, source: Source, entry: Any, functions: list[ProfiledFunction], put: Insertions
) -> bool:
    """Whether it has a frame now."""
    body = node.child_by_field_name("body")
    if body is None or source.text(body) == b"{}":
        return False
    span = source.span(node)
    column = span.column
    for columns in reversed(entry.get("columns", ())):
        column = source_column(tuple(tuple(one) for one in columns), span.line, column)
    begin = f"const __hFrame=__hProfile.enter({len(functions)});try{{"
    end = "}finally{__hProfile.leave(__hFrame)}"
    functions.append(ProfiledFunction(_name(node, source), source.path, span.line, column))
    if body.type != "statement_block":
        put.before(body, depth + 1, "{" + begin + "return (")
        put.after(body, depth + 1, ")" + end + "}")
        return True
    directives = [child for child in body.named_children if _is_directive(child)]
    if directives:
        put.after(directives[-1], depth + 2, f";{begin}")
    else:
        put.after_brace(body, depth + 1, begin)
    put.before_brace(body, depth + 1, end)
    return True


def _suspension(node: Node, depth: int, put: Insertions) -> None:
    argument = next((child for child in node.named_children if child.type != "comment"), None)
    if argument is None or any(child.type == "*" for child in node.children):
        return
    put.before(node, depth, "__hProfile.back(__hFrame,")
    put.before(argument, depth + 1, "__hProfile.out(__hFrame,")
    put.after(argument, depth + 1, ")")
    put.after(node, depth, ")")


def _is_directive(node: Node) -> bool:
    return (
        node.type == "expression_statement" and node.named_child_count == 1 and node.named_children[0].type == "string"
    )


def _name(node: Node, source: Source) -> str:
    own = node.child_by_field_name("name")
    around = node.parent
    if own is None and around is not None:
        field = {"variable_declarator": "name", "pair": "key", "assignment_expression": "left"}.get(around.type)
        own = around.child_by_field_name(field) if field else None
    text = source.text(own).decode("utf-8", "replace").strip("\"'") if own is not None else ""
    return text.rpartition(".")[2] or "(anonymous)"
