"""The styles of the chosen element, without Qt: asks for them, filters them, opens where they come from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from ide.models.debug_target import Ref
from ide.models.panel_presenter import PanelDesk
from ide.models.style_rows import StyleRow, computed_rows, rule_rows, style_rows
from ide.models.wxml_tree import Element
from runtime.inspector.model import ElementStyles, ShownRule
from runtime.protocol.inspection import BoxModel, PseudoClass


class StyleView(Protocol):
    """What shows the styles."""

    def show_styles(self, rows: Sequence[StyleRow], forced: Sequence[PseudoClass]) -> None: ...
    def show_computed(self, rows: Sequence[tuple[str, str, str]], box: BoxModel | None) -> None: ...


class StyleSide:
    """`tell` hands a function to every view."""

    def __init__(self, desk: PanelDesk, tell: Callable[[Callable[[StyleView], None]], None]) -> None:
        self.element: Element | None = None
        self.shown: ElementStyles | None = None
        self._desk = desk
        self._tell = tell
        self._wanted = ""
        self._computed_wanted = ""
        self._shows_all = False
        self._new: ShownRule | None = None
        self._bound: frozenset[str] = frozenset()

    @property
    def ref(self) -> Ref | None:
        """The chosen element in the view."""
        return self.element.ref if self.element else None

    def choose(self, element: Element | None) -> None:
        """Another element, or the same in another state, or none."""
        is_other = element is None or element.ref != self.ref
        self.element = element
        if is_other:
            self.shown = self._new = None
            self._bound = frozenset()
            self._draw()
        self.refresh()

    def refresh(self) -> None:
        """Asks for the styles anew."""
        ref = self.ref
        if ref is None:
            return

        def arrived(styles: ElementStyles | None) -> None:
            if self.ref == ref:
                self.shown = styles
                self._draw()

        self._desk.target.styles.of(ref, arrived)

    def bind(self, properties: frozenset[str]) -> None:
        """Data decides about these properties of the inline style."""
        if properties != self._bound:
            self._bound = properties
            self._draw()

    def redraw(self) -> None:
        """The language is another one."""
        self._draw()

    def begin_rule(self, rule: ShownRule | None) -> None:
        """Shows a rule that is still to be written before all others, or no longer."""
        self._new = rule
        self._draw()

    def filter(self, wanted: str) -> None:
        """The user looks for a selector, a property or a value."""
        self._wanted = wanted.strip()
        self._draw()

    def filter_computed(self, wanted: str, *, shows_all: bool) -> None:
        """The same among the computed properties; `shows_all`: those too that nobody has set."""
        self._computed_wanted, self._shows_all = wanted.strip(), shows_all
        self._draw()

    def force(self, states: Sequence[PseudoClass]) -> None:
        """The user wants to see the element in these states."""
        if self.ref is not None:
            self._desk.target.styles.force(self.ref, states)
            self.refresh()

    def open_row(self, row: StyleRow) -> None:
        """Shows where a rule, or a declaration, is written."""
        source = row.declaration.source if row.declaration else None
        place = row.rule.place if row.rule else None
        if source is not None:
            self._desk.open_source(source.file, source.line, source.column)
        elif place is not None:
            self._desk.open_source(place.file, place.line, place.column)

    def open_origin(self, name: str) -> None:
        """Shows the declaration that a computed property comes from."""
        origin = self.shown.origins.get(name) if self.shown else None
        if origin and origin[1].source:
            source = origin[1].source
            self._desk.open_source(source.file, source.line, source.column)

    def current(self, row: StyleRow) -> StyleRow:
        """The row as the phone has it now: what the user is editing may have been shown some changes ago."""
        rows = style_rows(self.shown, self._desk.appearance.texts) if self.shown else []
        return next((one for one in rows if one.key == row.key), row)

    def rows(self) -> list[StyleRow]:
        """What is shown."""
        if self.shown is None:
            return []
        rows = style_rows(self.shown, self._desk.appearance.texts, self._wanted, self._bound)
        return [*rule_rows(self._new, 0, self._desk.appearance.texts), *rows] if self._new else rows

    def _draw(self) -> None:
        rows, shown = self.rows(), self.shown
        texts = self._desk.appearance.texts
        computed = computed_rows(shown, texts, self._computed_wanted, shows_all=self._shows_all) if shown else []
        self._tell(lambda view: view.show_styles(rows, shown.forced if shown else ()))
        self._tell(lambda view: view.show_computed(computed, shown.box if shown else None))
