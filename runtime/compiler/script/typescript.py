"""Takes the types out of TypeScript in place: types become spaces, so that lines and columns stay.

What has a meaning at run time is rewritten on its own lines: enums, namespaces, parameter properties,
`import x = require()` and `export =` (see `typescript_values`). Imports that only named types are left out
afterwards, when it is known which names still occur.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tree_sitter import Node

from runtime.compiler.script.edits import Edit, blank
from runtime.compiler.script.semicolons import joins_next_line
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
_MEMBERS = frozenset({"public_field_definition", "method_definition"})
_MODIFIER_NAMES = frozenset({b"get", b"set", b"static", b"async", b"accessor"})
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
    owner = node.parent
    if owner is not None and owner.type == "arrow_function":
        return _arrow_part(source, owner, node)
    if owner is not None and owner.type == "type_assertion":
        return _assertion(source, owner, node)
    edit = blank(source.code, node.start_byte, node.end_byte)
    return [_ended(edit) if owner is not None and _must_end(source, owner, node) else edit]


def _ended(edit: Edit) -> Edit:
    return Edit(edit.start, edit.end, b";" + edit.text[1:])


def _must_end(source: Source, owner: Node, node: Node) -> bool:
    """Whether what is left would join another line: a declaration or a field without value the next one, a member that
    has lost its first word the one before."""
    if node.type == "type_annotation" and owner.child_by_field_name("value") is None:
        if owner.type == "variable_declarator":
            return joins_next_line(source.code, node.end_byte)
        name = owner.child_by_field_name("name")
        is_modifier = name is not None and source.text(name) in _MODIFIER_NAMES
        return owner.type == "public_field_definition" and (
            is_modifier or joins_next_line(source.code, node.end_byte, (b"[", b"*"))
        )
    if owner.type not in _MEMBERS or node.start_byte != owner.start_byte:
        return False
    return any(child.type in ("*", "computed_property_name") for child in owner.children)


def _arrow_part(source: Source, arrow: Node, node: Node) -> list[Edit]:
    """The types of an arrow function. No line may break before its parameters and its arrow: brackets move there."""
    edit = blank(source.code, node.start_byte, node.end_byte)
    parameters = arrow.child_by_field_name("parameters")
    if parameters is None:
        return [edit]
    if node.start_byte < parameters.start_byte:
        if b"\n" not in source.code[node.start_byte : parameters.start_byte]:
            return [edit]
        opened = Edit(edit.start, edit.end, b"(" + edit.text[1:])
        return [opened, Edit(parameters.start_byte, parameters.start_byte + 1, b" ")]
    if b"\n" not in source.code[parameters.end_byte : node.end_byte]:
        return [edit]
    return [Edit(parameters.end_byte - 1, parameters.end_byte, b" "), Edit(edit.start, edit.end, edit.text[:-1] + b")")]


def _assertion(source: Source, assertion: Node, node: Node) -> list[Edit]:
    """`<T>x` over several lines: a `return` before it keeps its value."""
    edit = blank(source.code, node.start_byte, node.end_byte)
    if b"\n" not in source.code[node.start_byte : assertion.named_children[-1].start_byte]:
        return [edit]
    end = assertion.end_byte
    return [Edit(edit.start, edit.end, b"(" + edit.text[1:]), Edit(end, end, b")")]


def _statement(source: Source, node: Node) -> list[Edit]:
    outer = node.parent if node.parent is not None and node.parent.type == "export_statement" else node
    # An empty statement keeps the lines before and behind apart.
    return [_ended(blank(source.code, outer.start_byte, outer.end_byte))]


def _cast(source: Source, node: Node) -> list[Edit]:
    return [blank(source.code, node.named_children[0].end_byte, node.end_byte)]


def _non_null(source: Source, node: Node) -> list[Edit]:
    return [blank(source.code, node.end_byte - 1, node.end_byte)]


def _marked(source: Source, node: Node) -> list[Edit]:
    kinds = {child.type for child in node.children}
    if node.type == "public_field_definition" and kinds & {"declare", "abstract"}:
        return [_ended(blank(source.code, node.start_byte, node.end_byte))]
    if node.type == "required_parameter" and "this" in kinds:
        following = node.next_sibling
        end = following.end_byte if following is not None and following.type == "," else node.end_byte
        return [blank(source.code, node.start_byte, end)]
    return [
        _ended(edit) if _must_end(source, node, child) else edit
        for child in node.children
        if child.type in _MARKS
        for edit in (blank(source.code, child.start_byte, child.end_byte),)
    ]


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
        return [
            Edit(node.start_byte, node.start_byte + len(b"import"), b"const "),
            Edit(node.end_byte, node.end_byte, b"" if source.text(node).endswith(b";") else b";"),
        ]
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
