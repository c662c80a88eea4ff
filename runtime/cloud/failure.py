"""Why the cloud refuses, with the platform's number."""

from __future__ import annotations

PARAMETERS = -501007
DENIED = -502003
NO_DOCUMENT = -1
REQUEST = -502001
CONFLICT = -502009
NO_FILE = -503003
NO_FUNCTION = -501000
FUNCTION_FAILED = -504002
FUNCTION_TIMED_OUT = -504003
NO_ANSWER = -601034


class CloudFailure(Exception):
    """`reason` stands behind `:fail `. `environment`: neither the program nor Handset can help it (no Node.js)."""

    def __init__(self, code: int, reason: str, *, environment: bool = False) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason
        self.environment = environment


class NotTrusted(CloudFailure):
    """A function was called, and the user has not said that this project's functions may run."""
