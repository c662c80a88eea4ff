"""Puts together the ports of the host for one program: of each file in `ports/` the real one that it exports."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from runtime.api.file_areas import FileAreas
from runtime.api.port import HostPorts
from runtime.project.model import Project
from simulator.api import ports
from simulator.api.surroundings import Real, Surroundings


def make_host_ports(around: Surroundings, project: Project) -> HostPorts:
    """Every port with its real implementation."""
    areas = FileAreas.under(around.folders.files, project.files.root, project.files.project_root)
    return HostPorts(areas, {real.port: real.make(around, project) for real in real_ports()})


def real_ports() -> Iterator[Real[Any]]:
    """All that there are, by the names of their files."""
    for found in pkgutil.iter_modules(ports.__path__, f"{ports.__name__}."):
        real = getattr(import_module(found.name), "REAL", None)
        if isinstance(real, Real):
            yield real
