"""Random programs (`pieces.py`) from a seed: components that use each other, and what is done to them.

Observers only set fields that come later in `FIELDS`, so that they come to rest.
"""

from __future__ import annotations

import json
from random import Random
from typing import Any

from tests.differential.programs.markup import EVENTS, Markup
from tests.differential.programs.pieces import Program
from tests.differential.programs.values import FIELDS

TYPES = {"n": "Number", "s": "String", "b": "Boolean", "l": "Array", "o": "Object"}


def make_program(seed: int, *, is_newer: bool) -> Program:
    """The program of a seed."""
    return _Maker(Random(seed), is_newer).program()


class _Maker(Markup):
    def __init__(self, random: Random, is_newer: bool) -> None:
        super().__init__(random, is_newer)
        self.relations: list[Program] = []

    # ------------------------------------------------------------ the whole

    def program(self) -> Program:
        for number in range(self.random.randint(0, 3)):
            self.behaviors[f"b{number}"] = self.behavior()
        count = self.random.randint(2, 5)
        names = [f"c{number}" for number in range(count)]
        if count > 2 and self.often(0.5):
            inner, outer = sorted(self.random.sample(names[:-1], 2))
            self.relations.append({"outer": outer, "inner": inner, "kind": self.one("parent", "ancestor")})
        for name in names:
            self.components[name] = self.component(is_root=name == names[-1])
        actions = [self.action() for _ in range(self.random.randint(1, 6))]
        return {
            "components": self.components, "behaviors": self.behaviors,
            "relations": self.relations, "actions": actions,
        }  # fmt: skip

    # ------------------------------------------------------------ definitions

    def behavior(self) -> Program:
        part = self.part([*self.behaviors], few=True)
        if self.often(0.2):
            field = self.one(*FIELDS)
            part["filter"] = self.one(
                f"def.data = Object.assign({{ {field}: {self.literal(field)} }}, def.data)",
                "if (filters[0]) filters[0](def); def.data = Object.assign({}, def.data, { extra: 1 })",
            )
        return part

    def part(self, behaviors: list[str], *, few: bool) -> Program:
        """What components and behaviors have both."""
        part: Program = {"behaviors": self.some(behaviors, 2) if self.often(0.5) else []}
        declared = self.some([name for name in FIELDS if self.is_newer or _is_given(name)], 2 if few else 5)
        part["properties"] = {name: self.property(name) for name in declared}
        free = [name for name in FIELDS if name not in declared]
        part["data"] = {name: self.value(name) for name in self.some(free, 2 if few else 6)}
        part["observers"] = {self.pattern(): [] for _ in range(self.random.randint(0, 2 if few else 3))}
        for pattern in part["observers"]:
            part["observers"][pattern] = self.observing(_last_field(pattern))
        for group, names, share in (
            ("lifetimes", ("created", "attached", "moved", "detached"), 0.35),
            ("pageLifetimes", ("show", "hide", "resize"), 0.2),
        ):
            part[group] = {name: self.lifetime(name) for name in names if self.often(share * (0.5 if few else 1))}
        part["methods"] = {f"h{number}": self.statements(-1) for number in range(3) if not few or self.often(0.2)}
        if self.is_newer:
            for body in part["methods"].values():
                if self.often(0.06):
                    body.append("return false")
        return part

    def component(self, *, is_root: bool) -> Program:
        part = self.part([*self.behaviors], few=False)
        part["options"] = self.options()
        part["externalClasses"] = ["my-class"] if self.often(0.2) else []
        self.now = part
        self.fields = self.all_fields(part)
        self.depth = 0
        self.slots_left = 0 if is_root else self.random.randint(0, 3)
        if self.often(0.3):
            part["templates"] = {f"t{number}": [] for number in range(self.random.randint(1, 2))}
            for name in part["templates"]:
                part["templates"][name] = self.nodes([("n0", "n"), ("s0", "s"), ("l0", "l")], inside="template")
        if self.often(0.12):
            self.is_included = self.is_newer
            part["included"] = self.nodes(self.scope(), inside="include")
            self.is_included = False
        part["template"] = self.nodes(self.scope())
        return part

    def options(self) -> Program:
        options: Program = {}
        kind = self.one("", "multipleSlots", "multipleSlots", "dynamicSlots" if self.is_newer else "")
        if kind:
            options[kind] = True
        if self.often(0.15):
            options["virtualHost"] = True
        if self.is_newer and self.often(0.1):  # the simulator engine knows no pure data
            options["pureDataPattern"] = self.one("/^n1$/", "/^[so]1$/", "/^l1$/")
        if self.often(0.1):
            options["addGlobalClass"] = True
        return options

    def property(self, name: str) -> Program:
        declared: Program = {"type": "null" if self.is_newer and self.often(0.08) else TYPES[name[0]]}
        if self.often(0.5):
            declared["value"] = self.literal(name)
        if self.is_newer and self.often(0.1):  # the simulator engine knows no further types
            declared["optionalTypes"] = ", ".join(self.some(TYPES.values(), 2))
        if self.often(0.35):
            is_quiet = not self.is_newer and name[0] in "lo"  # equal ones are told again there
            declared["observer"] = [] if is_quiet else self.observing(FIELDS.index(name))
        return declared

    def pattern(self) -> str:
        def one() -> str:
            name = self.one(*FIELDS)
            if name[0] == "o" and self.is_newer:
                return str(name + self.one("", ".x", ".y", ".y.z", ".**", ".y.**"))
            if name[0] in "ol" and not self.is_newer:  # it reads through null, and throws
                return str(name + self.one("", ".**"))
            if name[0] == "l":
                return str(name + self.one("", "[0]", "[0].v", ".**", "[1].**", ".length"))
            return str(name)

        if self.often(0.06):
            return "**"
        return ", ".join(dict.fromkeys(one() for _ in range(self.one(1, 1, 1, 2, 3))))

    # ------------------------------------------------------------ statements

    def lifetime(self, name: str) -> list[str]:
        if name == "created":
            return [self.trigger()] if self.often(0.2) else []
        if name == "detached" and not self.is_newer:  # the simulator engine takes parts out in an order of its own
            return []
        # What a component that is gone sets of its own is drawn by glass-easel all the same, for nobody to see.
        return self.statements(len(FIELDS) if name == "detached" else -1)

    def statements(self, after: int) -> list[str]:
        """Statements that set only fields after that one."""
        return [self.statement(after) for _ in range(self.one(0, 0, 1, 1, 2))]

    def observing(self, after: int) -> list[str]:
        """What an observer does. The simulator engine tells equal values at times of its own."""
        if self.is_newer:
            return self.statements(after)
        free = [name for name in FIELDS[after + 1 :] if not _is_given(name)]
        return [f"if (may(this)) this.setData({{ {name}: {self.literal(name)} }})" for name in self.some(free, 1)]

    def statement(self, after: int) -> str:
        free = FIELDS[after + 1 :]
        kind = self.random.random()
        if kind < 0.55 and free:
            callback = ", () => log(me(this), 'rendered')" if self.often(0.1) else ""
            return f"if (may(this)) this.setData({self.change(free)}{callback})"
        if kind < 0.8:
            return self.trigger()
        if kind < 0.9:
            all_ = "true" if self.often(0.5) else "false"
            return f"log('found', pick(this, '{self.selector()}', {all_}).map(me))"
        if self.relations:
            relation = self.one(*self.relations)
            name = self.one(relation["outer"], relation["inner"])
            return f"log('related', (this.getRelationNodes('../{name}/{name}') || []).map(me))"
        return self.trigger()

    def selector(self) -> str:
        return str(self.one("#i0", "#i1", ".k0", ".k1", ".k0.k1", "#i0 .k0", ".k1 > .k0", ".w >>> .k0"))

    def trigger(self) -> str:
        chosen = [f"{name}: true" for name in ("bubbles", "composed", "capturePhase") if self.often(0.4)]
        options = f", {{ {', '.join(chosen)} }}" if chosen else ", {}"
        detail = self.one("{}", "{ v: 1 }", "{ n: this.data.n0 }", "{ s: this.data.s0 }")
        return f"tell(this, '{self.one(*EVENTS)}', {detail}{options})"

    def change(self, free: Any) -> str:
        """The object of a setData. The simulator engine gives a property again whenever anything else is given."""
        if not self.is_newer:
            free = [name for name in free if not _is_given(name)] or ["n2"]
        entries = dict(self.entry(self.one(*free)) for _ in range(self.one(1, 1, 1, 2, 3)))
        return f"{{ {', '.join(f'{json.dumps(key)}: {value}' for key, value in entries.items())} }}"

    def entry(self, name: str) -> tuple[str, str]:
        if name[0] == "o" and self.often(0.6):
            path = self.one(".x", ".y.z", ".y", ".q")
            value = {".x": self.number(), ".y.z": self.text(), ".y": f"{{ z: {self.text()} }}", ".q": self.number()}
            return name + path, value[path]
        if name[0] == "l" and self.often(0.4):
            path = self.one(".v", ".v", ".on", "")
            value = {".v": self.number(), ".on": self.one("true", "false"), "": self.row("z")}
            return f"{name}[0]{path}", value[path]
        if name[0] == "n" and self.often(0.3):
            return name, f"this.data.{name} + 1"
        if name[0] == "b" and self.often(0.5):
            return name, f"!this.data.{name}"
        return name, self.literal(name)

    # ------------------------------------------------------------ actions

    def action(self) -> Program:
        kind = self.random.random()
        if kind < 0.3:
            return {"code": f"this.setData({self.change(self.fields or FIELDS)})"}
        lists = [field for field in self.fields if field[0] == "l"]
        if kind < 0.5 and lists:
            return {"code": self.rows(self.one(*lists), "this")}
        if kind < 0.6:
            return {"code": f"pick(this, '{self.selector()}', true).forEach((c) => {{ {self.of_other()} }})"}
        if kind < 0.75:
            number = self.random.randint(0, 20)
            return {"code": f"const c = instances[{number} % instances.length]; if (c) {{ {self.of_other()} }}"}
        if kind < 0.9:
            return {"event": self.one("tap", "tap", "tap", "load"), "at": self.random.randint(0, 20)}
        return {"page": self.one("hide", "show")}

    def of_other(self) -> str:
        if self.often(0.6):
            return f"c.setData({self.change(FIELDS).replace('this.', 'c.')})"
        return self.trigger().replace("this", "c")

    def rows(self, field: str, of: str) -> str:
        """Moves rows about. No key comes twice: there the releases of glass-easel differ."""
        number = self.random.randint(0, 3)
        change = self.one(
            f"l.splice({number}, 1)", f"l.splice({number}, 0, {self.row('g')})", "l.reverse()",
            "l.push(l.shift())", "l.unshift(l.pop())", f"l.push({self.row('h')})", "l.length = 0",
            f"l.splice({number}, 1, {self.row('g')}); l.reverse()",
            "l.sort((a, b) => a.v - b.v)", f"l.splice(0, {number}); l.push({self.row('h')}, {self.row('g')})",
        )  # fmt: skip
        whole = f"const l = ({of}.data.{field} || []).filter((row) => row && !'ghz'.includes(row.k))"
        guard = "if (l.length === 0) l.push({ k: 'a', v: 1, on: true })"
        return f"{whole}; {guard}; {change}; {of}.setData({{ {field}: l.filter(Boolean) }})"


def _is_given(name: str) -> bool:
    """Whether a field may be a property, and nothing that a component sets itself, in the older generation."""
    return name.endswith("0")


def _last_field(pattern: str) -> int:
    if pattern == "**":
        return len(FIELDS)
    return max(FIELDS.index(path[:2]) for path in pattern.split(", "))
