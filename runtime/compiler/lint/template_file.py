"""A template as the element rules see it, and what the rules about several files need to know of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from runtime.compiler.lint.built_ins import BuiltIns
from runtime.compiler.lint.worn_names import NOTHING, WornNames, worn_classes, worn_ids
from runtime.compiler.wxml.directives import is_directive
from runtime.compiler.wxml.names import camel_case, event_name
from runtime.compiler.wxml.paths import resolve
from runtime.compiler.wxml.syntax import Attribute, Document, Element, Node, Source
from runtime.diagnostics import Diagnostic, Span

# Every element takes these; `role` and `aria-…` are for screen readers.
_COMMON = frozenset({"id", "class", "style", "hidden", "slot", "animation", "role"})
NOT_NODES = frozenset({"block", "slot", "template", "import", "include", "wxs"})


# What compilers of frameworks write: templates by number, and marks on elements.
_GENERATED_TEMPLATE = re.compile(r"taro_tmpl|tmpl_\d+_.*")
_GENERATED_MARKS = frozenset(
    {"bind:__l", "vue-id", "u-i", "u-p", "u-s", "u-r", "data-event-opts", "data-eventid", "data-comkey", "mpcomid"}
    | {"scoped-slots-compiler"}
)


@dataclass(frozen=True, slots=True)
class HandlerUse:
    """A method that an attribute names; `form` is bind, catch, capture-bind …"""

    name: str
    form: str
    event: str
    span: Span


@dataclass(frozen=True, slots=True)
class PropertyUse:
    """An attribute of a tag that may be a component; `name` in camelCase, `written` as in the source."""

    tag: str
    name: str
    written: str
    span: Span


@dataclass(frozen=True, slots=True)
class TemplateUse:
    """A `<template is>` with a plain name, or an `include` (`name` is empty then, and `file` the path of the file).

    `within`: the `<template name>` that it stands in; empty if in none.
    """

    within: str
    name: str
    file: str
    span: Span


@dataclass(frozen=True, slots=True)
class Templates:
    """The named templates of a file, the files that it imports, and what is used where."""

    names: frozenset[str] = frozenset()
    imports: tuple[str, ...] = ()
    uses: tuple[TemplateUse, ...] = ()


@dataclass(frozen=True, slots=True)
class TemplateFacts:
    """What one template says, for rules that look at several files.

    `resources`: paths of images. `certain`: tags that may be components and are there whatever the data are.
    """

    diagnostics: tuple[Diagnostic, ...]
    handlers: tuple[HandlerUse, ...]
    properties: tuple[PropertyUse, ...]
    resources: tuple[tuple[str, Span], ...]
    certain: tuple[tuple[str, Span], ...]
    named: Templates = Templates()
    classes: WornNames = NOTHING
    ids: WornNames = NOTHING


@dataclass(frozen=True)
class TemplateFile:
    """A parsed template. `components`: built-in names that the file's owners give to components of their own."""

    document: Document
    components: frozenset[str]
    built_ins: BuiltIns

    @property
    def is_generated(self) -> bool:
        """Whether a framework's compiler wrote it, so that nobody can follow advice about it."""
        for element in self.document.elements():
            name = element.static("name") if element.tag == "template" else None
            if name and _GENERATED_TEMPLATE.fullmatch(name):
                return True
            if any(attribute.name in _GENERATED_MARKS for attribute in element.attributes):
                return True
        return False

    @property
    def source(self) -> Source:
        """Its text."""
        return self.document.source

    def is_built_in(self, tag: str) -> bool:
        """Whether the tag surely is the platform's own."""
        return tag in self.built_ins.tags and tag not in self.components

    def name_span(self, attribute: Attribute) -> Span:
        """Where the attribute's name stands."""
        return self.source.span(attribute.start, attribute.start + len(attribute.name))

    def value_span(self, attribute: Attribute) -> Span:
        """Where the attribute's value stands."""
        value = attribute.value
        return self.source.span(value.start, value.end) if value is not None else self.name_span(attribute)


def is_plain_attribute(name: str) -> bool:
    """Whether the attribute is the element's own affair: no directive, event, dataset, prefix or common one."""
    return not (
        name in _COMMON
        or ":" in name
        or not name[0].isalpha()
        or name.startswith(("data-", "aria-"))
        or is_directive(name)
        or event_name(name) is not None
    )


def template_facts(file: TemplateFile, diagnostics: tuple[Diagnostic, ...]) -> TemplateFacts:
    """Reads the facts off a template."""
    handlers: list[HandlerUse] = []
    properties: list[PropertyUse] = []
    resources: list[tuple[str, Span]] = []
    for element in file.document.elements():
        is_component = element.tag not in NOT_NODES and not file.is_built_in(element.tag)
        for attribute in element.attributes:
            event = event_name(attribute.name)
            static = attribute.value.static if attribute.value is not None else None
            if event is not None:
                if static and static.strip():
                    handlers.append(HandlerUse(static, event.form, event.type, file.value_span(attribute)))
            elif is_component and is_plain_attribute(attribute.name):
                name = camel_case(attribute.name)
                properties.append(PropertyUse(element.tag, name, attribute.name, file.name_span(attribute)))
            elif static and attribute.name == "src" and _shows_a_file(element):
                resources.append((static.strip(), file.value_span(attribute)))
    certain = tuple(
        (element.tag, file.source.span(element.start, element.name_end))
        for element in certain_elements(file.document.children, file)
        if element.tag not in NOT_NODES and not file.is_built_in(element.tag)
    )
    return TemplateFacts(
        diagnostics,
        tuple(handlers),
        tuple(properties),
        tuple(resources),
        certain,
        _templates(file),
        worn_classes(file.document),
        worn_ids(file.document),
    )


def _templates(file: TemplateFile) -> Templates:
    elements = list(file.document.elements())
    names = (element.static("name") for element in elements if element.tag == "template")
    imports = (_file_of(element, file) for element in elements if element.tag == "import")
    return Templates(frozenset(filter(None, names)), tuple(filter(None, imports)), tuple(_template_uses(file)))


def _template_uses(file: TemplateFile) -> Iterator[TemplateUse]:
    waiting: list[tuple[Node, str]] = [(node, "") for node in reversed(file.document.children)]
    while waiting:
        element, within = waiting.pop()
        if not isinstance(element, Element):
            continue
        is_template = element.tag == "template"
        name = element.static("is") if is_template else None
        included = _file_of(element, file) if element.tag == "include" else None
        if name or included:
            span = file.source.span(element.start, element.open_end)
            yield TemplateUse(within, name or "", included or "", span)
        own = (element.static("name") if is_template else None) or within
        waiting += [(child, own) for child in reversed(element.children)]


def _file_of(element: Element, file: TemplateFile) -> str | None:
    return resolve(file.source.path, element.static("src") or "", ".wxml")


def certain_elements(nodes: Iterable[Node], file: TemplateFile) -> Iterator[Element]:
    """Elements below no condition, loop or component, and outside of named templates."""
    for node in nodes:
        if not isinstance(node, Element) or any(is_directive(attribute.name) for attribute in node.attributes):
            continue
        if node.tag == "template" and node.attribute("name") is not None:
            continue
        yield node
        if node.tag in ("block", "template") or file.is_built_in(node.tag):
            yield from certain_elements(node.children, file)


def _shows_a_file(element: Element) -> bool:
    return element.tag in ("image", "cover-image")
