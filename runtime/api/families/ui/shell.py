"""How a call becomes a method of the phone shell (resources/docs/wire.md, "Shell"). What the shell draws is the
view's.

Source: reference, user interface. Observed: failure texts of the tab bar.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from runtime.api.call import ApiFailure, Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.navigation import NAVIGATION
from runtime.api.ports.ui import UI

Params = Callable[[Call], Mapping[str, Any]]


def nothing(_call: Call) -> Mapping[str, Any]:
    """A shell method without parameters."""
    return {}


def shell(name: str, method: str, params: Params = nothing) -> Handler:
    """An API that is a method of the shell, with what `params` makes of its arguments."""

    def run(call: Call, ports: HostPorts) -> None:
        ports[UI].show(call.request.page_id, method, params(call))
        call.succeed()

    return in_host(name, run)


def fixed(name: str, method: str, **params: Any) -> Handler:
    """An API that is a method of the shell and always means the same."""
    return shell(name, method, lambda _call: params)


def tab_bar(name: str, params: Params) -> Handler:
    """An API of the tab bar; it fails on pages without one, and for an item that there is not."""

    def run(call: Call, ports: HostPorts) -> None:
        if not ports[NAVIGATION].is_tab_page(call.request.page_id):
            raise ApiFailure("not TabBar page")
        if "index" in call.args and not 0 <= index(call) < ports[NAVIGATION].tab_count():
            raise ApiFailure("tabbar item not found")
        ports[UI].show(call.request.page_id, "setTabBar", params(call))
        call.succeed()

    return in_host(name, run)


def tab_bar_shown(*, visible: bool) -> Params:
    """showTabBar and hideTabBar."""
    return lambda call: {"visible": visible, "animation": call.flag("animation")}


def index(call: Call) -> int:
    """Which item is meant."""
    return int(call.number("index"))
