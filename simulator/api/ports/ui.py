"""The phone shell as the port of the UI APIs: toasts, dialogs, bars."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from runtime.api.call import ApiFailure
from runtime.api.port import Reply
from runtime.api.ports.ui import UI, UiPort
from runtime.protocol import shell, view
from simulator.api.dialog_answers import DialogAnswers
from simulator.api.surroundings import Real
from simulator.bridge.requests import Requests

MAX_TEXT = 10_000
_WORDS = frozenset({"title", "content", "text", "placeholderText", "alertText", "headerText", "itemList"})


class ShellUi:
    """Sends `CallShell` messages; what the user answers comes back through `replies`."""

    def __init__(
        self, send: Callable[[view.HostToView], None], replies: Requests[view.Reply], dialogs: DialogAnswers = "ask"
    ) -> None:
        self._send = send
        self._replies = replies
        self._dialogs = dialogs

    def show(self, page_id: int, method: str, params: Mapping[str, Any]) -> None:
        """Changes the shell."""
        self._send(view.CallShell(_call(method, params), page_id=page_id))

    def ask(self, page_id: int, method: str, params: Mapping[str, Any], reply: Reply) -> None:
        """Shows something that the user answers, unless the answer is known."""
        if self._dialogs in ("confirm", "cancel"):
            return reply(_answer(method, params, is_confirmed=self._dialogs == "confirm"))

        def answered(answer: view.Reply) -> None:
            if answer.error:
                reply(ApiFailure(answer.error))
            else:
                result = msgspec.json.decode(answer.result)
                reply(result if isinstance(result, dict) else {"value": result})

        request_id = self._replies.add(answered)
        self._send(view.CallShell(_call(method, params), request_id=request_id, page_id=page_id))


def _answer(method: str, params: Mapping[str, Any], *, is_confirmed: bool) -> dict[str, Any]:
    """What the shell says of a dialog that is confirmed or cancelled as it stands; of a list the first is taken."""
    if method == "actionSheet":
        return {"tapIndex": 0 if is_confirmed else -1}
    # Without a button to cancel there is only the other one.
    return {"confirm": is_confirmed or not params.get("showCancel", True), "content": params.get("content", "")}


def _call(method: str, params: Mapping[str, Any]) -> shell.ShellCall:
    call: shell.ShellCall = msgspec.convert({"name": method, **_readable(params)}, shell.ShellCall)
    return call


def _readable(params: Mapping[str, Any]) -> dict[str, Any]:
    """Of words as much as a person can read: laying out millions of letters takes seconds."""
    return {key: _cut(value) if key in _WORDS else value for key, value in params.items()}


def _cut(value: Any) -> Any:
    if isinstance(value, list):
        return [_cut(item) for item in value]
    return value[:MAX_TEXT] if isinstance(value, str) else value


REAL: Real[UiPort] = Real(UI, lambda around, _project: ShellUi(around.send, around.replies, around.dialogs))
