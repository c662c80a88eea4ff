"""Takes the types out of TypeScript in place: types become spaces, so that lines and columns stay.

What has a meaning at run time is rewritten on its own lines: enums, namespaces, parameter properties,
`import x = require()` and `export =` (see `typescript_values`). Imports that only named types are left out
afterwards, when it is known which names still occur.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tree_sitter import Node

from runtime.compiler.script.edits import Edit, blank
from runtime.compiler.script.syntax import Source
from runtime.compiler.script.typescript_values import (
    rewrite_alias,
    rewrite_constructor,
    rewrite_enum,
    rewrite_namespace,
)

_TYPES = """
[(type_annotation) (asserts_annotation) (type_predicate_annotation) (type_parameters) (type_arguments)
 (implements_clause) (accessibility_modifier) (override_modifier)] @type
[(interface_declaration) (type_alias_declaration) (ambient_declaration) (function_signature)
 (abstract_method_signature) (method_signature) (index_signature)] @statement
[(as_expression) (satisfies_expression)] @cast
(non_null_expression) @non_null
[(public_field_definition) (method_definition) (optional_parameter) (required_parameter) (variable_declarator)
 (abstract_class_declaration)] @marked
[(import_statement) (export_statement)] @module
(enum_declaration) @enum
(internal_module) @namespace
(import_alias) @alias
(method_definition name: (property_identifier) @name (#eq? @name "constructor"))
"""
_MARKS = frozenset({"?", "!", "readonly", "abstract"})
_CONTINUES = b"([`+-/*,."
_TYPE_DECLARATIONS = frozenset({"interface_declaration", "type_alias_declaration", "ambient_declaration"})


def strip_types(source: Source) -> list[Edit]:
    """The edits that make JavaScript of the file."""
    edits: list[Edit] = []
    for capture, node in source.find(_TYPES):
        rule = _RULES.get(capture)
        if rule is not None:
            edits += rule(source, node)
    return edits


def _type(source: Source, node: Node) -> list[Edit]:
    return [blank(source.code, node.start_byte, node.end_byte)]


def _statement(source: Source, node: Node) -> list[Edit]:
    outer = node.parent if node.parent is not None and node.parent.type == "export_statement" else node
    edit = blank(source.code, outer.start_byte, outer.end_byte)
    # An empty statement keeps the lines before and behind apart.
    return [Edit(edit.start, edit.end, b";" + edit.text[1:])]


def _cast(source: Source, node: Node) -> list[Edit]:
    value = node.named_children[0]
    edit = blank(source.code, value.end_byte, node.end_byte)
    if _is_joined_to_next_line(source.code, node.end_byte):
        edit = Edit(edit.start, edit.end, b";" + edit.text[1:])
    return [edit]


def _is_joined_to_next_line(code: bytes, end: int) -> bool:
    rest = code[end : end + 2000]
    following = rest.lstrip()
    return b"\n" in rest[: len(rest) - len(following)] and following[:1] in (b"(", b"[", b"`")


def _non_null(source: Source, node: Node) -> list[Edit]:
    return [blank(source.code, node.end_byte - 1, node.end_byte)]


def _marked(source: Source, node: Node) -> list[Edit]:
    kinds = {child.type for child in node.children}
    if node.type == "public_field_definition" and kinds & {"declare", "abstract"}:
        return [blank(source.code, node.start_byte, node.end_byte)]
    if node.type == "required_parameter" and "this" in kinds:
        following = node.next_sibling
        end = following.end_byte if following is not None and following.type == "," else node.end_byte
        return [blank(source.code, node.start_byte, end)]
    return [blank(source.code, child.start_byte, child.end_byte) for child in node.children if child.type in _MARKS]


def _module(source: Source, node: Node) -> list[Edit]:
    kinds = {child.type for child in node.children}
    declaration = node.child_by_field_name("declaration")
    if declaration is not None and declaration.type in _TYPE_DECLARATIONS:
        return []
    if "type" in kinds:
        return _statement(source, node)
    if "=" in kinds:
        return [Edit(node.start_byte, node.named_children[0].start_byte, b"module.exports=")]
    if any(child.type == "import_require_clause" for child in node.children):
        return [Edit(node.start_byte, node.start_byte + len(b"import"), b"const ")]
    edits = []
    for clause in node.named_children:
        lists = clause.named_children if clause.type == "import_clause" else [clause]
        for names in lists:
            if names.type not in ("named_imports", "export_clause"):
                continue
            for item in names.named_children:
                if item.children and item.children[0].type == "type":
                    following = item.next_sibling
                    end = following.end_byte if following is not None and following.type == "," else item.end_byte
                    edits.append(blank(source.code, item.start_byte, end))
    return edits


def _constructor(source: Source, node: Node) -> list[Edit]:
    return rewrite_constructor(source, node.parent) if node.parent is not None else []


_RULES: Mapping[str, Callable[[Source, Node], list[Edit]]] = {
    "type": _type,
    "statement": _statement,
    "cast": _cast,
    "non_null": _non_null,
    "marked": _marked,
    "module": _module,
    "enum": rewrite_enum,
    "namespace": rewrite_namespace,
    "alias": rewrite_alias,
    "name": _constructor,
}
