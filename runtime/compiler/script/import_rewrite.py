"""Rewrites `import` declarations to `require`, and the uses of imported names to members of the module."""

from __future__ import annotations

from tree_sitter import Node

from runtime.compiler.script.imports import Import, has_clause, read_export_list, read_import
from runtime.compiler.script.rewrite import Rewrite, member
from runtime.compiler.script.semicolons import separator
from runtime.compiler.script.syntax import Source

_BINDINGS = """
(variable_declarator name: (identifier) @name)
(function_declaration name: (identifier) @name)
(generator_function_declaration name: (identifier) @name)
(function_expression name: (identifier) @name)
(class_declaration name: (identifier) @name)
(class name: (identifier) @name)
(formal_parameters (identifier) @name)
(arrow_function parameter: (identifier) @name)
(assignment_pattern left: (identifier) @name)
(rest_pattern (identifier) @name)
(array_pattern (identifier) @name)
(pair_pattern value: (identifier) @name)
(shorthand_property_identifier_pattern) @name
(catch_clause parameter: (identifier) @name)
(for_in_statement left: (identifier) @name)
"""
_USES = "(identifier) @name (shorthand_property_identifier) @short"
_DECLARING = ("import_specifier", "import_clause", "namespace_import", "export_specifier")


def rewrite_imports(rewrite: Rewrite, nodes: list[Node]) -> None:
    """Rewrites all import declarations of the file. Those below other code move to the head, as the language has it."""
    if not nodes:
        return
    source = rewrite.source
    bound = {_text(source, node) for _, node in source.find(_BINDINGS)}
    uses = _uses(source)
    leading_end = _leading_end(source)
    for index, node in enumerate(nodes):
        code = _import(rewrite, read_import(source, node), b"%s%d" % (_stem(source), index + 1), bound, uses)
        if node.start_byte < leading_end:
            rewrite.replace(node.start_byte, node.end_byte, code)
        else:
            rewrite.hoisted.append(code)
            rewrite.drop(node)
    for name, value in rewrite.members.items():
        for node in uses.get(name, ()):
            _use(rewrite, node, name, value)


def _import(rewrite: Rewrite, item: Import, module: bytes, bound: set[str], uses: dict[str, list[Node]]) -> bytes:
    names, namespace = item.names, item.namespace
    if rewrite.drop_unused and has_clause(item.node):
        known = uses.keys() | _exported_locals(rewrite.source)
        names = tuple(pair for pair in names if pair[0] in known)
        namespace = namespace if namespace in known else ""
        if not names and not namespace:
            return b";"
    rewrite.refer(item.node)
    if not names and not namespace:
        return b"require(%s);" % item.literal
    code = b"var %s=require(%s);" % (module, item.literal)
    for local, imported in names:
        owner = module
        if imported == "default":
            owner = module + b"d"
            rewrite.helpers.add("default")
            code += b"var %s=__default(%s);" % (owner, module)
        if local in bound:
            code += b"var %s=%s;" % (local.encode(), member(owner, imported))
            rewrite.copied.add(local)
        else:
            rewrite.members[local] = member(owner, imported)
    if namespace:
        rewrite.helpers.add("all")
        rewrite.copied.add(namespace)
        code += b"var %s=__all(%s);" % (namespace.encode(), module)
    return code


def _use(rewrite: Rewrite, node: Node, name: str, value: bytes) -> None:
    if node.type == "shorthand_property_identifier":
        value = name.encode() + b":" + value
    elif _is_called(node):
        # As a plain function, not as a method of the module.
        value = b"%s(0,%s)" % (separator(node), value)
    rewrite.replace(node.start_byte, node.end_byte, value)


def _is_called(node: Node) -> bool:
    """Whether a call follows. In brackets too, which the grammar takes for arguments where they are none:
    `await (f)(x)`, or `i++` and `(f)(x)` in the next line."""
    parent = node.parent
    if parent is not None and parent.type == "arguments" and parent.named_child_count == 1:
        node, parent = parent.parent or node, parent.parent and parent.parent.parent
    while parent is not None and parent.type == "parenthesized_expression":
        node, parent = parent, parent.parent
    return parent is not None and parent.type == "call_expression" and parent.child_by_field_name("function") == node


def _uses(source: Source) -> dict[str, list[Node]]:
    """Where each name occurs, apart from the declarations that import or export it."""
    uses: dict[str, list[Node]] = {}
    for _, node in source.find(_USES):
        if node.parent is None or node.parent.type not in _DECLARING:
            uses.setdefault(_text(source, node), []).append(node)
    return uses


def _leading_end(source: Source) -> int:
    """Where the first statement begins that is neither an import nor a directive."""
    for node in source.root.named_children:
        is_directive = node.type == "expression_statement" and node.named_children[0].type == "string"
        if node.type not in ("import_statement", "comment", "hash_bang_line") and not is_directive:
            return node.start_byte
    return len(source.code)


def _exported_locals(source: Source) -> set[str]:
    names: set[str] = set()
    for node in source.root.named_children:
        exports = read_export_list(source, node) if node.type == "export_statement" else None
        if exports is not None and not exports.literal:
            names.update(local for local, _ in exports.names)
    return names


def _stem(source: Source) -> bytes:
    stem = b"__mod"
    while stem in source.code:
        stem += b"_"
    return stem


def _text(source: Source, node: Node) -> str:
    return source.text(node).decode("utf-8", "replace")
