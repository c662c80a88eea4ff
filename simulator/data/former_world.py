"""World values as versions before the list of them kept them: one object of nested parts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.world.groups.permission import SCOPES, permission_of

_NAMES = {
    "scan.scanType": "scan.type",
    "isSessionValid": "session.isValid",
    "dialogs": "answers.dialogs",
    "outcomes": "answers.outcomes",
}
_PARTS = ("user", "place", "address", "scan")


def values_of(former: Mapping[str, Any]) -> dict[str, Any]:
    """The same by the names of today, not checked yet. Scopes that were refused unless somebody allowed them are
    refused by name."""
    flat = {f"{part}.{member}": one for part in _PARTS for member, one in _object(former.get(part)).items()}
    flat |= {name: former[name] for name in _NAMES if name in former}
    grants = _object(former.get("grants"))
    if former.get("defaultGrant") is False:
        grants = {**dict.fromkeys(SCOPES, False), **grants}
    permissions = {permission_of(scope): "granted" if granted else "denied" for scope, granted in grants.items()}
    return {_NAMES.get(name, name): one for name, one in flat.items()} | permissions


def _object(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
