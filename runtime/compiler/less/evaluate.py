"""Evaluates values: variables, calculations, calls, interpolation, conditions."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from runtime.compiler.less.functions import colors, numbers, values
from runtime.compiler.less.functions.arguments import BadArgument, Function, truth
from runtime.compiler.less.nodes import (
    Anonymous,
    Assignment,
    Call,
    Color,
    Comparison,
    Detached,
    Dimension,
    Keyword,
    Listed,
    Logic,
    Lookup,
    Negative,
    Node,
    Operation,
    Paren,
    PropertyReference,
    Quoted,
    Raw,
    Spaced,
    Url,
    Variable,
)
from runtime.compiler.less.scope import Frames, find_variable
from runtime.compiler.less.source import LessError, Place
from runtime.compiler.less.units import calculate, calculate_color, compare
from runtime.compiler.less.write import write

_INTERPOLATION = re.compile(r"([@$])\{([\w-]+)\}")
_BARE_VARIABLE = re.compile(r"@([\w-]+)")
FUNCTIONS: Mapping[str, Function] = {**colors.FUNCTIONS, **numbers.FUNCTIONS, **values.FUNCTIONS}
# These are functions of CSS as well: what Less cannot calculate is left to the browser.
_OF_CSS = frozenset(
    {"rgb", "rgba", "hsl", "hsla", "saturate", "contrast", "color", "alpha", "min", "max", "round", "abs", "mod"}
    | {"sin", "cos", "tan", "asin", "acos", "atan", "pow", "sqrt"}
)
_CALCULATING = frozenset({"calc"})
MAX_INTERPOLATIONS = 100
MAX_TEXT_LENGTH = 1_000_000


class Lookups(Protocol):
    """Who evaluates blocks: mixin calls and detached rulesets whose members are read."""

    def look_up(self, lookup: Lookup, frames: Frames) -> Node: ...


@dataclass(frozen=True, slots=True)
class Mode:
    """`divides`: `/` is a division here. `in_calc`: nothing is calculated, CSS does."""

    divides: bool = False
    in_calc: bool = False


_PLAIN, _DIVIDING, _IN_CALC = Mode(), Mode(divides=True), Mode(in_calc=True)


@dataclass
class ValueEvaluator:
    """Evaluates values in frames. `default` is what `default()` gives in a guard.

    `check` is called wherever values may multiply; it raises LessStopped when the time is over.
    """

    lookups: Lookups
    check: Callable[[], None]
    default: bool | None = None
    _evaluating: set[tuple[str, int]] = field(default_factory=set)

    def evaluate(self, node: Node, frames: Frames, mode: Mode = _PLAIN) -> Node:
        """The value without variables and calculations. Raises LessError."""
        match node:
            case Dimension() | Color() | Keyword() | Anonymous():
                return node
            case Quoted():
                return replace(node, text=self.interpolate(node.text, frames))
            case Raw():
                return Raw(self.interpolate(node.text, frames, has_bare_variables=node.has_bare_variables))
            case Url(value):
                inner = self.evaluate(value, frames)
                return Url(inner if isinstance(inner, (Quoted, Raw, Anonymous)) else Anonymous(write(inner)))
            case Variable():
                return self._variable(node, frames)
            case PropertyReference(name, place):
                return self._property(name, frames, place)
            case Call():
                return self._call(node, frames)
            case Assignment(key, value):
                return Assignment(key, self.evaluate(value, frames))
            case Operation():
                return self._operation(node, frames, mode)
            case Negative(value):
                return self._negative(self.evaluate(value, frames, mode))
            case Paren(value):
                return self.evaluate(value, frames, mode if mode.in_calc else _DIVIDING)
            case Spaced(items):
                self.check()
                return Spaced(tuple(self.evaluate(item, frames, mode) for item in items))
            case Listed(items):
                self.check()
                return Listed(tuple(self.evaluate(item, frames, mode) for item in items))
            case Detached():
                return node if node.frames is not None else replace(node, frames=frames)
            case Lookup():
                return self.lookups.look_up(node, frames)
            case Comparison() | Logic():
                return truth(self.is_true(node, frames))

    # ------------------------------------------------------------ names

    def _variable(self, node: Variable, frames: Frames) -> Node:
        name = node.name
        if node.is_indirect:
            inner = self._variable(Variable(name, node.place), frames)
            name = inner.text if isinstance(inner, (Quoted, Keyword, Anonymous, Raw)) else write(inner)
        return self.variable(name, frames, node.place)

    def variable(self, name: str, frames: Frames, place: Place | None = None) -> Node:
        """The value of a variable."""
        self.check()
        binding = find_variable(frames, name)
        if binding is None:
            raise LessError("less/undefined-variable", place, {"name": name})
        key = (name, id(binding))
        if key in self._evaluating:
            raise LessError("less/recursive-variable", place, {"name": name})
        self._evaluating.add(key)
        try:
            return self.evaluate(binding.value, frames if binding.frames is None else binding.frames)
        finally:
            self._evaluating.discard(key)

    def _property(self, name: str, frames: Frames, place: Place | None = None) -> Node:
        for scope in frames:
            declaration = scope.properties.get(name)
            if declaration is not None:
                key = ("$" + name, id(declaration))
                if key in self._evaluating:
                    raise LessError("less/recursive-variable", place, {"name": name})
                self._evaluating.add(key)
                try:
                    return self.evaluate(declaration.value, frames)
                finally:
                    self._evaluating.discard(key)
        raise LessError("less/undefined-variable", place, {"name": "$" + name})

    def interpolate(self, text: str, frames: Frames, *, has_bare_variables: bool = False) -> str:
        """The text with `@{name}`, `${name}` (and `@name`, where it is known) replaced."""

        def fill(match: re.Match[str]) -> str:
            found = self.variable(match[2], frames) if match[1] == "@" else self._property(match[2], frames)
            return _as_text(found)

        for _ in range(MAX_INTERPOLATIONS):
            replaced = _INTERPOLATION.sub(fill, text)
            if replaced == text:
                break
            if len(replaced) > MAX_TEXT_LENGTH:
                raise LessError("less/too-long-text")
            text = replaced
        if has_bare_variables and "@" in text:
            text = _BARE_VARIABLE.sub(
                lambda match: write(self.variable(match[1], frames)) if find_variable(frames, match[1]) else match[0],
                text,
            )
        return text

    # ------------------------------------------------------------ calls and calculations

    def _call(self, node: Call, frames: Frames) -> Node:
        name = node.name.lower()
        if name == "default" and self.default is not None and not node.arguments:
            return truth(self.default)
        if name == "if" and len(node.arguments) >= 2:
            if self.is_true(node.arguments[0], frames):
                return self.evaluate(node.arguments[1], frames)
            return self.evaluate(node.arguments[2], frames) if len(node.arguments) > 2 else Anonymous("")
        if name == "boolean" and len(node.arguments) == 1:
            return truth(self.is_true(node.arguments[0], frames))
        if name == "isdefined" and len(node.arguments) == 1 and isinstance(node.arguments[0], Variable):
            return truth(find_variable(frames, node.arguments[0].name) is not None)
        function = FUNCTIONS.get(name)
        mode = _IN_CALC if name in _CALCULATING else _DIVIDING if name in numbers.FUNCTIONS else _PLAIN
        arguments = tuple(self.evaluate(argument, frames, mode) for argument in node.arguments)
        if function is None:
            return replace(node, arguments=arguments)
        try:
            result = function(*arguments)
        except (BadArgument, TypeError, ValueError, ArithmeticError) as error:
            # Beside a wrong kind: what numbers cannot hold, such as infinity as a whole number.
            if name in _OF_CSS:
                return replace(node, arguments=arguments)
            wanted = str(error) if isinstance(error, BadArgument) else "–"
            details = {"name": node.name, "wanted": wanted}
            raise LessError("less/bad-argument", node.place, details) from error
        return replace(node, arguments=arguments) if result is None else result

    def _operation(self, node: Operation, frames: Frames, mode: Mode) -> Node:
        left = self._operand(node.left, frames, mode)
        right = self._operand(node.right, frames, mode)
        kept = Operation(node.operator.removeprefix("."), left, right, node.is_spaced, node.place)
        if mode.in_calc or (node.operator == "/" and not mode.divides):
            return kept
        operator = node.operator.removeprefix(".")
        try:
            if isinstance(left, Dimension) and isinstance(right, Dimension):
                return calculate(operator, left, right)
            if isinstance(left, Color) or isinstance(right, Color):
                first, second = _as_color(left), _as_color(right)
                if first is not None and second is not None:
                    return calculate_color(operator, first, second)
        except ZeroDivisionError as error:
            raise LessError("less/division-by-zero", node.place) from error
        except ArithmeticError:
            return kept
        if isinstance(left, Operation) or isinstance(right, Operation) or operator == "/":
            return kept
        details = {"operator": operator, "left": write(left), "right": write(right)}
        raise LessError("less/bad-operation", node.place, details)

    def _operand(self, node: Node, frames: Frames, mode: Mode) -> Node:
        if mode.in_calc and isinstance(node, Paren):
            inner = self.evaluate(node.value, frames, mode)
            return inner if isinstance(inner, Dimension) else Paren(inner)
        if mode.in_calc and isinstance(node, (Variable, Call)):
            return self.evaluate(node, frames)
        return self.evaluate(node, frames, mode)

    def _negative(self, value: Node) -> Node:
        if isinstance(value, Dimension):
            return Dimension(-value.value, value.unit)
        return Negative(value)

    # ------------------------------------------------------------ conditions

    def is_true(self, node: Node, frames: Frames) -> bool:
        """Whether a condition holds. Only the word `true` is true by itself."""
        if isinstance(node, Logic):
            results = (self.is_true(item, frames) for item in node.items)
            if node.operator == "not":
                return not next(results)
            return all(results) if node.operator == "and" else any(results)
        if not isinstance(node, Comparison):
            value = self.evaluate(node, frames)
            return isinstance(value, Keyword) and value.text == "true"
        order = _order(self.evaluate(node.left, frames, _DIVIDING), self.evaluate(node.right, frames, _DIVIDING))
        return order in _WANTED[node.operator]


_WANTED: Mapping[str, tuple[int, ...]] = {"=": (0,), "<": (-1,), ">": (1,), "<=": (-1, 0), ">=": (0, 1)}


def _order(left: Node, right: Node) -> int | None:
    if isinstance(left, Dimension) and isinstance(right, Dimension):
        return compare(left, right)
    if isinstance(left, Color) and isinstance(right, Color):
        same = (left.red, left.green, left.blue, left.alpha) == (right.red, right.green, right.blue, right.alpha)
        return 0 if same else None
    if isinstance(left, Quoted) and isinstance(right, Quoted) and not left.is_escaped and not right.is_escaped:
        return (left.text > right.text) - (left.text < right.text)
    return 0 if write(left) == write(right) else None


def _as_text(node: Node) -> str:
    return node.text if isinstance(node, Quoted) else write(node)


def _as_color(node: Node) -> Color | None:
    if isinstance(node, Dimension):
        return Color(node.value, node.value, node.value)
    return node if isinstance(node, Color) else None
