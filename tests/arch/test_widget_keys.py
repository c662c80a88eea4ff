"""Keys of one widget do not act in the whole window: the binding drops `context` where a function is given with it."""

from __future__ import annotations

import ast

from tests.arch.sources import name_of, source_files


def test_shortcuts_are_given_their_context_by_itself() -> None:
    wrong = [
        f"{name_of(path)}:{node.lineno}"
        for path in source_files(".py", folders=("ide",))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == "QShortcut"
        and any(keyword.arg == "context" for keyword in node.keywords)
    ]
    assert wrong == []
