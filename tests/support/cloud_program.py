"""A program whose wx.cloud is answered by a real environment, without processes: JavaScript, the host's pipeline and
the cloud's service in one thread."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from runtime.api.call import Call, Request
from runtime.api.ports.cloud import CLOUD, CloudRefusal, HearCloud
from runtime.cloud.failure import CloudFailure
from runtime.cloud.seeds import Seeds
from simulator.cloud.service import CloudService
from tests.support.api_ports import FakeHost
from tests.support.wx_program import WxProgram


class LocalCloud:
    """The `CloudPort` over a service in the same process."""

    def __init__(self, service: CloudService) -> None:
        self.service = service
        self._number = 0

    def ask(self, name: str, args: Mapping[str, Any], openid: str | None, hear: HearCloud) -> int:
        self._number += 1
        hear(_answered(lambda: self.service.ask(name, args, openid)))
        return self._number

    def watch(
        self, args: Mapping[str, Any], openid: str, hear: HearCloud, told: Callable[[Mapping[str, Any]], None]
    ) -> int:
        self._number += 1
        number = self._number
        hear(_answered(lambda: self.service.watch(number, args, openid, told) or {}))
        return number

    def unwatch(self, number: int) -> None:
        self.service.unwatch(number)

    def drop_all(self) -> None:
        """Nothing is kept."""

    def restart(self) -> None:
        """It tells nobody whether functions may run."""


class CloudProgram(WxProgram):
    """`run` as always; what it asks of the cloud is answered before it returns."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.notes: list[str] = []
        seeds = Seeds(self.package / "cloud-data", self.notes.append)
        self.service = CloudService(folder / "cloud", seeds)
        (folder / "host").mkdir()
        self.host = FakeHost(folder / "host")
        self.host.stand_in(CLOUD, LocalCloud(self.service))
        self._answered = 0

    def settle(self) -> None:
        super().settle()
        while self._answered < len(self.host_calls()):
            asked = self.host_calls()[self._answered]
            self._answered += 1
            request = Request(asked.name, msgspec.json.decode(asked.args), asked.call_id, 1, from_tap=True)
            self.host.carry_out(Call(request, self))
            super().settle()

    def end(self, call: Call, *, ok: bool, result: Mapping[str, Any]) -> None:
        text = json.dumps(result)
        self._engine.eval(f"installed.apiResult({call.request.call_id}, {json.dumps(ok)}, {text})")

    def event(self, name: str, detail: Any, target: str) -> None:
        self._engine.eval(f"installed.apiEvent({json.dumps(name)}, {json.dumps(detail)}, {json.dumps(target)})")

    def tell(self, expression: str) -> Any:
        """What a promise of an expression comes to: its value, or `[errCode, errMsg]` of what it is rejected with."""
        self.run(
            f"""const db = wx.cloud.database(), _ = db.command, $ = _.aggregate;
            ({expression}).then((r) => log.push(r), (e) => log.push([e.errCode, e.errMsg || String(e)]));"""
        )
        (told,) = self.log()
        return told

    def put(self, collection: str, *documents: dict[str, Any]) -> None:
        """Documents of nobody's."""
        for document in documents:
            self.service.ask("DB.CollectionReference.add", {"collection": collection, "data": document})

    def close(self) -> None:
        self.service.close()


def _answered(work: Callable[[], Any]) -> Mapping[str, Any] | CloudRefusal:
    try:
        result: Mapping[str, Any] = work()
        return result
    except CloudFailure as failure:
        return CloudRefusal(failure.code, failure.reason, failure.environment)
