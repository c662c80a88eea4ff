"""wx.rewriteRoute. That it is called in time is JavaScript's to know (runtime/js/logic/api/rewritten_routes.js), which
says which page the route would have opened.

Source: framework guide, route rewriting.
"""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.navigation import NAVIGATION


def rewrite_route(call: Call, ports: HostPorts) -> None:
    """rewriteRoute."""
    page_id, keeps_query = int(call.number("pageId")), call.flag("preserveQuery")
    ports[NAVIGATION].rewrite(page_id, call.text("url"), keeps_query=keeps_query)
    call.succeed({"value": True})


HANDLERS: tuple[Handler, ...] = (in_host("rewriteRoute", rewrite_route),)
