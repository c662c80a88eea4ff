"""A step of what the phone tells of its user (`runtime.protocol.user_acts`), by the tree that the user saw."""

from __future__ import annotations

from runtime.protocol import user_acts as acts
from simulator.testing.script import steps as does
from simulator.testing.script.choosing import best_way
from simulator.testing.script.seen_tree import SeenTree
from simulator.testing.script.ways import Way


def step_of(act: acts.UserAct, tree: SeenTree) -> does.Step | None:
    """None of what is no step, or whose element has gone."""
    match act:
        case acts.PulledDown():
            return does.PullDown()
        case acts.ReachedBottom():
            return does.ScrollToEnd()
        case acts.Scrolled([], top, left):
            return does.Scroll(Way(), round(top), round(left))
        case acts.Pressed():
            return None
        case _:
            beyond = act.beyond if isinstance(act, acts.Tapped) else ()
            way = best_way(tree, act.on, beyond)
            return None if way is None else _on(act, way)


def _on(act: acts.UserAct, way: Way) -> does.Step | None:
    match act:
        case acts.Tapped(_, at):
            return does.Tap(way, at)
        case acts.PressedLong():
            return does.LongPress(way)
        case acts.Dragged(_, dx, dy):
            return does.Swipe(way, round(dx), round(dy))
        case acts.Brought(_, value):
            return does.SetValue(way, value)
        case acts.Typed(_, value):
            return does.Fill(way, value)
        case acts.Confirmed(_, value):
            return does.Fill(way, value, confirms=True)
        case acts.Left():
            return does.Leave(way)
        case acts.Scrolled(_, top, left):
            return does.Scroll(way, round(top), round(left))
        case _:
            return None
