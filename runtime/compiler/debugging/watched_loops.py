"""Source text that a user has typed, so that it can be ended: its loops and functions call `__tick()`."""

from __future__ import annotations

from runtime.compiler.debugging.insertions import Insertions
from runtime.compiler.debugging.scopes import FUNCTIONS, LOOPS
from runtime.compiler.script.edits import apply_edits
from runtime.compiler.script.syntax import parse_script

_TICK = "__tick();"


def with_watched_loops(code: str) -> str:
    """The text on the same lines; as it is if it has no loop, or cannot be read."""
    source = parse_script("", code, "javascript")
    if source.root.has_error:
        return code
    put = Insertions()
    waiting = [(source.root, 0)]
    while waiting:
        node, depth = waiting.pop()
        body = node.child_by_field_name("body") if node.type in LOOPS | FUNCTIONS else None
        if body is not None and body.type == "statement_block":
            put.after_brace(body, depth + 1, _TICK)
        elif body is not None and node.type in LOOPS:
            put.before(body, depth + 1, "{" + _TICK)
            put.after(body, depth + 1, "}")
        elif body is not None:
            put.before(body, depth + 1, "(__tick(),")
            put.after(body, depth + 1, ")")
        waiting += [(child, depth + 1) for child in node.children]
    edits = put.edits()
    return apply_edits(source.code, edits)[0].decode("utf-8", "replace") if edits else code
