"""Words of the command line about recorded sessions."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any


def add_record(command: argparse.ArgumentParser) -> None:
    """`--record` of the commands that run a program."""
    command.add_argument("--record", type=Path, metavar="F.hsrec", help="record the session for `handset replay`")


def add_record_test(command: argparse.ArgumentParser) -> None:
    """`--record-test` of the command that opens a window."""
    command.add_argument(
        "--record-test", type=Path, metavar="F.py", help="write what is done on the phone as a test for `handset test`"
    )


def add_replay_command(commands: Any) -> None:
    """`handset replay`; `commands` are those of the command `handset`."""
    replay = commands.add_parser("replay", help="run a recorded session again, without its project and its network")
    replay.add_argument("recording", type=Path, metavar="F.hsrec")
    replay.add_argument("--check", action="store_true", help="stop where it goes another way than the recording")
    replay.add_argument(
        "--shots", type=Path, metavar="DIR", help="pictures of each page as it was left, and of the end"
    )
    replay.add_argument("--until", type=float, metavar="S", help="only so many seconds of it")
    replay.add_argument("--partial", action="store_true", help="replay what is there of a recording that was cut short")
    replay.add_argument(
        "--when", default="", metavar="PATH", help="when this place in a page's data changed: user.name"
    )
    replay.add_argument("--json", action="store_true", help="print one JSON object, with the trees of the last pages")
    replay.add_argument(
        "--mask", action="append", default=[], metavar="KIND:NAME",
        help="hide storage:KEY, header:NAME, body:NAME or query:NAME (* for any text) in what --save writes",
    )  # fmt: skip
    replay.add_argument("--save", type=Path, metavar="F.hsrec", help="write the recording anew, without what is hidden")
    replay.add_argument("--window", action="store_true", help="open it in a window with a time line")
    replay.set_defaults(run=_replay)


def _replay(args: argparse.Namespace) -> int:
    from simulator.cli.replay import run_replay, run_window

    return run_window(args.recording) if args.window else run_replay(args)
