"""What of the platform a project uses, with its state and every place: what is not there is told first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from runtime.compiler.build import BuildResult
from runtime.compiler.languages import SCRIPT_DIALECTS, ending_of
from runtime.compiler.lint.package_files import is_from_npm
from runtime.compiler.lint.script.api_uses import api_uses
from runtime.compiler.script.syntax import Source, parse_script
from runtime.coverage.object_uses import object_uses
from runtime.coverage.states import States
from runtime.diagnostics import Span

Kind = Literal["api", "member", "component"]
AVAILABLE = frozenset({"works", "simulated", "partly"})
MAX_CHARACTERS = 2_000_000
"""Longer scripts are data."""


@dataclass(frozen=True, slots=True)
class Use:
    """A function (`request`), member (`VideoContext.play`) or tag at a place. `span` is relative to the project.
    `reason`: why it is not there, as `resources/messages/reasons` knows it; empty if it is, or nobody has said."""

    kind: Kind
    name: str
    state: str
    span: Span
    reason: str = ""

    @property
    def is_there(self) -> bool:
        """Whether it does something here."""
        return self.state in AVAILABLE


def uses_of(build: BuildResult, states: States) -> tuple[Use, ...]:
    """The uses of a build in its own files, those from npm left out; in the order of files and lines."""
    found = sorted({*_in_scripts(build, states), *_in_templates(build, states)}, key=lambda use: (use.span, use.name))
    return tuple(found)


def _in_scripts(build: BuildResult, states: States) -> Iterator[Use]:
    registry = build.project.platform.registry
    namespaces = {name.removeprefix("wx.") for name in build.project.platform.catalogue.namespaces}
    for source in _sources(build):
        for use in api_uses(source):
            if use.name in states.apis and use.name not in namespaces:
                yield Use("api", use.name, states.apis[use.name], _outer(build, use.span), registry.reason(use.name))
        for name, span in object_uses(source, build.project.platform.catalogue):
            yield Use("member", name, states.members[name], _outer(build, span), registry.reason(name))


def _in_templates(build: BuildResult, states: States) -> Iterator[Use]:
    for path, template in build.templates.items():
        if is_from_npm(path):
            continue
        components = build.parts.templates.tags[path]
        document = template.document
        for element in document.elements():
            if element.tag in states.components and element.tag not in components:
                span = document.source.span(element.start, element.name_end)
                yield Use("component", element.tag, states.components[element.tag], _outer(build, span))


def _sources(build: BuildResult) -> Iterator[Source]:
    for path in sorted(build.parts.scripts.scripts):
        text = "" if is_from_npm(path) else build.project.files.text(path) or ""
        dialect = SCRIPT_DIALECTS.get(ending_of(path))
        if dialect is not None and "wx" in text and len(text) <= MAX_CHARACTERS:
            yield parse_script(path, text, dialect)


def _outer(build: BuildResult, span: Span) -> Span:
    outer = build.project.files.outer(span.file)
    return Span(outer, span.line, span.column, span.end_line, span.end_column)
