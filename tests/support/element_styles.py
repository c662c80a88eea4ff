"""Styles of elements that a test has laid down, and a note of what was tried out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ide.models.debug_target import Ref
from runtime.inspector.model import ElementStyles
from runtime.protocol.inspection import PseudoClass


class FakeStyles:
    """Answers `shown`; `tried` holds what was tried out, in order."""

    def __init__(self) -> None:
        self.shown: ElementStyles | None = None
        self.asked: list[Ref] = []
        self.sheets: dict[str, str] = {}
        self.tried: list[tuple[object, ...]] = []

    @property
    def properties(self) -> Mapping[str, Sequence[str]]:
        return {"-webkit-line-clamp": (), "color": ("red",), "top": ("auto",)}

    def of(self, ref: Ref, done: Callable[[ElementStyles | None], None]) -> None:
        self.asked.append(ref)
        done(self.shown)

    def sheet_of(self, owner_path: str) -> str | None:
        return self.sheets.get(owner_path)

    def try_rule(self, sheet: str, number: int, body: str | None) -> None:
        self.tried.append(("rule", sheet, number, body))

    def try_inline(self, ref: Ref, style: str | None) -> None:
        self.tried.append(("inline", ref, style))

    def try_classes(self, ref: Ref, classes: str | None) -> None:
        self.tried.append(("classes", ref, classes))

    def force(self, ref: Ref, states: Sequence[PseudoClass]) -> None:
        self.tried.append(("force", ref, *states))

    def reveal(self, ref: Ref) -> None:
        self.tried.append(("reveal", ref))
