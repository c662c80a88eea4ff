"""What the rewriting of imports and of exports share: the edits, and what is put before the first line's code."""

from __future__ import annotations

from dataclasses import dataclass, field

from tree_sitter import Node

from runtime.compiler.script.edits import Edit, blank
from runtime.compiler.script.references import Reference, literal_text
from runtime.compiler.script.syntax import Source

_HELPERS = {
    "default": b"function __default(m){return m&&m.__esModule?m:{default:m}}",
    "all": b"function __all(m){if(m&&m.__esModule)return m;var n={};if(m!=null)for(var k in m)"
    b"if(Object.prototype.hasOwnProperty.call(m,k))n[k]=m[k];n.default=m;return n}",
    "get": b"function __get(name,get){Object.defineProperty(exports,name,{enumerable:true,configurable:true,get:get})}",
    "star": b"function __star(m,own){if(m!=null)Object.keys(m).forEach(function(k){if(k!=='default'&&own.indexOf(k)<0)"
    b"__get(k,function(){return m[k]})})}",
    "import": b"function __import(name){return Promise.resolve().then(function(){return __all(require(name))})}",
}
_NEEDS = {"star": ("get",), "import": ("all",)}


@dataclass
class Rewrite:
    """The rewriting of one file. `members` says what an imported name is read from; `copied` names are variables."""

    source: Source
    drop_unused: bool
    edits: list[Edit] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    helpers: set[str] = field(default_factory=set)
    head: list[bytes] = field(default_factory=list)
    hoisted: list[bytes] = field(default_factory=list)
    members: dict[str, bytes] = field(default_factory=dict)
    copied: set[str] = field(default_factory=set)

    def replace(self, start: int, end: int, text: bytes) -> None:
        """Puts other text in the place of a stretch."""
        self.edits.append(Edit(start, end, text))

    def insert(self, at: int, text: bytes) -> None:
        """Puts text before an offset."""
        self.edits.append(Edit(at, at, text))

    def blank(self, start: int, end: int) -> None:
        """Puts spaces in the place of a stretch."""
        self.edits.append(blank(self.source.code, start, end))

    def drop(self, statement: Node) -> None:
        """Takes a statement away. An empty one keeps the lines before and behind apart."""
        edit = blank(self.source.code, statement.start_byte, statement.end_byte)
        self.edits.append(Edit(edit.start, edit.end, b";" + edit.text[1:]))

    def getter(self, name: str, value: bytes) -> bytes:
        """The statement that exports a live value."""
        self.helpers.add("get")
        return b'__get("%s",function(){return %s});' % (name.encode(), value)

    def refer(self, node: Node) -> None:
        """Notes the module that a declaration names behind `from`."""
        literal = node.child_by_field_name("source")
        text = literal_text(literal) if literal is not None else None
        if literal is not None and text is not None:
            self.references.append(Reference(text, self.source.span(literal)))

    def finish(self, *, is_module: bool, is_strict: bool) -> None:
        """Inserts the head: strictness, helpers, exports of functions, imports that stood below other code."""
        code = b""
        if is_strict if is_module else _is_strict(self.source):
            code += b'"use strict";'
        if is_module:
            code += b'Object.defineProperty(exports,"__esModule",{value:true});'
        wanted = set(self.helpers)
        for helper in self.helpers:
            wanted.update(_NEEDS.get(helper, ()))
        code += b"".join(_HELPERS[name] for name in _HELPERS if name in wanted)
        self.edits.insert(0, Edit(0, 0, code + b"".join(self.head) + b"".join(self.hoisted)))


def _is_strict(source: Source) -> bool:
    """Whether the script itself says so, in its first words: a head before them takes their effect away."""
    for node in source.root.named_children:
        if node.type == "expression_statement" and node.named_children[0].type == "string":
            if source.text(node.named_children[0])[1:-1] == b"use strict":
                return True
        elif node.type not in ("comment", "hash_bang_line"):
            break
    return False


def member(owner: bytes, name: str) -> bytes:
    """Reads a member."""
    is_plain = name.replace("$", "_").isidentifier()
    return b"%s.%s" % (owner, name.encode()) if is_plain else b'%s["%s"]' % (owner, name.encode())


def assignment(name: str, value: bytes) -> bytes:
    """The statement that exports a value as it is now."""
    return member(b"exports", name) + b"=" + value + b";"
