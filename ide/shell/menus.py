"""The menu bar, built from the table in `actions`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar

from ide.models.appearance import Appearance
from ide.models.program_control import CACHE_KINDS
from ide.models.texts import LANGUAGES
from ide.models.theme import THEMES
from ide.panels.phone.presenter import LANGUAGES as PHONE_LANGUAGES
from ide.shell.actions import MENUS, Actions


class Menus:
    """Fills a menu bar and speaks the window's language. `…_chosen` hear of choices."""

    def __init__(self, bar: QMenuBar, actions: Actions, appearance: Appearance) -> None:
        self.cache_chosen: Callable[[str], None] = lambda kind: None
        self.project_chosen: Callable[[str], None] = lambda path: None
        self.phone_language_chosen: Callable[[str], None] = lambda language: None
        self._phone_language = ""
        self._appearance = appearance
        self._menus = {name: bar.addMenu("") for name in MENUS}
        self._submenus: dict[str, QMenu] = {}
        for name, entries in MENUS.items():
            for entry in entries:
                if entry == "-":
                    self._menus[name].addSeparator()
                elif entry.startswith("*"):
                    self._submenus[entry[1:]] = self._menus[name].addMenu("")
                else:
                    self._menus[name].addAction(actions[entry])
        self._submenus["panels"].addActions(list(actions.panels.values()))
        appearance.changed.connect(self._dress)
        self._dress(appearance)

    def show_recent_projects(self, paths: Sequence[str]) -> None:
        """Fills the list of recent projects."""
        menu = self._submenus["recent_projects"]
        menu.clear()
        for path in paths:
            menu.addAction(path, partial(self._choose_project, path))
        menu.setEnabled(bool(paths))

    def show_phone_language(self, language: str) -> None:
        """To which language the phone is set."""
        self._phone_language = language
        self._fill("phone_language", PHONE_LANGUAGES, language, self._choose_phone_language)

    def _dress(self, appearance: Appearance) -> None:
        texts = appearance.texts
        for name, menu in self._menus.items():
            menu.setTitle(texts(f"menu.{name}"))
        for name, menu in self._submenus.items():
            menu.setTitle(texts(f"menu.{name}"))
        self._fill("theme", THEMES, appearance.theme.name, self._choose_theme)
        self._fill("language", LANGUAGES, texts.language, self._choose_language)
        self.show_phone_language(self._phone_language)
        cache = self._submenus["clear_cache"]
        cache.clear()
        for kind in CACHE_KINDS:
            cache.addAction(texts(f"cache.{kind}"), partial(self._choose_cache, kind))

    def _fill(self, name: str, choices: Sequence[str], current: str, chosen: Callable[[str], None]) -> None:
        menu = self._submenus[name]
        menu.clear()
        group = QActionGroup(menu)
        for choice in choices:
            action = menu.addAction(self._appearance.texts(f"{name}.{choice}"))
            action.setCheckable(True)
            action.setChecked(choice == current)
            action.triggered.connect(lambda checked=False, choice=choice: chosen(choice))
            group.addAction(action)

    def _choose_theme(self, choice: str) -> None:
        self._appearance.set_theme(next(name for name in THEMES if name == choice))

    def _choose_language(self, choice: str) -> None:
        self._appearance.set_language(next(name for name in LANGUAGES if name == choice))

    def _choose_phone_language(self, choice: str) -> None:
        self.phone_language_chosen(choice)

    def _choose_cache(self, kind: str) -> None:
        self.cache_chosen(kind)

    def _choose_project(self, path: str) -> None:
        self.project_chosen(path)
