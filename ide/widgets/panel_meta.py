"""What is known of a panel before it is loaded, and how it is: `ide/panels/<name>/meta.py` holds one as `META`.

Whoever finds a `meta` module has found a panel of the debugger area: no list names them.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from types import ModuleType
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ide.models.appearance import Appearance
from ide.models.panel_presenter import PanelDesk, PanelPresenter

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

Presenter = TypeVar("Presenter", bound=PanelPresenter[Any])


@dataclass(frozen=True, slots=True)
class PanelMeta(Generic[Presenter]):
    """One panel. `name` is that of its folder, the texts `<name>.…` in `resources/messages/panels` are its own, and
    `<name>.title` is its title; `order` is its place among the tabs, `icon` that of its entry in the menu, and
    `keys` (in Qt's portable form) bring it to the front. Its modules are loaded by the two functions, not before.
    `shows_recordings`: it asks for nothing that a recorded session could not answer.
    `begins_when_seen`: nothing of what passes matters to it while nobody looks, so that its presenter is made when
    somebody does.
    """

    name: str
    order: int
    icon: str
    present: Callable[[PanelDesk], Presenter]
    show: Callable[[Presenter, Appearance, QWidget], QWidget]
    keys: tuple[str, ...] = ()
    begins_when_seen: bool = False
    shows_recordings: bool = False

    @property
    def title(self) -> str:
        """The key of the text that names it."""
        return f"{self.name}.title"


def find_panels(package: ModuleType) -> Sequence[PanelMeta[Any]]:
    """The panels below a package, in the order of their tabs."""
    names = [f"{package.__name__}.{found.name}.meta" for found in pkgutil.iter_modules(package.__path__) if found.ispkg]
    metas = [importlib.import_module(name).META for name in names if find_spec(name)]
    return sorted(metas, key=lambda meta: (meta.order, meta.name))
