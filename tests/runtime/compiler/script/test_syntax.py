"""Where a node stands in the text: lines and columns of characters, however long the line."""

from __future__ import annotations

from runtime.compiler.script.syntax import parse_script


def test_columns_count_characters_in_lines_of_any_length() -> None:
    code = "let 中=1;" + "f('é😀');\n" + "".join(f"g{number}('中é😀');" for number in range(900)) + "\nh()"
    source = parse_script("a.js", code, "javascript")
    lines = code.split("\n")
    for node in source.root.named_children:
        span = source.span(node)
        text = source.text(node).decode()
        assert lines[span.line - 1][span.column - 1 :].startswith(text)
        assert span.end_column == span.column + len(text)
