"""What the phone around the page shows, read off the messages that it gets: dialogs, toast, titles."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from runtime.protocol import codec, shell, view
from simulator.bridge.record import Direction, Record

__tracebackhide__ = True
_PAGE = b'{"m":"open-page"'
_SHOWN = (b'{"m":"call-shell"', _PAGE)
_TITLE = "navigationBarTitleText"
_TITLE_IN_PART = re.compile(rb'"navigationBarTitleText":("(?:[^"\\]|\\.)*")')


class ShellState:
    """A subscriber of the recorder. `dialogs` are those that wait, oldest first, by the numbers of their questions."""

    def __init__(self) -> None:
        self.dialogs: dict[int, shell.Modal | shell.ActionSheet] = {}
        self.toast = ""
        self.titles: dict[int, str] = {}

    def take(self, records: Sequence[Record]) -> None:
        """Looks at what has passed."""
        for record in records:
            if record.direction is not Direction.HOST_TO_VIEW or not record.payload.startswith(_SHOWN):
                continue
            if record.payload_cut:
                self._told_in_part(record)
            else:
                message = codec.decode_for_view(record.payload)
                if record.outcome in ("ok", "fail"):
                    # The same message once more: it has been answered.
                    self.dialogs.pop(getattr(message, "request_id", 0), None)
                else:
                    self._told(message)

    def _told_in_part(self, record: Record) -> None:
        """Of a page with very large styles the beginning is kept, in which its title stands."""
        title = _TITLE_IN_PART.search(record.payload)
        if record.payload.startswith(_PAGE) and title is not None:
            self.titles[record.page_id] = msgspec.json.decode(title[1], type=str)

    def _told(self, message: view.HostToView) -> None:
        if isinstance(message, view.OpenPage):
            self.titles[message.page_id] = str(message.window.get(_TITLE) or "")
        if not isinstance(message, view.CallShell):
            return
        match message.call:
            case shell.Modal() | shell.ActionSheet() as dialog if message.request_id:
                self.dialogs[message.request_id] = dialog
            case shell.Toast(title) | shell.Loading(title):
                self.toast = title
            case shell.HideToast() | shell.HideLoading():
                self.toast = ""
            case shell.SetNavigationBar(title=str() as title):
                self.titles[message.page_id] = title
            case shell.Clear() | shell.Reset():
                self.toast = ""
                self.dialogs.clear()
            case _:
                pass
