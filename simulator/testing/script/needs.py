"""What a step needs: those that mean places on the screen cannot be done without one."""

from __future__ import annotations

from simulator.testing.script import steps as does

_OF_PLACES = (does.Swipe, does.Scroll)


def needs_screen(step: does.Step) -> bool:
    """Whether the test must run in the full tier."""
    return isinstance(step, _OF_PLACES) or (isinstance(step, does.Tap) and step.position is not None)
