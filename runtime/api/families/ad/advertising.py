"""Ads: no network is asked. A dialog on the phone stands for the ad, and a world value says whether there is one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from runtime.api.call import ApiFailure, Call
from runtime.api.handler import Handler, in_host, in_js
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD
from runtime.api.simulation import ask_person
from runtime.world.groups.ad import NO_ERROR

NO_AD = 1004
"""Source: reference, errCode of ads: there is none that suits."""
_LISTENERS = tuple(f"{side}{event}" for event in ("Load", "Error", "Close") for side in ("on", "off"))


def ad_handlers(
    kind: str, dialog: Mapping[str, Any], closed: Callable[[bool], Mapping[str, Any]]
) -> tuple[Handler, ...]:
    """Those of a kind of ad. `closed` makes of the dialog's answer what the listeners of `onClose` get."""

    def show(call: Call, ports: HostPorts) -> None:
        if not call.flag("isLoaded"):
            call.fail("no ad data, please load it first", errCode=NO_AD)
            return

        def answered(answer: Mapping[str, Any] | ApiFailure) -> None:
            if not isinstance(answer, ApiFailure):
                call.emit("onClose", closed(bool(answer.get("confirm"))))

        # Who shows it goes on; that it is closed is an event.
        call.succeed()
        ask_person(call, ports, {**dialog, "content": call.text("adUnitId")}, answered)

    return (
        *in_js(f"create{kind}", state="simulated"),
        in_host(f"{kind}.load", _load, state="simulated"),
        in_host(f"{kind}.show", show, state="simulated"),
        *in_js(f"{kind}.destroy", *(f"{kind}.{name}" for name in _LISTENERS), state="simulated"),
    )


def _load(call: Call, ports: HostPorts) -> None:
    error = ports[WORLD]["ad.error"]
    if error == NO_ERROR:
        call.succeed()
    else:
        call.fail("no advertisement", errCode=int(error))
