"""`python -m simulator.cloud`: the cloud of a project, for the host until its pipe ends."""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import msgspec

from runtime.cloud.failure import REQUEST, CloudFailure, NotTrusted
from runtime.protocol import codec
from runtime.protocol.cloud import RUN_FUNCTIONS, Answer, Ask, Begin, Logged, Told, as_raw, decode_to_cloud
from runtime.systems.processes import make_pipes_binary
from runtime.systems.signals import leave_interrupt_to_parent
from simulator.cloud.desk import CloudDesk

PARALLEL_FUNCTIONS = 20


def main() -> None:
    """Answers until nobody asks any more."""
    leave_interrupt_to_parent()
    make_pipes_binary()
    incoming, outgoing = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    # Whatever prints reaches stderr.
    os.dup2(2, 1)
    lock = threading.Lock()

    def say(message: msgspec.Struct) -> None:
        with lock:
            codec.write_frame(outgoing, codec.encode(message))

    first = codec.read_frame(incoming)
    begin = decode_to_cloud(first) if first is not None else None
    if isinstance(begin, Begin):
        _Conversation(begin, say).hold(incoming)
    # Functions that still run end with this process.
    os._exit(0)


class _Conversation:
    def __init__(self, begin: Begin, say: Any) -> None:
        self._say = say
        self._desk = CloudDesk(begin, lambda function, level, text: say(Logged(function, level, text)))
        self._service = self._desk.service
        self._pool = ThreadPoolExecutor(PARALLEL_FUNCTIONS, "function")

    def hold(self, incoming: Any) -> None:
        while (data := codec.read_frame(incoming)) is not None:
            ask = decode_to_cloud(data)
            if not isinstance(ask, Ask):
                continue
            if ask.name in RUN_FUNCTIONS:
                self._pool.submit(self._answer, ask)
            else:
                self._answer(ask)
        self._desk.close()

    def _answer(self, ask: Ask) -> None:
        try:
            args = msgspec.json.decode(ask.args)
            result = self._result(ask, args if isinstance(args, dict) else {})
            answer = Answer(ask.id, as_raw(result))
        except CloudFailure as failure:
            answer = Answer(
                ask.id, code=failure.code, reason=failure.reason, is_environment=failure.environment,
                needs_trust=isinstance(failure, NotTrusted),
            )  # fmt: skip
        except Exception as error:
            # One call that goes wrong must not end the cloud of all others.
            answer = Answer(ask.id, code=REQUEST, reason=f"system error {type(error).__name__}: {error}")
        self._say(answer)

    def _result(self, ask: Ask, args: Mapping[str, Any]) -> Any:
        if ask.name == "DB.Query.watch":
            self._service.watch(ask.id, args, ask.openid, lambda new: self._say(Told(ask.id, as_raw(new))))
            return {}
        if ask.name == "RealtimeListener.close":
            self._service.unwatch(int(args.get("task", 0)))
            return {}
        return self._service.ask(ask.name, args, ask.openid)


if __name__ == "__main__":
    main()
