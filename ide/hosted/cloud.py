"""The cloud of a running program."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ide.models.cloud import CloudAnswer, Refusal
from runtime.api.ports.cloud import CloudRefusal
from simulator.running.program import RunningProgram


class HostedCloud:
    """Implements `ide.models.cloud.Cloud`."""

    def __init__(self, program: RunningProgram) -> None:
        self._program = program

    @property
    def is_trusted(self) -> bool:
        """For this project, whoever uses the phone."""
        return self._program.folders.is_trusted

    def trust(self) -> None:
        """Kept with the project's data, not in the project."""
        self._program.folders.trust()
        if self._program.api.cloud is not None:
            self._program.api.cloud.restart()

    def ask(self, name: str, args: Mapping[str, Any], done: Callable[[CloudAnswer], None]) -> None:
        """Before the first start there is nothing to ask."""
        cloud = self._program.api.cloud
        if cloud is None:
            done(Refusal("the program has not started"))
            return

        def heard(answer: Mapping[str, Any] | CloudRefusal) -> None:
            done(Refusal(answer.reason) if isinstance(answer, CloudRefusal) else answer)

        cloud.ask(name, args, None, heard)
