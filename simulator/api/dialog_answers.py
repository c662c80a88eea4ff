"""Who answers the phone's dialogs."""

from __future__ import annotations

from typing import Literal

DialogAnswers = Literal["ask", "accept", "confirm", "cancel"]
"""The person at the phone; nobody, so that simulated questions are accepted at once and the program's own dialogs stay
on the screen; or all are confirmed or cancelled at once."""
