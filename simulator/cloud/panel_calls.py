"""What the panel asks of a cloud: environments, collections, rules, import and export, files, functions."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from runtime.cloud.database import Database, new_id
from runtime.cloud.failure import PARAMETERS, CloudFailure
from runtime.cloud.files import CloudFiles
from runtime.cloud.rows import documents_of, key_of, text_of
from runtime.cloud.rules import check_rule
from runtime.cloud.triggers import as_wire, timers_of
from simulator.cloud.runner import Functions

Args = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PanelSide:
    """The environment `env`, and what it has."""

    database: Database
    env: str
    files: CloudFiles
    functions: Functions | None
    environments: list[str]


def _overview(side: PanelSide, _args: Args) -> Any:
    rows = side.database.rows
    return {
        "env": side.env,
        "environments": [*dict.fromkeys((*side.environments, side.env))],
        "collections": [{"name": name, "count": len(rows.all(name)), "rule": rows.rule(name)} for name in rows.names()],
        "functions": side.functions.names() if side.functions else [],
        "files": [{"fileID": name, "size": size} for name, size in side.files.all(side.env)],
    }


def _create(side: PanelSide, args: Args) -> Any:
    side.database.count({"collection": args.get("collection")}, None)
    return {}


def _drop(side: PanelSide, args: Args) -> Any:
    side.database.rows.drop(str(args["collection"]))
    return {}


def _rule(side: PanelSide, args: Args) -> Any:
    check_rule(args.get("rule"))
    side.database.rows.set_rule(str(args["collection"]), args.get("rule"))
    return {}


def _function(side: PanelSide, args: Args) -> Any:
    config = side.functions.config(str(args.get("name"))) if side.functions else None
    return {"timers": as_wire(timers_of(config))}


def _export(side: PanelSide, args: Args) -> Any:
    return {"text": text_of(side.database.rows.all(str(args["collection"])))}


def _import(side: PanelSide, args: Args) -> Any:
    collection, database = str(args["collection"]), side.database
    try:
        documents = documents_of(str(args.get("text", "")), new_id)
    except (ValueError, RecursionError) as error:
        raise CloudFailure(PARAMETERS, f"the file is not what was expected: {error}") from error
    database.count({"collection": collection}, None)
    database.rows.write({(collection, key_of(one["_id"])): one for one in documents})
    database.changed(collection)
    return {"count": len(documents)}


def _save(side: PanelSide, args: Args) -> Any:
    """A document as JSON text; without `_id` a new one."""
    try:
        written = json.loads(str(args.get("text", "")))
    except (ValueError, RecursionError) as error:
        raise CloudFailure(PARAMETERS, str(error)) from error
    if not isinstance(written, dict):
        raise CloudFailure(PARAMETERS, "a document is an object")
    database = side.database
    if "_id" not in written:
        return database.add({"collection": args.get("collection"), "data": written}, None)
    data = {key: value for key, value in written.items() if key != "_id"}
    return database.set_one({"collection": args.get("collection"), "id": written["_id"], "data": data}, None)


PANEL_CALLS: Mapping[str, Callable[[PanelSide, Args], Any]] = MappingProxyType({
    "Panel.overview": _overview,
    "Panel.create": _create,
    "Panel.drop": _drop,
    "Panel.rule": _rule,
    "Panel.function": _function,
    "Panel.export": _export,
    "Panel.import": _import,
    "Panel.save": _save,
})  # fmt: skip
