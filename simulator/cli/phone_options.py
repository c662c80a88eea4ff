"""The phone that a command takes its pictures of: what the command line says of it, the same words for all commands."""

from __future__ import annotations

import argparse

from simulator.running.options import ProgramOptions


def options_of(args: argparse.Namespace, device: str | None = None) -> ProgramOptions:
    """How the program is run for pictures that are the same each time; `device` in place of what `args` name."""
    return ProgramOptions(
        device_name=args.device if device is None else device,
        animations=False, clock="9:41", dialogs=args.dialogs.answers,
        restarts_after_hang=False, orientation="landscape" if args.landscape else "portrait",
        theme="dark" if args.dark else "light", world={**args.dialogs.world, **dict(args.world)},
        scenario=args.scenario, mocks=args.mocks, takes_mocks=not args.no_mocks,
        record=args.record,
    )  # fmt: skip
