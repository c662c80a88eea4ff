"""The simulated user and some of the other world values, as fields to edit. Knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from runtime.world.groups.permission import permission_of
from runtime.world.world import World
from runtime.world.world_list import WorldError

DIALOGS = ("ask", "accept", "decline")


@dataclass(frozen=True, slots=True)
class Field:
    """One value: `name` is the member of a subject of the world, `part`, with `_` before its capitals."""

    part: str
    name: str

    @property
    def key(self) -> str:
        """For its label: `simulated_user.<key>`."""
        return f"{self.part}.{self.name}"

    @property
    def world_name(self) -> str:
        """The world value."""
        first, *more = self.name.split("_")
        return f"{self.part}.{first}{''.join(word.capitalize() for word in more)}"


FIELDS = (
    Field("user", "nick_name"), Field("user", "avatar_url"), Field("user", "open_id"), Field("user", "phone_number"),
    Field("user", "city"), Field("user", "province"), Field("user", "country"), Field("place", "name"),
    Field("place", "address"), Field("place", "latitude"), Field("place", "longitude"),
    Field("address", "user_name"), Field("address", "tel_number"), Field("address", "province_name"),
    Field("address", "city_name"), Field("address", "county_name"), Field("address", "detail_info"),
    Field("scan", "result"),
)  # fmt: skip


class SimulatedUser:
    """Edits one program's world values; every change is kept at once."""

    def __init__(self, world: World) -> None:
        self._world = world

    @property
    def dialogs(self) -> str:
        """Who answers simulated dialogs."""
        return str(self._world["answers.dialogs"])

    @property
    def is_session_valid(self) -> bool:
        """What checkSession says."""
        return bool(self._world["session.isValid"])

    def text(self, field: Field) -> str:
        """A value as text."""
        value = self._world[field.world_name]
        return f"{value:g}" if isinstance(value, float) and value.is_integer() else str(value)

    def set_text(self, field: Field, text: str) -> bool:
        """Another value; False if it is not allowed."""
        try:
            self._world.set(field.world_name, self._world.known.read(field.world_name, text), "panel")
        except WorldError:
            return False
        return True

    def set_dialogs(self, dialogs: str) -> None:
        """Who answers simulated dialogs."""
        self._world.set("answers.dialogs", dialogs, "panel")

    def set_session_valid(self, *, is_valid: bool) -> None:
        """What checkSession says."""
        self._world.set("session.isValid", is_valid, "panel")

    def decision(self, scope: str) -> str:
        """What was decided about a permission, one of `DECISIONS`."""
        return str(self._world[permission_of(scope)])

    def decide(self, scope: str, decision: str) -> None:
        """Decides about a permission."""
        self._world.set(permission_of(scope), decision, "panel")

    def reset(self) -> None:
        """The values that a new project has."""
        self._world.reset(self._world.known.values, "panel")
