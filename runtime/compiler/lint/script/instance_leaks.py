"""Whether a page or component hands itself to code that may add methods to it.

`WxParse(…, that)` and `new Refresher(this)` do so; `fn.call(this)`, `wx.createCanvasContext(id, this)` and
`query.in(this)` do not.
"""

from __future__ import annotations

from tree_sitter import Node

from runtime.compiler.script.syntax import Source

_ALIASES = "(variable_declarator name: (identifier) @name value: (this)) (assignment_expression right: (this)) @set"
_ARGUMENTS = "(arguments (this) @self) (arguments (identifier) @alias)"
_COMPUTED = "(assignment_expression left: (subscript_expression object: (_) @object index: (_) @index))"
_HARMLESS = frozenset({"call", "apply", "bind", "in", "log", "warn", "error", "info", "push", "is"})


def has_instance_leak(source: Source) -> bool:
    """Whether `this`, or a variable that holds it, is an argument of an unknown function or gets computed members."""
    aliases = {source.text(node) for name, node in source.find(_ALIASES) if name == "name"}
    for name, node in source.find(_ALIASES):
        left = node.child_by_field_name("left") if name == "set" else None
        if left is not None:
            aliases.add(source.text(left))
    for capture, node in source.find(_ARGUMENTS):
        if (capture == "self" or source.text(node) in aliases) and not _is_harmless(source, node):
            return True
    for capture, node in source.find(_COMPUTED):
        if capture == "object" and (node.type == "this" or source.text(node) in aliases):
            index = node.parent.child_by_field_name("index") if node.parent is not None else None
            if index is not None and index.type not in ("string", "number"):
                return True
    return False


def _is_harmless(source: Source, argument: Node) -> bool:
    call = argument.parent.parent if argument.parent is not None else None
    callee = call.child_by_field_name("function") if call is not None else None
    if callee is None or callee.type != "member_expression":
        return False
    name = callee.child_by_field_name("property")
    root: Node | None = callee
    while root is not None and root.type in ("member_expression", "call_expression"):
        root = root.child_by_field_name("object") or root.child_by_field_name("function")
    is_of_wx = root is not None and source.text(root) in (b"wx", b"console")
    return is_of_wx or (name is not None and source.text(name).decode("utf-8", "replace") in _HARMLESS)
