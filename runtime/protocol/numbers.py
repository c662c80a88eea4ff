"""Numbers of messages that come from where a project's code runs: what no part of the host can take is no message."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

Int32 = Annotated[int, Meta(ge=-(2**31), lt=2**31)]
"""An id or a count that signals of Qt can carry."""
