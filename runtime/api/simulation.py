"""What simulated APIs share: permission scopes, and dialogs that stand for another app or a service."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from runtime.api.call import ApiFailure, Call
from runtime.api.port import HostPorts
from runtime.api.ports.declarations import DECLARATIONS
from runtime.api.ports.ui import UI
from runtime.api.ports.world import WORLD
from runtime.world.groups.permission import ASKS_FOR, LABELS, SCOPES, permission_of
from runtime.world.world import Door

DENIED = "auth deny"
SYSTEM_DENIED = "system permission denied"
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


Answered = Callable[[Mapping[str, Any] | ApiFailure], None]


def decided(ports: HostPorts) -> bool | None:
    """Whether the world accepts dialogs or declines them; None if the person at the phone answers."""
    policy = ports[WORLD]["answers.dialogs"]
    return None if policy == "ask" else bool(policy == "accept")


def ask_person(call: Call, ports: HostPorts, dialog: Mapping[str, Any], answered: Answered) -> None:
    """Shows a dialog on the phone. If the world says who answers dialogs, nothing is shown and `answered` runs now.

    `answered` gets the dialog's answer (`confirm`, and `content` of an editable one), or why there is none.
    """
    params = {**DIALOG, **dialog}
    policy = ports[WORLD]["answers.dialogs"]
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


def choose(call: Call, ports: HostPorts, names: Sequence[str], chosen: Callable[[int], None]) -> None:
    """Lets the person at the phone choose one of a few; cancelling fails the call. If the world says who answers
    dialogs, the first is chosen at once."""
    policy = ports[WORLD]["answers.dialogs"]
    if policy != "ask":
        return chosen(0) if policy == "accept" else call.fail(CANCELLED)

    def answered(answer: Mapping[str, Any] | ApiFailure) -> None:
        if isinstance(answer, ApiFailure):
            return call.fail_with(answer)
        place = answer.get("tapIndex", -1)
        if isinstance(place, int) and 0 <= place < len(names):
            chosen(place)
        else:
            call.fail(CANCELLED)

    params = {"itemList": list(names), "itemColor": "#000000", "alertText": ""}
    ports[UI].ask(call.request.page_id, "actionSheet", params, call.later(answered))


def open_settings(call: Call, ports: HostPorts, left: Callable[[], None]) -> None:
    """Shows the settings page with the permissions that have been decided, and goes on when it is left. If the world
    says who answers dialogs, nobody looks at it."""
    world = ports[WORLD]
    if world["answers.dialogs"] != "ask":
        return left()
    decided = [(scope, world[permission_of(scope)]) for scope in SCOPES]
    rows = [
        {"name": scope, "label": LABELS[scope], "isOn": decision == "granted"}
        for scope, decision in decided
        if decision in ("granted", "denied")
    ]

    def answered(answer: Mapping[str, Any] | ApiFailure) -> None:
        if isinstance(answer, ApiFailure):
            return call.fail_with(answer)
        switched = {scope: is_on for scope, is_on in answer.get("rows", {}).items() if scope in LABELS}
        decisions = {permission_of(scope): "granted" if is_on else "denied" for scope, is_on in switched.items()}
        world.set_all(decisions, "phone")
        left()

    params = {"title": "设置", "rows": rows, "empty": "小程序还没有申请过权限"}
    ports[UI].ask(call.request.page_id, "settings", params, call.later(answered))


def require_scope(
    call: Call,
    ports: HostPorts,
    scope: str,
    granted: Callable[[], None],
    answered_it: Callable[[], None] = lambda: None,
) -> None:
    """Goes on if the phone's user allows a scope, who is asked as long as nobody has decided. Raises ApiFailure, or
    fails the call later, if not. `answered_it` hears that the question is no longer open."""
    world, name = ports[WORLD], permission_of(scope)
    decision = world[name]
    if decision in ("denied", "off"):
        raise ApiFailure(DENIED if decision == "denied" else SYSTEM_DENIED)
    if decision == "granted":
        return granted()

    def answered(answer: Mapping[str, Any] | ApiFailure) -> None:
        if isinstance(answer, ApiFailure):
            call.fail_with(answer)
        else:
            is_granted = bool(answer.get("confirm"))
            door: Door = "phone" if world["answers.dialogs"] == "ask" else "program"
            world.set(name, "granted" if is_granted else "denied", door)
            if is_granted:
                granted()
            else:
                call.fail(DENIED)
        answered_it()

    reason = ports[DECLARATIONS].reason(scope)
    content = f"{ASKS_FOR[scope]}\n{reason}" if reason else ASKS_FOR[scope]
    wish = {"title": "小程序申请", "content": content, "confirmText": "允许", "cancelText": "拒绝"}
    ask_person(call, ports, wish, answered)
