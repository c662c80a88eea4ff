"""Why Handset does not carry out what it does not: decided once for each matter, told wherever the name is met.

`resources/spec/unsupported/<area>.json` has the names of each reason; the words are those of
`resources/messages/reasons`. A name is written as `createVKSession`, `VKSession.start`, `VKSession.*` (all its
methods), `<camera>`, `<video> is-drm`, `<camera> bind:stop` or `<video> picture-in-picture-mode="pop"`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from importlib.resources.abc import Traversable

import msgspec


class Reasons:
    """The reasons of one platform. The tables are read when the first is asked for; a platform may have none."""

    def __init__(self, folder: Traversable) -> None:
        self._folder = folder

    def of(self, name: str) -> str:
        """The reason of a name, as `resources/messages/reasons` knows it; empty if there is none."""
        return self.by_name.get(name) or self.by_name.get(f"{name.rpartition('.')[0]}.*", "")

    @cached_property
    def by_name(self) -> Mapping[str, str]:
        """The reason of every name as it is written."""
        found: dict[str, str] = {}
        for reason, names in self._tables():
            for name in names:
                if name in found:
                    raise ValueError(f"two reasons for {name}: {found[name]} and {reason}")
                found[name] = reason
        return found

    def _tables(self) -> list[tuple[str, list[str]]]:
        if not self._folder.is_dir():
            return []
        texts = [file.read_bytes() for file in sorted(self._folder.iterdir(), key=lambda file: file.name)]
        return [one for text in texts for one in msgspec.json.decode(text, type=dict[str, list[str]]).items()]
