"""The documentation page of all world values, made of their declaration.

`python -m tests.support.world_page` writes it; a test holds page and declaration together.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from runtime.api.families.sources import SOURCES
from runtime.world.declared import Group, WorldEvent, WorldValue
from runtime.world.world import known_world

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "resources" / "docs" / "world-values.md"
HEAD = """# World values

What Handset plays to a program: the phone, its user and their surroundings. Made of `runtime/world/groups` by
`python -m tests.support.world_page`.

Every value has the same name at every door:

| door | how | holds |
| --- | --- | --- |
| panel *Device* | editors by kind, events as buttons | is kept with the project |
| saved state | `world.json` in the project's data: `{"network.type": "2g"}` | |
| console | `handset.world.set('network.type', '2g')` and the functions below | until the program is closed |
| command line | `--world network.type=2g` (repeatable) with `open`, `shot`, `tour` | for the run |
| scenario | `--scenario F.json` ([form](scenarios.md)) | for the run |
| automation | the functions of the console by name (`simulator/running/world_functions.py`) | for the run |

On the console there are `set(name, value)`, `set({name: value, …})`, `get(name)`, `list(start)`, `reset(...names)`,
`fire(event, details)`, `play(scenario)`, `stop()`, `record()` and `recorded()`.

A change fires the events that belong to it, and stands in the timeline with its door.
"""


def world_page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *(line for group in known_world().groups for line in _group(group))])


def _group(group: Group) -> Iterator[str]:
    words = json.loads((ROOT / f"resources/messages/world/{group.name}.en.json").read_text("utf-8"))
    yield f"## {words[f'world.group.{group.name}']}\n"
    if group.values:
        yield "| value | meaning | may be | default | fires |"
        yield "| --- | --- | --- | --- | --- |"
        yield from (_value(value, words[f"world.{value.name}"]) for value in group.values)
        yield ""
    if group.events:
        yield "| event | meaning | details | fires |"
        yield "| --- | --- | --- | --- |"
        yield from (_event(event, words[f"world.{event.name}"]) for event in group.events)
        yield ""


def _value(value: WorldValue, meaning: str) -> str:
    default = json.dumps(value.default, ensure_ascii=False)
    shown = default if len(default) <= 40 else f"{default[:39]}…"
    return f"| `{value.name}` | {meaning} | {value.kind.should_be} | `{shown}` | {_sources(value.fires)} |"


def _event(event: WorldEvent, meaning: str) -> str:
    details = ", ".join(f"`{name}`: {kind.should_be} ({default})" for name, (kind, default) in event.details.items())
    return f"| `{event.name}` | {meaning} | {details} | {_sources(event.fires)} |"


def _sources(names: tuple[str, ...]) -> str:
    listeners = {source.name: source.listeners for source in SOURCES}
    return ", ".join(f"`wx.on{listener}`" for name in names for listener in listeners[name])


if __name__ == "__main__":
    PAGE.write_text(world_page(), encoding="utf-8")
