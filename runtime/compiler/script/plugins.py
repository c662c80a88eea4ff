"""`requirePlugin("name")`: a plug-in whose source is in the project is a module of the program like any other."""

from __future__ import annotations

import json
from collections.abc import Mapping

from tree_sitter import Node

from runtime.compiler.script.edits import Edit
from runtime.compiler.script.references import literal_text
from runtime.compiler.script.syntax import Source
from runtime.diagnostics import Diagnostic

_CALLS = """
(call_expression function: (identifier) @call (#eq? @call "requirePlugin"))
(call_expression function: (member_expression
    object: (identifier) @call (#eq? @call "requirePlugin")
    property: (property_identifier) @async (#eq? @async "async")))
"""


def rewrite_plugins(source: Source, plugins: Mapping[str, str]) -> tuple[list[Edit], list[Diagnostic]]:
    """The edits that make `require` calls of them. `plugins` are main scripts (paths in the program) by name.

    A plug-in that is not here is required by a name that no module has, so that the call throws and says which.
    """
    edits: list[Edit] = []
    found: list[Diagnostic] = []
    for capture, node in source.find(_CALLS) if b"requirePlugin" in source.code else ():
        argument = _argument(node)
        name = literal_text(argument) if argument is not None else None
        if capture != "call" or argument is None or name is None:
            continue
        target = plugins.get(name)
        if target is None:
            found.append(Diagnostic("script/plugin-unavailable", source.span(argument), {"name": name}))
        module = json.dumps(f"/{target}" if target is not None else f"plugin://{name}")
        edits.append(Edit(node.start_byte, node.end_byte, b"require"))
        edits.append(Edit(argument.start_byte, argument.end_byte, module.encode()))
    return edits, found


def _argument(node: Node) -> Node | None:
    call = node.parent
    while call is not None and call.type != "call_expression":
        call = call.parent
    arguments = call.child_by_field_name("arguments") if call is not None else None
    return arguments.named_children[0] if arguments is not None and arguments.named_child_count else None
