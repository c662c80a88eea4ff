"""Who answers dialogs of a program that runs without a window."""

from __future__ import annotations

from typing import Any

import pytest

from runtime.api.call import ApiFailure
from runtime.protocol import shell, view
from simulator.api.ports.ui import ShellUi
from simulator.bridge.requests import Requests
from simulator.running.options import DialogAnswers

MODAL = {"title": "a", "content": "typed", "showCancel": True}


@pytest.mark.parametrize(
    ("dialogs", "method", "params", "answer"),
    [
        ("confirm", "modal", MODAL, {"confirm": True, "content": "typed"}),
        ("cancel", "modal", MODAL, {"confirm": False, "content": "typed"}),
        ("cancel", "modal", {**MODAL, "showCancel": False}, {"confirm": True, "content": "typed"}),
        ("confirm", "actionSheet", {"itemList": ["x", "y"]}, {"tapIndex": 0}),
        ("cancel", "actionSheet", {"itemList": ["x", "y"]}, {"tapIndex": -1}),
    ],
)
def test_dialogs_are_answered_as_told(
    dialogs: DialogAnswers, method: str, params: dict[str, Any], answer: dict[str, Any]
) -> None:
    sent: list[view.HostToView] = []
    replies: list[object] = []
    ShellUi(sent.append, Requests(), dialogs).ask(1, method, params, replies.append)
    assert replies == [answer]
    assert sent == []


@pytest.mark.parametrize("dialogs", ["ask", "accept"])
def test_dialogs_of_the_program_stay_on_the_screen(dialogs: DialogAnswers) -> None:
    sent: list[view.HostToView] = []
    replies: list[dict[str, Any] | ApiFailure] = []
    ShellUi(sent.append, Requests(), dialogs).ask(1, "modal", MODAL, replies.append)
    assert replies == []
    assert [type(message.call) for message in sent if isinstance(message, view.CallShell)] == [shell.Modal]
