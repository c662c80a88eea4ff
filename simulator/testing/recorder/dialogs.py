"""Which dialogs of the program are open on the phone, and what an answer to one is as a step."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from runtime.protocol import codec, shell, view
from simulator.bridge.record import Direction, Record
from simulator.testing.script import steps as does

_ASKED = b'{"m":"call-shell"'
_LONGEST_WORDS = 40


class OpenDialogs:
    """`take` is a subscriber of the recorder of messages."""

    def __init__(self) -> None:
        self._open: dict[int, shell.Modal | shell.ActionSheet] = {}

    def take(self, records: Sequence[Record]) -> None:
        """Looks at what has passed."""
        for record in records:
            is_asked = record.direction is Direction.HOST_TO_VIEW and record.payload.startswith(_ASKED)
            if not is_asked or record.outcome in ("ok", "fail"):
                continue
            match codec.decode_for_view(record.payload):
                case view.CallShell(shell.Modal() | shell.ActionSheet() as dialog, request_id) if request_id:
                    self._open[request_id] = dialog
                case view.CallShell(shell.Clear() | shell.Reset()):
                    self._open.clear()
                case _:
                    pass

    def answered(self, reply: view.Reply) -> does.Step | None:
        """The step that an answer is; None if it is to no dialog, or none."""
        dialog = self._open.pop(reply.request_id, None)
        if dialog is None or reply.error:
            return None
        if isinstance(dialog, shell.ActionSheet):
            chosen = msgspec.json.decode(reply.result, type=shell.SheetAnswer).tap_index
            entry = dialog.item_list[chosen] if 0 <= chosen < len(dialog.item_list) else None
            return does.ChooseEntry(_words(dialog.alert_text or next(iter(dialog.item_list), "")), entry)
        answer = msgspec.json.decode(reply.result, type=shell.ModalAnswer)
        text = answer.content if answer.confirm and dialog.editable and answer.content != dialog.content else None
        return does.AnswerDialog(_words(dialog.title or dialog.content), answer.confirm, text)


def _words(said: str) -> str:
    """Enough of them to know it by."""
    return said[:_LONGEST_WORDS].strip()
