"""The context menu of the tree."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import get_args

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from ide.models.texts import Texts
from ide.panels.project_tree.presenter import CreateKind, TreePresenter


@dataclass(frozen=True, slots=True)
class Namings:
    """What begins with a name that is typed in the tree."""

    create: Callable[[CreateKind, str], None]
    rename: Callable[[], None]


def tree_menu(presenter: TreePresenter, paths: Sequence[str], namings: Namings, texts: Texts, parent: QWidget) -> QMenu:
    """What can be done with the chosen paths; none of them means the project. Deletes itself when it closes."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    path = paths[0] if paths else ""
    folder = presenter.folder_of(path)
    for kind in get_args(CreateKind):
        menu.addAction(texts(f"tree.{kind}"), partial(namings.create, kind, folder))
    chosen: list[tuple[str, Callable[[], object]]] = [
        ("cut", lambda: presenter.hand_out(paths, cuts=True)),
        ("copy", lambda: presenter.hand_out(paths, cuts=False)),
        ("paste", lambda: presenter.paste(folder)),
        ("duplicate", lambda: presenter.duplicate(paths)),
        ("-", lambda: None),
        ("rename", namings.rename),
        ("delete", lambda: presenter.delete(paths)),
        ("-", lambda: None),
        ("copy_path", lambda: presenter.copy_path(path)),
    ]
    menu.addSeparator()
    for name, act in chosen if path else [one for one in chosen if one[0] == "paste"]:
        if name == "-":
            menu.addSeparator()
        else:
            menu.addAction(texts(f"tree.{name}"), act)
    if presenter.is_changed(path):
        menu.addSeparator()
        menu.addAction(texts("tree.compare"), lambda: presenter.compare_asked(path))
        menu.addAction(texts("tree.discard"), lambda: presenter.discard_asked(path))
        menu.addSeparator()
    menu.addAction(texts("tree.reveal"), lambda: presenter.reveal(path))
    return menu
