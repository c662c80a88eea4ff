"""wx.cloud.database(): what ends a chain is asked of the environment; the chain itself is JavaScript's
(runtime/js/shared/cloud).
"""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.cloud.asking import OPEN_ID, answering, ask_cloud
from runtime.api.handler import Handler, in_host, in_js
from runtime.api.port import HostPorts
from runtime.api.ports.cloud import CLOUD
from runtime.api.ports.world import WORLD


def watch(call: Call, ports: HostPorts) -> None:
    """Query.watch: success has the number of the watch; what is new comes as `onChange` of the call."""
    number = 0

    def begun(_answer: object) -> None:
        call.succeed({"watch": number})

    number = ports[CLOUD].watch(
        call.args, str(ports[WORLD][OPEN_ID]), answering(call, begun), lambda snapshot: call.emit("onChange", snapshot)
    )


_CHAIN = (
    *(f"DB.Query.{name}" for name in ("where", "orderBy", "limit", "skip", "field")),
    *(f"DB.CollectionReference.{name}" for name in ("doc", "aggregate")),
    "DB.DocumentReference.field", "DB.DocumentReference.watch", "DB.Database.collection",
    "DB.Database.serverDate",
)  # fmt: skip
_STAGES = (
    "addFields", "bucket", "bucketAuto", "count", "geoNear", "group", "limit", "lookup", "match", "project",
    "replaceRoot", "sample", "skip", "sort", "sortByCount", "unwind",
)  # fmt: skip
_COMPARED = (
    "eq", "neq", "gt", "gte", "lt", "lte", "in", "nin", "exists", "mod", "all", "elemMatch", "size", "geoNear",
    "geoWithin", "geoIntersects",
)  # fmt: skip
_CHANGING = (
    "set", "remove", "inc", "mul", "min", "max", "rename", "bit", "push", "pop", "shift", "unshift", "pull", "pullAll",
    "addToSet",
)  # fmt: skip
_COMBINED = ("and", "or", "nor", "not")
_SHAPES = ("GeoPoint", "GeoLineString", "GeoPolygon", "GeoMultiPoint", "GeoMultiLineString", "GeoMultiPolygon")

HANDLERS: tuple[Handler, ...] = (
    *(in_host(f"DB.Query.{name}", ask_cloud) for name in ("get", "count", "update", "remove")),
    in_host("DB.CollectionReference.add", ask_cloud),
    *(in_host(f"DB.DocumentReference.{name}", ask_cloud) for name in ("get", "set", "update", "remove")),
    in_host("DB.Aggregate.end", ask_cloud),
    in_host("DB.Query.watch", watch),
    *in_js(*_CHAIN, is_quiet=True),
    *in_js(*(f"DB.Aggregate.{name}" for name in _STAGES), is_quiet=True),
    *in_js(*(f"DB.DatabaseQueryCommand.{name}" for name in _COMPARED), is_quiet=True),
    *in_js(*(f"DB.DatabaseLogicCommand.{name}" for name in _COMBINED), is_quiet=True),
    *in_js(*(f"DB.DatabaseCommand.{name}" for name in (*_COMPARED, *_COMBINED, *_CHANGING)), is_quiet=True),
    *in_js(*(f"DB.{kind}.{name}" for kind in _SHAPES for name in ("toJSON", "toString")), is_quiet=True),
)
