"""When a process that does not answer counts as hanging. Asking it, and what comes after, are for others.

Time alone does not tell: on a machine that has much to do, a process may wait long for its turn.
"""

from __future__ import annotations

HANG_AFTER_S = 5.0
"""No answer for so long, and at work meanwhile, is a hang."""
LEAST_WORK_S = 2.0
"""Of a processor's time."""
HANG_AT_REST_AFTER_S = 15.0


class Silence:
    """The silence of one process, as its questioner notes it. `worked_s`: the processor's time that it has had."""

    def __init__(self) -> None:
        self._lasted_s = 0.0
        self._worked_s = 0.0

    def begins(self, worked_s: float) -> None:
        """The process has been heard; from now on it owes an answer."""
        self._lasted_s, self._worked_s = 0.0, worked_s

    def goes_on(self, seconds: float, worked_s: float) -> bool:
        """Nothing has been heard for so much more time; whether that makes it a hang."""
        self._lasted_s += seconds
        works = worked_s - self._worked_s >= LEAST_WORK_S
        return self._lasted_s >= (HANG_AFTER_S if works else HANG_AT_REST_AFTER_S)
