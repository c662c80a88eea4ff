"""The edge at which messages of the logic process and of the view come in: what is wrong with one concerns no other."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

import msgspec

from runtime.protocol.codec import FrameError
from simulator.bridge.notices import Notices


@contextmanager
def border(notices: Notices, side: Literal["logic", "view"]) -> Iterator[None]:
    """Whatever taking in one message raises becomes a sentence on the console."""
    try:
        yield
    except (msgspec.MsgspecError, RecursionError, FrameError) as error:
        notices.say(f"{side}-misunderstood", "error", detail={"why": str(error)})
    except Exception:
        notices.say("internal-error", "error", detail={"name": f"{side} message", "trace": traceback.format_exc()})
