"""Built-in components on a phone without a screen: what a tap or a typed text makes them tell the program.

Those that a test can do without coordinates: button, navigator, label, switch, checkbox, radio, form, input, textarea.
What they have become stays with them until the program gives them another value. Sliders, pickers and swipers only tell
what they are brought to; movements on them are for the full tier.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from runtime.protocol.events import ViewEvent
from runtime.protocol.program_questions import FoundNode
from simulator.testing.nodes import Ref

Find = Callable[[str, Ref], list[FoundNode]]
"""Looks for elements below one of the page."""

__tracebackhide__ = True
TURNED = ("switch", "checkbox", "radio")
TYPED = ("input", "textarea")
BROUGHT = ("slider", "picker", "picker-view", "swiper")
WITH_VALUE = (*TURNED, *TYPED, "slider", "picker", "checkbox-group", "radio-group")


class Controls:
    """Of one page. `find` looks below an element, `node` finds one by its number."""

    def __init__(self, find: Find, node: Callable[[Ref], FoundNode | None]) -> None:
        self._find = find
        self._node = node
        self._made: dict[Ref, tuple[Any, Any]] = {}

    def tapped(self, node: FoundNode) -> list[ViewEvent]:
        """What follows the tap on an element: by itself, or by the nearest one around it that acts."""
        for one in (node, *self._around(node)):
            if one.tag in _ACTS:
                return [] if one.attr.get("disabled") else _ACTS[one.tag](self, one)
        return []

    def typed(self, node: FoundNode, text: str, *, confirms: bool) -> list[ViewEvent]:
        """A text in place of what was in the field."""
        length = node.attr.get("maxlength", 140)
        value = text[: int(length)] if isinstance(length, int | float) and length >= 0 else text
        self._make(node, value)
        found = [
            _event(node, "focus", {"value": _text(self._given(node)), "height": 0}),
            _event(node, "input", {"value": value, "cursor": len(value), "keyCode": 0}),
        ]
        return [*found, _event(node, "confirm", {"value": value})] if confirms else found

    def brought(self, node: FoundNode, value: Any) -> list[ViewEvent]:
        """A control at another value than before."""
        if node.attr.get("disabled"):
            return []
        if node.tag == "swiper":
            return [_event(node, "change", {"current": value, "currentItemId": "", "source": "touch"})]
        self._make(node, value)
        is_index = node.tag == "picker" and node.attr.get("mode", "selector") == "selector"
        return [_event(node, "change", {"value": str(value) if is_index else value})]

    def left(self, node: FoundNode) -> list[ViewEvent]:
        """The field loses the focus."""
        value = _text(self.value(node))
        return [_event(node, "blur", {"value": value, "cursor": len(value)})]

    def value(self, node: FoundNode) -> Any:
        """What a control stands at: text, number, whether it is on, which are on."""
        if node.tag == "checkbox-group":
            return [_text(box.attr.get("value")) for box in self._find("checkbox", node.ref) if self.value(box)]
        if node.tag == "radio-group":
            return next((_text(box.attr.get("value")) for box in self._find("radio", node.ref) if self.value(box)), "")
        made = self._made.get(node.ref)
        if made is not None and made[0] == self._given(node):
            return made[1]
        return bool(self._given(node)) if node.tag in TURNED else self._given(node)

    # ------------------------------------------------------------ what each does

    def _switch(self, node: FoundNode) -> list[ViewEvent]:
        self._make(node, not self.value(node))
        return [_event(node, "change", {"value": self.value(node)})]

    def _checkbox(self, node: FoundNode) -> list[ViewEvent]:
        self._make(node, not self.value(node))
        group = self._nearest(node, "checkbox-group")
        return [_event(group, "change", {"value": self.value(group)})] if group else []

    def _radio(self, node: FoundNode) -> list[ViewEvent]:
        if self.value(node):
            return []
        group = self._nearest(node, "radio-group")
        for other in self._find("radio", group.ref) if group else ():
            self._make(other, False)
        self._make(node, True)
        return [_event(group, "change", {"value": _text(node.attr.get("value"))})] if group else []

    def _label(self, node: FoundNode) -> list[ViewEvent]:
        named = node.attr.get("for")
        inside = [] if named else [one for one in self._find("*", node.ref) if one.tag in (*TURNED, "button")]
        outermost = node.around[-1].ref if node.around else node.ref
        meant = self._find(f"#{named}", outermost) if named else inside
        return self.tapped(meant[0]) if meant else []

    def _button(self, node: FoundNode) -> list[ViewEvent]:
        found = []
        form = self._nearest(node, "form")
        if form and node.attr.get("formType") == "submit":
            found.append(_event(form, "submit", self._submitted(form)))
        if form and node.attr.get("formType") == "reset":
            for control in self._find("*", form.ref):
                self._made.pop(control.ref, None)
            found.append(_event(form, "reset", {"target": _target(form)}))
        if node.attr.get("openType"):
            found.append(_event(node, "opentype", {**node.attr}))
        return found

    def _navigator(self, node: FoundNode) -> list[ViewEvent]:
        attr, open_type = node.attr, node.attr.get("openType") or "navigate"
        goes = open_type in ("navigate", "redirect", "switchTab", "reLaunch")
        if goes and not attr.get("url") and attr.get("target") != "miniProgram":
            return []
        asked = {
            "openType": open_type, "url": attr.get("url") or "", "delta": attr.get("delta") or 1,
            "target": attr.get("target") or "self", "version": attr.get("version") or "release",
        }  # fmt: skip
        others = {name: attr[name] for name in ("appId", "path", "extraData", "shortLink") if name in attr}
        return [_event(node, "navigate", {**asked, **others})]

    # ------------------------------------------------------------ within

    def _submitted(self, form: FoundNode) -> dict[str, Any]:
        return {"value": {_name(one): self.value(one) for one in self._named(form)}, "target": _target(form)}

    def _named(self, form: FoundNode) -> list[FoundNode]:
        return [one for one in self._find("[name]", form.ref) if one.tag in WITH_VALUE]

    def _nearest(self, node: FoundNode, tag: str) -> FoundNode | None:
        return next((self._node(one.ref) for one in node.around if one.tag == tag), None)

    def _around(self, node: FoundNode) -> list[FoundNode]:
        nearest = next((one for one in node.around if one.tag in _ACTS), None)
        found = self._node(nearest.ref) if nearest else None
        return [found] if found else []

    def _given(self, node: FoundNode) -> Any:
        return node.attr.get("checked" if node.tag in TURNED else "value")

    def _make(self, node: FoundNode, value: Any) -> None:
        self._made[node.ref] = (self._given(node), value)


_ACTS: Mapping[str, Callable[[Controls, FoundNode], list[ViewEvent]]] = {
    "switch": Controls._switch,
    "checkbox": Controls._checkbox,
    "radio": Controls._radio,
    "label": Controls._label,
    "button": Controls._button,
    "navigator": Controls._navigator,
}


def _event(node: FoundNode, type_: str, detail: Any) -> ViewEvent:
    return ViewEvent(type_, node.ref[0], node.ref[1], exact=True, ts=1.0, bubbles=False, detail=detail)


def _target(node: FoundNode) -> dict[str, Any]:
    return {"id": node.attr.get("id") or "", "dataset": {}}


def _name(node: FoundNode) -> str:
    return _text(node.attr.get("name"))


def _text(value: Any) -> str:
    return "" if value is None else value if isinstance(value, str) else str(value)
