"""Images that are larger than the platform's limit or advice: icons of tabs over 40 kB, others over 200 kB."""

from __future__ import annotations

from collections.abc import Iterator

from runtime.compiler.languages import ending_of
from runtime.compiler.lint.linted_program import LintedProgram
from runtime.compiler.lint.rule import ProgramRule
from runtime.diagnostics import Diagnostic, Span

MAX_ICON_BYTES = 40 * 1024
MAX_IMAGE_BYTES = 200 * 1024
_IMAGES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"})


def _check(program: LintedProgram) -> Iterator[Diagnostic]:
    files = program.project.files
    for paths in program.packages.values():
        for path in sorted(paths):
            if ending_of(path).lower() in _IMAGES and files.size(path) > MAX_IMAGE_BYTES:
                yield Diagnostic("project/large-image", Span(path), {"size": _kilobytes(files.size(path))})
    yield from _icons(program)


def _icons(program: LintedProgram) -> Iterator[Diagnostic]:
    bar = program.project.app.get("tabBar")
    tabs = bar.get("list") if isinstance(bar, dict) else None
    text = program.config.get("app.json")
    for index, tab in enumerate(tabs if isinstance(tabs, list) and text is not None else ()):
        for key in ("iconPath", "selectedIconPath"):
            icon = tab.get(key) if isinstance(tab, dict) else None
            size = program.project.files.size(icon.removeprefix("./").lstrip("/")) if isinstance(icon, str) else 0
            if text is not None and size > MAX_ICON_BYTES:
                span = text.span("tabBar", "list", index, key)
                yield Diagnostic("project/icon-too-large", span, {"path": str(icon), "size": _kilobytes(size)})


def _kilobytes(size: int) -> str:
    return f"{size / 1024:.0f}"


RULE = ProgramRule(
    ("project/large-image", "project/icon-too-large"),
    "Source: app.json reference page, tabBar: icons up to 40 kB; code quality page: images up to 200 kB",
    _check,
)
