"""Every name of the platform with its state: functions of `wx`, members of the objects that they hand out, tags."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from runtime.platform.platform import Platform


@dataclass(frozen=True, slots=True)
class States:
    """States by name. APIs and members (`Object.method`) are *works*, *simulated* or *unsupported*; components are in
    a state of `resources/spec/component_support.json`."""

    apis: Mapping[str, str]
    members: Mapping[str, str]
    components: Mapping[str, str]


def states_of(platform: Platform) -> States:
    """The states of all names that the platform documents."""
    known, registry = platform.catalogue, platform.registry
    return States(
        {name: registry.entries[name].state for name, _ in known.functions()},
        {name: registry.entries[name].state for name, _ in known.methods()},
        {tag: support.state for tag, support in platform.support.components.items()},
    )
