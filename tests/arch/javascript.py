"""The project's own JavaScript as modules: what each imports, exports, declares and leaves to the globals."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tree_sitter import Node

from runtime.compiler.script.scopes import Scopes
from runtime.compiler.script.syntax import Source, parse_script
from tests.arch.sources import ROOT

JAVASCRIPT = ROOT / "runtime" / "js"
EDITOR = ROOT / "ide" / "panels" / "editor"
_IMPORTS = "(import_statement source: (string (string_fragment) @from))"
_IMPORTED = "(import_specifier) @name (namespace_import (identifier) @name) (import_clause (identifier) @name)"
_EXPORTS = "(export_statement) @export"
_AWAITS = "(await_expression) @await"
_NAMES = "(identifier) @name (shorthand_property_identifier) @name"
_PARAMETERS = "(formal_parameters) @list"
_NAMED = "(class name: (identifier) @name) (labeled_statement label: (statement_identifier) @name)"


@dataclass(frozen=True, eq=False)
class ModuleFile:
    """A file. Paths are relative to `runtime/js`, those of the editor page to its panel."""

    path: str
    text: str
    source: Source

    @property
    def imports(self) -> list[str]:
        """The paths of the modules that it imports."""
        folder = posixpath.dirname(self.path)
        return [_resolved(folder, self._text(node)) for _, node in self.source.find(_IMPORTS)]

    @property
    def imported(self) -> set[str]:
        """The names that it gets by imports."""
        return {self._text(node).split(" as ")[-1].strip() for _, node in self.source.find(_IMPORTED)}

    @property
    def exports(self) -> list[tuple[str, str]]:
        """What it exports: name and kind of declaration (`const`, `let`, `function` …; `list` for `export {…}`)."""
        return [export for _, node in self.source.find(_EXPORTS) for export in self._exported(node)]

    @property
    def waits(self) -> bool:
        """Whether an `await` stands outside of functions."""
        return any(not _is_in_function(node) for _, node in self.source.find(_AWAITS))

    @property
    def free_names(self) -> Iterator[tuple[str, int]]:
        """Names that it uses, and neither declares nor imports: name and line."""
        scopes = Scopes(self.source)
        known = scopes.of_module | self.imported
        named = {self._text(node) for _, node in self.source.find(_NAMED)}
        for _, node in self.source.find(_NAMES):
            name = self._text(node)
            if name not in known | named and scopes.is_of_module(name, node):
                yield name, node.start_point[0] + 1

    @property
    def parameters(self) -> Iterator[tuple[int, int]]:
        """Of each function the line and the number of positional parameters."""
        for _, node in self.source.find(_PARAMETERS):
            yield node.start_point[0] + 1, sum(child.type != "comment" for child in node.named_children)

    @classmethod
    def of(cls, path: str, text: str) -> ModuleFile:
        """The module in a text."""
        return cls(path, text, parse_script(path, text, "javascript"))

    def _exported(self, node: Node) -> Iterator[tuple[str, str]]:
        declaration = node.child_by_field_name("declaration")
        if declaration is None:
            for clause in node.named_children:
                for specifier in clause.named_children if clause.type == "export_clause" else ():
                    yield self._text(specifier), "list"
            return
        kind = self.source.text(declaration).split(None, 1)[0].decode()
        for child in declaration.named_children:
            name = child if child.type == "identifier" else child.child_by_field_name("name")
            if name is not None:
                yield self._text(name), kind
                if declaration.type != "lexical_declaration":
                    return

    def _text(self, node: Node) -> str:
        return self.source.text(node).decode()


def _is_in_function(node: Node) -> bool:
    at = node.parent
    while at is not None:
        if "function" in at.type or at.type == "method_definition":
            return True
        at = at.parent
    return False


def _resolved(folder: str, specifier: str) -> str:
    return specifier.lstrip("/") if specifier.startswith("/") else posixpath.normpath(posixpath.join(folder, specifier))


@cache
def modules(folder: str) -> tuple[ModuleFile, ...]:
    """The files of a folder in `runtime/js`, or the editor's `page`."""
    home = EDITOR if folder == "page" else JAVASCRIPT
    return tuple(
        ModuleFile.of(path.relative_to(home).as_posix(), path.read_text("utf-8"))
        for path in sorted((home / folder).rglob("*.js"))
    )
