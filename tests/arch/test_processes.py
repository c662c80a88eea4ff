"""Every Python process of ours is started in the one safe way."""

from __future__ import annotations

import ast

from tests.arch.sources import name_of, source_files

THE_ONE_WAY = "runtime/module_path.py"


def test_nobody_else_starts_python() -> None:
    starting = [
        name_of(path)
        for path in source_files(".py")
        if any(_names_the_interpreter(node) for node in ast.walk(ast.parse(path.read_text("utf-8"))))
    ]
    assert starting == [THE_ONE_WAY]


def _names_the_interpreter(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and ast.unparse(node) == "sys.executable"
