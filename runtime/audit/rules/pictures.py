"""Pictures of the package: larger than any phone can show, the same one twice, and `<image>` that never gets a size."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from runtime.audit.image_size import image_size
from runtime.audit.rule import AuditedProgram, AuditRule
from runtime.compiler.languages import ending_of
from runtime.diagnostics import Diagnostic, Span

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"})
MOST_PIXELS = 1500
"""The widest phone of the catalogue shows 1290 physical pixels."""
MIN_DUPLICATE_BYTES = 1024


def _pictures(program: AuditedProgram) -> list[str]:
    return sorted(path for paths in program.packages.values() for path in paths if ending_of(path).lower() in PICTURES)


def _oversized(program: AuditedProgram) -> Iterator[Diagnostic]:
    for path in _pictures(program):
        size = image_size(program.files.data(path) or b"")
        if size is not None and size[0] > MOST_PIXELS:
            args = {"width": str(size[0]), "height": str(size[1]), "most": str(MOST_PIXELS)}
            yield Diagnostic("audit/oversized-picture", Span(path), args)


def _duplicates(program: AuditedProgram) -> Iterator[Diagnostic]:
    same: dict[str, list[str]] = defaultdict(list)
    for path in _pictures(program):
        if program.files.size(path) >= MIN_DUPLICATE_BYTES:
            same[program.files.digest(path)].append(path)
    for paths in same.values():
        if len(paths) > 1:
            size = f"{program.files.size(paths[0]) * (len(paths) - 1) / 1024:.0f}"
            args = {"others": ", ".join(paths[1:]), "size": size, "count": str(len(paths))}
            yield Diagnostic("audit/duplicate-picture", Span(paths[0]), args)


OVERSIZED = AuditRule(
    ("audit/oversized-picture",), "performance", 3,
    "Source: audits of the platform, performance: size of pictures. Assumed: a picture of the package is as wide as "
    "the screen at most",
    _oversized,
)  # fmt: skip
DUPLICATES = AuditRule(
    ("audit/duplicate-picture",), "performance", 2, "Source: code package optimisation, same resources", _duplicates
)
