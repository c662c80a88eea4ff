"""All that is asked about one script, as plain data: what it declares, uses, exports and requires."""

from __future__ import annotations

from dataclasses import dataclass, field

from runtime.compiler.languages import SCRIPT_DIALECTS, ending_of
from runtime.compiler.script.syntax import Source, parse_script
from runtime.language.scripts.declared import DeclaredInFile, Member, Members, read_declared
from runtime.language.scripts.places import Places
from runtime.language.scripts.uses import Use, read_uses

_MODULES = """
(call_expression function: (identifier) @call (#eq? @call "require") arguments: (arguments . (string) @module))
(call_expression function: (import) arguments: (arguments . (string) @module))
(call_expression function: (member_expression object: (identifier) @call (#eq? @call "require"))
    arguments: (arguments . (string) @module))
(import_statement source: (string) @module)
(export_statement source: (string) @module)
"""
_EVENTS = """
(call_expression function: (member_expression property: (property_identifier) @call (#eq? @call "triggerEvent"))
    arguments: (arguments . (string) @event))
"""
_EXPORTED = """
(assignment_expression left: (member_expression) @left right: (_) @right)
"""


@dataclass(frozen=True, slots=True)
class ModuleName:
    """The name of another module; the place is between its quotation marks."""

    name: str
    start: int
    end: int


@dataclass(frozen=True)
class ScriptFacts:
    """`exports`: what `module.exports` holds, which is what a wxs module offers. `events`: what it triggers."""

    declared: DeclaredInFile = field(default_factory=DeclaredInFile)
    uses: tuple[Use, ...] = ()
    exports: Members = field(default_factory=dict)
    modules: tuple[ModuleName, ...] = ()
    events: Members = field(default_factory=dict)


def read_script(path: str, text: str) -> ScriptFacts:
    """Reads a script or a wxs module. Never raises."""
    source = parse_script(path, text, SCRIPT_DIALECTS.get(ending_of(path), "javascript"))
    places = Places(text)
    modules = tuple(
        ModuleName(source.text(node).decode("utf-8", "replace")[1:-1], *places.of(node))
        for name, node in source.find(_MODULES)
        if name == "module"
    )
    return ScriptFacts(
        read_declared(source, places),
        read_uses(source, places),
        _exports(source, places),
        modules,
        _events(source, places),
    )


def _events(source: Source, places: Places) -> Members:
    found: Members = {}
    for capture, node in source.find(_EVENTS):
        name = source.text(node).decode("utf-8", "replace")[1:-1]
        if capture == "event" and name:
            found.setdefault(name, Member(name, *places.of(node)))
    return found


def _exports(source: Source, places: Places) -> Members:
    found: Members = {}
    left = ""
    for capture, node in source.find(_EXPORTED):
        written = source.text(node).decode("utf-8", "replace")
        if capture == "left":
            left = written if node.parent is not None else ""
            name = node.child_by_field_name("property")
            if left.startswith(("module.exports.", "exports.")) and left.count(".") < 3 and name is not None:
                found[left.rpartition(".")[2]] = Member(left.rpartition(".")[2], *places.of(name))
        elif left == "module.exports" and node.type == "object":
            for child in node.named_children:
                key = child.child_by_field_name("key") or child.child_by_field_name("name") or child
                if key.type in ("property_identifier", "shorthand_property_identifier"):
                    name_text = source.text(key).decode("utf-8", "replace")
                    is_short = key.type == "shorthand_property_identifier"
                    found[name_text] = Member(name_text, *places.of(key), is_shorthand=is_short)
            left = ""
    return found
