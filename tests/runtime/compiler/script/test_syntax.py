"""Where a node stands in the text: lines and columns of characters, however long the line."""

from __future__ import annotations

import subprocess

from runtime.compiler.script.syntax import parse_script
from runtime.module_path import python_child


def test_columns_count_characters_in_lines_of_any_length() -> None:
    code = "let 中=1;" + "f('é😀');\n" + "".join(f"g{number}('中é😀');" for number in range(900)) + "\nh()"
    source = parse_script("a.js", code, "javascript")
    lines = code.split("\n")
    for node in source.root.named_children:
        span = source.span(node)
        text = source.text(node).decode()
        assert lines[span.line - 1][span.column - 1 :].startswith(text)
        assert span.end_column == span.column + len(text)


def test_a_node_has_its_text_long_after_it_was_parsed() -> None:
    """In a process of its own: what never ends cannot be stopped from within."""
    code = (
        "from runtime.compiler.script import syntax\n"
        "class Clock:\n"
        "    now = 0.0\n"
        "    monotonic = staticmethod(lambda: Clock.now)\n"
        "syntax.time = Clock\n"
        "source = syntax.parse_script('a.js', 'first(1)', 'javascript')\n"
        "Clock.now = 1e9\n"
        "print(source.root.text.decode())\n"
    )
    child = python_child("unused")
    command = [child.command[0], "-P", "-c", code]
    done = subprocess.run(command, env=child.environment, capture_output=True, text=True, timeout=120, check=True)
    assert done.stdout.strip() == "first(1)"
