"""Runtime: values of the program: evaluated, opened, called, let go; and the console's calls and exceptions."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from runtime.protocol.logic import Evaluated, Inspected
from runtime.protocol.previews import Member, Preview, members_of, memory_of, preview_of
from runtime.protocol.value_questions import Argument, ValueForm
from simulator.bridge.record import Record
from simulator.debug.cdp.commands import CdpError, Command, Params, Reply, does_nothing, refuses
from simulator.debug.cdp.console import console_call, end_of_group, thrown
from simulator.debug.cdp.desk import Desk
from simulator.debug.cdp.exceptions import exception_details
from simulator.debug.cdp.frame_evaluation import evaluate_in_frame, list_scope
from simulator.debug.cdp.json_values import by_value
from simulator.debug.cdp.remote_objects import remote_object
from simulator.debug.console_groups import ConsoleGroups

AWAITS = re.compile(r"\bawait\b")
EVALUATOR_NAMES = ("page", "app", "$page", "handset")
"""What source text of a user finds beside the globals."""


class Evaluate(Params, frozen=True):
    """Of evaluate."""

    expression: str
    object_group: str = ""
    return_by_value: bool = False
    generate_preview: bool = False
    await_promise: bool = False
    throw_on_side_effect: bool = False
    repl_mode: bool = False


class CallArgument(Params, frozen=True):
    """A value of the client."""

    value: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    unserializable_value: str = ""
    object_id: str = ""


class CallFunctionOn(Params, frozen=True):
    """Of callFunctionOn."""

    function_declaration: str
    object_id: str = ""
    arguments: tuple[CallArgument, ...] = ()
    object_group: str = ""
    return_by_value: bool = False
    generate_preview: bool = False
    await_promise: bool = False
    throw_on_side_effect: bool = False


class AwaitPromise(Params, frozen=True):
    """Of awaitPromise."""

    promise_object_id: str
    return_by_value: bool = False
    generate_preview: bool = False


class GetProperties(Params, frozen=True):
    """Of getProperties."""

    object_id: str
    own_properties: bool = False
    accessor_properties_only: bool = False
    non_indexed_properties_only: bool = False


class ReleaseObject(Params, frozen=True):
    """Of releaseObject."""

    object_id: str


class ReleaseObjectGroup(Params, frozen=True):
    """Of releaseObjectGroup."""

    object_group: str


class RuntimeDomain:
    """Of one client."""

    name = "Runtime"
    events: Sequence[str] = (
        "consoleAPICalled", "exceptionThrown", "executionContextCreated", "executionContextDestroyed",
        "executionContextsCleared",
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._values = desk.debuggee.values
        self._is_enabled = False
        self._groups = ConsoleGroups()
        self._leave: Callable[[], None] | None = None

    def commands(self) -> Mapping[str, Command[Any]]:
        """By name."""
        return {
            "enable": Command(Params, self._enable),
            "disable": Command(Params, self._disable),
            "evaluate": Command(Evaluate, self._evaluate),
            "callFunctionOn": Command(CallFunctionOn, self._call_function_on),
            "awaitPromise": Command(AwaitPromise, self._await_promise),
            "getProperties": Command(GetProperties, self._get_properties),
            "releaseObject": Command(ReleaseObject, self._release_object),
            "releaseObjectGroup": Command(ReleaseObjectGroup, self._release_group),
            "globalLexicalScopeNames": Command(Params, lambda _none, reply: reply.done(names=list(EVALUATOR_NAMES))),
            "getIsolateId": Command(Params, lambda _none, reply: reply.done(id=self._desk.context_name)),
            # The stack of an error is in its description.
            "getExceptionDetails": does_nothing(),
            # Without a script id: what is typed is complete, and may be run.
            "compileScript": does_nothing(),
            "getHeapUsage": Command(Params, self._get_heap_usage),
            "terminateExecution": Command(Params, self._terminate_execution),
            "discardConsoleEntries": Command(Params, self._discard),
            "runIfWaitingForDebugger": does_nothing(),
            "setAsyncCallStackDepth": does_nothing(),
            "addBinding": refuses("Handset's programs take no bindings"),
            "queryObjects": refuses("The engine cannot list the objects of a prototype"),
        }

    def close(self) -> None:
        """Lets all values go."""
        if self._leave is not None:
            self._leave()
        self._desk.leave()
        held = self._desk.ids.take_all()
        if held:
            self._values.release(held)

    def _enable(self, _params: Params, reply: Reply) -> None:
        if not self._is_enabled:
            self._is_enabled = True
            self._tell_context()
            for record in self._desk.history.records:
                self._tell(record)
            self._leave = self._desk.history.subscribe(self._record)
        reply.done()

    def _disable(self, _params: Params, reply: Reply) -> None:
        self._is_enabled = False
        if self._leave is not None:
            self._leave()
            self._leave = None
        reply.done()

    def _discard(self, _params: Params, reply: Reply) -> None:
        self._desk.history.clear()
        reply.done()

    def _get_heap_usage(self, _params: Params, reply: Reply) -> None:
        def answer(found: Inspected) -> None:
            used = memory_of(found.value).used_bytes
            reply.done(usedSize=used, totalSize=used, embedderHeapUsedSize=0, backingStorageSize=0)

        self._values.memory(answer)

    def _terminate_execution(self, _params: Params, reply: Reply) -> None:
        if self._desk.debuggee.debugger.pause_now is None:
            raise CdpError("Only what is evaluated while the program is paused can be ended")
        self._desk.debuggee.debugger.stop_evaluating()
        reply.done()

    def _record(self, record: Record) -> None:
        if record.code == "launch":
            self._desk.event("Runtime.executionContextsCleared")
            self._tell_context()
        else:
            self._tell(record)

    def _tell_context(self) -> None:
        context = {
            "id": self._desk.ids.run,
            "origin": "",
            "name": self._desk.debuggee.title(),
            "uniqueId": f"{self._desk.context_name}.{self._desk.ids.run}",
            "auxData": {"isDefault": True, "type": "default"},
        }
        self._desk.event("Runtime.executionContextCreated", context=context)

    def _tell(self, record: Record) -> None:
        desk = self._desk
        if (call := console_call(record, desk.ids, desk.places)) is not None:
            for _ in range(self._groups.end_before(record)):
                desk.event("Runtime.consoleAPICalled", **end_of_group(record, desk.ids))
            desk.event("Runtime.consoleAPICalled", **call)
        elif (what := thrown(record, desk.ids, desk.places)) is not None:
            desk.event("Runtime.exceptionThrown", **what)

    # ------------------------------------------------------------ values

    def _evaluate(self, asked: Evaluate, reply: Reply) -> None:
        if asked.throw_on_side_effect and not self._desk.is_harmless(asked.expression):
            self._desk.refuse_side_effects(reply)
            return
        if self._desk.debuggee.debugger.pause_now is not None:
            evaluate_in_frame(self._desk, 0, asked, reply)
            return
        self._values.evaluate(
            asked.expression,
            lambda answer: self._answer(answer, asked, reply),
            form=_form(asked),
            # Typed as `await …` in a console, it is what comes of it that is wanted.
            await_promise=asked.await_promise or (asked.repl_mode and AWAITS.search(asked.expression) is not None),
        )

    def _call_function_on(self, asked: CallFunctionOn, reply: Reply) -> None:
        if asked.throw_on_side_effect:
            self._desk.refuse_side_effects(reply)
            return
        ids = self._desk.ids
        self._values.call_function(
            asked.function_declaration,
            ids.value(asked.object_id) if asked.object_id else 0,
            [self._argument(argument) for argument in asked.arguments],
            lambda answer: self._answer(answer, asked, reply),
            form=_form(asked),
            await_promise=asked.await_promise,
        )

    def _await_promise(self, asked: AwaitPromise, reply: Reply) -> None:
        call = CallFunctionOn(
            function_declaration="function () { return this; }",
            object_id=asked.promise_object_id,
            return_by_value=asked.return_by_value,
            generate_preview=asked.generate_preview,
            await_promise=True,
        )
        self._call_function_on(call, reply)

    def _argument(self, given: CallArgument) -> Argument:
        if given.object_id:
            return Argument(object_id=self._desk.ids.value(given.object_id))
        if given.unserializable_value:
            return Argument(number=given.unserializable_value)
        if isinstance(given.value, msgspec.UnsetType):
            return Argument(is_undefined=True)
        return Argument(value=given.value)

    def _answer(self, answer: Evaluated, asked: Evaluate | CallFunctionOn, reply: Reply) -> None:
        value = preview_of(answer.value)
        if answer.error:
            remote = None if value is None else remote_object(value, self._desk.ids, asked.object_group)
            details = exception_details(self._desk.next_number(), answer.error, answer.stack, self._desk.places, remote)
            reply.done(result=details["exception"], exceptionDetails=details)
        elif asked.return_by_value:
            reply.done(result=by_value(answer.json))
        else:
            found = value or {"t": "undefined"}
            remote = remote_object(found, self._desk.ids, asked.object_group, with_preview=asked.generate_preview)
            reply.done(result=remote)

    def _get_properties(self, asked: GetProperties, reply: Reply) -> None:
        kind, number = self._desk.ids.number(asked.object_id)
        if kind == "scope":
            if asked.accessor_properties_only:
                reply.done(result=[])
            else:
                list_scope(self._desk, number, reply)
            return

        def listed(value: msgspec.Raw) -> None:
            found = members_of(value)
            if found is None:
                reply.fail("Could not find object with given id")
                return
            shown = [one for one in found.members if not (asked.non_indexed_properties_only and one.name.isdecimal())]
            inner = [{"name": name, "value": self._remote(one)} for name, one in found.inner]
            reply.done(result=[self._property(one) for one in shown], internalProperties=inner)

        self._values.list_members(
            number,
            lambda answer: listed(answer.value),
            inherited=not asked.own_properties,
            accessors_only=asked.accessor_properties_only,
        )

    def _property(self, member: Member) -> dict[str, Any]:
        out: dict[str, Any] = {
            "name": member.name,
            "configurable": member.configurable,
            "enumerable": member.enumerable,
            "isOwn": member.own,
        }
        if member.symbol is not None:
            out["symbol"] = self._remote(member.symbol)
        if member.value is not None:
            return {**out, "value": self._remote(member.value), "writable": member.writable}
        nothing = Preview("undefined")
        return {**out, "get": self._remote(member.get or nothing), "set": self._remote(member.set or nothing)}

    def _remote(self, preview: Preview) -> dict[str, Any]:
        plain: dict[str, Any] = msgspec.to_builtins(preview)
        return remote_object(plain, self._desk.ids)

    def _release_object(self, asked: ReleaseObject, reply: Reply) -> None:
        kind, number = self._desk.ids.number(asked.object_id)
        if kind == "value":
            self._values.release([number])
        reply.done()

    def _release_group(self, asked: ReleaseObjectGroup, reply: Reply) -> None:
        held = self._desk.ids.take_group(asked.object_group)
        if held:
            self._values.release(held)
        reply.done()


def _form(asked: Evaluate | CallFunctionOn) -> ValueForm:
    return "json" if asked.return_by_value else "handle"
