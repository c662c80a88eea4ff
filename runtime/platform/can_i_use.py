"""`wx.canIUse`: a path through the catalogues of APIs and components, answered for a base library version.

What Handset does not support is answered with false, so that programs take their fallback: an API that it does not
carry out, a component that is a plain box, an attribute, event or value without effect.
Source: reference, canIUse (`${API}.${method}.${param}.${option}`, `${component}.${attribute}.${option}`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.platform.catalogue import Api, Catalogue, Field
from runtime.platform.platform import Platform

_RESULT_WORDS = {"return", "success", "callback"}


def can_i_use(platform: Platform, schema: str, version: str) -> bool:
    """Whether base library `version` (for example `3.8.12`; empty = any) has what `schema` names. Never raises."""
    head, *rest = schema.strip().split(".")
    known, registry = platform.catalogue, platform.registry
    api = known.apis.get(f"wx.{head}") or known.legacy.get(f"wx.{head}")
    if api:
        return registry.is_supported(head) and _has_api_part(known, api, rest, version)
    if head in platform.components:
        return _has_component(platform, head, rest, version)
    described = known.objects.get(head)
    if described is None or not rest:
        return False
    method = described.methods.get(rest[0])
    if method is not None:
        return registry.is_supported(f"{head}.{rest[0]}") and _has_api_part(known, method, rest[1:], version)
    field = described.properties.get(rest[0])
    is_there = field is not None and registry.is_handed_out(head) and is_old_enough(field.since, version)
    return is_there and len(rest) == 1


def is_old_enough(since: object, version: str) -> bool:
    """Whether something that came with version `since` exists in `version`."""
    if not isinstance(since, str) or not since or not version:
        return True
    return _numbers(since) <= _numbers(version)


def _has_api_part(known: Catalogue, api: Api, rest: list[str], version: str) -> bool:
    if not is_old_enough(api.since, version):
        return False
    if not rest:
        return True
    fields = _result_fields(known, api) if rest[0] in _RESULT_WORDS else _argument_fields(api)
    if len(rest) == 1:
        return rest[0] in _RESULT_WORDS | {"object"} or rest[0] in fields
    field = fields.get(rest[1])
    if field is None or not is_old_enough(field.since, version):
        return False
    if len(rest) == 2:
        return True
    members = _struct_fields(known, field.type)
    return rest[2] in map(str, field.enum) or rest[2] in members


def _result_fields(known: Catalogue, api: Api) -> Mapping[str, Field]:
    from_listener = next((param.callback_fields for param in api.params if param.callback_fields), {})
    return {**_struct_fields(known, api.returns), **api.success, **from_listener}


def _argument_fields(api: Api) -> Mapping[str, Field]:
    plain = {param.name: Field(param.type) for param in api.params if not param.callbacks}
    return plain | {name: field for param in api.params for name, field in param.fields.items()}


def _struct_fields(known: Catalogue, type_name: str) -> Mapping[str, Field]:
    described = known.types.get(type_name.removesuffix("[]"))
    return described.fields if described else {}


def _has_component(platform: Platform, tag: str, rest: list[str], version: str) -> bool:
    component, support = platform.components[tag], platform.support.components[tag]
    if not support.is_drawn or not is_old_enough(component.get("since"), version):
        return False
    if not rest:
        return True
    attributes: Mapping[str, Any] = component.get("attributes", {})
    attribute = attributes.get(rest[0])
    if attribute is None:
        event = rest[0].removeprefix("bind")
        return event in component.get("events", {}) and platform.support.sends(support, event)
    if rest[0] in support.attributes or not is_old_enough(attribute.get("since"), version):
        return False
    if len(rest) == 1:
        return True
    option = next((one for one in attribute.get("enum", []) if str(one.get("value")) == rest[1]), None)
    is_known = option is not None and is_old_enough(option.get("since"), version)
    return is_known and support.has_value(rest[0], rest[1])


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdigit() else 0 for part in version.split("."))
