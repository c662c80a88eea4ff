"""Fingerprint and face: what the phone can, and how it ends when a program asks."""

from __future__ import annotations

from typing import Literal

from runtime.world.declared import Group, WorldValue
from runtime.world.kinds import Choice, Form

Mode = Literal["fingerPrint", "facial", "speech"]

GROUP = Group(
    "biometrics",
    85,
    (
        WorldValue("biometrics.modes", Form(list[Mode]), ["fingerPrint", "facial"]),
        WorldValue("biometrics.enrolled", Form(list[Mode]), ["fingerPrint", "facial"]),
        # `ask`: the person at the phone says in a dialog.
        WorldValue("biometrics.answer", Choice(("ask", "match", "mismatch", "cancel")), "ask"),
    ),
)
