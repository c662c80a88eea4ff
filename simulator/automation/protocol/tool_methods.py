"""Methods `Tool.*`: what is around the program."""

from __future__ import annotations

from typing import Any

from simulator.automation.driver.outcome import after
from simulator.automation.protocol.desk import Desk
from simulator.automation.protocol.native_methods import NATIVE, Native
from simulator.automation.protocol.request import Method, Request

PROTOCOL_VERSION = "1.06.2504060"
"""The version of the vendor's tool whose protocol this is: clients ask before they use what is newer."""


class ToolMethods:
    """Of one client. `desk` is what the server knows, `close` ends it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._ticket = ""
        self.methods: dict[str, Method] = {
            "Tool.getInfo": self._get_info,
            "Tool.native": _native,
            "Tool.getTestAccounts": self._get_test_accounts,
            "Tool.stopAudits": lambda request: desk.audit(request.answer),
            "Tool.getTicket": lambda request: request.answer({"ticket": self._ticket}),
            "Tool.setTicket": self._set_ticket,
            "Tool.refreshTicket": lambda request: request.answer({}),
            "Tool.clearAuth": self._clear_auth,
        }

    def _get_info(self, request: Request) -> None:
        """Answered before the program runs: clients ask it first."""
        request.answer({"SDKVersion": self._desk.sdk_version(), "version": PROTOCOL_VERSION})

    def _get_test_accounts(self, request: Request) -> None:
        request.answer({"accounts": self._desk.accounts()})

    def _set_ticket(self, request: Request) -> None:
        """There is no login that a ticket would stand for; it is kept for who asks for it."""
        self._ticket = request.params.text("ticket")
        request.answer({})

    def _clear_auth(self, request: Request) -> None:
        self._desk.clear_permissions()
        request.answer({})


def _native(request: Request) -> None:
    """What clients have done to the phone around the page; a refusal is a member of the result."""
    name = request.params.text("method")
    native: Native | None = NATIVE.get(name)
    if native is None:
        request.answer({"error": {"message": f"can not find in protocol: {name}"}})
        return
    data: Any = request.params.value("data")
    # Once the program has done what it had to do: the dialog that is meant may be on its way.
    carry_out = after(request.answer, lambda _value: native(request, data))
    request.driver.values.evaluate("() => 0", [], carry_out)
