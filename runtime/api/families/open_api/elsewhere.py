"""Calls that lead out of the program, to a page of the app that it runs in: a dialog says which, and stands for it.

To confirm is to have been there; to cancel is to have refused to go.
"""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.simulation import confirm


def leads_to(name: str, title: str, *shown: str) -> Handler:
    """An API that opens a page named `title`; the arguments `shown` tell which one."""

    def run(call: Call, ports: HostPorts) -> None:
        lines = [text for argument in shown if (text := call.text(argument))]
        confirm(call, ports, {"title": title, "content": "\n".join(lines)}, lambda _answer: call.succeed())

    return in_host(name, run, state="simulated")
