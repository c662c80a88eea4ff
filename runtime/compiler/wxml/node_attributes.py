"""Turns the attributes of an element into the static part and the dynamic values of its node."""

from __future__ import annotations

from collections.abc import Iterable

from runtime.compiler.wxml.block_builder import BlockBuilder
from runtime.compiler.wxml.context import Context
from runtime.compiler.wxml.directives import is_directive
from runtime.compiler.wxml.expressions.compile import js_string
from runtime.compiler.wxml.expressions.finding import Finding
from runtime.compiler.wxml.expressions.lvalue import constant_path, steps_of
from runtime.compiler.wxml.expressions.scope import Compiled, Scope
from runtime.compiler.wxml.expressions.syntax import Member, Name
from runtime.compiler.wxml.names import EventName, camel_case, dataset_key, event_name
from runtime.compiler.wxml.syntax import Attribute, Element
from runtime.compiler.wxml.template import Json
from runtime.compiler.wxml.values import Constant, attribute_value, js_value
from runtime.compiler.wxml.view_wxs import names_wxs

_OWN_FIELDS = frozenset({"id", "class", "style", "hidden", "slot"})
_TEXT_FIELDS = frozenset({"id", "class", "style"})
# Handled elsewhere (slot:, let:), or combined with class and style.
_CONSUMED_PREFIXES = frozenset({"slot", "let", "class", "style"})
_PREFIXES = _CONSUMED_PREFIXES | {"mark", "model", "change", "generic", "worklet", "extra-attr"}


class NodeAttributes:
    """Adds the attributes of one element to the node `number` of a block."""

    def __init__(self, builder: BlockBuilder, number: int, element: Element, scope: Scope, context: Context) -> None:
        self.builder = builder
        self.number = number
        self.element = element
        self.scope = scope
        self.context = context
        self.node: dict[str, Json] = builder.nodes[number]
        self.is_host = "host" in self.node
        self.start = 0
        self.prefixed = [attribute for attribute in element.attributes if ":" in attribute.name]
        changes = [a.name.partition(":")[2] for a in self.prefixed if a.name.startswith("change:")]
        self.observed = {camel_case(name) for name in changes}
        self.properties: list[str] = []

    def add(self) -> None:
        """Adds all of them; of two with one name the last counts, and camelCase counts before dashes."""
        winners = {attribute.name: attribute for attribute in self.element.attributes}
        for name, attribute in self._in_order(winners):
            if name == "__proto__" or is_directive(name):
                continue
            self.start = attribute.start
            prefix, colon, rest = name.partition(":")
            event = event_name(name)
            if event is not None:
                self._event(event, attribute)
            elif name.startswith("data-"):
                self._dataset(name, attribute)
            elif colon and rest:
                self._prefixed(prefix, rest, attribute)
            elif name in _OWN_FIELDS:
                self._own_field(name, attribute)
            elif "-" not in name or camel_case(name) not in winners:
                self._property(camel_case(name), attribute)
        if self.prefixed:
            self._combine("class", " ")
            self._combine("style", ";")
        self._note_order()

    def _in_order(self, attributes: dict[str, Attribute]) -> Iterable[tuple[str, Attribute]]:
        """A component gets its properties as they are written; in the older generation, in the order of their names."""
        is_sorted = self.is_host and not self.context.is_newer
        return sorted(attributes.items(), key=lambda one: one[0]) if is_sorted else attributes.items()

    def _note_order(self) -> None:
        """Without a word about it constants are given before what is bound."""
        constants = list(self.node.get("attrs", ())) if self.is_host else []
        if constants and self.properties[: len(constants)] != constants:
            self.node["order"] = list(self.properties)

    def _own_field(self, name: str, attribute: Attribute) -> None:
        if self.prefixed and any(a.name.startswith(f"{name}:") for a in self.prefixed):
            return  # _combine adds it
        value = self._value(attribute)
        if not isinstance(value, Constant):
            self._bind(name, "", value)
        elif name == "class":
            self.node[name] = class_text(value.value, is_newer=self.context.is_newer)
        else:
            self.node[name] = value.value

    def _property(self, name: str, attribute: Attribute) -> None:
        value = self._value(attribute)
        self.properties.append(name)
        if isinstance(value, Constant):
            self._part("attrs")[name] = value.value
        elif name == "animation":
            self._bind("animation", name, value)
        else:
            self._bind("prop" if self.is_host else "attr", name, value)
            if self.is_host and name in self.observed:
                self._bind("attr", name, value)

    def _dataset(self, name: str, attribute: Attribute) -> None:
        key = dataset_key(name[5:])
        if name != name.lower():
            self._report("wxml/dataset-capitals", attribute, name=name, key=key)
        self._constant_or_bind("data", key, attribute)

    def _constant_or_bind(self, kind: str, key: str, attribute: Attribute) -> None:
        value = self._value(attribute)
        if isinstance(value, Constant):
            self._part(kind)[key] = value.value
        else:
            self._bind(kind, key, value)

    # -- events

    def _event(self, event: EventName, attribute: Attribute) -> None:
        events: list[Json] = self.node.setdefault("events", [])
        value = self._value(attribute)
        if isinstance(value, Constant):
            handler = "" if isinstance(value.value, bool) else str(value.value)
            events.append([event.type, event.form, handler, -1])
            if handler:
                self.context.note_handler(handler, event.type, attribute)
            return
        wxs = self._wxs_member(attribute)
        if wxs is not None:
            phase = "capture:" if event.form.startswith("capture-") else ""
            self._part("wxsEvents")[phase + event.type] = wxs
        # Whether an event is caught here, the view has to know: a catch without a handler catches nothing.
        is_needed = event.form.endswith("catch") or names_wxs(attribute, self.scope.wxs)
        kind = "wxsevent" if wxs else "handler" if is_needed else "event"
        entry: list[Json] = [event.type, event.form, "", 0]
        self.builder.refer(entry, self._bind(kind, event.type, value))
        events.append(entry)

    def _wxs_member(self, attribute: Attribute) -> list[str] | None:
        """`{{module.function}}` as [module, function]."""
        whole = attribute.value.whole if attribute.value else None
        if whole is not None and isinstance(whole.expression, Member):
            module = whole.expression.object
            if isinstance(module, Name) and module.name in self.scope.wxs:
                return [self.scope.wxs[module.name], whole.expression.name]
        return None

    # -- prefixes

    def _prefixed(self, prefix: str, rest: str, attribute: Attribute) -> None:
        if prefix == "mark" or (prefix == "data" and self.context.is_newer):
            self._constant_or_bind(prefix, rest, attribute)
        elif prefix == "generic":
            self._generic(rest, attribute)
        elif prefix == "model":
            self._model(camel_case(rest), attribute)
        elif prefix == "change":
            self._change(camel_case(rest), attribute)
        elif prefix == "worklet":
            self._worklet(rest, attribute)
        elif prefix == "extra-attr":
            self._property(rest, attribute)
        elif prefix not in _CONSUMED_PREFIXES:
            if prefix:
                self._report("wxml/unknown-prefix", attribute, name=attribute.name, prefix=prefix)
            self._property(attribute.name, attribute)

    def _generic(self, name: str, attribute: Attribute) -> None:
        tag = attribute.value.static if attribute.value else None
        if not tag:
            self._report("wxml/generic-not-static", attribute, name=attribute.name)
            return
        self._part("generics")[name] = tag
        self.context.note_tag(tag, self.element)

    def _worklet(self, name: str, attribute: Attribute) -> None:
        """The view asks for the method when the element is there."""
        method = attribute.value.static if attribute.value else None
        if method:
            self._part("worklets")[camel_case(name)] = method
            self.context.note_handler(method, name, attribute)

    def _model(self, name: str, attribute: Attribute) -> None:
        whole = attribute.value.whole if attribute.value else None
        expression = whole.expression if whole else None
        steps = steps_of(expression, self.scope) if expression else None
        path = constant_path(steps) if steps else None
        if steps is None:
            self._report("wxml/model-not-field", attribute, name=attribute.name)
        elif path is not None:
            self._part("model")[name] = path
        else:
            computed = Compiled(f"[{','.join(steps)}]", self._value_names(attribute))
            self._part("model")[name] = reference = ["", 0]
            self.builder.refer(reference, self._bind("model", name, computed))
        self._property(name, attribute)

    def _change(self, name: str, attribute: Attribute) -> None:
        wxs = self._wxs_member(attribute)
        if wxs is None:
            self._report("wxml/change-not-wxs", attribute, name=attribute.name)
        else:
            self._part("change")[name] = wxs

    def _combine(self, field: str, separator: str) -> None:
        """`class:on="{{x}}"` and `style:color="{{c}}"` join what `class` and `style` say."""
        extras = [a for a in self.prefixed if a.name.startswith(f"{field}:")]
        if not extras:
            return
        own = self.element.attribute(field)
        parts, names = [js_string("")], set[str]()
        for attribute in [own, *extras] if own else extras:
            value = js_value(self._value(attribute))
            names |= value.names
            rest = attribute.name.partition(":")[2]
            if not rest:
                parts.append(f"R.s({value.code})")
            elif field == "class":
                parts.append(f"({value.code}?{js_string(separator + rest)}:{js_string('')})")
            else:
                parts.append(f"{js_string(f'{separator}{rest}:')}+R.s({value.code})")
        self._bind(field, "", Compiled("+".join(parts), frozenset(names)))

    # -- parts

    def _value(self, attribute: Attribute) -> Constant | Compiled:
        name, value = attribute.name, attribute.value
        if (
            value is not None
            and len(value.pieces) > 1
            and name not in _TEXT_FIELDS
            and is_blank_beside_mustache(attribute)
        ):
            self._report("wxml/blank-beside-mustache", attribute, name=name)
        return attribute_value(value, self.scope, self.context.report)

    def _value_names(self, attribute: Attribute) -> frozenset[str]:
        value = attribute_value(attribute.value, self.scope, lambda _finding: None)
        return value.names if isinstance(value, Compiled) else frozenset()

    def _bind(self, kind: str, name: str, value: Compiled) -> int:
        line = self.context.source.line(self.start)
        return self.builder.bind(self.number, kind, name, line, value)

    def _part(self, name: str) -> dict[str, Json]:
        part: dict[str, Json] = self.node.setdefault(name, {})
        return part

    def _report(self, code: str, attribute: Attribute, **args: str) -> None:
        self.context.report(Finding(code, attribute.start, attribute.end, args))


def class_text(value: str | int | float | bool, *, is_newer: bool) -> str:
    """A constant as class names. In the newer generation `false` and `0` are names too."""
    if isinstance(value, str):
        return value
    if not value and not is_newer:
        return ""
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


def is_blank_beside_mustache(attribute: Attribute) -> bool:
    """Whether a value is one mustache with blanks around it, which makes it text."""
    value = attribute.value
    if value is None or len(value.pieces) < 2:
        return False
    texts = [piece for piece in value.pieces if isinstance(piece, str)]
    return len(value.pieces) - len(texts) == 1 and not "".join(texts).strip()
