"""Code made of text: `eval(…)` and `Function(…)` run here, but not on a phone; `Function('return this')` does."""

from __future__ import annotations

from collections.abc import Iterator

from runtime.compiler.lint.rule import ScriptFileRule
from runtime.compiler.lint.script_file import ScriptFile
from runtime.diagnostics import Diagnostic

_PATTERNS = """
(call_expression function: (identifier) @name (#match? @name "^(eval|Function)$"))
(new_expression constructor: (identifier) @name (#eq? @name "Function"))
"""
_ALLOWED = {f"({quote}return this{end}{quote})" for quote in "\"'`" for end in ("", ";")}


def _check(file: ScriptFile) -> Iterator[Diagnostic]:
    source = file.source
    if b"eval" not in source.code and b"Function" not in source.code:
        return
    for _, node in source.find(_PATTERNS):
        call = node.parent
        arguments = call.child_by_field_name("arguments") if call else None
        if arguments is None or " ".join(source.text(arguments).decode("utf-8", "replace").split()) not in _ALLOWED:
            yield Diagnostic("script/code-from-text", source.span(node), {"name": source.text(node).decode()})


RULE = ScriptFileRule(("script/code-from-text",), "Source: reference, JavaScript support: eval and Function", _check)
