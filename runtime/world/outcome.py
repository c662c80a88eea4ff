"""What becomes of a call whose outcome the desk decides, in place of what its handler would do."""

from __future__ import annotations

from typing import Any

from msgspec import Struct


class Outcome(Struct, frozen=True, forbid_unknown_fields=True):
    """It fails for a reason (`errMsg` ends with it), or gives a result.

    `result`: of a call with callbacks the members of its object, of one that returns at once the value.
    """

    fail: str | None = None
    errno: int | None = None
    result: Any = None
