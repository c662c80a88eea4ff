"""wx.createGlobalPayment and its object, in `runtime/js/logic/api/global_payment.js`; the panels of the checkout are
dialogs on the phone, and no money moves.

Source: reference, GlobalPayment.
"""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.families.open_api.payment import pays
from runtime.api.handler import Handler, in_host, in_js
from runtime.api.port import HostPorts
from runtime.api.simulation import choose

METHODS = ("WECHAT_PAY", "TPG_SIMULATED")
"""`Assumed:` the second stands for any way of paying of another provider."""


def open_method_picker(call: Call, ports: HostPorts) -> None:
    """openMethodPicker: the person at the phone chooses."""
    if call.flag("isChosen"):
        raise ApiFailure("the payment method is chosen already")
    amount = call.members("amount")
    title = f"{amount.get('currency', '')} {amount.get('total', '')}".strip()
    names = [f"{name} {title}".strip() for name in METHODS]
    choose(call, ports, names, lambda place: call.succeed({"errno": 0, "methodKey": METHODS[place]}))


HANDLERS: tuple[Handler, ...] = (
    *in_js("createGlobalPayment", "GlobalPayment.abort", state="simulated"),
    in_host("GlobalPayment.openMethodPicker", open_method_picker, state="simulated"),
    pays("GlobalPayment.requestGlobalPayment", "paymentId"),
)
