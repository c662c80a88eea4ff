"""What a client asks that is no matter of the running program alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from simulator.automation.driver import Done


@dataclass(frozen=True, slots=True)
class Desk:
    """`accounts`: `{openid, nickName}` of the users that there are. `audit`: `{report, data}`, a page and JSON text."""

    sdk_version: Callable[[], str]
    accounts: Callable[[], Sequence[Mapping[str, Any]]]
    clear_permissions: Callable[[], None]
    audit: Callable[[Done[Mapping[str, Any]]], None]
