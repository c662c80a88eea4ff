"""Speaks the Model Context Protocol over the standard streams, with tools that work in the main thread."""

from __future__ import annotations

import functools
import inspect
import threading
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Any, Literal

import anyio
from mcp.server.mcpserver import Image, MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from PySide6.QtCore import QCoreApplication

from runtime.platform.platform import Platform
from simulator.mcp_server.acting import ActingTools
from simulator.mcp_server.desk import Desk, Refused
from simulator.mcp_server.main_thread import MainThread
from simulator.mcp_server.monkey import MonkeyTools
from simulator.mcp_server.reading import ReadingTools
from simulator.mcp_server.spec_pages import SpecPages
from simulator.mcp_server.testing import TestingTools
from simulator.running.headless import prepare_headless
from simulator.running.steps import ActionFailed, Deadline
from simulator.testing.failure import TestFailure
from simulator.versions import version_lines

Allowed = Literal["act", "tests"]
INSTRUCTIONS = (
    "A simulator for WeChat-style mini programs. Call open_project, look with tree, screenshot, data, logs and "
    "diagnostics, change files of the project, then build. Pages about components and functions of wx are resources "
    "(handset://components/{tag}, handset://apis/{name})."
)


def serve(roots: Sequence[Path], allowed: Collection[Allowed], platform: Platform) -> int:
    """Until the client closes its stream. `roots`: folders in which projects may be opened."""
    prepare_headless()
    main = MainThread()
    desk = Desk(roots)
    server = make_server(desk, allowed, main, platform)
    failed: list[BaseException] = []

    def speak() -> None:
        try:
            anyio.run(server.run_stdio_async)
        except BaseException as error:
            failed.append(error)
        finally:
            main.submit(QCoreApplication.quit)

    speaker = threading.Thread(target=speak, name="mcp", daemon=True)
    speaker.start()
    QCoreApplication.exec()
    desk.close()
    if failed:
        raise failed[0]
    return 0


def make_server(desk: Desk, allowed: Collection[Allowed], main: MainThread, platform: Platform) -> MCPServer:
    """With the tools that are allowed and the pages of the platform."""
    version = version_lines()[0].rpartition(" ")[2]
    server = MCPServer("handset", instructions=INSTRUCTIONS, version=version, log_level="ERROR")
    reading = ReadingTools(desk)
    looks = ToolAnnotations(read_only_hint=True)
    for method in _methods(reading):
        if method != reading.screenshot:
            server.add_tool(_in_main(method, main), annotations=looks)
    picture = _picture(reading.screenshot, main)
    server.add_tool(picture, name="screenshot", description=reading.screenshot.__doc__, annotations=looks)
    if "act" in allowed:
        for method in _methods(ActingTools(desk)):
            server.add_tool(_in_main(method, main), annotations=ToolAnnotations(read_only_hint=False))
        for method in _methods(MonkeyTools(desk)):
            server.add_tool(_in_thread(method), annotations=ToolAnnotations(read_only_hint=False))
    if "tests" in allowed:
        for method in _methods(TestingTools(desk)):
            server.add_tool(_in_thread(method), annotations=ToolAnnotations(read_only_hint=False, open_world_hint=True))
    _add_pages(server, SpecPages(platform))
    return server


def _add_pages(server: MCPServer, pages: SpecPages) -> None:
    server.resource("handset://components", name="components", mime_type="text/markdown")(pages.components)
    server.resource("handset://apis", name="apis", mime_type="text/markdown")(pages.functions)
    server.resource("handset://components/{tag}", name="component", mime_type="text/markdown")(pages.component)
    server.resource("handset://apis/{name}", name="api", mime_type="text/markdown")(pages.function)


def _methods(tools: object) -> list[Callable[..., Any]]:
    return [method for name, method in inspect.getmembers(tools, inspect.ismethod) if not name.startswith("_")]


def _in_main(method: Callable[..., Any], main: MainThread) -> Callable[..., Any]:
    @functools.wraps(method)
    async def tool(*words: Any, **named: Any) -> Any:
        outcome = main.submit(lambda: method(*words, **named))
        return await _told(outcome.result)

    return tool


def _picture(method: Callable[..., bytes], main: MainThread) -> Callable[..., Any]:
    async def tool() -> Image:
        return Image(data=await _told(main.submit(method).result), format="png")

    return tool


def _in_thread(method: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(method)
    async def tool(*words: Any, **named: Any) -> Any:
        return await _told(lambda: method(*words, **named))

    return tool


async def _told(wait: Callable[[], Any]) -> Any:
    try:
        return await anyio.to_thread.run_sync(wait, abandon_on_cancel=True)
    except (Refused, TestFailure, Deadline, ActionFailed) as why:
        raise ToolError(str(why)) from None
