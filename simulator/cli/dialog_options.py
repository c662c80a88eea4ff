"""`--dialogs`: who answers the phone's dialogs, in a word or in a file that says so call by call."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from runtime.world.outcome import Outcome

if TYPE_CHECKING:
    from simulator.api.dialog_answers import DialogAnswers

_WORDS: Mapping[str, DialogAnswers] = {
    "accept": "accept", "confirm": "confirm", "cancel": "cancel", "decline": "cancel", "ask": "ask",
}  # fmt: skip
MAX_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class DialogPlan:
    """Who answers, and the outcome of single calls, by name."""

    answers: DialogAnswers = "accept"
    outcomes: Mapping[str, Outcome] = field(default_factory=dict)

    @property
    def world(self) -> dict[str, Any]:
        """The outcomes as a world value, if there are any."""
        return {"answers.outcomes": msgspec.to_builtins(self.outcomes)} if self.outcomes else {}


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    default: str = "accept"
    answers: dict[str, Outcome] = {}


def add_dialog_option(command: argparse.ArgumentParser) -> None:
    """`args.dialogs` is a `DialogPlan`."""
    command.add_argument(
        "--dialogs", default=DialogPlan(), type=dialog_plan, metavar="accept|confirm|decline|ask|F.json",
        help="answer every dialog; default: accept simulated questions and leave the program's dialogs on the screen; "
        "ask: leave all of them there; "
        'a file says it for single calls: {"default": "confirm", "answers": {"getLocation": {"fail": "auth deny"}}}',
    )  # fmt: skip


def dialog_plan(text: str) -> DialogPlan:
    """Raises ArgumentTypeError that says what is expected, for a file with its place in it."""
    if text in _WORDS:
        return DialogPlan(_WORDS[text])
    if not text.endswith(".json"):
        raise argparse.ArgumentTypeError(f"{text!r} is none of {', '.join(_WORDS)}, and no .json file")
    from runtime.world.world import known_world
    from runtime.world.world_list import WorldError

    try:
        data = Path(text).read_bytes()
        if len(data) > MAX_BYTES:
            raise argparse.ArgumentTypeError(f"{text} is larger than {MAX_BYTES // 1_000_000} MB")
        read = msgspec.json.decode(data, type=_File)
        if read.default not in _WORDS:
            raise argparse.ArgumentTypeError(f"{text}: default is {read.default!r}, and none of {', '.join(_WORDS)}")
        plan = DialogPlan(_WORDS[read.default], read.answers)
        for name, value in plan.world.items():
            known_world().checked(name, value)
        return plan
    except OSError as error:
        raise argparse.ArgumentTypeError(f"{text}: {error.strerror}") from None
    except (msgspec.DecodeError, WorldError) as error:
        raise argparse.ArgumentTypeError(f"{text}: {error}") from None
