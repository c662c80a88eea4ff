"""What a template declares beside its markup: imports, wxs modules, named templates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from runtime.compiler.wxml.context import Context
from runtime.compiler.wxml.expressions.finding import Finding
from runtime.compiler.wxml.paths import resolve
from runtime.compiler.wxml.syntax import Document, Element, Text
from runtime.compiler.wxml.template import InlineWxs

_MODULE_NAME = re.compile(r"[A-Za-z_]\w*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Declarations:
    """`imports`: files that are there, in order; `missing`: files that are not, or are needed by nothing else.

    `wxs`: module name to path (inline: `path#name`); of two with one name the last counts, also for templates.
    """

    imports: tuple[str, ...]
    wxs: Mapping[str, str]
    wxs_inline: Mapping[str, InlineWxs]
    templates: Mapping[str, Element]
    missing: tuple[str, ...]


def read_declarations(document: Document, context: Context) -> Declarations:
    """All declarations of the file, wherever in the markup they stand."""
    reader = _Reader(document, context)
    for element in document.elements():
        if element.tag == "import":
            reader.add_import(element)
        elif element.tag == "wxs":
            reader.add_wxs(element)
        elif element.tag == "template":
            reader.add_template(element)
    return Declarations(
        tuple(dict.fromkeys(reader.imports)), reader.wxs, reader.wxs_inline, reader.templates, tuple(reader.missing)
    )


class IncludedModules:
    """The wxs modules of included files, by names of their own in `W`.

    The newer generation has them there, and none of the including file. In the older one (official compiler) an
    included file sees the modules of the including file, not its own.
    """

    def __init__(self) -> None:
        self.wxs: dict[str, str] = {}

    def names_in(self, document: Document, context: Context) -> Mapping[str, str]:
        """What the modules of an included file are called in `W`."""
        names: dict[str, str] = {}
        for module, path in read_declarations(document, context).wxs.items():
            known = (name for name, other in self.wxs.items() if other == path)
            names[module] = next(known, f"${len(self.wxs)}")
            self.wxs[names[module]] = path
        return names


class _Reader:
    def __init__(self, document: Document, context: Context) -> None:
        self.source = document.source
        self.context = context
        self.imports: list[str] = []
        self.wxs: dict[str, str] = {}
        self.wxs_inline: dict[str, InlineWxs] = {}
        self.templates: dict[str, Element] = {}
        self.missing: list[str] = []

    def add_import(self, element: Element) -> None:
        path = self._file(element, ".wxml")
        if path is not None and path != self.source.path:
            if path in self.imports:
                self.imports.remove(path)  # the later import wins
            self.imports.append(path)

    def add_wxs(self, element: Element) -> None:
        module = (element.static("module") or "").strip()
        if not _MODULE_NAME.fullmatch(module):
            self._report("wxml/wxs-without-module", element, name=module)
            return
        if module in self.wxs:
            self._report("wxml/duplicate-wxs", element, name=module)
        content = next((child for child in element.children if isinstance(child, Text)), None)
        inline = content is not None and content.value.raw.strip() != ""
        if element.attribute("src") is not None:
            if inline:
                self._report("wxml/wxs-with-src-and-content", element, name=module)
            path = self._file(element, ".wxs")
            if path is not None:
                self.wxs[module] = path
            return
        path = f"{self.source.path}#{module}"
        self.wxs[module] = path
        start = content.start if content is not None else element.open_end
        place = self.source.span(start, start)
        self.wxs_inline[path] = InlineWxs(content.value.raw if content else "", place.line, place.column)

    def add_template(self, element: Element) -> None:
        if element.attribute("name") is None:
            return  # a use; `analyze` looks at it
        name = element.static("name")
        if not name or "{{" in name:
            self._report("wxml/template-without-name", element)
            return
        if name in self.templates:
            self._report("wxml/duplicate-template", element, name=name)
        self.templates[name] = element

    def _file(self, element: Element, extension: str) -> str | None:
        src = element.attribute("src")
        value = src.value.raw if src is not None and src.value is not None else ""
        path = resolve(self.source.path, value, extension)
        start, end = (src.start, src.end) if src is not None else (element.start, element.open_end)
        if path is None:
            self.context.report(Finding("wxml/bad-path", start, end, {"src": value, "tag": element.tag}))
        elif not self.context.exists(path):
            self.context.report(Finding("wxml/missing-file", start, end, {"path": path, "tag": element.tag}))
            self.missing.append(path)
            return None
        return path

    def _report(self, code: str, element: Element, **args: str) -> None:
        self.context.report(Finding(code, element.start, element.name_end, args))
