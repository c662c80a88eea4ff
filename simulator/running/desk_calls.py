"""Calls that reach the host like those of wx.* and that no program can make: `handset` on the console, and answers to
questions of the host."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from msgspec import Raw

from runtime.api.logic_side import DESK
from runtime.protocol import logic
from runtime.world.scenario.read import ScenarioError
from runtime.world.world_list import WorldError
from simulator.running.played_world import PlayedWorld
from simulator.running.world_functions import WorldFunction, world_functions


class DeskCalls:
    """`send` takes the answers to the logic process; `consent` hears what the program says to a privacy question,
    `listens` that it begins to listen to an event; `preloads` says whether packages are fetched ahead."""

    def __init__(
        self,
        played: PlayedWorld,
        send: Callable[[logic.HostToLogic], None],
        consent: Callable[[str], None],
        listens: Callable[[str], None],
        preloads: Callable[[Mapping[str, Any]], bool],
    ) -> None:
        made = world_functions(played, "console")
        self._functions: Mapping[str, WorldFunction] = {
            **{f"{DESK}world.{name}": one for name, one in made.items()},
            f"{DESK}privacy.answer": lambda args: consent(str(args.get("event"))),
            f"{DESK}preloads": preloads,
            f"{DESK}listens": lambda args: listens(str(args.get("event"))),
        }
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
