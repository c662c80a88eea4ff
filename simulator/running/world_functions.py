"""The world as functions by name, for whoever drives a program from code: the console's `handset.world`, automation.

Arguments and results are JSON. What is not allowed raises `WorldError` or `ScenarioError`, which say what is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import msgspec

from runtime.world.scenario.read import read_scenario
from runtime.world.world import Door
from runtime.world.world_list import WorldError
from simulator.running.played_world import PlayedWorld

WorldFunction = Callable[[Mapping[str, Any]], Any]


def world_functions(played: PlayedWorld, door: Door) -> Mapping[str, WorldFunction]:
    """`set`, `get`, `list`, `reset`, `fire`, `play`, `stop`, `record`, `recorded`; what they set comes by `door`."""
    world = played.world

    def describe(args: Mapping[str, Any]) -> Any:
        return [
            {"name": name, "is": value.kind.should_be, "default": value.default, "value": world[name]}
            for name, value in world.known.values.items()
            if name.startswith(str(args["start"]))
        ]

    def play(args: Mapping[str, Any]) -> None:
        text = msgspec.json.encode(args["scenario"]).decode("utf-8")
        played.play(read_scenario(text, "scenario", world.known, _nothing_beside))

    return MappingProxyType({
        "set": lambda args: world.set_all(_object(args["values"]), door),
        "get": lambda args: world[str(args["name"])],
        "list": describe,
        "reset": lambda args: world.reset(args["names"] or list(world.known.values), door),
        "fire": lambda args: world.fire(str(args["name"]), _object(args["detail"]), door),
        "play": play,
        "stop": lambda _args: played.stop(),
        "record": lambda _args: played.record(),
        "recorded": lambda _args: msgspec.json.decode(played.recorded() or "null"),
    })  # fmt: skip


def _object(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise WorldError("values are given by name, as an object")
    return value


def _nothing_beside(name: str) -> bytes:
    raise FileNotFoundError(2, "nothing lies beside a scenario that is no file", name)
