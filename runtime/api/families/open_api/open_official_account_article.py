"""wx.openOfficialAccountArticle: asks whether the article is to be opened; both answers are success."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.api.call import ApiFailure, Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.simulation import ask_person


def open_official_account_article(call: Call, ports: HostPorts) -> None:
    """openOfficialAccountArticle. Source: reference, `confirm` and `cancel`."""

    def answered(answer: Mapping[str, Any] | ApiFailure) -> None:
        if isinstance(answer, ApiFailure):
            return call.fail_with(answer)
        is_confirmed = bool(answer.get("confirm"))
        call.succeed({"confirm": is_confirmed, "cancel": not is_confirmed})

    dialog = {"title": "即将打开公众号文章", "content": call.text("url"), "confirmText": "允许"}
    ask_person(call, ports, dialog, answered)


HANDLERS: tuple[Handler, ...] = (
    in_host("openOfficialAccountArticle", open_official_account_article, state="simulated"),
)
