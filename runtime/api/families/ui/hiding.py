"""Taking toast and loading away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.api.call import Call


def hiding(call: Call) -> Mapping[str, Any]:
    """hideToast and hideLoading: each takes both kinds away, which are in one place, unless told not to."""
    return {"noConflict": call.flag("noConflict")}
