"""What is played to the program, as the command line says it: the same words for `open`, `shot` and `tour`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from runtime.world.scenario.model import Scenario


def add_world_options(command: argparse.ArgumentParser) -> None:
    """`--world`, `--scenario` and the mock rules; `args.world` is a list of pairs."""
    command.add_argument(
        "--world", action="append", default=[], type=world_value, metavar="NAME=VALUE",
        help="a world value for this run, for example network.type=2g (repeatable)",
    )  # fmt: skip
    command.add_argument(
        "--scenario", type=scenario_file, metavar="F.json", help="world values and events on a timeline, played to it"
    )
    rules = command.add_mutually_exclusive_group()
    rules.add_argument(
        "--mocks", type=mock_file, metavar="F.json", help="take these mock rules, not those of the project"
    )
    rules.add_argument("--no-mocks", action="store_true", help="take no mock rules")


def world_value(text: str) -> tuple[str, Any]:
    """Name and value. Raises ArgumentTypeError that says what is allowed."""
    from runtime.world.world import known_world
    from runtime.world.world_list import WorldError

    name, sign, value = text.partition("=")
    try:
        if not sign:
            raise WorldError(f"{text!r} is not of the form NAME=VALUE")
        return name, known_world().read(name, value)
    except WorldError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def scenario_file(text: str) -> Scenario:
    """The scenario of a file. Raises ArgumentTypeError with file, line and column."""
    from runtime.world.scenario.files import open_scenario
    from runtime.world.scenario.read import ScenarioError
    from runtime.world.world import known_world

    try:
        return open_scenario(Path(text), known_world())
    except ScenarioError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def mock_file(text: str) -> Path:
    """The file, which can be read. Raises ArgumentTypeError with file, line and column."""
    from runtime.mocks.read import MockError
    from simulator.mocks.rules_file import RulesFile

    path = Path(text).absolute()
    try:
        if not path.exists():
            raise MockError(f"{text}: no such file")
        RulesFile(path, text).read()
    except MockError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return path
