"""What DevTools does, without Qt: finds the address at which Chrome's front end debugs the program."""

from __future__ import annotations

from typing import Protocol

from ide.models.panel_presenter import PanelDesk, PanelPresenter

FRONT_END = "devtools://devtools/bundled/js_app.html"


class DevToolsView(Protocol):
    """What the presenter asks of the widget."""

    def show_front_end(self, url: str) -> None:
        """Loads the front end; with an empty address there is nothing to be debugged."""


class DevToolsPresenter(PanelPresenter[DevToolsView]):
    """For one project. Nobody listens for the front end before somebody looks."""

    def __init__(self, desk: PanelDesk) -> None:
        super().__init__(desk)
        self._url = ""

    @property
    def url(self) -> str:
        """Where the front end was loaded from; empty before it was."""
        return self._url

    def refresh(self) -> None:
        """Somebody looks: the front end is loaded, once."""
        if not self._url:
            address = self._desk.target.devtools.address()
            self._url = f"{FRONT_END}?ws={address.removeprefix('ws://')}" if address else ""
            self._tell(lambda view: view.show_front_end(self._url))

    def reload(self) -> None:
        """The user wants to begin anew."""
        self._url = ""
        self.refresh()

    def lines(self) -> list[str]:
        """The front end draws itself; there is no text of it here."""
        return []
