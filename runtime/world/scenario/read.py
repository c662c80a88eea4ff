"""Reads a scenario file: what is wrong in it is told with file, line and column."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

import msgspec
from msgspec.structs import replace

from runtime.project.json_faults import FormFault, fault_at, with_form
from runtime.project.json_text import JsonText, Key, read_json
from runtime.world.scenario.gpx import MOST_POINTS, GpxError, Place, read_gpx
from runtime.world.scenario.model import LONGEST_MS, Scenario, Track
from runtime.world.world_list import WorldError, WorldList

MAX_BYTES = 512 * 1024
"""Of the scenario; what is longer is a track, and belongs into a GPX file."""
_ON_THE_WAY = ("place.latitude", "place.longitude", "place.altitude")

ReadBeside = Callable[[str], bytes]
"""A file beside the scenario by its name. Raises OSError."""


class ScenarioError(ValueError):
    """What is wrong with a scenario: a line for each fault, `file:line:column: what`."""


def read_scenario(text: str, file: str, known: WorldList, read_beside: ReadBeside) -> Scenario:
    """The scenario of a file's text, with the tracks of its GPX files in it. Raises ScenarioError."""
    if len(text) > MAX_BYTES:
        raise ScenarioError(f"{file}: more than {MAX_BYTES // 1024} kB")
    parsed = read_json(text, file)
    try:
        scenario = with_form(parsed, Scenario)
    except FormFault as error:
        raise ScenarioError(str(error)) from None
    tracks = [_with_gpx(track, number, parsed, read_beside) for number, track in enumerate(scenario.tracks)]
    scenario = replace(scenario, tracks=tracks)
    faults = [fault_at(parsed, key, what) for key, what in _faults(scenario, known)]
    if faults:
        raise ScenarioError("\n".join(faults))
    return scenario


def _faults(scenario: Scenario, known: WorldList) -> Iterator[tuple[Key, str]]:
    for number, step in enumerate(scenario.steps):
        for name, value in step.set.items():
            yield from _wrong(("steps", number, "set", name), partial(known.checked, name, value))
        if step.fire:
            key: Key = ("steps", number, "with" if step.detail and step.fire in known.events else "fire")
            yield from _wrong(key, partial(known.details, step.fire, step.detail))
        elif step.detail:
            yield ("steps", number, "with"), "`with` belongs to `fire`"
    for number, track in enumerate(scenario.tracks):
        yield from _track_faults(track, ("tracks", number), known)
    if scenario.loop and not length_ms(scenario):
        yield ("loop",), "what begins again needs a `duration`, or a step or track that takes time"


def _track_faults(track: Track, key: Key, known: WorldList) -> Iterator[tuple[Key, str]]:
    if not track.points:
        yield key, "a track has `points`, or a `gpx` file"
    if not track.values:
        yield key, "a track names its `values`"
    for number, point in enumerate(track.points):
        if len(point) != len(track.values):
            yield (*key, "points", number), f"{len(point)} instead of {len(track.values)} values"
            return
        for place, (name, value) in enumerate(zip(track.values, point, strict=True)):
            place_key = (*key, "points", number, place) if name in known.values else (*key, "values", place)
            fault = list(_wrong(place_key, partial(known.checked, name, value)))
            if fault:
                yield from fault
                return


def length_ms(scenario: Scenario) -> float:
    """When a scenario is over that does not begin again."""
    if scenario.duration is not None:
        return scenario.duration
    ends = [step.at for step in scenario.steps]
    ends += [track.at + max(len(track.points) - 1, 1) * track.step for track in scenario.tracks]
    return max(ends, default=0)


def _with_gpx(track: Track, number: int, parsed: JsonText, read_beside: ReadBeside) -> Track:
    if not track.gpx:
        return track
    key: Key = ("tracks", number, "gpx")
    if re.search(r"(^|[\\/])\.\.([\\/]|$)|^[\\/]|^\w:", track.gpx):
        raise ScenarioError(fault_at(parsed, key, "a file beside the scenario, without .. and without a drive"))
    try:
        places = read_gpx(read_beside(track.gpx))
    except (OSError, GpxError) as error:
        raise ScenarioError(
            fault_at(parsed, key, f"{track.gpx}: {getattr(error, 'strerror', None) or error}")
        ) from None
    if places[-1].passed_ms:
        if places[-1].passed_ms / track.speed / (track.every or track.step) > MOST_POINTS:
            raise ScenarioError(
                fault_at(parsed, key, f"more than {MOST_POINTS} samples; a larger `every` makes it fewer")
            )
        places, step = _evened(places, track), track.every or track.step
        track = replace(track, step=step)
    names = _ON_THE_WAY if all(place.altitude is not None for place in places) else _ON_THE_WAY[:2]
    points = [[place.latitude, place.longitude, place.altitude][: len(names)] for place in places]
    return replace(track, values=list(names), points=points)


def _evened(places: list[Place], track: Track) -> list[Place]:
    """Places at even times from places that say when each was passed."""
    pause_ms = (track.every or track.step) * track.speed
    evened, behind = [], 0
    last_ms = min(places[-1].passed_ms or 0, LONGEST_MS * track.speed)
    now_ms = 0.0
    while now_ms <= last_ms:
        while behind + 2 < len(places) and (places[behind + 1].passed_ms or 0) <= now_ms:
            behind += 1
        one, other = places[behind], places[min(behind + 1, len(places) - 1)]
        span = (other.passed_ms or 0) - (one.passed_ms or 0)
        part = min(1.0, max(0.0, (now_ms - (one.passed_ms or 0)) / span)) if span > 0 else 1.0
        altitude = None
        if one.altitude is not None and other.altitude is not None:
            altitude = one.altitude + (other.altitude - one.altitude) * part
        latitude = one.latitude + (other.latitude - one.latitude) * part
        evened.append(Place(latitude, one.longitude + (other.longitude - one.longitude) * part, altitude))
        now_ms += pause_ms
    return evened


def _wrong(key: Key, check: Callable[[], object]) -> Iterator[tuple[Key, str]]:
    try:
        check()
    except WorldError as error:
        yield key, str(error)


def as_text(scenario: Mapping[str, Any]) -> str:
    """A scenario file."""
    return msgspec.json.format(msgspec.json.encode(scenario), indent=2).decode("utf-8") + "\n"
