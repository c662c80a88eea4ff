"""The whole cloud of a project, put together: service, functions and the address that these reach."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from runtime.cloud.seeds import Seeds
from runtime.protocol.cloud import Begin
from simulator.cloud.endpoint import Endpoint
from simulator.cloud.functions import FunctionPlace, NodeFunctions
from simulator.cloud.invocation import Invocation, Invocations
from simulator.cloud.service import CloudService

Log = Callable[[str, str, str], object]


class CloudDesk:
    """`log` hears, from any thread, what functions write: function, level, text."""

    def __init__(self, begin: Begin, log: Log) -> None:
        seeds = Seeds(Path(begin.seeds) if begin.seeds else None, lambda text: log("", "warn", text))
        self.service = CloudService(Path(begin.folder), seeds)
        invocations = Invocations()
        self._endpoint = Endpoint(invocations, self._ask, self.service.files.find)
        self._functions: NodeFunctions | None = None
        if begin.functions:
            place = FunctionPlace(Path(begin.functions), begin.appid, begin.is_trusted, self._endpoint.url)
            self._functions = NodeFunctions(place, invocations, log)
        self.service.functions = self._functions
        self.service.address = self._endpoint.file_url

    def close(self) -> None:
        """Ends the functions that run, and lets all files go."""
        if self._functions is not None:
            self._functions.close()
        self._endpoint.close()
        self.service.close()

    def _ask(self, name: str, args: Mapping[str, Any], invocation: Invocation) -> Any:
        """A function asks: it may all, in the environment that it was called in unless it names another. Files of this
        computer (`source`, `target`) are the host's to name: a function sends and gets what they hold.
        """
        args = {key: value for key, value in args.items() if key not in ("source", "target")}
        env = self.service.env_of({"env": args.get("env") or invocation.env})
        if name == "WxCloud.callFunction" and self._functions is not None:
            called, data = str(args.get("name")), args.get("data")
            result = self._functions.call(env, called, data, invocation.openid, "scf", invocation.depth + 1)
            return {"result": result}
        return self.service.ask(name, {**args, "env": env})
