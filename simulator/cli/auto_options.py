"""The words of `handset auto` on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from runtime.systems.signals import ended_by_interrupt

AUTOMATION_PORT = 9420
"""Where automation clients look for a program by themselves."""


def add_auto_command(commands: Any, *add: Callable[[argparse.ArgumentParser], None]) -> None:
    """`add` gives the command the words that it shares with others."""
    auto = commands.add_parser("auto", help="run it for miniprogram-automator, minium and other automation clients")
    auto.add_argument("project", type=Path, metavar="DIR")
    auto.add_argument(
        "--port", type=int, default=AUTOMATION_PORT, metavar="PORT",
        help=f"listen on this port of the loopback (default: {AUTOMATION_PORT}; 0: any free one)",
    )  # fmt: skip
    auto.add_argument("--page", default="", metavar="PATH?QUERY", help="page to open; default: the entry page")
    auto.add_argument("--account", default="", metavar="OPENID", help="the user that is played, with data of their own")
    auto.add_argument("--watch", action="store_true", help="take saved changes up while it runs")
    for words in add:
        words(auto)
    auto.set_defaults(run=_auto)


def _auto(args: argparse.Namespace) -> int:
    # Until the command takes Ctrl+C over: libraries that are loading make other errors of it.
    with ended_by_interrupt():
        from simulator.cli.auto import run_auto

        return run_auto(args)
