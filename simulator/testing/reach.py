"""Whether a finger would touch an element now: on a screen it rests where it is, and nothing lies over its middle."""

from __future__ import annotations

from typing import Any

from runtime.protocol import automation
from runtime.protocol.program_questions import FoundNode
from simulator.testing.nodes import find_nodes
from simulator.testing.run import Run

__tracebackhide__ = True


class Reach:
    """For one action, asked again and again until there is no `obstacle`."""

    def __init__(self, run: Run, page_id: int) -> None:
        self._run = run
        self._page_id = page_id
        self._former: Any = None
        self._has_scrolled = False

    def obstacle(self, node: FoundNode) -> str:
        """What is in the way, in words; empty if nothing is."""
        box = self._ask(automation.Rect(id=node.ref[0], node=node.ref[1]))
        former, self._former = self._former, (node.ref, box)
        if former != self._former:
            # Looked at once more with the next frame.
            self._ask(automation.PaintedNow())
            return self.obstacle(node) if former is None else "the element is moving"
        over = self._over(node, box)
        if over and not self._has_scrolled:
            # What is fixed at an edge of the screen lies over what is there.
            self._has_scrolled = True
            self._ask(automation.Scroll(dy=box["top"] + box["height"] / 2 - self._run.program.device.height / 3))
            return over
        return over

    def _over(self, node: FoundNode, box: Any) -> str:
        """Of a place that is not on the screen nobody knows; it will be scrolled there."""
        hit = self._ask(automation.At(box["left"] + box["width"] / 2, box["top"] + box["height"] / 2))
        if hit is None or (hit["id"], hit["node"]) == node.ref:
            return ""
        found = find_nodes(self._run, self._page_id, "", [(hit["id"], hit["node"])])
        if not found or node.ref in [one.ref for one in found[0].around]:
            return ""
        classes = str(found[0].attr.get("class") or "").split()
        return f"<{found[0].tag}{''.join(f'.{name}' for name in classes)}> lies over its middle"

    def _ask(self, action: automation.AutomationAction) -> Any:
        asked = self._run.door.inquiries.ask_page
        return self._run.do(lambda done: asked(self._page_id, action, done), "the place of an element")
