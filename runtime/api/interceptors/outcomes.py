"""What somebody gives in place of what a handler would: a result or a failure, checked before it ends a call."""

from __future__ import annotations

from typing import Any

import msgspec

from runtime.api.call import ApiFailure, Call
from runtime.api.ports.http_values import MAX_ANSWER_BYTES
from runtime.api.registry import Entry
from runtime.protocol.codec import MAX_DEPTH, is_deep


def end_with(call: Call, entry: Entry, outcome: Any) -> str:
    """Ends a call with a failure or a result (of a call with callbacks its members, of a sync one the value).

    Gives why it is no result that could be handed over, and leaves the call alone; empty if all is well.
    """
    if isinstance(outcome, ApiFailure):
        call.fail_with(outcome)
        return ""
    has_value = entry.api.kind in ("sync", "factory") or call.request.sync
    result = {"value": outcome} if has_value else outcome
    wrong = _fault(result)
    if not wrong:
        call.succeed(result)
    return wrong


def _fault(result: Any) -> str:
    if result is not None and not isinstance(result, dict):
        return f"a result is an object, not {type(result).__name__}"
    try:
        text = msgspec.json.encode(result)
    except (TypeError, ValueError, RecursionError, msgspec.MsgspecError) as error:
        return f"the result is no JSON: {error}"
    if len(text) > MAX_ANSWER_BYTES:
        return f"the result is larger than {MAX_ANSWER_BYTES // 2**20} MB"
    return f"the result is nested more than {MAX_DEPTH} levels deep" if is_deep(text) else ""
