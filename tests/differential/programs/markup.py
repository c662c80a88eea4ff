"""Random templates: conditions, lists, slots and their content, components with values for their properties."""

from __future__ import annotations

from random import Random
from typing import Any

from tests.differential.programs.pieces import Program
from tests.differential.programs.values import FIELDS, Scope, Values

EVENTS = ("e0", "e1", "e2")
BINDS = ("bind", "bind", "bind", "catch", "mut-bind", "capture-bind", "capture-catch")
SLOT_NAMES = ("", "a", "b")


class Markup(Values):
    """Writes templates of the component `now`, which has `fields`; `components` and `behaviors` can be used."""

    def __init__(self, random: Random, is_newer: bool) -> None:
        super().__init__(random)
        self.is_newer = is_newer
        self.components: dict[str, Program] = {}
        self.behaviors: dict[str, Program] = {}
        self.now: Program = {}
        self.fields: list[str] = []
        self.depth = 0
        self.slots_left = 0

    def scope(self) -> Scope:
        """Names that a template sees, with their kinds; rows have the kind r."""
        return [(name, name[0]) for name in self.fields]

    def nodes(self, scope: Scope, inside: str = "") -> list[Program]:
        self.depth += 1
        out: list[Program] = []
        for _ in range(self.one(1, 1, 2, 2, 3) if self.depth < 4 else self.one(0, 1)):
            out += self.siblings(scope, inside)
        self.depth -= 1
        return out

    def siblings(self, scope: Scope, inside: str) -> list[Program]:
        if self.often(0.2):
            return [self.words(scope)]
        if self.often(0.2):
            first = self.node(scope, inside, {"wx:if": self.bound("b", scope)})
            rest = []
            if self.often(0.4):
                rest.append(self.node(scope, inside, {"wx:elif": self.bound("b", scope)}))
            if self.often(0.5):
                rest.append(self.node(scope, inside, {"wx:else": True}))
            return [first, *rest]
        if self.often(0.25):
            row = self.one("item", "item", "r1", "r2")
            attributes: Program = {"wx:for": self.bound("l", scope)}
            if row != "item":
                attributes["wx:for-item"] = row
            inner = [*(entry for entry in scope if entry[0] not in (row, "index")), (row, "r"), ("index", "n")]
            if self.is_newer and self.often(0.85):  # the simulator engine moves rows in an order of its own
                attributes["wx:key"] = "k"
            if self.often(0.15):
                attributes["wx:if"] = self.bound("b", inner)
            return [self.node(inner, inside, attributes)]
        return [self.node(scope, inside, {})]

    def words(self, scope: Scope) -> Program:
        parts = [self.bound(self.one("n", "s", "b"), scope) for _ in range(self.one(1, 1, 2))]
        return {"text": self.one("", "t") + "-".join(parts)}

    def node(self, scope: Scope, inside: str, attributes: Program) -> Program:
        kind = self.random.random()
        if kind < 0.35 and self.components:
            return self.use(scope, inside, attributes)
        if kind < 0.45 and self.slots_left > 0 and inside != "template":
            self.slots_left -= 1
            return self.slot(scope, attributes)
        if kind < 0.52 and self.now.get("templates") and not inside:
            # A literal list is a new one each time here, and the same one in glass-easel.
            given = [name for name in ("n0", "s0", "l0") if name != "l0" or any(kind == "l" for _, kind in scope)]
            data = ", ".join(f"{name}: {self.expression(name[0], scope)}" for name in given)
            name = self.one(*self.now["templates"])
            return {"tag": "template", "attrs": {**attributes, "is": name, "data": f"{{{{{data}}}}}"}, "children": []}
        if kind < 0.56 and "included" in self.now and not inside and "wx:for" not in attributes:
            return {"tag": "include", "attrs": {**attributes, "src": "./included.wxml"}, "children": []}
        if kind < 0.64:
            return {"tag": "block", "attrs": attributes, "children": self.nodes(scope, inside)}
        attributes = {**attributes, **self.own(scope), **self.listeners(("tap", "tap", *EVENTS, "load"))}
        return {"tag": "view", "attrs": attributes, "children": self.nodes(scope, inside)}

    def own(self, scope: Scope) -> Program:
        """Attributes that every element has."""
        out: Program = {}
        if self.often(0.3):
            out["id"] = self.one("i0", "i1", "i2", f"i{self.bound('n', scope)}")
        if self.often(0.4):
            out["class"] = self.one("k0", "k1", "k0 k1", f"k0 {self.bound('s', scope)}", f"k{self.bound('n', scope)}")
        if self.often(0.1):
            out["style"] = self.one("color: red", f"width: {self.bound('n', scope)}px")
        if self.often(0.2):
            out["data-a"] = self.one("1", self.bound("n", scope), self.bound("s", scope), self.bound("o", scope))
        if self.often(0.1):
            out["mark:m"] = self.one("1", self.bound("n", scope))
        return out

    def listeners(self, types: Any) -> Program:
        out: Program = {}
        for _ in range(self.one(0, 0, 0, 1, 1, 2)):
            type_ = self.one(*types)
            if self.is_newer or not any(name.endswith(f":{type_}") for name in out):  # the simulator engine keeps one
                out[f"{self.one(*BINDS)}:{type_}"] = self.one("h0", "h1", "h2")
        return out

    def use(self, scope: Scope, inside: str, attributes: Program) -> Program:
        """A component with values for its properties and with content."""
        name = self.one(*self.components)
        part = self.components[name]
        attributes = {**attributes, **self.own(scope), **self.listeners((*EVENTS, *EVENTS, "tap"))}
        for field in self.all_properties(part):
            if self.often(0.65):
                attributes[field] = self.given(field, scope)
        if self.is_newer and self.often(0.25):
            # Of an object the owner would get the part that the component sets, in the place of the whole.
            fields = [field for field in self.all_properties(part) if field in self.fields and field[0] in "nsb"]
            if fields and inside != "template":
                field = self.one(*fields)
                attributes.pop(field, None)
                attributes[f"model:{field}"] = f"{{{{{field}}}}}"
        if part["externalClasses"] and self.often(0.7):
            attributes["my-class"] = self.one("k0", f"k{self.bound('n', scope)}")
        content = self.content(scope, part, inside) if self.often(0.6) else []
        return {"tag": name, "attrs": attributes, "children": content}

    def given(self, field: str, scope: Scope) -> str:
        kind = field[0]
        if self.often(0.1):
            return str(self.one("{{zz}}", "{{null}}", self.bound(self.one(*"nsblo"), scope), "5", "false", ""))
        if kind == "n" and self.often(0.1):
            return self.number()
        if kind == "s" and self.often(0.2):
            return f"t{self.bound('n', scope)}"
        return self.bound(kind, scope)

    def content(self, scope: Scope, part: Program, inside: str) -> list[Program]:
        is_dynamic = "dynamicSlots" in part["options"]
        # When components in the content of a dynamic slot hear of new values, releases of glass-easel differ.
        nodes = self.nodes([] if is_dynamic else scope, inside or "content")
        has_names = is_dynamic or "multipleSlots" in part["options"]
        for node in nodes:
            tag = node.get("tag", "")
            if has_names and tag in ("view", "slot", *self.components) and self.often(0.6):
                node["attrs"]["slot"] = self.one("a", "a", "b", self.bound("s", scope))
            if is_dynamic and tag in ("view", *self.components) and self.often(0.6):
                node["attrs"]["slot:sv"] = True
                node["children"].append({"text": f"{{{{sv}}}}{self.bound('n', scope)}"})
        return nodes

    def slot(self, scope: Scope, attributes: Program) -> Program:
        options = self.now["options"]
        attributes = dict(attributes)
        if not options.get("dynamicSlots"):
            attributes = {name: value for name, value in attributes.items() if not name.startswith("wx:for")}
            attributes.pop("wx:key", None)
        if options.get("multipleSlots") or options.get("dynamicSlots"):
            # What a dynamic slot shows that is renamed differs between releases of glass-easel.
            name = self.one(*SLOT_NAMES, "b" if options.get("dynamicSlots") else self.bound("s", scope))
            if name:
                attributes["name"] = name
        if options.get("dynamicSlots") and self.often(0.6):
            attributes["sv"] = self.bound(self.one("n", "s"), scope)
        return {"tag": "slot", "attrs": attributes, "children": []}

    # ------------------------------------------------------------ what a component has

    def all_fields(self, part: Program) -> list[str]:
        names = {*part["properties"], *part["data"]}
        for behavior in part["behaviors"]:
            names |= set(self.all_fields(self.behaviors[behavior]))
        return sorted(names, key=FIELDS.index)

    def all_properties(self, part: Program) -> list[str]:
        names = set(part["properties"])
        for behavior in part["behaviors"]:
            names |= set(self.all_properties(self.behaviors[behavior]))
        return sorted(names, key=FIELDS.index)
