"""What the phone's user and other apps answer: simulated dialogs, scans, and the outcome of any call by its name."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from runtime.world.declared import Group, Values, WorldValue
from runtime.world.kinds import Choice, Form, Text
from runtime.world.outcome import Outcome


def outcomes_of(values: Values) -> Mapping[str, Outcome]:
    """The decided outcome of each call, by name."""
    return msgspec.convert(values["answers.outcomes"], dict[str, Outcome])


GROUP = Group(
    "answers",
    60,
    (
        # Who answers simulated dialogs (payment, scan, phone call): the person at the phone, or at once.
        WorldValue("answers.dialogs", Choice(("ask", "accept", "decline")), "ask"),
        WorldValue("scan.result", Text(), "https://example.com/"),
        WorldValue("scan.type", Text(), "QR_CODE"),
        WorldValue("scan.charSet", Text(), "utf-8"),
        # Of any API and any method of an object: `login`, `FileSystemManager.readFile`.
        WorldValue("answers.outcomes", Form(dict[str, Outcome]), {}),
    ),
)
