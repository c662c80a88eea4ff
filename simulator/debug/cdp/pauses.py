"""A pause as the protocol tells it: its frames, their scopes, and why."""

from __future__ import annotations

from typing import Any

from simulator.debug.cdp.breakpoints import Breakpoints
from simulator.debug.cdp.commands import CdpError
from simulator.debug.cdp.desk import Desk
from simulator.debug.cdp.remote_objects import remote_object, scope_object
from simulator.debug.debugger import Debugger, Frame, Pause

GROUP = "backtrace"
_REASONS = {
    "exception": "exception",
    "debugger-statement": "other",
    "api": "EventListener",
    "data": "DOM",
    "event": "EventListener",
}


def pause_event(pause: Pause, desk: Desk, breakpoints: Breakpoints) -> dict[str, Any]:
    """The parameters of paused."""
    running = [frame for frame in pause.frames if not frame.is_async]
    waiting = [frame for frame in pause.frames if frame.is_async]
    event: dict[str, Any] = {
        "callFrames": [_call_frame(frame, desk) for frame in running],
        "reason": _REASONS.get(pause.reason, "other"),
        "hitBreakpoints": [name for number in pause.breakpoint_ids if (name := breakpoints.name_of(number))],
    }
    if pause.exception is not None:
        event["data"] = {**remote_object(pause.exception, desk.ids, GROUP), "uncaught": pause.is_uncaught}
    elif pause.reason == "api":
        event["data"] = {"eventName": f"wx.{pause.description}"}
    elif pause.reason == "event":
        event["data"] = {"eventName": f"listener:{pause.description}"}
    elif pause.description:
        event["data"] = {"description": pause.description}
    if waiting:
        frames = [_traced(frame, desk) for frame in waiting]
        event["asyncStackTrace"] = {"description": "await", "callFrames": frames}
    return event


def frame_of(debugger: Debugger, call_frame_id: str) -> Frame:
    """The frame of the present pause that a client names. Raises CdpError."""
    pause = debugger.pause_now
    if pause is None:
        raise CdpError("Can only perform operation while paused.")
    frame = next((one for one in pause.frames if str(one.frame_id) == call_frame_id), None)
    if frame is None:
        raise CdpError("Could not find call frame with given id")
    return frame


def _call_frame(frame: Frame, desk: Desk) -> dict[str, Any]:
    this = remote_object(frame.this, desk.ids, GROUP) if frame.this else {"type": "undefined"}
    return {
        "callFrameId": str(frame.frame_id),
        "functionName": frame.function,
        "location": desk.places.location(frame.file, frame.line, frame.column),
        "url": desk.places.url(frame.file),
        "scopeChain": [
            {"type": scope.kind, "name": scope.name, "object": scope_object(scope.object_id, desk.ids)}
            for scope in frame.scopes
        ],
        "this": this,
        "canBeRestarted": False,
    }


def _traced(frame: Frame, desk: Desk) -> dict[str, Any]:
    place = desk.places.location(frame.file, frame.line, frame.column)
    return {"functionName": frame.function, "url": desk.places.url(frame.file), **place}
