"""wx.cloud's environment on this computer: the real `CloudPort`, a process of its own (`simulator/cloud`)."""

from __future__ import annotations

from runtime.api.ports.cloud import CLOUD, CloudPort
from runtime.project.model import Project
from runtime.protocol.cloud import Logged
from simulator.api.surroundings import Real, Surroundings
from simulator.bridge.record import Level
from simulator.cloud.client import CloudClient
from simulator.cloud.places import begin_of

UNTRUSTED = "cloud-untrusted"
"""Code of the record that a function was asked for and the user has to be asked first."""
_LEVELS: tuple[Level, ...] = ("debug", "log", "info", "warn", "error")


def _make(around: Surroundings, project: Project) -> CloudPort:
    def logged(line: Logged) -> None:
        level = line.level if line.level in _LEVELS else "log"
        code = "cloud-function-log" if line.function else "cloud-says"
        around.notices.say(code, level, detail={"function": line.function, "text": line.text}, origin="program")

    def untrusted() -> None:
        around.notices.say(UNTRUSTED, "warn", origin="program")

    return CloudClient(around.owner, lambda: begin_of(project, around.folders), logged, untrusted)


REAL: Real[CloudPort] = Real(CLOUD, _make)
