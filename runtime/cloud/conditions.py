"""Which documents a condition is true of. mongomock judges; `$mod`, the places and JavaScript's expressions are ours.

Conditions are those of MongoDB, as the SDK of programs and functions makes them of `db.command`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from mongomock.filtering import _Filterer, resolve_sort_key
from sentinels import NOTHING

from runtime.cloud.failure import PARAMETERS, CloudFailure
from runtime.cloud.geometry import EARTH_M, Spot, distance_m, is_within, spot_of, touches

Document = dict[str, Any]

MAX_EXPRESSION = 1000
_NEAR = ("$near", "$nearSphere")
_NAMED_GROUP = re.compile(r"\(\?<(?=[A-Za-z_])")
_FLAGS = {"i": re.IGNORECASE, "m": re.MULTILINE, "s": re.DOTALL}


class Condition:
    """A condition that is ready to be asked. Raises CloudFailure for one that is none."""

    def __init__(self, written: Any) -> None:
        if not isinstance(written, dict):
            raise CloudFailure(PARAMETERS, "the condition is no object")
        self._written = with_expressions(written)
        self._judge = _Judge()

    def holds(self, document: Document) -> bool:
        """Whether it is true of a document. Raises CloudFailure for operators that nobody knows."""
        does_hold: bool = refusing(lambda: bool(self._judge.apply(self._written, document)))
        return does_hold

    @property
    def only_id(self) -> Any:
        """The `_id` of the one document that it can be true of; NOTHING if it says none."""
        wanted = self._written.get("_id", NOTHING)
        if isinstance(wanted, dict):
            wanted = wanted["$eq"] if set(wanted) == {"$eq"} else NOTHING
        return wanted if isinstance(wanted, str | int | float) else NOTHING

    def nearest_first(self, documents: list[Document]) -> list[Document]:
        """As `$near` wants it; the same list if the condition has none."""
        near = next(_nears(self._written), None)
        if near is None:
            return documents
        path, centre = near
        return sorted(documents, key=lambda one: _distance(_member(one, path), centre))


def refusing(work: Callable[[], Any]) -> Any:
    """Does what mongomock is asked to; what it refuses is the program's failure."""
    try:
        return work()
    except (CloudFailure, MemoryError):
        raise
    except Exception as error:
        # Whatever a program writes there must not end the process of all others.
        raise CloudFailure(PARAMETERS, str(error) or type(error).__name__) from error


def in_order(documents: list[Document], order: Iterable[Sequence[Any]]) -> list[Document]:
    """Sorted by paths, each with `asc` or `desc`; the first counts most."""
    for path, direction in reversed([*order]):
        documents = sorted(
            documents, key=lambda one: resolve_sort_key(str(path), one), reverse=direction in ("desc", -1)
        )
    return documents


def expression(source: Any, options: Any = "") -> re.Pattern[str]:
    """Python's expression of JavaScript's. Raises CloudFailure if it is none."""
    flags = 0
    for letter in str(options or ""):
        flags |= _FLAGS.get(letter, 0)
    text = _NAMED_GROUP.sub("(?P<", str(source))
    if len(text) > MAX_EXPRESSION:
        raise CloudFailure(PARAMETERS, "the expression is too long")
    try:
        return re.compile(text, flags)
    except re.error as error:
        raise CloudFailure(PARAMETERS, f"invalid regular expression: {error}") from error


class _Judge(_Filterer):  # type: ignore[misc]
    """mongomock's, with the operators that it lacks."""

    def __init__(self) -> None:
        super().__init__()
        self._operator_map |= {
            "$mod": _mod,
            **dict.fromkeys(_NEAR, _is_near),
            "$geoWithin": lambda value, area: any(_is_in(one, area) for one in _each(value)),
            "$geoIntersects": lambda value, area: any(touches(one, _geometry(area)) for one in _each(value)),
        }


def with_expressions(written: Any) -> Any:
    """The same condition with Python's expressions in place of JavaScript's."""
    if isinstance(written, list):
        return [with_expressions(item) for item in written]
    if not isinstance(written, dict):
        return written
    if isinstance(official := written.get("$regularExpression"), dict):
        return with_expressions({"$regex": official.get("pattern"), "$options": official.get("options")})
    if "$regex" in written:
        rest = {key: with_expressions(item) for key, item in written.items() if key not in ("$regex", "$options")}
        return {**rest, "$regex": expression(written["$regex"], written.get("$options"))}
    return {str(key): with_expressions(item) for key, item in written.items()}


def _each(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _mod(value: Any, wanted: Any) -> bool:
    if not isinstance(wanted, list) or len(wanted) != 2 or not all(isinstance(n, int | float) for n in wanted):
        raise CloudFailure(PARAMETERS, "mod needs a divisor and a remainder")
    divisor, remainder = int(wanted[0]), int(wanted[1])
    if divisor == 0:
        raise CloudFailure(PARAMETERS, "divisor cannot be 0")
    numbers = (one for one in _each(value) if isinstance(one, int | float) and not isinstance(one, bool))
    return any(math.fmod(int(one), divisor) == remainder for one in numbers)


def _is_near(value: Any, near: Any) -> bool:
    centre = spot_of(_geometry(near))
    if centre is None:
        raise CloudFailure(PARAMETERS, "geoNear needs a point")
    distance = _distance(value, centre)
    return near.get("$minDistance", 0) <= distance <= near.get("$maxDistance", math.inf) and distance < math.inf


def _is_in(value: Any, area: Any) -> bool:
    sphere = area.get("$centerSphere") if isinstance(area, dict) else None
    if sphere is None:
        return is_within(value, _geometry(area))
    spot = spot_of(value)
    centre = sphere[0] if isinstance(sphere, list) and len(sphere) == 2 else None
    place = spot_of(centre if isinstance(centre, dict) else {"type": "Point", "coordinates": centre})
    if place is None or not isinstance(sphere[1], int | float):
        raise CloudFailure(PARAMETERS, "centerSphere needs a point and a radius")
    return spot is not None and distance_m(spot, place) <= sphere[1] * EARTH_M


def _geometry(holder: Any) -> Any:
    return holder.get("$geometry") if isinstance(holder, dict) else None


def _nears(condition: Any) -> Iterator[tuple[str, Spot]]:
    if isinstance(condition, list):
        for one in condition:
            yield from _nears(one)
    for key, value in condition.items() if isinstance(condition, dict) else ():
        near = next((value[name] for name in _NEAR if name in value), None) if isinstance(value, dict) else None
        if near is not None:
            centre = spot_of(_geometry(near))
            if centre is not None:
                yield key, centre
        else:
            yield from _nears(value)


def _distance(value: Any, centre: Spot) -> float:
    spot = spot_of(value)
    return math.inf if spot is None else distance_m(spot, centre)


def _member(document: Mapping[str, Any], path: str) -> Any:
    value: Any = document
    for name in path.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    return value
