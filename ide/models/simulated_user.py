"""The simulated user and the other values of a scenario, as fields to edit. Knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import msgspec

from ide.models.debug_target import World
from runtime.api.scenario import Scenario

Decision = Literal["undecided", "allowed", "denied"]
DECISIONS: tuple[Decision, ...] = ("undecided", "allowed", "denied")
DIALOGS = ("ask", "accept", "decline")


@dataclass(frozen=True, slots=True)
class Field:
    """One value: `part` is a member of `Scenario`, `name` one of the part; `is_number` for degrees and the like."""

    part: str
    name: str
    is_number: bool = False

    @property
    def key(self) -> str:
        """For its label: `simulated_user.<key>`."""
        return f"{self.part}.{self.name}"


FIELDS = (
    Field("user", "nick_name"), Field("user", "avatar_url"), Field("user", "open_id"), Field("user", "phone_number"),
    Field("user", "city"), Field("user", "province"), Field("user", "country"), Field("place", "name"),
    Field("place", "address"), Field("place", "latitude", True), Field("place", "longitude", True),
    Field("address", "user_name"), Field("address", "tel_number"), Field("address", "province_name"),
    Field("address", "city_name"), Field("address", "county_name"), Field("address", "detail_info"),
    Field("scan", "result"),
)  # fmt: skip


class SimulatedUser:
    """Edits one program's scenario; every change is written at once. `problem` says why one was not."""

    def __init__(self, world: World) -> None:
        self.problem = ""
        self._world = world

    @property
    def scenario(self) -> Scenario:
        """All values as they are."""
        return self._world.scenario()

    def text(self, field: Field) -> str:
        """A value as text."""
        value: Any = getattr(getattr(self.scenario, field.part), field.name)
        return f"{value:g}" if isinstance(value, float) and value.is_integer() else str(value)

    def set_text(self, field: Field, text: str) -> bool:
        """Another value; False if it is no number where one is needed, or cannot be written."""
        value: str | float = text
        if field.is_number:
            try:
                value = float(text)
            except ValueError:
                return False
        part = msgspec.structs.replace(getattr(self.scenario, field.part), **{field.name: value})
        return self._save(**{field.part: part})

    def set_dialogs(self, dialogs: str) -> bool:
        """Who answers simulated dialogs."""
        return self._save(dialogs=dialogs)

    def set_session_valid(self, *, is_valid: bool) -> bool:
        """What checkSession says."""
        return self._save(is_session_valid=is_valid)

    def decision(self, scope: str) -> Decision:
        """What was decided about a permission."""
        granted = self.scenario.grants.get(scope)
        return "undecided" if granted is None else "allowed" if granted else "denied"

    def decide(self, scope: str, decision: str) -> bool:
        """Decides about a permission."""
        grants = {name: granted for name, granted in self.scenario.grants.items() if name != scope}
        if decision != "undecided":
            grants[scope] = decision == "allowed"
        return self._save(grants=grants)

    def reset(self) -> bool:
        """The values that a new project has."""
        return self._write(Scenario())

    def _save(self, **members: object) -> bool:
        return self._write(msgspec.structs.replace(self.scenario, **members))

    def _write(self, scenario: Scenario) -> bool:
        self.problem = self._world.save_scenario(scenario)
        return not self.problem
