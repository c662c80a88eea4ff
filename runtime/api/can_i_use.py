"""`wx.canIUse`: a path through the catalogues of APIs and components, answered for a base library version.

What Handset does not support is answered with false, so that programs take their fallback: an API that it does not
carry out, a component that is a placeholder or a plain box, an attribute, event or value without effect.
Source: reference, canIUse (`${API}.${method}.${param}.${option}`, `${component}.${attribute}.${option}`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from runtime.api.component_support import Support, component_support
from runtime.api.spec import Api, Field, catalogue, components

_RESULT_WORDS = {"return", "success", "callback"}


def can_i_use(schema: str, version: str, is_supported: Callable[[str], bool]) -> bool:
    """Whether base library `version` (for example `3.8.12`; empty = any) has what `schema` names. Never raises."""
    head, *rest = schema.strip().split(".")
    api = catalogue().apis.get(f"wx.{head}") or catalogue().legacy.get(f"wx.{head}")
    if api:
        return is_supported(head) and _has_api_part(api, rest, version)
    if head in components():
        support = component_support().components[head]
        return support.is_drawn and _has_component_part(components()[head], support, rest, version)
    described = catalogue().objects.get(head)
    if described and rest:
        method = described.methods.get(rest[0])
        return method is not None and is_supported(f"{head}.{rest[0]}") and _has_api_part(method, rest[1:], version)
    return False


def is_old_enough(since: object, version: str) -> bool:
    """Whether something that came with version `since` exists in `version`."""
    if not isinstance(since, str) or not since or not version:
        return True
    return _numbers(since) <= _numbers(version)


def _has_api_part(api: Api, rest: list[str], version: str) -> bool:
    if not is_old_enough(api.since, version):
        return False
    if not rest:
        return True
    fields = _result_fields(api) if rest[0] in _RESULT_WORDS else _argument_fields(api)
    if len(rest) == 1:
        return rest[0] in _RESULT_WORDS | {"object"} or rest[0] in fields
    field = fields.get(rest[1])
    if field is None or not is_old_enough(field.since, version):
        return False
    if len(rest) == 2:
        return True
    members = _struct_fields(field.type)
    return rest[2] in map(str, field.enum) or rest[2] in members


def _result_fields(api: Api) -> Mapping[str, Field]:
    from_listener = next((param.callback_fields for param in api.params if param.callback_fields), {})
    return {**_struct_fields(api.returns), **api.success, **from_listener}


def _argument_fields(api: Api) -> Mapping[str, Field]:
    plain = {param.name: Field(param.type) for param in api.params if not param.callbacks}
    return plain | {name: field for param in api.params for name, field in param.fields.items()}


def _struct_fields(type_name: str) -> Mapping[str, Field]:
    described = catalogue().types.get(type_name.removesuffix("[]"))
    return described.fields if described else {}


def _has_component_part(component: Mapping[str, Any], support: Support, rest: list[str], version: str) -> bool:
    if not is_old_enough(component.get("since"), version):
        return False
    if not rest:
        return True
    attributes: Mapping[str, Any] = component.get("attributes", {})
    attribute = attributes.get(rest[0])
    if attribute is None:
        event = rest[0].removeprefix("bind")
        return event in component.get("events", {}) and support.has_event(event)
    if rest[0] in support.attributes or not is_old_enough(attribute.get("since"), version):
        return False
    if len(rest) == 1:
        return True
    option = next((one for one in attribute.get("enum", []) if str(one.get("value")) == rest[1]), None)
    is_known = option is not None and is_old_enough(option.get("since"), version)
    return is_known and support.has_value(rest[0], rest[1])


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdigit() else 0 for part in version.split("."))
