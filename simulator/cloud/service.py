"""The cloud of one project: answers calls by name, whoever asks. Called from several threads; the database is one at a
time, functions run beside each other.

What the panel alone may ask begins with `Panel.`.
"""

from __future__ import annotations

import base64
import binascii
import re
import shutil
import sqlite3
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from runtime.cloud.database import Database
from runtime.cloud.failure import NO_FUNCTION, PARAMETERS, REQUEST, CloudFailure
from runtime.cloud.files import CloudFiles
from runtime.cloud.rows import SqliteRows
from runtime.cloud.rules import Person
from runtime.cloud.seeds import Seeds
from runtime.cloud.triggers import HTTP_SOURCE, TIMER_SOURCE, http_event, timer_event
from runtime.cloud.watching import Tell, Watch
from simulator.cloud.panel_calls import PANEL_CALLS, PanelSide
from simulator.cloud.runner import Functions

DEFAULT_ENV = "desk"
MAX_ENVIRONMENTS = 100
_ENV = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}\Z")
Args = Mapping[str, Any]


class CloudService:
    """Everything below `folder`. `address` gives where the storage's files are fetched (empty: nowhere)."""

    def __init__(self, folder: Path, seeds: Seeds, functions: Functions | None = None) -> None:
        self.folder = folder
        self.functions = functions
        self.files = CloudFiles(folder / "files")
        self.address: Callable[[str], str] = lambda _file_id: ""
        self._seeds = seeds
        # What the program uses is what its developer wants to see.
        self._last_env = DEFAULT_ENV
        self._lock = threading.RLock()
        self._databases: dict[str, Database] = {}
        self._watches: dict[tuple[str, int], Watch] = {}

    def ask(self, name: str, args: Args, openid: str | None = None) -> Any:
        """Carries a call out. Raises CloudFailure."""
        person = None if openid is None else Person(openid)
        env = self.env_of(args)
        if person is not None:
            self._last_env = env
        elif name.startswith("Panel.") and not args.get("env"):
            env = self._last_env
        if name == "WxCloud.callFunction":
            return self._call_function(env, args, openid)
        if name in ("Panel.timer", "Panel.http") and person is None:
            return self._call_function(env, self._triggered(name, args), None)
        with self._lock:
            try:
                return self._carry_out(name, env, args, person)
            except sqlite3.Error as error:
                raise CloudFailure(REQUEST, f"system error {error}", environment=True) from error

    def watch(self, watch_id: int, args: Args, openid: str | None, tell: Tell) -> None:
        """Tells of a query until `unwatch`. Raises CloudFailure for one that is none."""
        with self._lock:
            env = self.env_of(args)
            watch = Watch(self.database(env), args, None if openid is None else Person(openid), tell)
            watch.look()
            self._watches[env, watch_id] = watch

    def unwatch(self, watch_id: int) -> None:
        """The end of one."""
        with self._lock:
            for key in [key for key in self._watches if key[1] == watch_id]:
                del self._watches[key]

    def environments(self) -> list[str]:
        """Those that have been used."""
        found = (path.stem for path in sorted(self.folder.glob("*.sqlite")))
        return [*dict.fromkeys((DEFAULT_ENV, *found))]

    def database(self, env: str) -> Database:
        """Of an environment, which is made when it is first named."""
        found = self._databases.get(env)
        if found is None:
            if len(self._databases) >= MAX_ENVIRONMENTS:
                raise CloudFailure(PARAMETERS, "too many environments")
            rows = SqliteRows(self.folder / f"{env}.sqlite", self._seeds.of)
            found = Database(rows, lambda: round(time.time() * 1000), lambda name: self._changed(env, name))
            self._databases[env] = found
        return found

    def env_of(self, args: Args) -> str:
        """The environment that a call names. Raises CloudFailure for a name that no environment can have."""
        env = args.get("env") or DEFAULT_ENV
        if not isinstance(env, str) or not _ENV.match(env):
            raise CloudFailure(PARAMETERS, f"invalid env {env}")
        return env

    def close(self) -> None:
        """Lets all files go."""
        with self._lock:
            for database in self._databases.values():
                database.rows.close()
            self._databases.clear()

    def _carry_out(self, name: str, env: str, args: Args, person: Person | None) -> Any:
        if name.startswith("Panel.") and person is None:
            side = PanelSide(self.database(env), env, self.files, self.functions, self.environments())
            return PANEL_CALLS[name](side, args)
        database = self.database(env)
        match name:
            case "DB.Query.get":
                return database.get(args, person)
            case "DB.Query.count":
                return database.count(args, person)
            case "DB.Query.update":
                return database.update(args, person)
            case "DB.Query.remove":
                return database.remove(args, person)
            case "DB.CollectionReference.add":
                return database.add(args, person)
            case "DB.DocumentReference.get":
                return database.get_one(args, person)
            case "DB.DocumentReference.set":
                return database.set_one(args, person)
            case "DB.DocumentReference.update":
                return database.update_one(args, person)
            case "DB.DocumentReference.remove":
                return database.remove_one(args, person)
            case "DB.Aggregate.end":
                return database.aggregate(args, person)
            case "DB.begin" if person is None:
                return {"transaction": database.begin()}
            case "DB.commit" if person is None:
                database.commit(str(args.get("transaction")))
                return {}
            case "DB.abort" if person is None:
                database.abort(str(args.get("transaction")))
                return {}
            case _:
                return self._store(name, env, args)

    def _store(self, name: str, env: str, args: Args) -> Any:
        match name:
            case "WxCloud.uploadFile":
                path = str(args.get("cloudPath", ""))
                if "source" in args:
                    return {"fileID": self.files.put(env, path, Path(str(args["source"]))), "statusCode": 204}
                return {"fileID": self.files.write(env, path, _bytes(args.get("content"))), "statusCode": 204}
            case "WxCloud.downloadFile":
                return self._fetched(str(args.get("fileID", "")), args.get("target"))
            case "WxCloud.getTempFileURL":
                return {"fileList": [self._temporary(one) for one in _items(args)]}
            case "WxCloud.deleteFile":
                return {"fileList": [self._deleted(one) for one in _items(args)]}
        raise CloudFailure(PARAMETERS, f"{name} is no call of the cloud")

    def _fetched(self, written: str, target: Any) -> dict[str, Any]:
        """Into a file of the host's, or as it is for a function."""
        place = self.files.find(written)
        if target is None:
            return {"content": base64.b64encode(place.read_bytes()).decode("ascii"), "statusCode": 200}
        shutil.copyfile(place, str(target))
        return {"size": place.stat().st_size, "statusCode": 200}

    def _temporary(self, item: Any) -> dict[str, Any]:
        given = item if isinstance(item, dict) else {"fileID": item}
        written, age = str(given.get("fileID", "")), given.get("maxAge", 86400)
        try:
            self.files.find(written)
        except CloudFailure as failure:
            return {"fileID": written, "tempFileURL": "", "maxAge": age, "status": 1, "errMsg": failure.reason}
        return {"fileID": written, "tempFileURL": self.address(written), "maxAge": age, "status": 0, "errMsg": "ok"}

    def _deleted(self, item: Any) -> dict[str, Any]:
        try:
            self.files.remove(str(item))
        except CloudFailure as failure:
            return {"fileID": str(item), "status": failure.code, "errMsg": failure.reason}
        return {"fileID": str(item), "status": 0, "errMsg": "ok"}

    def _call_function(self, env: str, args: Args, openid: str | None) -> Any:
        name = args.get("name")
        if not isinstance(name, str) or not name:
            raise CloudFailure(PARAMETERS, "invalid parameters. name should be a text")
        if self.functions is None:
            why = "cloud functions: project.config.json names no folder of them (cloudfunctionRoot)"
            raise CloudFailure(NO_FUNCTION, why, environment=True)
        source = "wx_client" if openid is not None else str(args.get("source", "wx_devtools"))
        return {"result": self.functions.call(env, name, args.get("data"), openid or args.get("openid"), source)}

    def _triggered(self, name: str, args: Args) -> Args:
        """The call that a timer or a request makes."""
        if name == "Panel.timer":
            event, source = timer_event(str(args.get("timer", "")), round(time.time() * 1000)), TIMER_SOURCE
        else:
            event, source = http_event(str(args.get("request", "")), str(args.get("body", ""))), HTTP_SOURCE
        return {"name": args.get("name"), "data": event, "source": source}

    def _changed(self, env: str, collection: str) -> None:
        for place, watch in [*self._watches.items()]:
            if place[0] != env or watch.collection != collection:
                continue
            try:
                watch.look()
            except CloudFailure as failure:
                del self._watches[place]
                watch.give_up(failure)


def _items(args: Args) -> list[Any]:
    items = args.get("fileList")
    if not isinstance(items, list) or not 0 < len(items) <= 50:
        raise CloudFailure(PARAMETERS, "invalid parameters. fileList should be an array of 1 to 50 files")
    return items


def _bytes(content: Any) -> bytes:
    try:
        return base64.b64decode(str(content or ""), validate=True)
    except binascii.Error:
        raise CloudFailure(PARAMETERS, "the content is no base64") from None
