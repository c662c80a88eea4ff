"""The cloud of the running program's project, as its panel sees it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from runtime.cloud import names

SIMPLE_RULES, USUAL_RULE = names.SIMPLE_RULES, names.USUAL_RULE
"""Who may use a collection, by a name."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something was not done."""

    reason: str


CloudAnswer = Mapping[str, Any] | Refusal


class Cloud(Protocol):
    """Asked as the developer, who may all: by the names of `simulator.cloud.service`."""

    @property
    def is_trusted(self) -> bool:
        """Whether the user has said that the project's functions may run."""

    def trust(self) -> None:
        """They may, from now on."""

    def ask(self, name: str, args: Mapping[str, Any], done: Callable[[CloudAnswer], None]) -> None:
        """`done` is called once, later; never if the project is closed meanwhile."""
