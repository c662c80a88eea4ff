"""`handset simulate`: where the module lies that runs tests written for `miniprogram-simulate` against the base library
of Handset, and the process that compiles for it."""

from __future__ import annotations

import argparse
import sys
from importlib.resources import files


def add_simulate_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its options."""
    simulate = commands.add_parser("simulate", help="the folder of a module for tests that use miniprogram-simulate")
    simulate.add_argument("--serve", action="store_true", help="compile for that module, over the standard streams")
    simulate.set_defaults(run=run_simulate)


def run_simulate(args: argparse.Namespace) -> int:
    """Prints the folder, for Jest's moduleNameMapper."""
    if not args.serve:
        print(files("resources") / "npm" / "miniprogram-simulate")
        return 0
    from runtime.platform.components import built_in_tags
    from runtime.platform.wechat import WECHAT
    from simulator.cli.snapshot_format import known_to_snapshots
    from simulator.simulate.serving import serve

    serve(WECHAT, known_to_snapshots(built_in_tags(WECHAT.components)), sys.stdin.buffer, sys.stdout.buffer)
    return 0
