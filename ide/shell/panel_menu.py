"""The list of all panels at the end of their tabs, and the menu of one tab: what is shown, hidden, or stands apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QMenu

from ide.models.texts import Texts


@dataclass(frozen=True, slots=True)
class Entry:
    """One panel: its name and title, and how it stands now."""

    name: str
    title: str
    is_current: bool
    is_hidden: bool
    is_apart: bool


@dataclass(frozen=True, slots=True)
class Wishes:
    """What may be done to a panel by name."""

    show: Callable[[str], None]
    hide: Callable[[str], None]
    put_apart: Callable[[str], None]
    usual_order: Callable[[], None]


def fill_list(menu: QMenu, entries: Sequence[Entry], wishes: Wishes, texts: Texts) -> None:
    """All panels to choose from; below, which have tabs, and the order of the first time."""
    menu.clear()
    for entry in entries:
        title = texts("panels.apart", title=entry.title) if entry.is_apart else entry.title
        action = menu.addAction(title.replace("&", "&&"), partial(wishes.show, entry.name))
        action.setCheckable(True)
        action.setChecked(entry.is_current)
    menu.addSeparator()
    current = next((entry for entry in entries if entry.is_current), None)
    if current:
        menu.addAction(texts("panels.put_apart", title=current.title), partial(wishes.put_apart, current.name))
    tabs = menu.addMenu(texts("panels.tabs"))
    for entry in entries:
        action = tabs.addAction(entry.title.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(not entry.is_hidden)
        action.triggered.connect(lambda on=False, name=entry.name: wishes.show(name) if on else wishes.hide(name))
    menu.addAction(texts("panels.usual_order"), wishes.usual_order)


def fill_tab_menu(menu: QMenu, entry: Entry, wishes: Wishes, texts: Texts) -> None:
    """What can be done to the tab under the pointer."""
    menu.addAction(texts("panels.put_apart", title=entry.title), partial(wishes.put_apart, entry.name))
    menu.addAction(texts("panels.hide", title=entry.title), partial(wishes.hide, entry.name))
