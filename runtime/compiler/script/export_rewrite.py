"""Rewrites `export` declarations to assignments and getters of `exports`."""

from __future__ import annotations

from tree_sitter import Node

from runtime.compiler.script.imports import ExportList, bound_names, read_export_list
from runtime.compiler.script.rewrite import Rewrite, assignment, member
from runtime.compiler.script.syntax import code_end

_FUNCTIONS = ("function_declaration", "generator_function_declaration")
_ANONYMOUS = ("function_expression", "generator_function")
_ASSIGNMENTS = """
(assignment_expression left: (identifier) @name)
(augmented_assignment_expression left: (identifier) @name)
(update_expression argument: (identifier) @name)
"""


def rewrite_exports(rewrite: Rewrite, nodes: list[Node]) -> None:
    """Rewrites all export declarations of the file; the imports have been rewritten before."""
    exported: dict[str, list[str]] = {}  # local name -> exported names
    own_names: list[str] = []
    stars: list[Node] = []
    for node in nodes:
        declaration = node.child_by_field_name("declaration")
        names = read_export_list(rewrite.source, node)
        if names is not None:
            own_names += [name for _, name in names.names]
            _export_list(rewrite, names, exported)
        elif _has_token(node, "default"):
            _export_default(rewrite, node)
        elif declaration is not None:
            for name in bound_names(rewrite.source, declaration):
                exported.setdefault(name, []).append(name)
                own_names.append(name)
            rewrite.blank(node.start_byte, declaration.start_byte)
        elif node.child_by_field_name("source") is not None:
            stars.append(node)
    for node in stars:
        _export_star(rewrite, node, own_names)
    if exported:
        _export_locals(rewrite, exported)


def _export_list(rewrite: Rewrite, item: ExportList, exported: dict[str, list[str]]) -> None:
    if not item.literal:
        rewrite.drop(item.node)
        for local, name in item.names:
            exported.setdefault(local, []).append(name)
        return
    rewrite.refer(item.node)
    module = b"__mod_%d" % item.node.start_byte
    code = b"var %s=require(%s);" % (module, item.literal)
    for imported, name in item.names:
        owner = module
        if imported == "default":
            rewrite.helpers.add("default")
            owner = b"__default(%s)" % module
        code += rewrite.getter(name, member(owner, imported))
    rewrite.replace(item.node.start_byte, item.node.end_byte, code)


def _export_locals(rewrite: Rewrite, exported: dict[str, list[str]]) -> None:
    """Exports declared names: functions at once, what is assigned again by a getter, others behind the declaration."""
    source = rewrite.source
    reassigned = {source.text(node).decode("utf-8", "replace") for _, node in source.find(_ASSIGNMENTS)}
    waiting = dict(exported)
    for node in source.root.named_children:
        declaration = node.child_by_field_name("declaration") if node.type == "export_statement" else node
        if declaration is None or not declaration.type.endswith("declaration"):
            continue
        for name in bound_names(source, declaration):
            targets = waiting.pop(name, [])
            if name in reassigned:
                rewrite.head += [rewrite.getter(target, name.encode()) for target in targets]
            elif declaration.type in _FUNCTIONS:
                rewrite.head += [assignment(target, name.encode()) for target in targets]
            elif targets:
                code = b"".join(assignment(target, name.encode()) for target in targets)
                rewrite.insert(code_end(declaration), b";" + code)
    for name, targets in waiting.items():
        if name in rewrite.members:
            rewrite.head += [rewrite.getter(target, rewrite.members[name]) for target in targets]
        elif name in rewrite.copied or not rewrite.drop_unused:
            rewrite.head += [rewrite.getter(target, name.encode()) for target in targets]


def _export_default(rewrite: Rewrite, node: Node) -> None:
    declaration = node.child_by_field_name("declaration")
    target = _default_value(node.child_by_field_name("value")) or declaration
    name = declaration.child_by_field_name("name") if declaration is not None else None
    if target is None:
        return
    if declaration is not None and name is not None:
        rewrite.blank(node.start_byte, declaration.start_byte)
        code = assignment("default", rewrite.source.text(name))
        if declaration.type in _FUNCTIONS:
            rewrite.head.append(code)
        else:
            rewrite.insert(code_end(declaration), b";" + code)
        return
    parameters = target.child_by_field_name("parameters")
    if target.type in _ANONYMOUS and parameters is not None:
        # A function without a name is hoisted as well.
        rewrite.blank(node.start_byte, target.start_byte)
        rewrite.insert(parameters.start_byte, b" __default_export")
        rewrite.head.append(assignment("default", b"__default_export"))
    else:
        rewrite.replace(node.start_byte, target.start_byte, b"exports.default=")
        if target.type == "class":
            rewrite.insert(target.end_byte, b";")


def _default_value(value: Node | None) -> Node | None:
    """What `export default` exports. A function or a class that comes first ends there, whatever stands behind it; the
    grammar takes `export default class {}` and a line in brackets for a call."""
    leading = value
    while leading is not None and leading.type not in (*_ANONYMOUS, "class"):
        first = leading.children[0] if leading.children else None
        leading = first if first is not None and first.start_byte == leading.start_byte else None
    return leading or value


def _export_star(rewrite: Rewrite, node: Node, own_names: list[str]) -> None:
    literal_node = node.child_by_field_name("source")
    if literal_node is None:
        return
    rewrite.refer(node)
    literal = rewrite.source.text(literal_node)
    named = next((child for child in node.named_children if child.type == "namespace_export"), None)
    if named is not None:
        rewrite.helpers.add("all")
        name = rewrite.source.text(named.named_children[0]).decode("utf-8", "replace")
        code = assignment(name, b"__all(require(%s))" % literal)
    else:
        rewrite.helpers.add("star")
        own = b",".join(b'"%s"' % name.encode() for name in own_names)
        code = b"__star(require(%s),[%s]);" % (literal, own)
    rewrite.replace(node.start_byte, node.end_byte, code)


def _has_token(node: Node, token: str) -> bool:
    return any(child.type == token for child in node.children)
