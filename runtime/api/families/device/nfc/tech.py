"""What the objects of all technologies of a tag share: connecting, and commands that the tag answers.

Source of the codes: reference, NFC. Assumed: which of them a lost tag gives, and what MIFARE tags answer.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from runtime.api.call import ApiFailure, Call, as_bytes, from_bytes
from runtime.api.families.device.nfc.mifare import Memory, carry_out
from runtime.api.families.device.nfc.refusals import DONE, refusal, require_nfc
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.nfc import NFC
from runtime.api.ports.world import WORLD
from runtime.world.radio.tags import Tag, Tech, tag_called

Run = Callable[[Call, HostPorts], None]


def held(ports: HostPorts) -> Tag:
    """The tag that has been discovered and is still there. Raises ApiFailure."""
    require_nfc(ports)
    tag = tag_called(ports[WORLD]["nfc.tags"], ports[NFC].tag)
    if tag is None or ports[WORLD]["nfc.held"] != tag.name:
        raise refusal("NFC tag has not been discovered")
    return tag


def connected(ports: HostPorts, tech: Tech) -> Tag:
    """The tag that the program is connected to. Raises ApiFailure; a tag that was taken away gives an error of the
    system."""
    require_nfc(ports)
    if ports[NFC].tech != tech:
        raise refusal("Tech has not connected")
    try:
        return held(ports)
    except ApiFailure:
        raise refusal("system internal error") from None


def keep(ports: HostPorts, tag: Tag) -> None:
    """The tag is another one now: the program has written on it."""
    world = ports[WORLD]
    tags = [one if one["name"] != tag.name else msgspec.to_builtins(tag) for one in world["nfc.tags"]]
    world.set("nfc.tags", tags, "program")


def handlers_of(owner: str, tech: Tech, *more: tuple[str, Callable[[Tag], dict[str, Any]]]) -> tuple[Handler, ...]:
    """Of an object with commands. `more`: methods that tell a fact of the tag."""
    facts = [(name, _telling(fact)) for name, fact in more]
    methods = [*_common(tech), ("getMaxTransceiveLength", _longest), ("transceive", _transceiving(tech)), *facts]
    return tuple(in_host(f"{owner}.{name}", run, state="simulated") for name, run in methods)


def connecting_handlers(owner: str, tech: Tech) -> tuple[Handler, ...]:
    """Of an object without commands."""
    return tuple(in_host(f"{owner}.{name}", run, state="simulated") for name, run in _common(tech))


def _common(tech: Tech) -> list[tuple[str, Run]]:
    def connect(call: Call, ports: HostPorts) -> None:
        if tech not in held(ports).techs:
            raise refusal("unavailable tech")
        if ports[NFC].tech:
            raise refusal("Tech already connected")
        ports[NFC].tech = tech
        call.succeed(DONE)

    def close(call: Call, ports: HostPorts) -> None:
        if ports[NFC].tech != tech:
            raise refusal("Tech has not connected")
        ports[NFC].disconnect()
        call.succeed(DONE)

    def is_connected(call: Call, ports: HostPorts) -> None:
        if ports[NFC].tech != tech:
            raise refusal("Tech has not connected")
        call.succeed(DONE)

    def set_timeout(call: Call, ports: HostPorts) -> None:
        require_nfc(ports)
        if call.number("timeout") <= 0:
            raise refusal("invalid parameter")
        call.succeed(DONE)

    return [("connect", connect), ("close", close), ("isConnected", is_connected), ("setTimeout", set_timeout)]


def _longest(call: Call, ports: HostPorts) -> None:
    call.succeed({**DONE, "length": held(ports).max_length})


def _telling(fact: Callable[[Tag], dict[str, Any]]) -> Run:
    return lambda call, ports: call.succeed({**DONE, **fact(held(ports))})


def _transceiving(tech: Tech) -> Run:
    def transceive(call: Call, ports: HostPorts) -> None:
        tag = connected(ports, tech)
        command = as_bytes(call.args.get("data"))
        if not command or len(command) > tag.max_length:
            raise refusal("invalid parameter")
        text = command.hex()
        answers = (one.answer for one in tag.answers if text.startswith(one.to.lower()))
        answer = next(answers, None)
        if answer is not None:
            return call.succeed({**DONE, "data": from_bytes(bytes.fromhex(answer))})
        memory = Memory(tag, ports[NFC].open_sector)
        result = carry_out(command, tech, memory)
        ports[NFC].open_sector = memory.open_sector
        if result is None:
            raise refusal("system internal error")
        if memory.tag != tag:
            keep(ports, memory.tag)
        call.succeed({**DONE, "data": from_bytes(result)})

    return transceive
