"""Files of a project are read in one place: what the model of a project and the compiler read passes the gate."""

from __future__ import annotations

import ast

from tests.arch.sources import name_of, source_files

GATE = "runtime/project/gate.py"
# Ways to a file or to facts about it. The same names on a gate, and on the product's own resources, are fine.
READING = {"read_text", "read_bytes", "open", "is_file", "is_dir", "stat", "lstat", "iterdir", "rglob", "glob"}
READING |= {"scandir", "isfile", "isdir", "getsize", "walk", "listdir", "copyfile", "copytree"}
# Names of files only, nothing of what is in them. This list may only shrink.
NAMES_ONLY = {
    "runtime/project/load.py: os.listdir(gate.root)",
    "runtime/project/npm/plan.py: os.walk(folder)",
    # The folder that an npm build replaces, after the gate has said where it lies.
    "runtime/project/npm/build.py: path.is_dir()",
}


def test_only_the_gate_reads_files_of_a_project() -> None:
    found = set()
    for path in source_files(".py", folders=("runtime/project", "runtime/compiler", "runtime/language")):
        if name_of(path) != GATE:
            found |= {f"{name_of(path)}: {call}" for call in _reads(ast.parse(path.read_text("utf-8")))}
    assert found == NAMES_ONLY


def _reads(tree: ast.Module) -> set[str]:
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return {ast.unparse(call) for call in calls if _name(call.func) in READING and not _is_allowed(call.func)}


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _is_allowed(function: ast.expr) -> bool:
    if not isinstance(function, ast.Attribute):
        return False
    receiver = ast.unparse(function.value)
    return receiver.split(".")[-1] == "gate" or "files('resources" in receiver or receiver == "ast"
