"""Evaluates statements: blocks, mixin calls, imports, nesting. The result is rules with finished selectors.

A block may call mixins that call themselves many times over. So blocks are evaluated by generators that hand the
blocks below them to one loop, and depth costs memory alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from runtime.compiler.less.at_rules import NESTING, ROOTED, all_of, media_prelude, prelude_text
from runtime.compiler.less.blocks import Body, Context, Importer, Step
from runtime.compiler.less.evaluate import ValueEvaluator
from runtime.compiler.less.extend import Extend
from runtime.compiler.less.functions.values import items_of
from runtime.compiler.less.mixins import choose, evaluated_arguments, find_in
from runtime.compiler.less.nodes import (
    Anonymous,
    AtRule,
    Call,
    Declaration,
    Detached,
    Extension,
    FunctionCall,
    Import,
    Keyword,
    Lookup,
    MixinCall,
    Node,
    Parameter,
    Ruleset,
    Statement,
    Variable,
    VariableCall,
    VariableDefinition,
)
from runtime.compiler.less.output import Out, OutAtRule, OutDeclaration, OutRule, OutText
from runtime.compiler.less.scope import Binding, Frames, Scope, find_variable
from runtime.compiler.less.selectors import Selector, join, parse_selector, parse_targets, split_extends, split_list
from runtime.compiler.less.source import LessError, LessStopped, Place
from runtime.compiler.less.write import write
from runtime.diagnostics import Diagnostic

MAX_DEPTH = 2_500
MAX_BLOCKS = 200_000


class RuleEvaluator:
    """Evaluates one style sheet with everything that it imports."""

    def __init__(self, importer: Importer, is_over: Callable[[], bool]) -> None:
        self.importer = importer
        self.is_over = is_over
        self.values = ValueEvaluator(self, self.check)
        self.current: Place | None = None
        self.extends: list[Extend] = []
        self.diagnostics: list[Diagnostic] = []
        self._blocks = 0

    def run(self, statements: tuple[Statement, ...]) -> list[Out]:
        """The rules of a file."""
        body = self._loop(self._body(statements, (), Context(), None))
        for declaration in body.declarations:
            self._report(LessError("less/declaration-at-root", declaration.place, {"name": declaration.name}))
        return body.outs

    def look_up(self, lookup: Lookup, frames: Frames) -> Node:
        """A member of a mixin's result or of a detached ruleset (`evaluate.Lookups`)."""
        if isinstance(lookup.target, MixinCall):
            body = self._loop(self._mixin_call(lookup.target, frames, Context()))
        else:
            body = self._detached_body(self.values.evaluate(lookup.target, frames), frames, lookup.place)
        for index, key in enumerate(lookup.keys):
            value = self._member(body, key, lookup)
            if index == len(lookup.keys) - 1:
                return value
            body = self._detached_body(value, body.frames, lookup.place)
        return Anonymous("")

    def _detached_body(self, value: Node, frames: Frames, place: Place) -> Body:
        if not isinstance(value, Detached):
            raise LessError("less/not-a-ruleset", place, {"found": write(value)})
        return self._loop(self._body(value.body, value.frames or frames, Context(), None))

    def _member(self, body: Body, key: str, lookup: Lookup) -> Node:
        frames = (body.scope, *body.frames)
        if key.startswith("@"):
            name = key[1:]
            if name.startswith("@"):
                name = write(self.values.variable(name[1:], frames, lookup.place)).strip("\"'")
            if name in body.scope.variables:
                return self.values.variable(name, frames, lookup.place)
        else:
            name = key.lstrip("$")
            for declaration in reversed(body.declarations):
                if not name or declaration.name == name:
                    return Anonymous(declaration.value)
            if not name and body.scope.variables:
                return self.values.variable(list(body.scope.variables)[-1], frames, lookup.place)
        raise LessError("less/undefined-variable", lookup.place, {"name": key})

    def check(self) -> None:
        """Raises LessStopped if the time is over."""
        if self.is_over():
            raise LessStopped

    # ------------------------------------------------------------ the loop

    def _loop(self, first: Step) -> Body:
        stack: list[Step] = [first]
        result: Body | None = None
        failure: LessError | None = None
        while stack:
            self.check()
            try:
                asked = stack[-1].throw(failure) if failure is not None else stack[-1].send(result)
                result, failure = None, None
                if len(stack) >= MAX_DEPTH or self._blocks >= MAX_BLOCKS:
                    failure = LessError("less/too-deep")
                else:
                    self._blocks += 1
                    stack.append(asked)
            except StopIteration as stop:
                stack.pop()
                result, failure = stop.value, None
            except (LessError, RecursionError) as error:
                stack.pop()
                result, failure = None, LessError.of(error)
        if failure is not None:
            raise failure
        return result if result is not None else Body()

    def _report(self, error: LessError, place: Place | None = None) -> None:
        fallback = place or error.place
        if fallback is not None:
            finding = error.diagnostic(fallback)
            if finding not in self.diagnostics:
                self.diagnostics.append(finding)

    # ------------------------------------------------------------ blocks

    def _body(self, statements: tuple[Statement, ...], outer: Frames, context: Context, origin: object) -> Step:
        body = Body(scope=Scope(origin=origin))
        expanded = self._expand(statements, (body.scope, *outer), context, body)
        frames = body.frames = body.scope.define([statement for statement, _ in expanded], outer)
        results: dict[int, Body] = {}
        # Mixins come first: what they define counts in the whole block.
        for index, (statement, inner) in enumerate(expanded):
            if not isinstance(statement, (MixinCall, VariableCall, FunctionCall)):
                continue
            self.current = statement.place
            try:
                called = yield self._called(statement, frames, inner)
                body.scope.take_from(called.scope, called.frames)
                results[index] = called
            except (LessError, RecursionError) as error:
                self._report(LessError.of(error), statement.place)
        for index, (statement, inner) in enumerate(expanded):
            if index in results:
                body.add(results[index])
                continue
            self.current = statement.place
            try:
                match statement:
                    case Declaration():
                        body.declarations.append(self._declaration(statement, frames, inner))
                    case Ruleset():
                        body.add((yield self._ruleset(statement, frames, inner)))
                    case AtRule():
                        body.add((yield self._at_rule(statement, frames, inner)))
                    case Extension():
                        self._extend(statement.text, inner.parents, inner, frames)
                    case _:
                        pass
            except (LessError, RecursionError) as error:
                self._report(LessError.of(error), statement.place)
        return body

    def _expand(
        self, statements: tuple[Statement, ...], frames: Frames, context: Context, body: Body
    ) -> list[tuple[Statement, Context]]:
        """The statements with those of imported files in the place of the imports."""
        if not any(isinstance(statement, Import) for statement in statements):
            return [(statement, context) for statement in statements]
        own = Scope()
        names = (own, *frames)
        own.define(statements, frames)
        expanded: list[tuple[Statement, Context]] = []
        for statement in statements:
            if not isinstance(statement, Import):
                expanded.append((statement, context))
                continue
            try:
                expanded += self._imported(statement, names, context, body)
            except (LessError, RecursionError) as error:
                self._report(LessError.of(error), statement.place)
        return expanded

    def _imported(
        self, statement: Import, frames: Frames, context: Context, body: Body
    ) -> list[tuple[Statement, Context]]:
        name = write(self.values.evaluate(statement.name, frames))
        media = media_prelude(statement.media, frames, self.values, statement.place) if statement.media else ""
        found = self.importer(statement, name)
        if found is None:
            return []
        if isinstance(found, str):
            text = found if not media or found.startswith("@import") else f"@media {media} {{\n{found}\n}}"
            text = f"{found.rstrip(';')} {media};" if media and found.startswith("@import") else text
            body.outs.append(OutText(text, statement.place))
            return []
        inner = replace(context, is_reference=True) if "reference" in statement.options else context
        if media:
            return [(AtRule("media", media, found, statement.place, statement.place), inner)]
        scope = Scope()
        scope.define(found, frames)
        return self._expand(found, (scope, *frames), inner, body)

    def _declaration(self, statement: Declaration, frames: Frames, context: Context) -> OutDeclaration:
        name = self.values.interpolate(statement.name, frames)
        try:
            value = write(self.values.evaluate(statement.value, frames))
        except LessError as error:
            error.place = error.place or statement.place
            raise
        is_important = statement.is_important or context.is_important
        return OutDeclaration(name, value, is_important, statement.merge, statement.place)

    def _ruleset(self, statement: Ruleset, frames: Frames, context: Context) -> Step:
        body = Body()
        if statement.guard is not None and not self.values.is_true(statement.guard, frames):
            return body
        selectors: list[Selector] = []
        for text, _ in statement.selectors:
            filled = self.values.interpolate(text, frames)
            for single in split_list(filled) if filled != text else [text]:
                plain, extends = split_extends(single)
                joined = join(context.parents, parse_selector(plain))
                selectors += joined
                self.extends += [
                    Extend(target, selector, context.media, context.is_reference)
                    for target in extends
                    for selector in joined
                ]
        below = replace(context, parents=tuple(selectors))
        inner: Body = yield self._body(statement.body, frames, below, statement)
        if statement.guard is not None and selectors == list(context.parents):
            return inner
        if inner.declarations:
            rule = OutRule(selectors, inner.declarations, statement.place, context.is_reference, context.media)
            body.outs.append(rule)
        body.outs += inner.outs
        return body

    def _extend(self, text: str, selectors: tuple[Selector, ...], context: Context, frames: Frames) -> None:
        for target in parse_targets(self.values.interpolate(text, frames)):
            for selector in selectors:
                self.extends.append(Extend(target, selector, context.media, context.is_reference))

    # ------------------------------------------------------------ at-rules

    def _at_rule(self, statement: AtRule, frames: Frames, context: Context) -> Step:
        body = Body()
        place = statement.place
        if statement.body is None:
            prelude = prelude_text(statement.prelude, frames, self.values)
            body.outs.append(OutAtRule(statement.name, prelude, None, [], place))
            return body
        if statement.name == "media":
            condition = media_prelude(statement.prelude, frames, self.values, place)
            media = (*context.media, condition)
            inner = yield self._body(statement.body, frames, replace(context, media=media), statement)
            children = self._wrapped(inner, context, place, media)
            nested = [out for out in children if isinstance(out, OutAtRule) and out.name == "media"]
            kept = [out for out in children if not (isinstance(out, OutAtRule) and out.name == "media")]
            body.outs.append(OutAtRule("media", all_of(media), kept, [], place))
            body.outs += nested
            return body
        prelude = prelude_text(statement.prelude, frames, self.values)
        if statement.name in NESTING:
            inner = yield self._body(statement.body, frames, replace(context, media=()), statement)
            children = self._wrapped(inner, context, place, context.media)
            body.outs.append(OutAtRule(statement.name, prelude, children, [], place))
            return body
        below = Context(is_important=context.is_important) if statement.name in ROOTED else replace(context, parents=())
        if statement.name.endswith("keyframes"):
            below = Context()
        inner = yield self._body(statement.body, frames, below, statement)
        if not context.is_reference:
            body.outs.append(OutAtRule(statement.name, prelude, inner.outs, inner.declarations, place))
        return body

    def _wrapped(self, inner: Body, context: Context, place: Place, media: tuple[str, ...]) -> list[Out]:
        """Declarations directly in a nested at-rule belong to the selectors around it."""
        if not inner.declarations:
            return inner.outs
        if not context.parents:
            return inner.outs
        rule = OutRule(list(context.parents), inner.declarations, place, context.is_reference, media)
        return [rule, *inner.outs]

    # ------------------------------------------------------------ calls

    def _called(self, statement: MixinCall | VariableCall | FunctionCall, frames: Frames, context: Context) -> Step:
        if isinstance(statement, MixinCall):
            return self._mixin_call(statement, frames, context)
        if isinstance(statement, VariableCall):
            value = self.values.variable(statement.name, frames, statement.place)
            if not isinstance(value, Detached):
                raise LessError("less/not-a-ruleset", statement.place, {"found": "@" + statement.name})
            inner = (*(value.frames or ()), *frames) if value.frames is not frames else frames
            return self._body(value.body, inner, context, None)
        return self._each(statement.value, frames, context)

    def _mixin_call(self, call: MixinCall, frames: Frames, context: Context) -> Step:
        arguments = evaluated_arguments(call, self.values, frames)
        is_known = False
        for scope in frames:
            matches = find_in(scope.callables, call.path)
            is_known = is_known or bool(matches)
            chosen = choose(matches, call, arguments, self.values, frames)
            if chosen is None:
                continue
            inner = replace(context, is_important=context.is_important or call.is_important)
            body = Body(frames=frames)
            for node, bound in chosen:
                called = yield self._body(node.body, bound, inner, node)
                body.add(called)
                body.scope.take_from(called.scope, called.frames)
            return body
        name = "".join(call.path)
        code = "less/no-matching-mixin" if is_known else "less/undefined-mixin"
        raise LessError(code, call.place, {"name": name})

    def _each(self, call: Call, frames: Frames, context: Context) -> Step:
        if call.name != "each" or len(call.arguments) != 2:
            raise LessError("less/unknown-statement", call.place, {"name": call.name})
        values = self.values.evaluate(call.arguments[0], frames)
        ruleset = self.values.evaluate(call.arguments[1], frames)
        if not isinstance(ruleset, Detached):
            raise LessError("less/not-a-ruleset", call.place, {"found": write(ruleset)})
        names = [parameter.name for parameter in _names(ruleset)] or ["value", "key", "index"]
        body = Body(frames=frames)
        for index, (key, value) in enumerate(self._members(values, frames, call.place)):
            scope = Scope()
            for name, bound in zip(names, (value, key, Keyword(str(index + 1))), strict=False):
                scope.variables[name] = Binding(bound)
            inner = yield self._body(ruleset.body, (scope, *(ruleset.frames or frames), *frames), context, None)
            body.add(inner)
        return body

    def _members(self, values: Node, frames: Frames, place: Place) -> list[tuple[Node, Node]]:
        if isinstance(values, Detached):
            body = self._detached_body(values, frames, place)
            members: list[tuple[Node, Node]] = [
                (Anonymous(declaration.name), Anonymous(declaration.value)) for declaration in body.declarations
            ]
            for statement in values.body:
                if isinstance(statement, VariableDefinition) and find_variable(body.frames, statement.name):
                    value = self.values.variable(statement.name, body.frames, place)
                    members.append((Anonymous("@" + statement.name), value))
            return members
        return [(Keyword(str(index + 1)), item) for index, item in enumerate(items_of(values))]


def _names(ruleset: Detached) -> list[Parameter]:
    found = []
    for parameter in ruleset.parameters:
        value = parameter.value
        found.append(Parameter(value.name if isinstance(value, Variable) else parameter.name, None))
    return found
