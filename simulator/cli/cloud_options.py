"""What the command line says of a project's cloud: the command `cloud`, and whether its functions may run."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any


def add_cloud_command(commands: Any) -> None:
    """`handset cloud DIR call NAME`."""
    cloud = commands.add_parser("cloud", help="run a cloud function of a project once")
    cloud.add_argument("project", type=Path, metavar="DIR")
    cloud.add_argument("action", choices=("call",), help="call: run it and print what it returns")
    cloud.add_argument("name", metavar="NAME", help="the function's folder in cloudfunctionRoot")
    cloud.add_argument("--data", type=_json, default={}, metavar="JSON", help="what the function gets as its event")
    cloud.add_argument("--env", default="", metavar="NAME", help="the environment; default: desk")
    add_trust(cloud)
    cloud.set_defaults(run=_call)


def add_trust(command: argparse.ArgumentParser) -> None:
    """`--trust`."""
    command.add_argument(
        "--trust", action="store_true", help="this project's cloud functions may run, with your rights, from now on"
    )


def trust_as_told(args: argparse.Namespace) -> None:
    """Remembers `--trust`, before the command runs."""
    if not getattr(args, "trust", False):
        return
    from simulator.data.folders import DataFolders

    for project in getattr(args, "projects", [getattr(args, "project", None)]):
        if project is not None:
            DataFolders.of_project(project).trust()


def _call(args: argparse.Namespace) -> int:
    from simulator.cli.cloud import run_call

    return run_call(args.project, args.name, args.data, env=args.env, out=sys.stdout)


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no JSON: {error}") from None
