"""`handset mcp`: programs for agents, over the Model Context Protocol."""

from __future__ import annotations

import argparse
import importlib.util
import sys
from pathlib import Path

EXIT_MISSING = 4
MISSING = "handset: the Model Context Protocol's package is not installed: pip install 'handset[mcp]'"


def add_mcp_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its options."""
    mcp = commands.add_parser("mcp", help="let an agent see and use programs, over the Model Context Protocol")
    mcp.add_argument(
        "projects", nargs="*", type=Path, metavar="DIR", help="folders of projects; default: the current folder"
    )
    mcp.add_argument(
        "--allow", action="append", default=[], choices=("act", "tests"),
        help="act: use, change and debug the program; tests: run the project's tests, which are Python (repeatable)",
    )  # fmt: skip
    mcp.set_defaults(run=run_mcp)


def run_mcp(args: argparse.Namespace) -> int:
    """Speaks over the standard streams until the client closes them."""
    if importlib.util.find_spec("mcp") is None:
        print(MISSING, file=sys.stderr)
        return EXIT_MISSING
    from runtime.platform.wechat import WECHAT
    from simulator.mcp_server.server import serve

    return serve(args.projects or [Path.cwd()], frozenset(args.allow), WECHAT)
