"""The cloud of a project put together: what does not run, and who is heard at its address."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from runtime.cloud.failure import CloudFailure
from runtime.protocol.cloud import Begin
from simulator.cloud.desk import CloudDesk
from simulator.cloud.endpoint import Endpoint
from simulator.cloud.functions import NO_NODE, FunctionPlace, NodeFunctions
from simulator.cloud.invocation import Invocations
from simulator.cloud.node import Node


@pytest.fixture
def functions(tmp_path: Path) -> Path:
    (tmp_path / "functions" / "f").mkdir(parents=True)
    (tmp_path / "functions" / "f" / "index.js").write_text("exports.main = () => 1", "utf-8")
    (tmp_path / "functions" / "notes").mkdir()
    return tmp_path / "functions"


def test_nothing_runs_before_the_project_is_trusted(tmp_path: Path, functions: Path) -> None:
    desk = CloudDesk(Begin(str(tmp_path / "cloud"), str(functions)), lambda *_: None)
    assert desk.service.ask("Panel.overview", {})["functions"] == ["f"]
    with pytest.raises(CloudFailure, match="with your rights") as caught:
        desk.service.ask("WxCloud.callFunction", {"name": "f"}, "me")
    assert caught.value.environment
    desk.close()


def test_without_node_it_says_so(functions: Path) -> None:
    place = FunctionPlace(functions, "", is_trusted=True, url=str)
    runner = NodeFunctions(place, Invocations(), lambda *_: None, lambda: None)
    with pytest.raises(CloudFailure, match="was not found") as caught:
        runner.call("desk", "f", {}, "me", "")
    assert (caught.value.reason, caught.value.environment) == (NO_NODE, True)


@pytest.mark.parametrize(
    ("version", "flag"),
    [((18, 0), None), ((20, 1), "--experimental-permission"), ((22, 12), "--experimental-permission"),
     ((22, 13), "--permission"), ((23, 0), "--experimental-permission"), ((24, 0), "--permission")],
)  # fmt: skip
def test_node_is_kept_from_other_files_where_it_can(version: tuple[int, int], flag: str | None) -> None:
    command = Node("node", version).command(Path("/a/run.js"), reads=(Path("/b"),), writes=(Path("/c"),))
    allowed = ["--allow-fs-read=/a", "--allow-fs-read=/b", "--allow-fs-read=/c", "--allow-fs-write=/c"]
    assert command == ["node", *(["--no-warnings", flag, *allowed] if flag else []), "/a/run.js"]


class Address:
    """An endpoint, and a call that is under way."""

    def __init__(self, folder: Path) -> None:
        self.asked: list[tuple[str, object]] = []
        self.file = folder / "a.txt"
        self.file.write_text("text", "utf-8")
        self.invocations = Invocations()
        self.invocation = self.invocations.open("desk", "me", 0)
        self.endpoint = Endpoint(
            self.invocations, lambda name, args, _: self.asked.append((name, args)) or {}, lambda _written: self.file
        )

    def send(self, method: str, path: str, body: str = "", **headers: str) -> tuple[int, bytes]:
        connection = HTTPConnection(urlsplit(self.endpoint.url("")).netloc, timeout=60)
        connection.request(method, path, body or None, headers)
        answer = connection.getresponse()
        told = (answer.status, answer.read())
        connection.close()
        return told


@pytest.fixture
def address(tmp_path: Path) -> Iterator[Address]:
    made = Address(tmp_path)
    yield made
    made.endpoint.close()


ASK = json.dumps({"name": "DB.Query.get", "args": {}})


def test_a_call_that_is_under_way_is_heard(address: Address) -> None:
    token = address.invocation.token
    assert address.send("POST", f"/{token}/ask", ASK) == (200, b'{"result": {}}')
    assert address.asked == [("DB.Query.get", {})]
    address.send("POST", f"/{token}/done", '{"result": 1}')
    address.send("POST", f"/{token}/done", '{"result": 2}')
    assert address.invocation.outcome == {"result": 1}


@pytest.mark.parametrize("what", ["no token", "of files", "ended", "a page"])
def test_nobody_else_is(address: Address, what: str) -> None:
    token = (
        address.endpoint.files_token if what == "of files" else "x" if what == "no token" else address.invocation.token
    )
    if what == "ended":
        address.invocations.close(address.invocation)
    headers = {"Origin": "http://evil.example"} if what == "a page" else {}
    assert address.send("POST", f"/{token}/ask", ASK, **headers)[0] == 403
    assert address.asked == []


@pytest.mark.parametrize("body", ["{", "[]", "[" * 100_000, '{"name": 3}'])
def test_garbage_is_answered(address: Address, body: str) -> None:
    assert address.send("POST", f"/{address.invocation.token}/admin", body)[0] == 200
    assert address.send("POST", f"/{address.invocation.token}/ask", ASK)[0] == 200


def test_a_file_needs_its_token(address: Address) -> None:
    path = urlsplit(address.endpoint.file_url("cloud://desk.x/a b.txt")).path
    assert path.endswith("/desk/a%20b.txt")
    assert address.send("GET", path) == (200, b"text")
    assert address.send("GET", "/none/desk/a.txt")[0] == 404
    assert address.send("GET", "/")[0] == 404
