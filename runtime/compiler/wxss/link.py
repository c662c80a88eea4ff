"""Puts the imports of a style file in their places and settles what depends on the owner: `:host` and paths."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

import msgspec

from runtime.compiler.wxss.sheet import HostMark, ImportMark, StyleRule, StyleUnit, UrlMark
from runtime.diagnostics import Diagnostic
from runtime.project.paths import folder_of, join
from runtime.project.resolve import candidates

Part = str | float | None | list[str]


@dataclass
class LinkedSheet:
    """A sheet as the view gets it. `rules` follow in the order of the compiled text; `units` took part in it."""

    parts: list[Part] = field(default_factory=list)
    rules: list[StyleRule] = field(default_factory=list)
    units: list[StyleUnit] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    @cached_property
    def encoded(self) -> bytes:
        """The parts as JSON."""
        return msgspec.json.encode(self.parts)


def link_style(
    path: str, owner: str, unit_of: Callable[[str], StyleUnit | None], exists: Callable[[str], bool]
) -> LinkedSheet:
    """Links the sheet of a file. `owner` is the component path for `:host`; an import in a circle is left out."""
    linked = LinkedSheet()
    linker = _Linker(owner, unit_of, exists, linked)
    linker.add(path, ())
    linker.add_rules(path, ())
    return linked


def resolve_import(name: str, importer: str, exists: Callable[[str], bool]) -> str | None:
    """The file that an `@import` in `importer` means; the ending may be left out."""
    for target in candidates(name.strip(), folder_of(importer), {}):
        for ending in ("", ".wxss", ".css"):
            if exists(target + ending):
                return target + ending
        # The style file may be written in another language: what is imported is what it compiles to.
        stem = target.removesuffix(".wxss")
        for ending in (".less", ".scss", ".sass"):
            if exists(stem + ending):
                return stem + ending
    return None


@dataclass
class _Linker:
    owner: str
    unit_of: Callable[[str], StyleUnit | None]
    exists: Callable[[str], bool]
    linked: LinkedSheet

    def add(self, path: str, above: tuple[str, ...]) -> None:
        unit = self.unit_of(path)
        if unit is None or path in above:
            return
        if all(unit is not known for known in self.linked.units):
            self.linked.units.append(unit)
            self.linked.diagnostics += unit.diagnostics
        for piece in unit.pieces:
            if isinstance(piece, ImportMark):
                self._import(piece, (*above, path))
            elif isinstance(piece, UrlMark):
                self._put_url(piece, path)
            elif isinstance(piece, HostMark):
                self._put(f'[is="{self.owner}"]')
            else:
                self._put(piece)

    def add_rules(self, path: str, above: tuple[str, ...]) -> None:
        """Collects the places of the rules; those of an imported file stand where its import stands."""
        unit = self.unit_of(path)
        if unit is None or path in above:
            return
        for rule in unit.rules:
            if isinstance(rule, StyleRule):
                self.linked.rules.append(rule)
                continue
            target = resolve_import(rule.name, path, self.exists)
            if target is not None:
                self.add_rules(target, (*above, path))

    def _import(self, mark: ImportMark, above: tuple[str, ...]) -> None:
        path = resolve_import(mark.name, above[-1], self.exists)
        if path is None:
            self._report_once(Diagnostic("wxss/import-not-found", mark.span, {"path": mark.name}))
            return
        if mark.media:
            self._put(f"@media {mark.media}{{")
        self.add(path, above)
        self._put("}\n" if mark.media else "\n")

    def _put_url(self, mark: UrlMark, path: str) -> None:
        target = join(folder_of(path), mark.name)
        if target is None or not self.exists(target):
            self._report_once(Diagnostic("wxss/resource-not-found", mark.span, {"path": mark.name}))
        self._put([target or mark.name])

    def _put(self, part: Part) -> None:
        parts = self.linked.parts
        if isinstance(part, str) and parts and isinstance(parts[-1], str):
            parts[-1] += part
        else:
            parts.append(part)

    def _report_once(self, diagnostic: Diagnostic) -> None:
        if diagnostic not in self.linked.diagnostics:
            self.linked.diagnostics.append(diagnostic)
