"""wx.getRandomValues: bytes that nobody can guess."""

from __future__ import annotations

import secrets

from runtime.api.call import ApiFailure, Call, from_bytes
from runtime.api.handler import Handler, in_logic
from runtime.api.logic_ports import LogicPorts

# Source: reference, wx.getRandomValues.
MOST_BYTES = 1_048_576


def get_random_values(call: Call, _ports: LogicPorts) -> None:
    """getRandomValues."""
    length = call.number("length")
    if not 0 < length <= MOST_BYTES or length != int(length):
        raise ApiFailure(f"parameter error: parameter.length should be a whole number from 1 to {MOST_BYTES}")
    call.succeed({"randomValues": from_bytes(secrets.token_bytes(int(length)))})


HANDLERS: tuple[Handler, ...] = (in_logic("getRandomValues", get_random_values),)
