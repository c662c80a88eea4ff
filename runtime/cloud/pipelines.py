"""Aggregation: the stages of MongoDB over documents. mongomock has most; the rest is here.

Ours are `$match` (with our operators), `$lookup` in both forms, `$sortByCount`, `$bucketAuto`, `$geoNear`, `$sample`.
"""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any

from mongomock.aggregate import _PIPELINE_HANDLERS, _parse_expression, process_pipeline
from mongomock.filtering import resolve_sort_key

from runtime.cloud.conditions import Condition, Document, refusing
from runtime.cloud.failure import PARAMETERS, CloudFailure
from runtime.cloud.geometry import distance_m, spot_of

Read = Callable[[str], list[Document]]
"""All documents of a collection, for `$lookup`."""

_FORBIDDEN = frozenset({"$out", "$merge"})
_ROOT = "root"


def aggregate(documents: list[Document], stages: Any, read: Read) -> list[Document]:
    """What comes out of the last stage. Raises CloudFailure."""
    if not isinstance(stages, list) or not all(isinstance(stage, dict) and len(stage) == 1 for stage in stages):
        raise CloudFailure(PARAMETERS, "a pipeline is an array of stages")
    for stage in stages:
        ((name, option),) = stage.items()
        documents = refusing(partial(_stage, documents, name, option, read))
    return documents


def _stage(documents: list[Document], name: str, option: Any, read: Read) -> list[Document]:
    own = _OWN.get(name)
    if own is not None:
        return own(documents, option, read)
    if name in _FORBIDDEN or not _PIPELINE_HANDLERS.get(name):
        raise CloudFailure(PARAMETERS, f"unknown stage {name}")
    return [*process_pipeline(copy.deepcopy(documents), None, [{name: option}], None)]


def _match(documents: list[Document], option: Any, _read: Read) -> list[Document]:
    condition = Condition(option)
    return [one for one in documents if condition.holds(one)]


def _lookup(documents: list[Document], option: Any, read: Read) -> list[Document]:
    others = read(str(option["from"]))
    return [{**one, str(option["as"]): _joined(one, option, others, read)} for one in documents]


def _joined(document: Document, option: Any, others: list[Document], read: Read) -> list[Document]:
    if "pipeline" in option:
        values = {name: _value(what, document) for name, what in option.get("let", {}).items()}
        return aggregate(others, [_with_values(stage, values) for stage in option["pipeline"]], read)
    wanted = _field(document, str(option["localField"]))
    condition = Condition({str(option["foreignField"]): {"$in": wanted if isinstance(wanted, list) else [wanted]}})
    return [one for one in others if condition.holds(one)]


def _with_values(written: Any, values: dict[str, Any]) -> Any:
    """A pipeline with the values of `let` in the places of their names."""
    if isinstance(written, str) and written.startswith("$$"):
        name, _, path = written[2:].partition(".")
        if name in values:
            held = values[name]
            return {"$literal": _field(held, path) if path and isinstance(held, dict) else held}
    if isinstance(written, list):
        return [_with_values(item, values) for item in written]
    if isinstance(written, dict):
        return {key: _with_values(item, values) for key, item in written.items()}
    return written


def _sort_by_count(documents: list[Document], option: Any, read: Read) -> list[Document]:
    group = {"$group": {"_id": option, "count": {"$sum": 1}}}
    return aggregate(documents, [group, {"$sort": {"count": -1}}], read)


def _bucket_auto(documents: list[Document], option: Any, read: Read) -> list[Document]:
    count = int(option["buckets"])
    if count < 1:
        raise CloudFailure(PARAMETERS, "bucketAuto needs a number of buckets")
    keyed = [{"key": _value(option["groupBy"], one), _ROOT: one} for one in documents]
    keyed.sort(key=lambda pair: resolve_sort_key("key", pair))
    size = max(1, round(len(keyed) / count))
    starts: list[int] = []
    while (start := starts[-1] + size if starts else 0) < len(keyed) and len(starts) < count:
        # Equal keys stay together.
        while starts and start < len(keyed) and keyed[start]["key"] == keyed[start - 1]["key"]:
            start += 1
        if start >= len(keyed):
            break
        starts.append(start)
    output = option.get("output", {"count": {"$sum": 1}})
    buckets = []
    for start, end in zip(starts, [*starts[1:], len(keyed)], strict=True):
        upper = keyed[min(end, len(keyed) - 1)]["key"]
        inside = [pair[_ROOT] for pair in keyed[start:end]]
        (made,) = aggregate(inside, [{"$group": {"_id": None, **output}}], read)
        buckets.append({**made, "_id": {"min": keyed[start]["key"], "max": upper}})
    return buckets


def _geo_near(documents: list[Document], option: Any, read: Read) -> list[Document]:
    centre = spot_of(option["near"])
    if centre is None:
        raise CloudFailure(PARAMETERS, "geoNear needs a point")
    path = str(option.get("key") or option.get("includeLocs") or "location")
    factor = option.get("distanceMultiplier", 1)
    found = []
    for one in _match(documents, option.get("query", {}), read):
        keys = [path] if "key" in option else [key for key, value in one.items() if spot_of(value)]
        spot = spot_of(_field(one, keys[0])) if keys else None
        if spot is None:
            continue
        distance = distance_m(spot, centre)
        if option.get("minDistance", 0) <= distance <= option.get("maxDistance", float("inf")):
            placed = {option["includeLocs"]: _field(one, keys[0])} if "includeLocs" in option else {}
            found.append({**one, str(option["distanceField"]): distance * factor, **placed})
    found.sort(key=lambda one: float(one[str(option["distanceField"])]))
    return found[: int(option.get("limit", 100))]


def _sample(documents: list[Document], option: Any, _read: Read) -> list[Document]:
    return random.sample(documents, min(len(documents), int(option["size"])))


def _value(written: Any, document: Document) -> Any:
    return _parse_expression(written, document, ignore_missing_keys=True)


def _field(document: Document, path: str) -> Any:
    value: Any = document
    for name in path.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    return value


_OWN: Mapping[str, Callable[[list[Document], Any, Read], list[Document]]] = MappingProxyType(
    {
        "$match": _match,
        "$lookup": _lookup,
        "$sortByCount": _sort_by_count,
        "$bucketAuto": _bucket_auto,
        "$geoNear": _geo_near,
        "$sample": _sample,
    }
)
