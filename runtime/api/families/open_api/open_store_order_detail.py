"""wx.openStoreOrderDetail: a dialog stands for the page that it opens."""

from __future__ import annotations

from runtime.api.families.open_api.elsewhere import leads_to
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = (leads_to("openStoreOrderDetail", "小店订单", "orderId"),)
