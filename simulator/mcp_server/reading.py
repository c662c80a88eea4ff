"""Tools that look at a project and its running program, and change neither."""

from __future__ import annotations

from collections import Counter
from typing import Any

from simulator.mcp_server.desk import Desk, Refused, told_breakpoint, told_record
from simulator.testing.tree_text import tree_lines

MOST = 200


class ReadingTools:
    """Each method is a tool: its name, parameters and docstring are what an agent sees."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def open_project(self, project: str = ".", page: str = "", device: str = "") -> dict[str, Any]:
        """Builds a mini program and runs it on a simulated phone. `project` is its folder, `page` a path with query to
        begin on ("pages/goods/goods?id=7"; default: the entry page), `device` a phone model ("iPhone X"). Answers with
        the stack of pages, open dialogs and errors. A project that was open is closed."""
        return self._desk.open(project, page, device)

    def close_project(self) -> str:
        """Ends the program."""
        self._desk.close()
        return "closed"

    def status(self) -> dict[str, Any]:
        """What the program is doing: stack of pages (bottom first), open dialogs, toast, the last errors, and where it
        is paused; and the pages that the project declares."""
        return {**self._desk.where(), "declared_pages": list(self._desk.run.program.session.facts.pages)}

    def build(self) -> dict[str, Any]:
        """Compiles what has changed on disk and takes it up in the running program, keeping its state where that is
        possible. Answers with counts of findings; `diagnostics` lists them."""
        run = self._desk.run
        run.driver.rebuild(120.0)
        run.driver.until_rested(5.0)
        found = self._findings("")
        return {"findings": dict(Counter(one["severity"] for one in found)), **self._desk.where()}

    def diagnostics(self, severity: str = "", file: str = "") -> list[dict[str, Any]]:
        """What the compiler finds: file, line, column, severity (error, warning, info), code, message, and how to mend
        it. `severity` and `file` (a part of its path) narrow the list, which holds 200 at most."""
        self._desk.run.driver.until_advised(60.0)
        found = [one for one in self._findings(severity) if file in one["file"]]
        return found[:MOST]

    def tree(self, selector: str = "") -> str:
        """What the visible page shows, as indented markup with components and their content; with a CSS selector
        (`>>>` goes into components) only around the elements that it finds."""
        page = self._desk.app.page
        if selector:
            return page.locator(selector).around()
        return "\n".join(tree_lines(page.tree(), cuts=True))

    def find(self, selector: str) -> list[dict[str, Any]]:
        """The elements that a CSS selector finds on the visible page: text, and place and size in px of the phone."""
        found = self._desk.app.page.locator(selector).all()[:MOST]
        return [{"text": one.text(), "visible": one.is_visible(), "box": one.bounding_box()} for one in found]

    def screenshot(self) -> bytes:
        """A picture of the phone, as PNG."""
        return self._desk.app.page.screenshot()

    def data(self, path: str = "", selector: str = "") -> Any:
        """Data of the visible page, or of the component that a selector finds; all of it or what is at a path
        ("list[0].name")."""
        page = self._desk.app.page
        return {"value": page.locator(selector).data(path) if selector else page.data(path)}

    def logs(
        self, level: str = "", contains: str = "", after: int = 0, kinds: str = "log,error"
    ) -> list[dict[str, Any]]:
        """The last 200 lines of the console. `level`: log, info, warn, error; `after`: only those with a greater
        number; `kinds`: log, error, api (calls of wx), bridge (messages between the layers), notice, route …"""
        wanted = set(kinds.split(","))
        latest = {record.sequence: record for record in self._desk.records}
        found = [
            record
            for record in latest.values()
            if record.kind in wanted
            and record.sequence > after
            and contains in record.title
            and level in ("", record.level)
        ]
        return [told_record(record) for record in found[-MOST:]]

    def network(self, contains: str = "") -> list[dict[str, Any]]:
        """The last 200 requests whose address contains a text: method, status, size, duration, error, calling line."""
        log = self._desk.run.program.network.log
        found = [one for one in log.exchanges() if contains in one.url][-MOST:]
        return [
            {
                "number": one.number, "kind": one.kind, "method": one.method, "url": one.url, "state": one.state,
                "status": one.status, "type": one.media_type, "bytes": one.wire_bytes, "ms": one.duration_ms,
                "error": one.error, "place": f"{one.stack[0].file}:{one.stack[0].line}" if one.stack else "",
            }
            for one in found
        ]  # fmt: skip

    def response(self, number: int) -> dict[str, Any]:
        """Headers and body (as text, 20,000 characters at most) of one of the requests of `network`."""
        log = self._desk.run.program.network.log
        one = log.find(number)
        if one is None:
            raise Refused(f"there is no request {number}; `network` lists them")
        body = (log.bodies.read(one.body) if one.body else None) or b""
        return {"headers": dict(one.headers), "body": body.decode("utf-8", "replace")[:20_000]}

    def storage(self, key: str = "") -> dict[str, Any]:
        """What the program has stored: all keys with their values, or one."""
        stored = self._desk.app.storage
        return {key: stored[key]} if key else dict(stored)

    def world(self, contains: str = "") -> dict[str, Any]:
        """World values (place, network, battery, permissions, sensors, answers …) whose name contains a text."""
        values = self._desk.app.world
        return {name: values[name] for name in values if contains in name}

    def breakpoints(self) -> list[dict[str, Any]]:
        """Breakpoints, and whether they are bound to a line of the running program."""
        return [told_breakpoint(one) for one in self._desk.run.program.debugger.breakpoints]

    def _findings(self, severity: str) -> list[dict[str, Any]]:
        build = self._desk.run.program.build
        found = build.diagnostics if build else ()
        return [
            {
                "file": one.span.file, "line": one.span.line, "column": one.span.column, "severity": one.severity,
                "code": one.code, "message": one.text(), "help": one.help(),
            }
            for one in found
            if severity in ("", one.severity)
        ]  # fmt: skip
