"""One line that tells what a message is about, without decoding more of it than needed."""

from __future__ import annotations

from collections import Counter
from typing import Any

import msgspec

from runtime.protocol import logic, view
from runtime.protocol.set_data import SetDataCall
from runtime.protocol.value_questions import Names
from runtime.world.world import Happening

MAX_SUMMARY_BYTES = 512 * 1024
MAX_VALUE_CHARACTERS = 60


class _Event(msgspec.Struct):
    type: str = "?"


class _Call(msgspec.Struct):
    name: str = "?"


_call_decoder = msgspec.json.Decoder(_Call)
_ops_decoder = msgspec.json.Decoder(list[msgspec.Raw])
_events_decoder = msgspec.json.Decoder(list[_Event])


def tag_of(message: msgspec.Struct) -> str:
    """The name of the message on the wire."""
    return str(message.__struct_config__.tag)


def world_title(happening: Happening) -> str:
    """For example `world network.type = "2g"`, `world memory.warning`."""
    if happening.event:
        return f"world {happening.event}"
    return f"world {', '.join(f'{name} = {_value(value)}' for name, value in happening.after.items())}"


def _value(value: Any) -> str:
    text = msgspec.json.encode(value).decode("utf-8")
    return text if len(text) <= MAX_VALUE_CHARACTERS else f"{text[: MAX_VALUE_CHARACTERS - 1]}…"


def title_of(message: msgspec.Struct) -> str:
    """For example `route navigateTo pages/a/a`, `dom U×3 C×1`, `events tap`."""
    tag = tag_of(message)
    match message:
        case logic.DomBatch(ops=ops) | view.Dom(ops=ops):
            return f"{tag} {_ops_summary(bytes(ops))}"
        case logic.ViewEvents(events=events) | view.Events(events=events):
            return f"{tag} {_events_summary(bytes(events))}"
        case logic.Route(open_type=open_type, steps=steps):
            paths = [step.path for step in steps if step.path]
            return " ".join([tag, open_type, *paths[-1:]])
        case logic.ViewCall(call=call) | view.CallView(call=call):
            return f"{tag} {_call_name(bytes(call))}"
        case view.CallShell(call=part) | view.Automate(action=part) | view.ShellEvent(event=part):
            return f"{tag} {tag_of(part)}"
        case logic.PageEvent(name=name) | logic.ApiEvent(name=name) | logic.AskPage(name=name):
            return f"{tag} {name}"
        case view.PageSignal(name=name):
            return f"{tag} {name}"
        case logic.Inspect(what=what):
            return f"{tag} {what}"
        case Names(chain=chain, prefix=prefix):
            return f"{tag} {chain}.{prefix}"
        case view.OpenPage(path=path):
            return f"{tag} {path}"
        case view.ReplaceStyle(style=style):
            return f"{tag} {style.path}"
        case SetDataCall(count=count, path=path):
            return f"setData {count} {'key' if count == 1 else 'keys'} of {path}"
        case logic.Patch(templates=templates, scripts=scripts):
            return " ".join([tag, *templates, *scripts])
        case _:
            return tag


def _ops_summary(ops: bytes) -> str:
    if len(ops) > MAX_SUMMARY_BYTES:
        return "…"
    try:
        counts = Counter(bytes(op)[2:3].decode("ascii", "replace") for op in _ops_decoder.decode(ops))
    except msgspec.DecodeError:
        return "?"
    return " ".join(f"{name}×{count}" for name, count in counts.items())


def _call_name(call: bytes) -> str:
    try:
        return _call_decoder.decode(call).name
    except msgspec.DecodeError:
        return "?"


def _events_summary(events: bytes) -> str:
    try:
        counts = Counter(event.type for event in _events_decoder.decode(events))
    except msgspec.DecodeError:
        return "?"
    return ", ".join(name if count == 1 else f"{name}×{count}" for name, count in counts.items())
