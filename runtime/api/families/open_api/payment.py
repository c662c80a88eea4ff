"""Payments: a dialog on the phone stands for the one that takes the money, and none moves.

Source: reference, requestVirtualPayment: -2 is a payment that the user cancels.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.api.call import ApiFailure, Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.simulation import ask_person

CANCELLED = "cancel"


def pays(name: str, *shown: str, title: str = "模拟支付", button: str = "支付", **of_cancelling: int) -> Handler:
    """An API that asks for money. The arguments `shown` are on the dialog; `of_cancelling` are the members that its
    failure has if the user does not want to."""

    def run(call: Call, ports: HostPorts) -> None:
        def answered(answer: Mapping[str, Any] | ApiFailure) -> None:
            if isinstance(answer, ApiFailure):
                call.fail_with(answer)
            elif answer.get("confirm"):
                call.succeed()
            else:
                call.fail(CANCELLED, **of_cancelling)

        lines = [text for argument in shown if (text := call.text(argument))]
        ask_person(call, ports, {"title": title, "content": "\n".join(lines), "confirmText": button}, answered)

    return in_host(name, run, state="simulated")
