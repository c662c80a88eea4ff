"""From where a user comes to a program: the scene, and the program or account that led there."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

WITH_REFERRER = frozenset({1020, 1035, 1036, 1037, 1038, 1043, 1069})
"""Scenes in which a program is told who led to it. Source: reference, App.onLaunch, referrerInfo."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """`scene` 0 is the one of before (at a start: the usual one); `extra_data` is JSON, or empty."""

    scene: int = 0
    referrer_app_id: str = ""
    extra_data: str = ""

    @property
    def referrer_info(self) -> dict[str, Any]:
        """As App.onLaunch and App.onShow receive it; empty where nobody led there."""
        if self.scene not in WITH_REFERRER or not (self.referrer_app_id or self.extra_data):
            return {}
        extra = {} if self.fault else json.loads(self.extra_data or "{}")
        return {"appId": self.referrer_app_id, "extraData": extra}

    @property
    def fault(self) -> str:
        """What keeps `extra_data` from being an object, or nothing."""
        try:
            is_object = isinstance(json.loads(self.extra_data or "{}"), dict)
        except (ValueError, RecursionError) as error:
            return str(error)
        return "" if is_object else self.extra_data


AS_BEFORE = Arrival()
