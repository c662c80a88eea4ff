"""What the logic layer tells of a node, with the names that its template and scripts have for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ide.models.debug_target import DataOwner, NodeFacts, SeenValue
from simulator.bridge.preview import members

if TYPE_CHECKING:
    from runtime.compiler.build import BuildResult


def node_facts(facts: Mapping[str, Any], build: BuildResult) -> NodeFacts:
    """`facts` as `runtime.protocol.previews.NodeFacts` has them."""
    owner = DataOwner(0, tuple(facts.get("owner_ref") or ()))
    return NodeFacts(
        owner,
        str(facts["owner"]),
        facts["dataset"],
        facts["mark"],
        tuple((form, name) for form, name in facts["handlers"]),
        _seen(facts, owner, build),
        str(facts.get("is") or ""),
        tuple((name, kind, value) for name, kind, value in facts.get("properties") or ()),
        facts.get("data"),
    )


def handler_place(build: BuildResult, owner_path: str, name: str) -> tuple[str, int, int] | None:
    """Where a method is declared: file, line and column from 1; its own script, or that of a behavior."""
    # Loaded when it is asked for: reading scripts takes a parser of its own.
    from runtime.language.components import definition_of
    from runtime.language.documents import Documents
    from runtime.language.position import Lines

    documents = Documents()
    documents.take(build.project, {})
    found = definition_of(documents, owner_path).methods.get(name)
    text = build.project.files.text(found.path) if found else None
    if found is None or text is None:
        return None
    position = Lines(text).position(found.member.start)
    return found.path, position.line + 1, position.character + 1


def _seen(facts: Mapping[str, Any], owner: DataOwner, build: BuildResult) -> tuple[SeenValue, ...]:
    from runtime.inspector.scope import loop_variables

    loop, given = facts.get("loop") or [], facts.get("given")
    document = build.documents.get(str(facts["file"]))
    indexes = [value.get("v") for value in loop[1::2]]
    variables = loop_variables(document, (int(facts["line"]), str(facts["tag"])), indexes)
    # What a template was given is no data of the page, though it may have come from there.
    found = [
        SeenValue(one.name, loop[one.number], (owner, one.key) if one.key and given is None else None)
        for one in variables
    ]
    return (*found, *(SeenValue(name, value) for name, value in members(given or {})))
