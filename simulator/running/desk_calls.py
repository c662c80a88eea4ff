"""Calls of `handset` on the console: the evaluator makes them like calls of wx.*, and the host answers them here."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec
from msgspec import Raw

from runtime.api.logic_side import DESK
from runtime.protocol import logic
from runtime.world.scenario.read import ScenarioError
from runtime.world.world_list import WorldError
from simulator.running.played_world import PlayedWorld
from simulator.running.world_functions import WorldFunction, world_functions


class DeskCalls:
    """`send` takes the answers to the logic process."""

    def __init__(self, played: PlayedWorld, send: Callable[[logic.HostToLogic], None]) -> None:
        made = world_functions(played, "console")
        self._functions: Mapping[str, WorldFunction] = {f"{DESK}world.{name}": one for name, one in made.items()}
        self._send = send

    def take(self, message: logic.ApiCall) -> bool:
        """Answers a call if it is one of these."""
        if not message.name.startswith(DESK):
            return False
        try:
            function = self._functions.get(message.name)
            if function is None:
                raise WorldError(f"there is no {message.name}")
            result, is_done = {"value": function(msgspec.json.decode(message.args))}, True
        except (WorldError, ScenarioError) as error:
            result, is_done = {"errMsg": str(error)}, False
        self._send(logic.ApiResult(message.call_id, is_done, Raw(msgspec.json.encode(result))))
        return True
