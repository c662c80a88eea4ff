"""The one table of wx.*: every documented name with what Handset does about it. Built once, never changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from runtime.api.handler import Handler, State
from runtime.platform.catalogue import Api, Catalogue
from runtime.platform.reasons import Reasons


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of the table: what the catalogue says and what carries it out."""

    api: Api
    handler: Handler

    @property
    def state(self) -> State:
        """works, simulated or unsupported."""
        return self.handler.state


class Registry:
    """All entries by name (`request`, `FileSystemManager.readFile`). Immutable. `reasons`: why some are unsupported."""

    def __init__(self, known: Catalogue, handlers: Iterable[Handler], reasons: Reasons | None = None) -> None:
        by_name: dict[str, Handler] = {}
        for handler in (one for written in handlers for one in _one_by_one(written, known)):
            if handler.name in by_name:
                raise ValueError(f"two handlers for {handler.name}")
            by_name[handler.name] = handler
        documented = dict(known.functions()) | dict(known.methods())
        described = documented | {name: Api(name=name) for name in by_name if name not in documented}
        self._known = known
        self._reasons = reasons
        self.entries: Mapping[str, Entry] = MappingProxyType(
            {
                name: Entry(api, by_name.get(name, Handler(name, "logic", "unsupported")))
                for name, api in described.items()
            }
        )

    def find(self, name: str) -> Entry | None:
        """The entry of a name; None for a name that nobody documents."""
        return self.entries.get(name)

    def is_supported(self, name: str) -> bool:
        """Whether calling it does something."""
        entry = self.entries.get(name)
        return entry is not None and entry.state != "unsupported"

    def is_handed_out(self, object_name: str) -> bool:
        """Whether a program can get an object that does something: it has a method that does."""
        methods = self._known.objects[object_name].methods
        return any(self.is_supported(f"{object_name}.{method}") for method in methods)

    def reason(self, name: str) -> str:
        """Why it does nothing, as `resources/messages/reasons` knows it; empty if nobody has said."""
        return "" if self._reasons is None or self.is_supported(name) else self._reasons.of(name)

    @property
    def known(self) -> Catalogue:
        """The catalogue that the table is built on."""
        return self._known


def _one_by_one(handler: Handler, known: Catalogue) -> Iterable[Handler]:
    if not handler.name.endswith(".*"):
        return (handler,)
    owner = handler.name.removesuffix(".*")
    return (replace(handler, name=f"{owner}.{method}") for method in known.objects[owner].methods)
