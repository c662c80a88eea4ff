"""Finds the mixins that a call means: by name, by arguments and by guards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from runtime.compiler.less.evaluate import ValueEvaluator
from runtime.compiler.less.nodes import Listed, MixinCall, MixinDefinition, Node, Parameter, Ruleset, Spaced
from runtime.compiler.less.scope import Binding, Callable, Frames, Scope
from runtime.compiler.less.source import LessError
from runtime.compiler.less.write import write


@dataclass(frozen=True, slots=True)
class Match:
    """A mixin that a call may mean. `spaces` are the namespaces on the way, which may have guards of their own."""

    target: Callable
    spaces: tuple[Callable, ...]


def find_in(callables: Iterable[Callable], path: tuple[str, ...], spaces: tuple[Callable, ...] = ()) -> list[Match]:
    """All mixins of a block with this path."""
    found: list[Match] = []
    for candidate in callables:
        for names in candidate.names:
            if path == names:
                found.append(Match(candidate, spaces))
                break
            if path[: len(names)] == names and candidate not in spaces:
                inner = Scope(origin=candidate.node)
                inner.define(candidate.node.body, candidate.frames)
                found += find_in(inner.callables, path[len(names) :], (*spaces, candidate))
                break
    return found


def evaluated_arguments(call: MixinCall, values: ValueEvaluator, frames: Frames) -> list[Parameter]:
    """The arguments with their values; `@list...` becomes one argument for each member."""
    arguments: list[Parameter] = []
    for argument in call.arguments:
        if argument.is_rest:
            value = values.variable(argument.name, frames, call.place)
            items = value.items if isinstance(value, (Spaced, Listed)) else (value,)
            arguments += [Parameter("", item) for item in items]
        elif argument.value is not None:
            arguments.append(Parameter(argument.name, values.evaluate(argument.value, frames)))
    return arguments


def takes(node: MixinDefinition | Ruleset, arguments: list[Parameter], values: ValueEvaluator, frames: Frames) -> bool:
    """Whether number and patterns of the arguments fit."""
    if isinstance(node, Ruleset):
        return not arguments
    parameters = node.parameters
    is_open = any(parameter.is_rest for parameter in parameters)
    required = [parameter for parameter in parameters if not parameter.name or parameter.value is None]
    optional = {parameter.name for parameter in parameters if parameter.name and parameter.value is not None}
    given = sum(1 for argument in arguments if argument.name not in optional)
    if given < len(required) - (1 if is_open else 0) or (not is_open and len(arguments) > len(parameters)):
        return False
    positional = [argument for argument in arguments if not argument.name]
    fixed = [parameter for parameter in parameters if not parameter.is_rest]
    for parameter, argument in zip(fixed, positional, strict=False):
        if not parameter.name and parameter.value is not None and argument.value is not None:
            wanted = values.evaluate(parameter.value, frames)
            if write(wanted) != write(argument.value):
                return False
    return True


def bind(
    node: MixinDefinition | Ruleset,
    arguments: list[Parameter],
    values: ValueEvaluator,
    definition: Frames,
    caller: Frames,
    call: MixinCall,
) -> Frames:
    """The frames in which the body is evaluated: the parameters, the definition's, the caller's."""
    outer = (*definition, *caller)
    if isinstance(node, Ruleset):
        return outer
    scope = Scope()
    frames = (scope, *outer)
    named = {argument.name: argument.value for argument in arguments if argument.name}
    positional = [argument.value for argument in arguments if not argument.name and argument.value is not None]
    known = {parameter.name for parameter in node.parameters}
    for name in named:
        if name not in known:
            raise LessError("less/no-such-parameter", call.place, {"name": name, "mixin": node.name})
    everything: list[Node] = []
    for parameter in node.parameters:
        if parameter.is_rest:
            if parameter.name:
                scope.variables[parameter.name] = Binding(_together(positional))
            everything += positional
            break
        value = named.get(parameter.name) if parameter.name else None
        if value is None and positional:
            value = positional.pop(0)
        if value is None and parameter.value is not None:
            value = values.evaluate(parameter.value, frames)
        if value is None:
            raise LessError("less/missing-argument", call.place, {"name": parameter.name, "mixin": node.name})
        if parameter.name:
            scope.variables[parameter.name] = Binding(value)
        everything.append(value)
    scope.variables["arguments"] = Binding(_together(everything))
    return frames


def _together(values: list[Node]) -> Node:
    return values[0] if len(values) == 1 else Spaced(tuple(values))


def choose(
    matches: list[Match], call: MixinCall, arguments: list[Parameter], values: ValueEvaluator, frames: Frames
) -> list[tuple[MixinDefinition | Ruleset, Frames]] | None:
    """The mixins to evaluate; None if no arguments fit, so that the search goes on further out."""
    plain: list[tuple[MixinDefinition | Ruleset, Frames]] = []
    by_default: dict[bool, list[tuple[MixinDefinition | Ruleset, Frames]]] = {True: [], False: []}
    fits = bound_any = False
    failure: LessError | None = None
    for match in matches:
        node = match.target.node
        if isinstance(node, Ruleset) and any(frame.origin is node for frame in frames):
            continue
        if not takes(node, arguments, values, match.target.frames):
            continue
        fits = True
        try:
            bound = bind(node, arguments, values, match.target.frames, frames, call)
        except LessError as error:
            failure = error
            continue
        bound_any = True
        otherwise = guards_hold(match, bound, values, default=True)
        normally = guards_hold(match, bound, values, default=False)
        if otherwise and normally:
            plain.append((node, bound))
        elif otherwise or normally:
            by_default[otherwise].append((node, bound))
    if not fits:
        return None
    if failure is not None and not bound_any:
        raise failure
    return plain + by_default[False] if plain or by_default[False] else by_default[True]


def guards_hold(match: Match, frames: Frames, values: ValueEvaluator, *, default: bool) -> bool:
    """Whether the guards of a mixin and of its namespaces hold, with this value of `default()`."""
    before, values.default = values.default, default
    try:
        nodes = [(space.node.guard, space.frames) for space in match.spaces]
        nodes.append((match.target.node.guard, frames))
        return all(guard is None or values.is_true(guard, inner) for guard, inner in nodes)
    finally:
        values.default = before
