"""`import` and `export` declarations of a script as data, read off the tree."""

from __future__ import annotations

from dataclasses import dataclass

from tree_sitter import Node

from runtime.compiler.script.syntax import Source


@dataclass(frozen=True)
class Import:
    """One `import` declaration. `names` maps local names to imported ones (`default` among them)."""

    node: Node
    literal: bytes
    names: tuple[tuple[str, str], ...]
    namespace: str


@dataclass(frozen=True)
class ExportList:
    """`export {a as b}`, with `literal` the source of `from`; `names` are pairs (local or imported, exported)."""

    node: Node
    literal: bytes
    names: tuple[tuple[str, str], ...]


def read_import(source: Source, node: Node) -> Import:
    """Reads an `import_statement`."""
    names: list[tuple[str, str]] = []
    namespace = ""
    clause = next((child for child in node.named_children if child.type == "import_clause"), None)
    for part in clause.named_children if clause is not None else ():
        if part.type == "identifier":
            names.append((_text(source, part), "default"))
        elif part.type == "namespace_import":
            namespace = _text(source, part.named_children[0])
        else:
            for item in part.named_children:
                if item.type == "import_specifier":
                    imported = _name(source, item.child_by_field_name("name"))
                    alias = item.child_by_field_name("alias")
                    names.append((_text(source, alias) if alias else imported, imported))
    return Import(node, _literal(source, node), tuple(names), namespace)


def has_clause(node: Node) -> bool:
    """Whether the import names anything, as opposed to `import "a"`."""
    return any(child.type == "import_clause" for child in node.named_children)


def read_export_list(source: Source, node: Node) -> ExportList | None:
    """Reads an `export_statement` with braces; None for another kind of export."""
    clause = next((child for child in node.named_children if child.type == "export_clause"), None)
    if clause is None:
        return None
    names = []
    for item in clause.named_children:
        if item.type == "export_specifier":
            local = _name(source, item.child_by_field_name("name"))
            alias = item.child_by_field_name("alias")
            names.append((local, _name(source, alias) if alias else local))
    return ExportList(node, _literal(source, node), tuple(names))


def bound_names(source: Source, node: Node) -> list[str]:
    """The names that a declaration or a pattern binds."""
    if node.type in ("identifier", "shorthand_property_identifier_pattern"):
        return [_text(source, node)]
    if node.type in ("lexical_declaration", "variable_declaration"):
        targets = [child.child_by_field_name("name") for child in node.named_children]
    elif node.type in ("pair_pattern", "assignment_pattern", "object_assignment_pattern"):
        value = node.child_by_field_name("value" if node.type == "pair_pattern" else "left")
        targets = [value]
    elif node.type in ("object_pattern", "array_pattern", "rest_pattern"):
        targets = list(node.named_children)
    else:
        targets = [node.child_by_field_name("name")]
    return [name for target in targets if target is not None for name in bound_names(source, target)]


def _literal(source: Source, node: Node) -> bytes:
    literal = node.child_by_field_name("source")
    return source.text(literal) if literal is not None else b""


def _name(source: Source, node: Node | None) -> str:
    text = "" if node is None else _text(source, node)
    return text[1:-1] if text[:1] in ("'", '"') else text


def _text(source: Source, node: Node) -> str:
    return source.text(node).decode("utf-8", "replace")
