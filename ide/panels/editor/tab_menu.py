"""The context menu of a tab."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from ide.models.texts import Texts
from ide.panels.editor.presenter import EditorPresenter
from ide.panels.editor.tabs import TabGroup

_GROUPS: tuple[TabGroup, ...] = ("this", "others", "right", "saved", "all")


def tab_menu(presenter: EditorPresenter, path: str, texts: Texts, parent: QWidget) -> QMenu:
    """What can be done with the tab of `path` and those beside it; deletes itself when it closes."""
    menu = QMenu(parent)
    menu.setObjectName("tab_menu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for group in _GROUPS:
        action = menu.addAction(texts(f"tab.close_{group}"), partial(presenter.tabs.close_group, group, path))
        action.setEnabled(bool(presenter.tabs.group(group, path)))
    menu.addSeparator()
    is_pinned = path in presenter.tabs.pinned
    menu.addAction(texts("tab.keep"), partial(presenter.tabs.keep, path)).setEnabled(presenter.tabs.is_preview(path))
    menu.addAction(
        texts("tab.unpin" if is_pinned else "tab.pin"), partial(presenter.tabs.pin, path, is_pinned=not is_pinned)
    )
    menu.addSeparator()
    menu.addAction(texts("tab.open_beside"), lambda: presenter.open_beside(path))
    menu.addSeparator()
    menu.addAction(texts("tree.copy_path"), lambda: QGuiApplication.clipboard().setText(path))
    absolute = str(presenter.documents.root / path)
    menu.addAction(texts("tab.copy_absolute"), lambda: QGuiApplication.clipboard().setText(absolute))
    menu.addSeparator()
    if presenter.committed.knows(path):
        menu.addAction(texts("tree.compare"), lambda: presenter.compare_with_commit(path))
        menu.addAction(texts("tree.discard"), lambda: presenter.committed.discard_asked(path))
        menu.addSeparator()
    menu.addAction(texts("tab.show_in_tree"), lambda: presenter.place_asked(path, "tree"))
    menu.addAction(texts("tree.reveal"), lambda: presenter.place_asked(path, "file_manager"))
    return menu
