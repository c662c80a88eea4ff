"""What is said of a call of wx.* on either side."""

from __future__ import annotations

from typing import Literal

EndedBy = Literal["arguments", "mock", "world", "permission", "handler"]
"""What ends it: the check of its arguments, one of those that step in, or what carries it out."""
