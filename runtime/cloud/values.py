"""Values of documents, between JSON with marks and Python.

    {"$date": ms}           datetime (UTC, without a zone); also the forms of the official SDK of functions
    {"$serverDate": ms}     the time of the write, so many ms later
    {"$oid": text}          the text
    {"$numberInt": text}    a number, as `$numberLong` and `$numberDouble`
    {"$esc": object}        an object of the program that looks like one of these

What is not a number in JavaScript (`1.0` and `1`) is none here.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Any

from runtime.cloud.failure import PARAMETERS, CloudFailure

MAX_DEPTH = 100
"""Source: reference, database: nested at most so deeply."""

_EPOCH = datetime(1970, 1, 1)
_NUMBERS = ("$numberInt", "$numberLong", "$numberDouble")


def from_wire(value: Any, now_ms: int, depth: int = 0) -> Any:
    """A value as documents hold it. Raises CloudFailure for one that is nested too deeply."""
    if isinstance(value, list):
        return [from_wire(item, now_ms, depth + 1) for item in _shallow(value, depth)]
    if not isinstance(value, dict):
        return value
    if len(value) == 1:
        (mark, held), *_ = value.items()
        if mark in _MARKS:
            return _MARKS[mark](held, now_ms)
        if mark == "$esc" and isinstance(held, dict):
            return {key: from_wire(item, now_ms, depth + 1) for key, item in held.items()}
    return {key: from_wire(item, now_ms, depth + 1) for key, item in _shallow(value, depth).items()}


def to_wire(value: Any) -> Any:
    """JSON with marks."""
    if isinstance(value, datetime):
        return {"$date": ms_of(value)}
    if isinstance(value, float):
        return None if not math.isfinite(value) else int(value) if value.is_integer() else value
    if isinstance(value, Mapping):
        return {str(key): to_wire(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set):
        return [to_wire(item) for item in value]
    return value if value is None or isinstance(value, str | int | bool) else str(value)


def date_of(ms: float) -> datetime:
    """Raises CloudFailure for what no calendar has."""
    try:
        return _EPOCH + timedelta(milliseconds=int(ms))
    except (OverflowError, ValueError, TypeError):
        raise CloudFailure(PARAMETERS, "invalid date") from None


def ms_of(date: datetime) -> int:
    """Milliseconds since 1970."""
    plain = date if date.tzinfo is None else date.astimezone(UTC).replace(tzinfo=None)
    return round((plain - _EPOCH) / timedelta(milliseconds=1))


def _shallow(value: Any, depth: int) -> Any:
    if depth > MAX_DEPTH:
        raise CloudFailure(PARAMETERS, "nested too deeply")
    return value


def _date(held: Any, _now_ms: int) -> datetime:
    if isinstance(held, dict):
        held = next((held[name] for name in _NUMBERS if name in held), None)
    if isinstance(held, str) and not held.lstrip("-").isdigit():
        try:
            return date_of(ms_of(datetime.fromisoformat(held.replace("Z", "+00:00"))))
        except ValueError:
            raise CloudFailure(PARAMETERS, "invalid date") from None
    return date_of(held)


def _server_date(held: Any, now_ms: int) -> datetime:
    offset = held.get("offset", 0) if isinstance(held, dict) else held
    offset = from_wire(offset, now_ms)
    return date_of(now_ms + (offset if isinstance(offset, int | float) else 0))


def _number(held: Any, _now_ms: int) -> Any:
    try:
        number = float(held)
    except (TypeError, ValueError):
        raise CloudFailure(PARAMETERS, "invalid number") from None
    return int(number) if number.is_integer() else number


_MARKS: Mapping[str, Callable[[Any, int], Any]] = MappingProxyType(
    {
        "$date": _date,
        "$serverDate": _server_date,
        "$tcb_server_date": _server_date,
        "$oid": lambda held, _now: str(held),
        **dict.fromkeys(_NUMBERS, _number),
    }
)
