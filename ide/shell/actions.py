"""The window's commands by name: words from the texts, keys from `resources/keys/default.json`."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ide.models.appearance import Appearance
from ide.models.texts import Texts
from ide.widgets.icons import Icons
from ide.widgets.panel_meta import PanelMeta

MENUS: Mapping[str, tuple[str, ...]] = {
    "project": (
        "new_project", "open_project", "*recent_projects", "close_project", "-", "open_recording", "-",
        "reveal_project", "-", "quit",
    ),
    "file": (
        "new_file", "-", "save", "save_all", "-", "go_to_file", "recent_files", "changed_files", "-", "close_file",
        "reopen_file",
    ),
    "edit": (
        "undo", "redo", "-", "find", "replace", "go_to_line", "-", "find_in_files", "replace_in_files", "-", "format",
    ),
    "view": (
        "toggle_simulator", "toggle_editor", "toggle_debugger", "phone_right", "-", "*panels", "panel_apart",
        "phone_apart", "-", "split_editor",
        "switch_file", "switch_file_back", "next_file", "previous_file", "-", "*theme", "*language", "-",
        "full_screen",
    ),
    "tool": ("compile", "relaunch", "*clear_cache", "-", "build_npm", "-", "details", "settings"),
    "debug": (
        "debug_go", "debug_over", "debug_into", "debug_out", "-", "debug_toggle", "debug_active", "debug_remove_all",
    ),
    "simulate": (
        "rotate", "go_home", "-", "phone_dark", "*phone_language", "restart_after_hang", "-", "add_phone",
        "close_phone", "-", "record_session", "record_test",
    ),
    "help": ("commands", "documentation", "-", "about"),
}  # fmt: skip
"""Menus and their entries: an action, `-` for a line, `*name` for a submenu that somebody else fills."""

EDITOR_COMMANDS: Mapping[str, str] = {
    "undo": "undo",
    "redo": "redo",
    "find": "actions.find",
    "replace": "editor.action.startFindReplaceAction",
    "go_to_line": "editor.action.gotoLine",
    "format": "editor.action.formatDocument",
}
"""Actions that the editor page carries out, with its own names. Their keys work only inside the editor."""

_CHECKABLE = frozenset(
    (
        "toggle_simulator",
        "toggle_editor",
        "toggle_debugger",
        "phone_right",
        "phone_apart",
        "phone_dark",
        "debug_active",
        "restart_after_hang",
        "full_screen",
        "record_session",
    )
)
_LABELS = {
    "toggle_simulator": "toolbar.simulator",
    "toggle_editor": "toolbar.editor",
    "toggle_debugger": "toolbar.debugger",
    "details": "toolbar.details",
}


class Actions:
    """All actions of one window; `actions["save"]` is a `QAction`. `panels` has those that show one, by name."""

    def __init__(self, window: QWidget, editor: QWidget, panels: Sequence[PanelMeta[Any]]) -> None:
        keys: dict[str, list[str]] = json.loads((files("resources") / "keys" / "default.json").read_text("utf-8"))
        names = dict.fromkeys(name for entries in MENUS.values() for name in entries if name[0] not in "-*")
        self._actions = {name: QAction(window) for name in names}
        for name, action in self._actions.items():
            action.setObjectName(name)
            action.setCheckable(name in _CHECKABLE)
            action.setShortcuts([QKeySequence(key) for key in keys.get(name, ())])
            if name in EDITOR_COMMANDS:
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                editor.addAction(action)
            else:
                window.addAction(action)
        self._panels = panels
        self.panels = {meta.name: QAction(window) for meta in panels}
        for meta in panels:
            self.panels[meta.name].setShortcuts([QKeySequence(key) for key in meta.keys])
            window.addAction(self.panels[meta.name])

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def window_keys(self) -> frozenset[str]:
        """Keys that mean the window wherever the cursor is, in Qt's portable form."""
        actions = [action for name, action in self._actions.items() if name not in EDITOR_COMMANDS]
        actions += self.panels.values()
        return frozenset(keys.toString() for action in actions for keys in action.shortcuts())

    def by_label(self, texts: Texts, *, only_enabled: bool = True) -> dict[str, QAction]:
        """All, or those that can be done now, as `Menu/action`, in the order of the menus."""
        labelled = {
            f"{texts(f'menu.{menu}')}/{self._actions[name].text().removesuffix('…')}": self._actions[name]
            for menu, entries in MENUS.items()
            for name in entries
            if name in self._actions
        }
        labelled |= {f"{texts('menu.panels')}/{action.text()}": action for action in self.panels.values()}
        return {label: action for label, action in labelled.items() if action.isEnabled() or not only_enabled}

    def dress(self, appearance: Appearance) -> None:
        """Another language or theme."""
        texts, icons = appearance.texts, Icons(appearance.theme)
        for name, action in self._actions.items():
            action.setText(texts(_LABELS.get(name, f"action.{name}")))
        for meta in self._panels:
            self.panels[meta.name].setText(texts(meta.title))
            self.panels[meta.name].setIcon(icons.icon(meta.icon))

    def enable(self, names: tuple[str, ...], *, enabled: bool) -> None:
        """Switches actions on or off."""
        for name in names:
            self._actions[name].setEnabled(enabled)
