"""What differs between two builds, so that the host can decide how much of a running program to swap."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from runtime.compiler.program import CODE_PARTS

_PLAIN_PARTS = ("app", "app_script", "aliases", "npm")


@dataclass(frozen=True, slots=True)
class Changes:
    """Paths of what was added, changed or removed.

    `configs` names the parts of the program's configuration that changed: `app`, `aliases`, `npm`, a page or
    component path. A change in `configs` or of a script that is no page's or component's calls for a restart.
    """

    templates: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    wxs: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    configs: tuple[str, ...] = ()
    config_file: str = ""
    """The file whose change made the first of `configs` another, where that is a page or component."""

    @property
    def is_empty(self) -> bool:
        """Whether the two builds are the same for a running program."""
        return not (self.templates or self.scripts or self.wxs or self.styles or self.configs)


def compare(
    old: Mapping[str, Any], new: Mapping[str, Any], old_styles: Mapping[str, object], new_styles: Mapping[str, object]
) -> Changes:
    """Compares two programs and their style sheets. Where a module stands in the line space does not matter."""
    configs = [part for part in _PLAIN_PARTS if old[part] != new[part]]
    for part in ("pages", "components"):
        configs += [path for path in _different(old[part], new[part]) if path not in configs]
    return Changes(
        templates=_different_code(old, new, "templates"),
        scripts=_different_code(old, new, "scripts"),
        wxs=_different_code(old, new, "wxs"),
        styles=tuple(_different(old_styles, new_styles)),
        configs=tuple(configs),
        config_file=_file_of(configs[0], old["components"], new["components"]) if configs else "",
    )


def changed_program(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """The part of a program that changed, in the form of the whole (for `Patch.program`)."""
    changed: dict[str, Any] = {part: new[part] for part in _PLAIN_PARTS if old[part] != new[part]}
    for part in ("pages", "components", *CODE_PARTS):
        entries = {path: entry for path, entry in new[part].items() if old[part].get(path) != entry}
        if entries:
            changed[part] = entries
    return changed


def _file_of(path: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    """The file of a page or component that came, went or has another ending; its JSON if all the others stayed."""
    before, after = old.get(path, {}), new.get(path, {})
    for kind in ("script", "template", "style"):
        if before.get(kind) != after.get(kind):
            return str(before.get(kind) or after[kind])
    return f"{path}.json"


def _different_code(old: Mapping[str, Any], new: Mapping[str, Any], part: str) -> tuple[str, ...]:
    before = {path: entry["code"] for path, entry in old[part].items()}
    after = {path: entry["code"] for path, entry in new[part].items()}
    return tuple(_different(before, after))


def _different(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    absent = object()
    return sorted(path for path in old.keys() | new.keys() if old.get(path, absent) != new.get(path, absent))
