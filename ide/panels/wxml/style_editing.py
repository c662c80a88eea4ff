"""The user changes styles in the panel, without Qt.

While somebody types, the phone tries it out; what is committed goes to the source, and comes to the phone from there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ide.models import style_edits
from ide.models.debug_target import Ref
from ide.models.panel_presenter import PanelDesk
from ide.models.source_edits import SourceEdits
from ide.models.style_rows import StyleRow
from ide.panels.wxml.style_side import StyleSide

_INDENTED = ".sass"
_REASONS = frozenset(("gone", "changed", "bound", "read_only", "unsaved"))
_FOR_ALL = ("inherit", "initial", "unset")


class StyleEditing:
    """Edits of the rows that `side` shows."""

    def __init__(self, desk: PanelDesk, edits: SourceEdits, side: StyleSide) -> None:
        self._desk = desk
        self._edits = edits
        self._side = side
        self._off: dict[Ref, list[str]] = {}

    def words_for(self, name: str) -> Sequence[str]:
        """What may be typed: the properties, or (with a name) the words that this one may be."""
        properties = self._desk.target.styles.properties
        if name:
            return (*properties.get(name, ()), *_FOR_ALL)
        return sorted(properties, key=lambda one: (one.startswith("-"), one))

    def typed(self, row: StyleRow, name: str, value: str) -> None:
        """The user is typing: the phone shows it, as far as it understands it. On the end of a rule: one more."""
        row = self._side.current(row)
        rule, one = row.rule, row.declaration
        if rule is None or not style_edits.can_try(value):
            return
        if rule.kind == "inline":
            self._try_inline(row, name, value)
        elif rule.number >= 0:
            text = f"{name}: {value}" if name and value else ""
            index = one.index if one and one.fate != "disabled" else -1
            self._desk.target.styles.try_rule(rule.sheet, rule.number, style_edits.body_of(rule, index, text))

    def leave(self, row: StyleRow) -> None:
        """The user has given up: the phone shows what was there."""
        rule = row.rule
        if rule is None:
            return
        if style_edits.is_new(rule):
            self._side.begin_rule(None)
        elif rule.kind != "inline":
            self._desk.target.styles.try_rule(rule.sheet, rule.number, None)
        elif self._side.ref is not None:
            self._desk.target.styles.try_inline(self._side.ref, None)

    def commit(self, row: StyleRow, name: str, value: str) -> None:
        """The user is done: the source is changed, or left as it is if nothing was."""
        rule, one = row.rule, row.declaration
        if rule is None or (one is not None and (name, value) == (one.name, one.written)):
            self.leave(row)
            return
        if one is None and not (name and value):
            self.leave(row)
            return
        if not style_edits.is_value(value) or not style_edits.is_value(name):
            self._refused(row, "wxml.edit.broken", value)
            return
        self.typed(row, name, value)
        self._change(row, name, value)
        if style_edits.is_new(rule):
            self._side.begin_rule(None)

    def toggle(self, row: StyleRow) -> None:
        """The user switches a declaration off or on."""
        rule, one = row.rule, row.declaration
        if rule is None or one is None or one.source is None:
            return
        is_off = one.fate == "disabled"
        self.typed(row, one.name if is_off else "", one.written if is_off else "")
        self._edits.change(one.source.file, style_edits.toggle_of(row), self._done(row, one.source.file))

    def classes(self) -> list[tuple[str, bool]]:
        """The classes of the element, and those that were switched off here, with whether each is on."""
        shown, ref = self._side.shown, self._side.ref
        on = shown.classes.split() if shown else []
        off = [name for name in self._off.get(ref, ()) if name not in on] if ref else []
        return [*((name, True) for name in dict.fromkeys(on)), *((name, False) for name in off)]

    def set_class(self, name: str, *, is_on: bool) -> None:
        """The user switches a class on or off, or adds one: on the phone, and in the template."""
        shown, element = self._side.shown, self._side.element
        name = name.strip().lstrip(".")
        if shown is None or element is None or not name:
            return
        on = [one for one in shown.classes.split() if one != name]
        self._desk.target.styles.try_classes(element.ref, " ".join([*on, name] if is_on else on))
        if not is_on:
            self._off.setdefault(element.ref, []).append(name)
        self._edits.change(
            element.file,
            style_edits.class_change_of(element, name, is_on=is_on),
            lambda reason: self._said("bound" if reason == "gone" else reason, element.file),
        )
        self._side.refresh()

    def _said(self, reason: str, file: str) -> None:
        if reason:
            self._desk.say(self._desk.appearance.texts(_word(reason), what=file))

    def add_rule(self, owner_path: str) -> None:
        """The user wants a rule for the element in the style file of the page or component that it is written in. It is
        written with its first declaration."""
        element, sheet = self._side.element, self._desk.target.styles.sheet_of(owner_path)
        if element is None:
            return
        if sheet is None or sheet.endswith(_INDENTED):
            self._desk.say(self._desk.appearance.texts("wxml.no_sheet", owner=owner_path))
            return
        self._side.begin_rule(style_edits.new_rule(element, sheet))

    def undo(self) -> None:
        """Takes the last change back."""
        self._edits.undo(self._told)

    def redo(self) -> None:
        """Makes it again."""
        self._edits.redo(self._told)

    def _change(self, row: StyleRow, name: str, value: str) -> None:
        rule, one, element = row.rule, row.declaration, self._side.element
        if rule is None:
            return
        if rule.kind == "inline" and element is not None:
            make = style_edits.inline_change_of(element, rule, one, name, value)
            self._edits.change(element.file, make, self._done(row, element.file))
        elif one is not None and one.source is not None:
            self._edits.change(
                one.source.file, style_edits.change_of(row, name, value), self._done(row, one.source.file)
            )
        elif rule.place is not None:
            make = style_edits.addition_of(rule, name, value)
            self._edits.change(rule.place.file, make, self._done(row, rule.place.file))

    def _try_inline(self, row: StyleRow, name: str, value: str) -> None:
        if self._side.ref is None or self._side.shown is None or row.rule is None:
            return
        style = style_edits.inline_of(self._side.shown.style, row.rule, row.declaration, name, value)
        if style is not None:
            self._desk.target.styles.try_inline(self._side.ref, style)

    def _done(self, row: StyleRow, file: str) -> Callable[[str], None]:
        def done(reason: str) -> None:
            if reason == "unsaved":
                self._said(reason, file)
            elif reason:
                known = "bound" if reason == "gone" and row.rule and row.rule.kind == "inline" else reason
                self._refused(row, _word(known), file)

        return done

    def _refused(self, row: StyleRow, key: str, what: str) -> None:
        self.leave(row)
        self._desk.say(self._desk.appearance.texts(key, what=what))
        self._side.refresh()

    def _told(self, reason: str) -> None:
        if reason:
            self._desk.say(self._desk.appearance.texts("wxml.edit.no_way_back"))


def _word(reason: str) -> str:
    """The text for a reason of `SourceEdits`."""
    return f"wxml.edit.{reason}" if reason in _REASONS else "wxml.edit.not_written"
