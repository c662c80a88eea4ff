"""The catalogue of the wx.* surface (`resources/spec/apis.json`) as frozen values.

What Handset does about an API is in the registry.

Names are without the `wx.` in front; methods of objects are `Object.method`, for example `FileSystemManager.readFile`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

import msgspec
from msgspec import Struct, field

Kind = Literal["async", "async-callback-only", "async-task", "event-on", "event-off", "sync", "factory", "promise"]


class Field(Struct, frozen=True, rename="camel"):
    """One field of an option or result object. `type` is TypeScript as the catalogue writes it."""

    type: str = "any"
    required: bool = False
    since: str = ""
    enum: tuple[Any, ...] = ()
    default: Any = None
    summary: str = ""
    unit: str = ""


class Param(Struct, frozen=True, rename="camel"):
    """One positional parameter. `callbacks` names success, fail, complete for an option object."""

    name: str
    type: str = "any"
    required: bool = False
    fields: dict[str, Field] = {}
    callbacks: tuple[str, ...] = ()
    callback_fields: dict[str, Field] = {}
    rest: bool = False


class Api(Struct, frozen=True, rename="camel"):
    """One documented function: of `wx`, or a method of an object that `wx` hands out."""

    name: str = ""
    kind: Kind = "sync"
    category: str = ""
    summary: str = ""
    params: tuple[Param, ...] = ()
    success: dict[str, Field] = {}
    fail: dict[str, Field] = {}
    returns: str = ""
    since: str = ""
    requires_tap: bool = False
    scope: str = ""
    deprecated: Any = None

    @property
    def option(self) -> Param | None:
        """The option object with success, fail and complete, if the function takes one."""
        return next((param for param in self.params if param.callbacks), None)


class ApiObject(Struct, frozen=True, rename="camel"):
    """An object that some function returns."""

    category: str = ""
    methods: dict[str, Api] = {}
    properties: dict[str, Field] = {}


class Namespace(Struct, frozen=True):
    """A member of `wx` that holds functions (`wx.cloud`). `type` names the object with them, if it is one."""

    type: str


class StructType(Struct, frozen=True):
    """A named structure that occurs as the type of a field."""

    fields: dict[str, Field] = {}


class Catalogue(Struct, frozen=True):
    """The whole file. `apis`, `legacy` and `namespaces` have names with `wx.` in front, as written there."""

    apis: dict[str, Api]
    legacy: dict[str, Api] = {}
    objects: dict[str, ApiObject] = {}
    namespaces: dict[str, Namespace] = {}
    types: dict[str, StructType] = field(default_factory=dict)

    def functions(self) -> Iterator[tuple[str, Api]]:
        """Every function of `wx` with its bare name, legacy ones last."""
        for written, api in (*self.apis.items(), *self.legacy.items()):
            yield written.removeprefix("wx."), api

    def methods(self) -> Iterator[tuple[str, Api]]:
        """Every method of every object as `Object.method`; a property that is a function counts as one."""
        for object_name, described in self.objects.items():
            for method_name, api in described.methods.items():
                yield f"{object_name}.{method_name}", api
            for property_name, member in described.properties.items():
                if "=>" in member.type:
                    yield f"{object_name}.{property_name}", Api(name=property_name, summary=member.summary)


def read_catalogue(text: bytes) -> Catalogue:
    """The catalogue of a file."""
    return msgspec.json.decode(text, type=Catalogue)
