"""The JavaScript engine with the base library in it. The only module that imports `quickjs`.

An engine belongs to the thread that made it. It knows nothing of pipes: messages of the host go in as JSON text, what
the base library sends comes out through `EngineHost`. Each task is followed by its microtasks and a flush.
"""

from __future__ import annotations

from typing import Any, Protocol

import quickjs

from simulator.worker.library import library_end, library_files

MEMORY_LIMIT_MB = 512
STACK_BYTES = 4 * 1024 * 1024
"""Room for JavaScript calls; the thread needs about twice as much."""

THREAD_STACK_BYTES = 64 * 1024 * 1024
"""Stack of the thread that an engine is made on."""


class EngineHost(Protocol):
    """What the base library may ask of the process around it. None of these may raise."""

    def post(self, text: str) -> None:
        """Sends one message to the host."""

    def call_api(self, name: str, args: str, call_id: int, sync: bool, page_id: int, from_tap: bool) -> str:
        """Carries out a call of wx.*; the answer as JSON, empty if it comes later."""

    def running(self, what: str, where: str) -> None:
        """A handler of the program starts (`what` and its place), or has ended (empty)."""


class ScriptError(Exception):
    """The engine refused: the base library failed, or memory ran out in the middle of it."""


class Engine:
    """One program's JavaScript world."""

    def __init__(self, host: EngineHost, memory_limit_mb: int = MEMORY_LIMIT_MB) -> None:
        self._context = quickjs.Context()
        self._context.set_memory_limit(memory_limit_mb * 1024 * 1024)
        self._context.set_max_stack_size(STACK_BYTES)
        self._host = host
        namespace = self._load()
        self._receive = namespace["receive"]
        self._step = namespace["step"]
        self._end_task = namespace["endTask"]

    def _load(self) -> dict[str, Any]:
        context = self._context
        context.add_callable("__post", self._host.post)
        context.add_callable("__callApi", self._call_api)
        context.add_callable("__running", self._host.running)
        prepare = context.eval(
            "(function () { const names = ['__post', '__callApi', '__running'];"
            "const [post, callApi, running] = names.map((name) => globalThis[name]);"
            "for (const name of names) delete globalThis[name];"
            "return { host: { post, callApi, running }, isInTap: false }; })()"
        )
        apply = context.eval("(function (file, namespace) { file(namespace); })")
        for file in library_files():
            apply(context.eval(file.code), prepare)
            if file.name == "stacks.js":
                context.eval("(function (namespace, end) { namespace.setLibraryEnd(end); })")(prepare, library_end())
        member = context.eval("(function (namespace, name) { return namespace[name]; })")
        return {name: member(prepare, name) for name in ("receive", "step", "endTask")}

    def _call_api(self, name: str, args: str, call_id: float, sync: bool, page_id: float, from_tap: bool) -> str:
        return self._host.call_api(name, args, int(call_id), bool(sync), int(page_id), bool(from_tap))

    def receive(self, message: str) -> None:
        """Queues a message of the host as a task."""
        self._guarded(self._receive, message)

    def run_task(self) -> float:
        """Runs the next task (or due timer) to its end.

        Returns the milliseconds until there is more to do: 0 = at once, negative = not before the next message.
        """
        self._guarded(self._step)
        self._pump()
        delay = self._guarded(self._end_task)
        self._pump()
        return float(delay) if isinstance(delay, int | float) else -1.0

    def _pump(self) -> None:
        while True:
            try:
                if not self._context.execute_pending_job():
                    return
            except quickjs.JSException as error:
                self._host.post(_failure(str(error)))

    def _guarded(self, function: Any, *args: Any) -> Any:
        try:
            return function(*args)
        except quickjs.JSException as error:
            self._host.post(_failure(str(error)))
            return None

    def collect_garbage(self) -> None:
        """Frees what is unreachable."""
        self._context.gc()

    @property
    def memory_used(self) -> int:
        """Bytes in use."""
        return int(self._context.memory()["malloc_size"])


def _failure(text: str) -> str:
    import json

    first = text.strip().splitlines()[0] if text.strip() else "unknown failure"
    return json.dumps({"m": "uncaught", "message": first, "stack": [], "kind": "program", "where": "engine"})
