"""The words of `handset monkey` on the command line."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from runtime.systems.signals import ended_by_interrupt
from simulator.cli.annotations import add_annotation_options
from simulator.cli.world_options import world_value


def add_monkey_command(commands: Any) -> None:
    """`handset monkey DIR`."""
    monkey = commands.add_parser("monkey", help="use it at random, by a seed, and report what breaks")
    monkey.add_argument("project", type=Path, metavar="DIR")
    monkey.add_argument("--seed", type=int, default=1, metavar="N", help="another seed does other things (default: 1)")
    monkey.add_argument("--steps", type=_count, default=300, metavar="N", help="so many steps (default: 300)")
    monkey.add_argument("--time", type=_seconds, default=300.0, metavar="S", help="or so long (default: 300)")
    monkey.add_argument("--page", default="", metavar="PATH?QUERY", help="page to begin on; default: the entry page")
    monkey.add_argument("--tier", choices=("logic", "full"), default="logic", help="full: a real finger on a screen")
    monkey.add_argument("--device", default="", metavar="NAME", help="phone model, for example 'iPhone X'")
    monkey.add_argument(
        "--world", action="append", default=[], type=world_value, metavar="NAME=VALUE",
        help="a world value for this run, for example network.type=2g (repeatable)",
    )  # fmt: skip
    monkey.add_argument("--online", action="store_true", help="requests without a mock rule go to the network")
    monkey.add_argument(
        "--shorten", type=_seconds, default=120.0, metavar="S",
        help="look so long for the shortest way to each failure; 0: leave it as it was found (default: 120)",
    )  # fmt: skip
    monkey.add_argument(
        "--confirm", action="store_true", help="look on a screen whether each failure happens there, too"
    )
    monkey.add_argument("--tests", type=Path, metavar="DIR", help="write a test for pytest for each failure into DIR")
    monkey.add_argument("--report", type=Path, metavar="F.json")
    monkey.add_argument("--html", type=Path, metavar="F.html", help="the report as one page")
    monkey.add_argument("--json", action="store_true", help="print the report as one JSON object, and nothing else")
    monkey.add_argument("--replay", type=Path, metavar="F.json", help="only do the steps of a report's failures again")
    add_annotation_options(monkey)
    monkey.set_defaults(run=_monkey)


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is less than 1")
    return number


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0 <= seconds < float("inf"):
        raise argparse.ArgumentTypeError(f"{text} is no number of seconds")
    return seconds


def _monkey(args: argparse.Namespace) -> int:
    # Until the command takes Ctrl+C over: libraries that are loading make other errors of it.
    with ended_by_interrupt():
        from simulator.cli.monkey import run_monkey

        return run_monkey(args)
