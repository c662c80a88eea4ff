"""What the host asks the logic layer: values, data, trees, callbacks of a page, and to take in changed code."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import count
from typing import Any, Literal

import msgspec
from msgspec import Raw

from runtime.protocol import debugging, logic
from runtime.protocol.driving import DriverQuestion, ExposedCalled, ForgetDriver
from runtime.protocol.program_questions import AskMemory, Dependents, Describe, FindNodes
from runtime.protocol.value_questions import (
    Argument,
    CallFunction,
    ListMembers,
    Names,
    Release,
    StoreValue,
    ValueForm,
    WriteValue,
)
from simulator.bridge.requests import HOST_REQUESTS_FROM, Requests

PageAspect = Literal["data", "tree", "node", "components"]


class LogicQuestions:
    """Sends each question with a number of its own and calls `done` with its answer, once.

    Answers of a process that has ended never come: `forget` drops who waits for them.
    """

    def __init__(self, send: Callable[[logic.HostToLogic], None], first: int = HOST_REQUESTS_FROM) -> None:
        """Numbers count from `first`."""
        self._send = send
        self._evaluations: Requests[logic.Evaluated] = Requests(first)
        self._inspections: Requests[logic.Inspected] = Requests(first)
        self._patches: Requests[logic.Patched] = Requests(first)
        self._listeners: list[Callable[[ExposedCalled], None]] = []
        self._on_forgetting: list[Callable[[], None]] = []
        self._drivers = count(1)

    def evaluate(
        self,
        code: str,
        done: Callable[[logic.Evaluated], None],
        *,
        page_id: int = 0,
        ref: Sequence[int] = (),
        form: ValueForm = "preview",
        await_promise: bool = True,
        chosen: Sequence[int] = (),
        keeps: bool = False,
    ) -> None:
        """Evaluates source text in the context of a page (0: of none) or of a component of it; `$0` is the node
        `chosen`, `$_` what was evaluated last with `keeps`."""
        number = self._evaluations.add(done)
        self._send(logic.Evaluate(number, code, page_id, await_promise, list(ref), form, list(chosen), keeps))

    def store_value(self, object_id: int, done: Callable[[logic.Evaluated], None]) -> None:
        """Makes the value behind a handle a global variable; its name is the text of the answer."""
        self._send(StoreValue(self._evaluations.add(done), object_id))

    def write_value(self, object_id: int, done: Callable[[logic.Evaluated], None]) -> None:
        """Asks for the value behind a handle as JSON text."""
        self._send(WriteValue(self._evaluations.add(done), object_id))

    def call_function(
        self,
        declaration: str,
        object_id: int,
        arguments: Sequence[Argument],
        done: Callable[[logic.Evaluated], None],
        *,
        form: ValueForm = "handle",
        await_promise: bool = False,
    ) -> None:
        """Calls a function that is given as source text, on the value behind a handle (0: undefined)."""
        number = self._evaluations.add(done)
        self._send(CallFunction(number, declaration, object_id, list(arguments), await_promise, form))

    def list_members(
        self,
        object_id: int,
        done: Callable[[logic.Inspected], None],
        *,
        inherited: bool = False,
        accessors_only: bool = False,
    ) -> None:
        """Fetches all members of the value behind a handle, as they are defined."""
        self._send(ListMembers(self._inspections.add(done), object_id, inherited, accessors_only))

    def memory(self, done: Callable[[logic.Inspected], None]) -> None:
        """Asks how much the engine holds."""
        self._send(AskMemory(self._inspections.add(done)))

    def heap(self, use: Callable[[logic.Inspected], None], done: Callable[[logic.Inspected], None]) -> None:
        """How much the engine holds when what nobody reaches is freed (`MemoryUse`), then what can be seen of it
        (`HeapCensus`)."""
        self._send(AskMemory(self._inspections.add(use), collects=True))
        self._send(logic.Inspect(self._inspections.add(done), "heap"))

    def left_pages(self, done: Callable[[logic.Inspected], None]) -> None:
        """Which pages were unloaded and are still held (`left-pages`)."""
        self._send(AskMemory(self._inspections.add(lambda _use: None), collects=True))
        self._send(logic.Inspect(self._inspections.add(done), "left-pages"))

    def release(self, object_ids: Sequence[int]) -> None:
        """Nobody asks for these values any more."""
        self._send(Release(list(object_ids)))

    def names(self, chain: str, prefix: str, done: Callable[[logic.Inspected], None], *, page_id: int = 0) -> None:
        """Asks what may be written after a chain of names and a dot, in the context of a page (0: of none)."""
        self._send(Names(self._inspections.add(done), chain, prefix, page_id))

    def set_data(
        self, page_id: int, data: Raw, done: Callable[[logic.Evaluated], None], *, ref: Sequence[int] = ()
    ) -> None:
        """Calls setData of a page or component with a JSON object."""
        self._send(logic.SetData(self._evaluations.add(done), page_id, data, ref=list(ref)))

    def inspect(self, object_id: int, done: Callable[[logic.Inspected], None], *, start: int = 0) -> None:
        """Fetches the members, from `start` on, of a value that a preview named."""
        self._send(logic.Inspect(self._inspections.add(done), "object", object_id=object_id, start=start))

    def evaluate_in_frame(self, frame_id: int, code: str, done: Callable[[logic.Evaluated], None]) -> None:
        """Evaluates source text in a frame of a pause."""
        self._send(debugging.DebugEvaluate(self._evaluations.add(done), frame_id, code))

    def assign(self, object_id: int, name: str, code: str, done: Callable[[logic.Evaluated], None]) -> None:
        """Gives a variable or a member the value of source text."""
        self._send(debugging.DebugAssign(self._evaluations.add(done), object_id, name, code))

    def debug_members(self, object_id: int, start: int, done: Callable[[logic.Inspected], None]) -> None:
        """The members of a scope or an object, in the end even if a getter never ends."""
        self._send(debugging.DebugMembers(self._inspections.add(done), object_id, start))

    def inspect_page(
        self, what: PageAspect, page_id: int, done: Callable[[logic.Inspected], None], *, ref: Sequence[int] = ()
    ) -> None:
        """Asks about a page, or for the data of one of its components."""
        self._send(logic.Inspect(self._inspections.add(done), what, page_id, ref=list(ref)))

    def find_nodes(
        self,
        page_id: int,
        selector: str,
        done: Callable[[logic.Inspected], None],
        *,
        within: Sequence[Sequence[int]] = (),
        is_deep: bool = False,
    ) -> None:
        """Asks which elements of a page a selector finds, as of `FindNodes`."""
        number = self._inspections.add(done)
        self._send(FindNodes(number, page_id, selector, [list(ref) for ref in within], is_deep))

    def describe(self, page_id: int, done: Callable[[logic.Inspected], None], *, ref: Sequence[int] = ()) -> None:
        """Asks for what a page, or a component of it, shows (`Describe`)."""
        self._send(Describe(self._inspections.add(done), page_id, "composed", list(ref)))

    def ask_page(
        self, page_id: int, name: str, detail: dict[str, Any], done: Callable[[logic.Inspected], None], event: Raw
    ) -> None:
        """Asks a page by one of its callbacks; `event` is that of the element behind it, or null."""
        self._send(logic.AskPage(self._inspections.add(done), page_id, name, detail, event))

    def ask_dependents(self, scripts: list[str], done: Callable[[logic.Inspected], None]) -> None:
        """Asks which scripts would have to be evaluated anew if these were."""
        self._send(Dependents(self._inspections.add(done), scripts))

    def patch(
        self,
        program: Mapping[str, Any],
        done: Callable[[logic.Patched], None],
        *,
        templates: Sequence[str],
        scripts: Sequence[str],
        is_rest: bool = False,
    ) -> None:
        """Swaps parts of the running program; `program` holds the changed ones."""
        body = Raw(msgspec.json.encode(program))
        self._send(logic.Patch(self._patches.add(done), body, list(templates), list(scripts), is_rest))

    def new_driver(self) -> int:
        """A number for somebody who drives the program."""
        return next(self._drivers)

    def drive(self, make: Callable[[int], DriverQuestion], done: Callable[[logic.Evaluated], None]) -> None:
        """Asks what drivers ask; `make` gets the number of the question."""
        self._send(make(self._evaluations.add(done)))

    def forget_driver(self, driver: int) -> None:
        """What a driver has put into the program goes."""
        self._send(ForgetDriver(driver))

    def hear_exposed(self, listener: Callable[[ExposedCalled], None]) -> Callable[[], None]:
        """Calls of functions that drivers have exposed; returns the function that ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def exposed_called(self, message: ExposedCalled) -> None:
        """The program has called one."""
        for listener in tuple(self._listeners):
            listener(message)

    def answered(self, message: logic.Evaluated | logic.Inspected | logic.Patched) -> None:
        """An answer has come; one that nobody waits for is dropped."""
        match message:
            case logic.Evaluated():
                self._evaluations.answered(message.request_id, message)
            case logic.Inspected():
                self._inspections.answered(message.request_id, message)
            case logic.Patched():
                self._patches.answered(message.request_id, message)

    def hear_forgetting(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Another run begins: what was asked before is never answered; returns the function that ends it."""
        self._on_forgetting.append(listener)
        return lambda: self._on_forgetting.remove(listener)

    def forget(self) -> None:
        """The process that was asked has gone."""
        for listener in tuple(self._on_forgetting):
            listener()
        for awaited in (self._evaluations, self._inspections, self._patches):
            awaited.forget()
