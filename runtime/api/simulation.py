"""What simulated APIs share: permission scopes, and dialogs that stand for another app or a service."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from runtime.api.call import ApiFailure, Call
from runtime.api.port import HostPorts
from runtime.api.ports.account import ACCOUNT, AccountPort
from runtime.api.ports.ui import UI

SCOPES = (
    "scope.userInfo", "scope.userLocation", "scope.userFuzzyLocation", "scope.userLocationBackground",
    "scope.address", "scope.invoiceTitle", "scope.invoice", "scope.werun", "scope.record",
    "scope.writePhotosAlbum", "scope.camera", "scope.bluetooth", "scope.addPhoneContact", "scope.addPhoneCalendar",
)  # fmt: skip
DENIED = "auth deny"
CANCELLED = "cancel"
DIALOG = {
    "title": "",
    "content": "",
    "showCancel": True,
    "cancelText": "取消",
    "cancelColor": "#000000",
    "confirmText": "确定",
    "confirmColor": "#576B95",
    "editable": False,
    "placeholderText": "",
}


def require_scope(account: AccountPort, scope: str) -> None:
    """Raises ApiFailure if the test user refuses a scope. An undecided one is decided as the scenario says."""
    scenario = account.scenario()
    is_granted = scenario.has_grant(scope)
    if scope not in scenario.grants:
        account.grant(scope, granted=is_granted)
    if not is_granted:
        raise ApiFailure(DENIED)


Answered = Callable[[Mapping[str, Any] | ApiFailure], None]


def ask_person(call: Call, ports: HostPorts, dialog: Mapping[str, Any], answered: Answered) -> None:
    """Shows a dialog on the phone. If the scenario answers dialogs by itself, nothing is shown and `answered` runs now.

    `answered` gets the dialog's answer (`confirm`, and `content` of an editable one), or why there is none.
    """
    params = {**DIALOG, **dialog}
    policy = ports[ACCOUNT].scenario().dialogs
    if policy == "ask":
        ports[UI].ask(call.request.page_id, "modal", params, call.later(answered))
    else:
        answered({"confirm": policy == "accept", "content": params["content"]})


def confirm(
    call: Call, ports: HostPorts, dialog: Mapping[str, Any], confirmed: Callable[[Mapping[str, Any]], None]
) -> None:
    """Shows a dialog on the phone and goes on when it is confirmed; cancelling fails the call.

    `confirmed` gets the dialog's answer (`content` of an editable one).
    """

    def answered(answer: Mapping[str, Any] | ApiFailure) -> None:
        if isinstance(answer, ApiFailure):
            call.fail_with(answer)
        elif answer.get("confirm"):
            confirmed(answer)
        else:
            call.fail(CANCELLED)

    ask_person(call, ports, dialog, answered)
