"""Carries out the wx.* calls that belong to the host, and sends their answers to the logic process."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import msgspec
from msgspec import Raw

from runtime.api.call import Call, Request
from runtime.api.interceptor import Interceptors
from runtime.api.interceptors.permission import Permission
from runtime.api.interceptors.privacy import Privacy
from runtime.api.interceptors.trace import Trace
from runtime.api.interceptors.world import WorldOutcomes
from runtime.api.pipeline import Pipeline
from runtime.api.port import HostPorts
from runtime.api.ports.bluetooth import BLUETOOTH
from runtime.api.ports.clock import CLOCK
from runtime.api.ports.cloud import CLOUD
from runtime.api.ports.local_services import LOCAL_SERVICES
from runtime.api.ports.network import NETWORK
from runtime.api.ports.nfc import NFC
from runtime.api.ports.sensors import SENSORS
from runtime.api.ports.sockets import SOCKETS
from runtime.api.ports.world import WORLD
from runtime.platform.platform import Platform
from runtime.protocol import logic
from runtime.world.world import Happening
from simulator.api.network_rules import NetworkRules
from simulator.api.replay import replay
from simulator.api.reports import ApiReports
from simulator.bridge.notices import Notices
from simulator.bridge.recorder import Recorder
from simulator.traffic.exchange import Exchange
from simulator.traffic.network_side import NetworkSide

_ON_WITH_THEIR_LISTENERS = MappingProxyType({"onAccelerometerChange": "accelerometer", "onCompassChange": "compass"})
_LISTENED_MS = 200
_OF_KEYS = frozenset({"onKeyDown", "onKeyUp"})
OnAnswer = Callable[[Mapping[str, Any]], None]
_DECIDES_WHO_STEPS_IN = frozenset({"answers.outcomes", "privacy.isAgreed"})


class CallHost:
    """The pipeline of the host, between two kinds of messages, and what may step in.

    The logic process shows the host those calls of its own that an interceptor wants to see (`intercepted`).
    """

    def __init__(
        self,
        platform: Platform,
        ports: HostPorts,
        interceptors: Interceptors,
        recorder: Recorder,
        send: Callable[[logic.HostToLogic], None],
        network: NetworkSide,
    ) -> None:
        self.ports = ports
        self._registry = registry = platform.registry
        self._sources = platform.sources
        self._recorder = recorder
        self._send = send
        self._traffic = network.log
        self._told: list[str] = []
        # Whether the program listens to keys.
        self.hears_keys = False
        self._elsewhere = sorted(
            name
            for name, entry in registry.entries.items()
            if entry.handler.place != "host" or entry.state == "unsupported"
        )
        self._open: set[Call] = set()
        self._interceptors = interceptors
        reports = ApiReports(recorder)
        self._outcomes = WorldOutcomes(registry, ports[WORLD], reports)
        interceptors.add("world", self._outcomes)
        interceptors.add("world", NetworkRules(network.conditions, ports[CLOCK].after))
        self.privacy = Privacy(ports)
        interceptors.add("permission", self.privacy)
        self._permission = Permission(registry, ports)
        interceptors.add("permission", self._permission)
        # The start of the program tells of these.
        self._told = self.intercepted
        interceptors.changed = self._tell_intercepted
        ports[WORLD].subscribe(self._hear)
        self._trace = Trace(recorder.call, recorder.call)
        self._own_calls = 0
        self._pipeline = Pipeline(
            registry,
            "host",
            ports,
            reports,
            interceptors,
            hand_back=self._hand_back,
            after=ports[CLOCK].after,
            trace=self._trace,
        )

    @property
    def intercepted(self) -> list[str]:
        """The calls that end in the logic process and that an interceptor wants to see, for `Launch.settings`."""
        return self._interceptors.wanted(self._elsewhere)

    def call(self, message: logic.ApiCall) -> None:
        """Starts a call; its `ApiResult` is sent when it has ended."""
        args = msgspec.json.decode(message.args)
        request = Request(
            message.name,
            args if isinstance(args, dict) else {"args": args},
            message.call_id,
            message.page_id,
            message.sync,
            message.from_tap,
            message.stack,
            bytes(message.args),
        )
        call = Call(request, self)
        self._open.add(call)
        self._traffic.called(request)
        self._pipeline.carry_out(call)

    def ask(self, name: str, args: Mapping[str, Any], done: OnAnswer) -> None:
        """Carries out an API for the host itself; `done` gets the result of success or failure.

        Such calls count down, those of the program up.
        """
        self._own_calls -= 1
        self._pipeline.carry_out(Call(Request(name, args, self._own_calls, from_tap=True), _Answer(done)))

    def with_consent(self, name: str, page_id: int, act: Callable[[], None], done: OnAnswer) -> None:
        """Does what a button of that open-type asks for, once the user has agreed to the privacy contract; `done` gets
        the refusal."""
        self._own_calls -= 1
        call = Call(Request(name, {}, self._own_calls, page_id, from_tap=True), _Answer(done))
        self.privacy.hold(call, act)

    def fire(self, source: str, payload: Mapping[str, Any]) -> None:
        """Something happens to the phone: whoever listens to the source (`runtime/api/families/sources.py`) hears it.

        Raises ValueError if there is no such source, or for a payload that is not its own.
        """
        for event in self._sources.events(source, payload):
            self.event(event, payload, "")

    def replay(self, exchange: Exchange) -> str:
        """Sends something once more, as of `replay`."""
        return replay(self._traffic, self.ports[NETWORK], exchange)

    def listens(self, event: str) -> None:
        """The program has begun to listen to an event. Some sensors are on from then on. Source: reference,
        wx.onAccelerometerChange, wx.onCompassChange."""
        self.hears_keys = self.hears_keys or event in _OF_KEYS
        source = _ON_WITH_THEIR_LISTENERS.get(event)
        if source is not None:
            self.ports[SENSORS].begin(source, _LISTENED_MS)

    def _hear(self, happening: Happening) -> None:
        """Something has changed in the world, or happens in it."""
        for firing in happening.fires:
            self.fire(firing.source, firing.payload)
        if not happening.after.keys().isdisjoint(_DECIDES_WHO_STEPS_IN):
            self._tell_intercepted()

    def drop_all(self) -> None:
        """The program has ended: nothing that it started goes on, and no answer to it reaches the next run."""
        self._open.clear()
        self.hears_keys = False
        self._traffic.program_ended()
        self._trace.leave_all()
        self.privacy.forget()
        self._permission.forget()
        self.ports[NETWORK].drop_all()
        self.ports[SOCKETS].drop_all()
        self.ports[SENSORS].stop_all()
        self.ports[BLUETOOTH].close()
        self.ports[NFC].close()
        self.ports[LOCAL_SERVICES].close()
        self.ports[CLOUD].drop_all()
        self._told = self.intercepted
        self._outcomes.tell_unknown()

    def end(self, call: Call, *, ok: bool, result: Mapping[str, Any]) -> None:
        """A call has ended (`CallSink`). What the surroundings made fail is told on the console as well."""
        if call not in self._open:
            return
        self._open.remove(call)
        self._traffic.answered(call.request.call_id, "" if ok else str(result["errMsg"]))
        if call.failure is not None and call.failure.environment:
            self._say_environment(call, str(result["errMsg"]))
        self._send(logic.ApiResult(call.request.call_id, ok, call.answer_json))

    def _say_environment(self, call: Call, message: str) -> None:
        """What the surroundings made fail, with the address that was wanted and the line that wanted it."""
        detail = {"message": " ".join(filter(None, (message, call.text("url"))))}
        Notices(self._recorder).say(
            "environment", "error", detail=detail, origin="environment", stack=call.request.stack
        )

    def event(self, name: str, detail: Any, target: str) -> None:
        """Something happened for listeners (`CallSink`)."""
        self._send(logic.ApiEvent(name, _json(detail), target))

    def _hand_back(self, call: Call) -> None:
        if call in self._open:
            self._open.remove(call)
            self._send(logic.ApiResult(call.request.call_id, ok=True, goes_on=True))

    def _tell_intercepted(self) -> None:
        names = self.intercepted
        if names != self._told:
            self._told = names
            self._send(logic.Intercept(names))


class _Answer:
    """Takes the answer of a call that the host made itself."""

    def __init__(self, done: OnAnswer) -> None:
        self._done = done

    def end(self, call: Call, *, ok: bool, result: Mapping[str, Any]) -> None:
        self._done(result)

    def event(self, name: str, detail: Any, target: str) -> None:
        """Nobody listens to such a call."""


def _json(value: Any) -> Raw:
    return Raw(msgspec.json.encode(value))
