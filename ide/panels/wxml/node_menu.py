"""What can be done with an element of the tree, as a menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from ide.models.appearance import Appearance
from ide.models.tree_rows import Path
from ide.panels.wxml.presenter import WxmlPresenter


def node_menu(presenter: WxmlPresenter, path: Path, appearance: Appearance, parent: QWidget) -> QMenu:
    """The menu of the chosen row."""
    menu, texts = QMenu(parent), appearance.texts
    menu.setObjectName("wxml_node_menu")

    def add(name: str, act: Callable[[], None]) -> None:
        action = menu.addAction(texts(f"wxml.menu.{name}"), act)
        action.setObjectName(name)
        action.setEnabled(presenter.chosen is not None or name in ("open_all", "close_all"))

    add("copy_selector", lambda: _copy(presenter.copied("selector")))
    add("copy_path", lambda: _copy(presenter.copied("path")))
    add("copy_markup", lambda: _copy(presenter.copied("markup")))
    menu.addSeparator()
    add("open_source", presenter.open_source)
    add("reveal", presenter.reveal)
    add("keep", presenter.keep)
    menu.addSeparator()
    add("open_all", lambda: presenter.open_all(path, is_open=True))
    add("close_all", lambda: presenter.open_all(path, is_open=False))
    return menu


def show_node_menu(presenter: WxmlPresenter, path: Path, appearance: Appearance, parent: QWidget, at: QPoint) -> None:
    """Shows it at a point of the screen."""
    menu = node_menu(presenter, path, appearance, parent)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
