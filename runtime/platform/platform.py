"""`Platform`: all that is true of one vendor's dialect and of nothing else. Another dialect is another value.

Whoever runs or compiles a program hands its platform down; nobody fetches one from a global place. Each table is read
when it is first asked for, once for each value.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources.abc import Traversable
from types import ModuleType
from typing import Any

from runtime.api.handler_table import read_handlers
from runtime.api.registry import Registry
from runtime.api.source import Source, Sources, listeners_of
from runtime.api.table import table
from runtime.platform.catalogue import Catalogue, read_catalogue
from runtime.platform.components import SupportTable, built_in_tags, read_components, read_support
from runtime.platform.config_keys import ConfigKeys, read_config_keys
from runtime.platform.elements import Elements, read_elements
from runtime.platform.reasons import Reasons
from runtime.platform.styles import read_style_properties
from runtime.protocol.launch import ApiTable


@dataclass(frozen=True, eq=False)
class Platform:
    """`spec`: the folder of its tables. `families`: the package of the handlers of its APIs.

    `events`: what programs can listen to.
    """

    name: str
    spec: Traversable
    families: ModuleType
    events: tuple[Source, ...] = ()

    @cached_property
    def catalogue(self) -> Catalogue:
        """The documented APIs."""
        return read_catalogue((self.spec / "apis.json").read_bytes())

    @cached_property
    def registry(self) -> Registry:
        """Every documented API with what Handset does about it."""
        return Registry(self.catalogue, [*read_handlers(self.families), *listeners_of(self.events)], self.reasons)

    @cached_property
    def api_table(self) -> ApiTable:
        """The registry as programs are told of it when they start."""
        return table(self.registry)

    @cached_property
    def reasons(self) -> Reasons:
        """Why names are not carried out."""
        return Reasons(self.spec / "unsupported")

    @cached_property
    def sources(self) -> Sources:
        """What fires the events that programs listen to."""
        return Sources(self.events, self.catalogue)

    @cached_property
    def config_keys(self) -> ConfigKeys:
        """What may stand in the configuration files of a project."""
        return read_config_keys((self.spec / "config.json").read_bytes())

    def warm_up(self) -> None:
        """Reads what the first call of a program would have to wait for."""
        _ = self.registry

    @cached_property
    def components(self) -> Mapping[str, Any]:
        """The documented components: name to description."""
        return read_components((self.spec / "components.json").read_bytes())

    @cached_property
    def elements(self) -> Elements:
        """The same as people who write templates are told of it, with what all elements have."""
        return read_elements((self.spec / "components.json").read_bytes())

    @cached_property
    def style_properties(self) -> Mapping[str, tuple[str, ...]]:
        """The properties of styles, each with the keywords that it takes."""
        return read_style_properties((self.spec / "styles.json").read_bytes())

    @cached_property
    def support(self) -> SupportTable:
        """What Handset does with each component."""
        return read_support((self.spec / "component_support.json").read_bytes())

    @cached_property
    def tags(self) -> frozenset[str]:
        """Names of all built-in components."""
        return built_in_tags(self.components)
