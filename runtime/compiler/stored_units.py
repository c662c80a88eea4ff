"""Units as bytes, so that another session need not compile what this one has compiled.

A form says how the units of a kind are written and read. Reading builds nothing but the declared types; whatever is
wrong with a stored unit, the file is compiled instead. A unit counts only for the same content and other inputs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from typing import Any, Protocol

import msgspec
from msgspec import Raw, Struct

from runtime.diagnostics import Diagnostic, is_diagnostic_code

Text = Callable[[], str | None]
"""The text of the file that a unit was made of, for what is not stored but read off it again."""


class Form(Protocol):
    """The units of one kind."""

    def encode(self, value: Any) -> bytes:
        """The bytes of a unit."""

    def decode(self, data: bytes, path: str, text: Text) -> Any:
        """The unit again. Raises msgspec.MsgspecError for bytes that are none."""


class PlainForm:
    """For units that are dataclasses of plain values all through."""

    def __init__(self, of: Any) -> None:
        self._decoder = msgspec.msgpack.Decoder(of)

    def encode(self, value: Any) -> bytes:
        """As it is."""
        return msgspec.msgpack.encode(value)

    def decode(self, data: bytes, path: str, text: Text) -> Any:
        """As it was."""
        return self._decoder.decode(data)


class StoredUnit(Struct, array_like=True, frozen=True):
    """`space`: whose units they are (`build`, `lint`); the rest is as in `units`, with the inputs as text."""

    space: str
    kind: str
    path: str
    inputs: str
    contents: tuple[tuple[str, str], ...]
    existing: tuple[tuple[str, bool], ...]
    value: Raw


class StoredUnits:
    """All units of an earlier session."""

    def __init__(self, units: Iterable[StoredUnit] = ()) -> None:
        self._units = {(unit.space, unit.kind, unit.path): unit for unit in units}

    def __len__(self) -> int:
        return len(self._units)

    def __contains__(self, unit: StoredUnit) -> bool:
        """Whether it is one of these, and not only like one."""
        return self._units.get((unit.space, unit.kind, unit.path)) is unit

    def space(self, name: str, forms: Mapping[str, Form]) -> StoredSpace:
        """The units of one space."""
        return StoredSpace(name, forms, self._units)


class StoredSpace:
    """What `Units` reads from and is written to."""

    def __init__(
        self,
        name: str,
        forms: Mapping[str, Form],
        units: Mapping[tuple[str, str, str], StoredUnit],
    ) -> None:
        self._name, self._forms, self._units = name, forms, units

    def find(self, kind: str, path: str, inputs: object) -> StoredUnit | None:
        """The unit of a file that was made with these inputs; whether its content is the same is not looked at."""
        unit = self._units.get((self._name, kind, path))
        return unit if unit is not None and unit.inputs == inputs_text(inputs) else None

    def value(self, unit: StoredUnit, text: Text) -> tuple[Any, bool]:
        """The unit's value, and whether there is one."""
        form = self._forms.get(unit.kind)
        if form is None:
            return None, False
        try:
            value = form.decode(bytes(unit.value), unit.path, text)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            return None, False
        return value, _is_sound(value)

    def written(
        self,
        kind: str,
        path: str,
        inputs: object,
        contents: tuple[tuple[str, str], ...],
        existing: tuple[tuple[str, bool], ...],
        value: Any,
    ) -> StoredUnit | None:
        """A unit for the next session; None if units of its kind are not kept."""
        text = inputs_text(inputs)
        if kind not in self._forms or text is None:
            return None
        known = self._units.get((self._name, kind, path))
        if known is not None and (known.inputs, known.contents, known.existing) == (text, contents, existing):
            return known
        data = self._forms[kind].encode(value)
        return StoredUnit(self._name, kind, path, text, contents, existing, Raw(data))


NOTHING_STORED = StoredUnits()


def inputs_text(inputs: object) -> str | None:
    """The inputs of a unit as text, the same for equal inputs; None for what has no such text."""
    try:
        return msgspec.json.encode(_ordered(inputs)).decode("utf-8")
    except (TypeError, UnicodeEncodeError):
        return None


def _ordered(value: object) -> object:
    if isinstance(value, Set):
        return ["set", *sorted(msgspec.json.encode(_ordered(one)).decode("utf-8") for one in value)]
    if isinstance(value, Mapping):
        return ["map", *sorted([str(key), _ordered(one)] for key, one in value.items())]
    if isinstance(value, tuple | list):
        return [_ordered(one) for one in value]
    if value is None or isinstance(value, str | bool | int | float):
        return value
    raise TypeError(f"{type(value).__name__} is no input of a unit")


def _is_sound(value: Any) -> bool:
    """Whether what is to be said about the file can be said: a finding without words would fail much later."""
    lists = (getattr(value, name, ()) for name in ("diagnostics", "included_findings", "refused"))
    return all(isinstance(one, Diagnostic) and is_diagnostic_code(one.code) for found in lists for one in found)
