"""What the project's app.json declares. It may say anything: the findings about the project tell what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.api.ports.declarations import DECLARATIONS, DeclarationsPort
from simulator.api.surroundings import Real


class ProjectDeclarations:
    """The `DeclarationsPort` of the host."""

    def __init__(self, app: Mapping[str, Any]) -> None:
        self._app = app

    def take(self, app: Mapping[str, Any]) -> None:
        """An edit of app.json counts from the next start on."""
        self._app = app

    def reason(self, scope: str) -> str:
        """`permission[scope].desc`."""
        entry = _members(self._app.get("permission")).get(scope)
        text = _members(entry).get("desc")
        return text.strip() if isinstance(text, str) else ""

    def makes(self, private_api: str) -> bool:
        """As `requiredPrivateInfos` says."""
        declared = self._app.get("requiredPrivateInfos")
        return isinstance(declared, list) and private_api in declared


def _members(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


REAL: Real[DeclarationsPort] = Real(DECLARATIONS, lambda _around, project: ProjectDeclarations(project.app))
