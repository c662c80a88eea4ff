"""Pages of the app around a program that a button leads to: customer service, feedback, another app. A dialog on the
phone says what the button carries there, and stands for the page.

Source: reference, button, open-type.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from runtime.api.call import ApiFailure
from runtime.api.ports.ui import UI
from runtime.api.simulation import DIALOG, decided
from simulator.api.call_host import CallHost
from simulator.session.url import parse_page_url

FROM_AN_APP = frozenset({1036, 1069})
"""Scenes in which the app that has opened the program can be launched. Source: reference, open ability launchApp."""
MOST_SHOWN = 200
Detail = Mapping[str, Any]


class ElsewherePages:
    """`scene` is that by which the program was opened."""

    def __init__(self, api: CallHost, scene: Callable[[], int]) -> None:
        self._api = api
        self._scene = scene

    def contact(self, page_id: int, detail: Detail, told: Callable[[Detail], None]) -> None:
        """Customer service. Who taps the card there comes back with its path, if there is one."""
        has_card = bool(detail.get("showMessageCard"))
        lines = [_shown(detail, "sessionFrom")]
        if has_card:
            lines += [_shown(detail, name) for name in ("sendMessageTitle", "sendMessagePath", "sendMessageImg")]
        confirm = "点击卡片" if has_card else "返回"
        dialog = {"title": "客服会话（模拟）", "confirmText": confirm, "showCancel": has_card, "cancelText": "返回"}

        def left(is_tapped: bool) -> None:
            url = parse_page_url(str(detail.get("sendMessagePath") or "") if is_tapped and has_card else "", "")
            told({"errMsg": "enterContact:ok", "path": url.path, "query": url.query})

        self._show(page_id, {**dialog, "content": _joined(lines)}, left)

    def launch_app(self, page_id: int, detail: Detail, tell: Callable[[str, Detail], None]) -> None:
        """The app that has opened the program, if one has."""
        if self._scene() not in FROM_AN_APP:
            return tell("error", {"errMsg": "launchApp:fail invalid scene"})

        def left(is_confirmed: bool) -> None:
            if is_confirmed:
                tell("launchapp", {"errMsg": "launchApp:ok"})
            else:
                tell("error", {"errMsg": "launchApp:fail cancel"})

        dialog = {"title": "打开应用（模拟）", "content": _shown(detail, "appParameter"), "confirmText": "打开"}
        return self._show(page_id, dialog, left)

    def feedback(self, page_id: int) -> None:
        """The form for complaints; nobody is told of it."""
        self._show(page_id, {"title": "意见反馈（模拟）", "showCancel": False}, lambda _is_confirmed: None)

    def _show(self, page_id: int, dialog: Detail, left: Callable[[bool], None]) -> None:
        ports = self._api.ports
        policy = decided(ports)
        if policy is not None:
            return left(policy)

        def answered(answer: Detail | ApiFailure) -> None:
            left(not isinstance(answer, ApiFailure) and bool(answer.get("confirm")))

        return ports[UI].ask(page_id, "modal", {**DIALOG, **dialog}, answered)


def _shown(detail: Detail, name: str) -> str:
    return str(detail.get(name) or "")[:MOST_SHOWN]


def _joined(lines: list[str]) -> str:
    return "\n".join(line for line in lines if line)
