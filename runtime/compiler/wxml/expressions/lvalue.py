"""Where in the data an expression stands: what `model:` gives a value back to.

Source: the reference (older generation: fields of the data); glass-easel (also members by computed keys, items of
loops, and names given by `let:`).
"""

from __future__ import annotations

import json
import re

from runtime.compiler.wxml.expressions.compile import code_of, js_string
from runtime.compiler.wxml.expressions.scope import Scope
from runtime.compiler.wxml.expressions.syntax import Expression, Index, Literal, Member, Name

# Steps of a path from the component's data, each as JavaScript.
Steps = tuple[str, ...]

_ESCAPED = re.compile(r"[.\[\]\\]")


def steps_of(expression: Expression, scope: Scope) -> Steps | None:
    """The path of an expression; None if it is no place in the data."""
    inner: list[str] = []
    while isinstance(expression, (Member, Index)):
        if isinstance(expression, Member):
            inner.append(js_string(expression.name))
        elif scope.is_newer or isinstance(expression.key, Literal):
            inner.append(code_of(expression.key, scope))
        else:
            return None
        expression = expression.object
    steps = _name(expression.name, scope) if isinstance(expression, Name) else None
    return None if steps is None else (*steps, *reversed(inner))


def constant_path(steps: Steps) -> str | None:
    """The path as `setData` takes it; None if a step is only known at run time."""
    try:
        values = [json.loads(step) for step in steps]
    except ValueError:
        return None
    text = "".join(f"[{value}]" if isinstance(value, int) else f".{_escape(value)}" for value in values)
    return text.removeprefix(".")


def _name(name: str, scope: Scope) -> Steps | None:
    if name in scope.wxs:
        return None
    let = scope.lets.get(name)
    if let is not None:
        return steps_of(*let.sources[0]) if scope.is_newer and len(let.sources) == 1 else None
    if name in scope.variables:
        return scope.places.get(name) if scope.is_newer else None
    return (js_string(name),)


def _escape(name: str) -> str:
    return _ESCAPED.sub(r"\\\g<0>", name)
