"""wx.requestOrderPayment: a dialog stands for the payment."""

from __future__ import annotations

from runtime.api.families.open_api.payment import pays
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = (pays("requestOrderPayment", "package"),)
