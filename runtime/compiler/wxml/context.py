"""What the walk through one template knows of its surroundings, and what it collects on the way."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType

from runtime.compiler.wxml.expressions.finding import Finding
from runtime.compiler.wxml.item_loops import with_item_loops
from runtime.compiler.wxml.newer_text import newer_document
from runtime.compiler.wxml.parse import parse
from runtime.compiler.wxml.syntax import Attribute, Document, Element, Source
from runtime.compiler.wxml.template import Handler
from runtime.diagnostics import Diagnostic, Span

ReadFile = Callable[[str], str | None]
# What the including file's modules and rows decide.
OF_THE_SITE = frozenset({"wxml/method-call-on-data"})
NO_STAND_INS: Mapping[str, str] = MappingProxyType({})


class Context:
    """`built_in`: the platform's own tags; `using`: tags that the file's `usingComponents` name; `read`: text of a
    project file, None if there is none.

    `selected_data`: keys of the dataset that style sheets select by. `stand_ins`: built-in tags that are drawn for
    others, whose component is missing. `is_newer`: texts and calls are as in the newer generation of the framework.
    """

    def __init__(
        self,
        document: Document,
        using: Collection[str],
        built_in: Collection[str],
        read: ReadFile,
        selected_data: Collection[str] = (),
        stand_ins: Mapping[str, str] = NO_STAND_INS,
        *,
        is_newer: bool = False,
    ) -> None:
        self.selected_data = selected_data
        self._stand_ins = stand_ins
        self._is_newer = is_newer
        self.source = document.source
        self.diagnostics: list[Diagnostic] = list(document.diagnostics)
        self.tags: dict[str, Span] = {}
        self.handlers: list[Handler] = []
        self.includes: list[str] = []
        self.included_findings: list[Diagnostic] = []
        self._using = using
        self._built_in = built_in
        self._read = read
        self._root = document.source
        self._open: list[str] = [document.source.path]
        self._included: dict[str, Document] = {}
        self._site: tuple[int, int] = (0, 0)  # the <include> of the root file that is being walked

    @property
    def is_included(self) -> bool:
        """Whether the walk is inside an included file."""
        return self.source is not self._root

    def report(self, finding: Finding) -> None:
        """Keeps a finding. Those of an included file come when that file is compiled for itself, except for what
        depends on where it is included."""
        if not self.is_included or finding.code in OF_THE_SITE:
            span = self.source.span(finding.start, finding.end)
            kept = self.included_findings if self.is_included else self.diagnostics
            kept.append(Diagnostic(finding.code, span, finding.args))

    def report_cycle(self, path: str, start: int, end: int) -> None:
        """A file includes itself; inside an included file the place is the root file's own `<include>`."""
        start, end = self._site if self.is_included else (start, end)
        self.diagnostics.append(Diagnostic("wxml/cyclic-include", self._root.span(start, end), {"path": path}))

    @property
    def is_newer(self) -> bool:
        """Whether the newer generation of the framework reads the template."""
        return self._is_newer

    def exists(self, path: str) -> bool:
        """Whether a project file is there."""
        return self._read(path) is not None

    def drawn_tag(self, tag: str) -> str:
        """The tag that an element gets: its own, unless another stands in for it."""
        return self._stand_ins.get(tag, tag)

    def is_host(self, tag: str) -> bool:
        """Whether a tag may be a custom component."""
        return tag in self._using or tag not in self._built_in

    def note_tag(self, tag: str, element: Element) -> None:
        """Keeps where a tag that may be a custom component is used first."""
        if tag not in self.tags:
            self.tags[tag] = self.source.span(element.start, element.name_end)

    def note_handler(self, name: str, event: str, attribute: Attribute) -> None:
        """Keeps a method name."""
        value = attribute.value
        if value is not None and not self.is_included:
            self.handlers.append(Handler(name, event, self.source.span(value.start, value.end)))

    def included(self, path: str) -> Document | None:
        """An included file, parsed; None if it is not there."""
        if path not in self._included:
            text = self._read(path)
            if text is None:
                return None
            document = with_item_loops(parse(path, text))
            self._included[path] = newer_document(document) if self._is_newer else document
        return self._included[path]

    def is_open(self, path: str) -> bool:
        """Whether the file is being walked right now, so that including it would never end."""
        return path in self._open

    @contextmanager
    def inside(self, source: Source, site: tuple[int, int]) -> Iterator[None]:
        """Walks an included file; `site` is where the `<include>` stands."""
        outer = self.source
        if not self.is_included:
            self._site = site
        self.source = source
        self._open.append(source.path)
        try:
            yield
        finally:
            self.source = outer
            self._open.pop()
