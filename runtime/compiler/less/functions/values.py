"""Functions on text, lists and kinds of values."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from urllib.parse import quote

from runtime.compiler.less.functions.arguments import BadArgument, Function, dimension, text, truth
from runtime.compiler.less.nodes import (
    Anonymous,
    Color,
    Detached,
    Dimension,
    Keyword,
    Listed,
    Node,
    Quoted,
    Spaced,
    Url,
)
from runtime.compiler.less.write import write

_PLACEHOLDER = re.compile(r"%[sdaSDA%]")
_GROUP = re.compile(r"\$(\d|&)")


def escape(value: Node) -> Anonymous:
    """URL-encoded."""
    return Anonymous(quote(text(value), safe="~!*'@$&/?,"))


def formatted(pattern: Node, *arguments: Node) -> Quoted:
    """`%("%d/%a", …)`."""
    following = iter(arguments)

    def fill(match: re.Match[str]) -> str:
        if match[0] == "%%":
            return "%"
        value = next(following, None)
        if value is None:
            return match[0]
        filled = text(value) if match[0][1] in "sS" else write(value)
        return quote(filled, safe="~!*'()") if match[0][1].isupper() else filled

    is_quoted = isinstance(pattern, Quoted)
    return Quoted(
        pattern.quote if isinstance(pattern, Quoted) else "",
        _PLACEHOLDER.sub(fill, text(pattern)),
        not is_quoted or (isinstance(pattern, Quoted) and pattern.is_escaped),
    )


def replaced(value: Node, pattern: Node, replacement: Node, flags: Node = Quoted("", "")) -> Quoted:  # noqa: B008
    """Replaces by a regular expression of JavaScript."""
    options = re.IGNORECASE if "i" in text(flags) else 0
    filling = _GROUP.sub(lambda match: "\\g<0>" if match[1] == "&" else f"\\g<{match[1]}>", text(replacement))
    try:
        result = re.sub(text(pattern), filling, text(value), count=0 if "g" in text(flags) else 1, flags=options)
    except (re.error, IndexError) as error:
        raise BadArgument("regular expression") from error
    if isinstance(value, Quoted):
        return Quoted(value.quote, result, value.is_escaped)
    return Quoted("", result, is_escaped=True)


def items_of(value: Node) -> list[Node]:
    """A list's members; anything else is a list of one."""
    return list(value.items) if isinstance(value, (Spaced, Listed)) else [value]


def extract(values: Node, index: Node) -> Node | None:
    """The n-th member, from 1."""
    position = int(dimension(index).value)
    members = items_of(values)
    return members[position - 1] if 0 < position <= len(members) else None


def make_range(start: Node, end: Node | None = None, step: Node = Dimension(1)) -> Node:  # noqa: B008
    """`range(1, 4)` → `1 2 3 4`."""
    first = dimension(start) if end is not None else Dimension(1)
    last = dimension(end if end is not None else start)
    width = dimension(step).value
    if width <= 0 or (last.value - first.value) / width > 10_000:
        raise BadArgument("number")
    count = int((last.value - first.value) / width + 1e-9) + 1
    return Spaced(tuple(Dimension(first.value + index * width, last.unit) for index in range(max(0, count))))


def _is(*kinds: type) -> Function:
    return lambda value: truth(isinstance(value, kinds))


def _has_unit(unit: str) -> Function:
    return lambda value: truth(isinstance(value, Dimension) and value.unit == unit)


def is_unit(value: Node, unit: Node) -> Keyword:
    """Whether a number has this unit."""
    return truth(isinstance(value, Dimension) and value.unit == text(unit))


def get_unit(value: Node) -> Anonymous:
    """The unit of a number."""
    return Anonymous(dimension(value).unit)


def _collected(make: Callable[[tuple[Node, ...]], Node]) -> Function:
    return lambda *values: make(values)


FUNCTIONS: Mapping[str, Function] = {
    "e": lambda value: Quoted('"', text(value), is_escaped=True),
    "escape": escape,
    "%": formatted,
    "replace": replaced,
    "length": lambda value: Dimension(float(len(items_of(value)))),
    "extract": extract,
    "range": make_range,
    "_self": lambda value: value,
    "~": _collected(lambda values: values[0] if len(values) == 1 else Listed(values)),
    "isnumber": _is(Dimension),
    "isstring": _is(Quoted),
    "iscolor": _is(Color),
    "iskeyword": _is(Keyword),
    "isurl": _is(Url),
    "isruleset": _is(Detached),
    "isdefined": lambda value: truth(True),
    "ispixel": _has_unit("px"),
    "ispercentage": _has_unit("%"),
    "isem": _has_unit("em"),
    "isunit": is_unit,
    "get-unit": get_unit,
}
