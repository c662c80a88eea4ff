"""Payloads that a process hands on without looking into them: raw JSON for it, a declared shape for both ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Carries:
    """Stands beside `Raw` in a field's type: `Annotated[Raw, Carries(list[ViewEvent])]`."""

    shape: Any
