"""The parts of TypeScript that do something at run time: enums, namespaces, parameter properties, import aliases."""

from __future__ import annotations

import json
import re

from tree_sitter import Node

from runtime.compiler.script.edits import Edit
from runtime.compiler.script.imports import bound_names
from runtime.compiler.script.references import literal_text
from runtime.compiler.script.syntax import Source, code_end


def rewrite_enum(source: Source, node: Node) -> list[Edit]:
    """`enum E {A}` becomes `var E=(function(E){…})({});`, every member on its line."""
    name_node = node.child_by_field_name("name")
    body = node.child_by_field_name("body")
    if name_node is None or body is None:
        return []
    name = source.text(name_node)
    code = b"var %s=(function(%s){" % (name, name)
    known: dict[bytes, Node] = {}
    previous: bytes | None = None
    line = node.start_point[0]
    for member in body.named_children:
        if member.type == "comment":
            continue
        key_node = member.child_by_field_name("name") if member.type == "enum_assignment" else member
        value_node = member.child_by_field_name("value") if member.type == "enum_assignment" else None
        if key_node is None:
            continue
        code += b"\n" * (key_node.start_point[0] - line)
        line = key_node.start_point[0]
        text = literal_text(key_node)
        key = json.dumps(text if text is not None else source.text(key_node).decode()).encode()
        if value_node is None:
            value = b"0" if previous is None else b"%s[%s]+1" % (name, previous)
        else:
            value = _qualified(source, value_node, name, known)
            line += value.count(b"\n")
        if value_node is not None and (literal_text(value_node) is not None or value_node.type == "template_string"):
            code += b"%s[%s]=%s;" % (name, key, value)
        else:
            code += b"%s[%s[%s]=%s]=%s;" % (name, name, key, value, key)
        known[source.text(key_node)] = key_node
        previous = key
    code += b"\n" * (node.end_point[0] - line)
    return [Edit(node.start_byte, node.end_byte, code + b"return %s})(%s);" % (name, _earlier(source, node, name)))]


def _earlier(source: Source, node: Node, name: bytes) -> bytes:
    """What a further declaration of the same enum or namespace adds to."""
    pattern = rb"\b(?:enum|namespace|module|function|class)\s+" + re.escape(name) + rb"\b"
    return b"%s||{}" % name if re.search(pattern, source.code[: node.start_byte]) else b"{}"


def _qualified(source: Source, value: Node, name: bytes, known: dict[bytes, Node]) -> bytes:
    """The initialiser; members named in it are read from the enum."""
    if value.type == "identifier" and source.text(value) in known:
        return b"%s.%s" % (name, source.text(value))
    pieces: list[bytes] = []
    cursor = value.start_byte
    for node in _identifiers(value):
        if source.text(node) in known:
            pieces += [source.code[cursor : node.start_byte], name + b"."]
            cursor = node.start_byte
    return b"".join([*pieces, source.code[cursor : value.end_byte]])


def _identifiers(node: Node) -> list[Node]:
    if node.type == "identifier":
        return [node]
    return [found for child in node.named_children for found in _identifiers(child)]


def rewrite_namespace(source: Source, node: Node) -> list[Edit]:
    """`namespace N {…}` becomes a function that fills an object; what it exports is assigned behind its statement."""
    name_node = node.child_by_field_name("name")
    body = node.child_by_field_name("body")
    if name_node is None or body is None:
        return []
    names = source.text(name_node).split(b".")
    inner = names[-1]
    head = b"".join(
        b"%s=(function(%s){" % (b"var " + name if index == 0 else b"%s.%s" % (names[index - 1], name), name)
        for index, name in enumerate(names)
    )
    edits = [Edit(node.start_byte, body.start_byte + 1, head)]
    for statement in body.named_children:
        if statement.type != "export_statement":
            continue
        declaration = statement.child_by_field_name("declaration")
        if declaration is None or declaration.type in ("interface_declaration", "type_alias_declaration"):
            continue
        edits.append(Edit(statement.start_byte, declaration.start_byte, b""))
        code = b"".join(
            b"%s.%s=%s;" % (inner, name.encode(), name.encode()) for name in bound_names(source, declaration)
        )
        end = code_end(declaration)
        edits.append(Edit(end, end, b";" + code))
    tail = b";"  # the last statement may have none
    for index in range(len(names) - 1, -1, -1):
        earlier = _earlier(source, node, names[0]) if index == 0 else b"{}"
        tail += b"return %s})(%s);" % (names[index], earlier)
    end = code_end(body)
    edits.append(Edit(end - 1, end, tail))
    return edits


def rewrite_constructor(source: Source, method: Node) -> list[Edit]:
    """Parameter properties: `constructor(private a)` assigns `this.a` first, or right behind `super()`."""
    parameters = method.child_by_field_name("parameters")
    body = method.child_by_field_name("body")
    if parameters is None or body is None:
        return []
    code = b""
    for parameter in parameters.named_children:
        kinds = {child.type for child in parameter.children}
        if kinds & {"accessibility_modifier", "readonly", "override_modifier"}:
            pattern = parameter.child_by_field_name("pattern")
            if pattern is not None and pattern.type == "identifier":
                code += b"this.%s=%s;" % (source.text(pattern), source.text(pattern))
    if not code:
        return []
    at = body.start_byte + 1
    for statement in body.named_children:
        call = statement.named_children[0] if statement.type == "expression_statement" else None
        function = call.child_by_field_name("function") if call is not None and call.type == "call_expression" else None
        if function is not None and function.type == "super":
            at = code_end(statement)
            code = b";" + code
            break
    return [Edit(at, at, code)]


def rewrite_alias(source: Source, node: Node) -> list[Edit]:
    """`import A = N.B` becomes a variable."""
    outer = node.parent if node.parent is not None and node.parent.type == "export_statement" else None
    if outer is not None or not node.named_children:
        return []
    end = Edit(node.end_byte, node.end_byte, b"" if source.text(node).endswith(b";") else b";")
    return [Edit(node.start_byte, node.start_byte + len(b"import"), b"var   "), end]
