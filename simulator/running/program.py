"""One project on one simulated phone: builds it, runs it, takes up changes, survives crashes.

Carries the messages between the logic process, the session, the API handlers and the phone view; every message passes
the tap. The window, the command line and the tests all drive this object. Everything happens on the GUI thread.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import msgspec
from msgspec import Raw
from PySide6.QtCore import QObject, Qt, Signal

from runtime.diagnostics import Diagnostic, Span
from runtime.protocol import codec, logic, view
from simulator.api.call_host import CallHost
from simulator.api.host_ports import make_host_ports
from simulator.bridge.notices import Notices
from simulator.bridge.record import Direction
from simulator.bridge.requests import Requests
from simulator.bridge.tap import Tap
from simulator.data.folders import DataFolders
from simulator.device import Device, find_device, load_devices
from simulator.phone import FileReaders, PhoneSettings, PhoneView
from simulator.running.border import border
from simulator.running.builds import Builds
from simulator.running.command_runner import CommandRunner
from simulator.running.findings import Findings
from simulator.running.held_phone import HeldPhone
from simulator.running.launch_values import launch_settings
from simulator.running.logic_link import LogicLink
from simulator.running.open_type_actions import OpenTypeActions
from simulator.running.options import ProgramOptions
from simulator.running.project_files import project_reader, user_reader
from simulator.running.recovery import Recovery
from simulator.running.reloading import Reloading
from simulator.running.sharing import Sharing
from simulator.session.activity import Activity
from simulator.session.commands import Command
from simulator.session.facts import ProgramFacts
from simulator.session.orientation import Orientation
from simulator.session.routes import Page, RouteFailure
from simulator.session.session import CompiledProgram, LaunchRequest, Session
from simulator.session.url import PageUrl, parse_query

if TYPE_CHECKING:
    from runtime.compiler.build import BuildResult


class Program(QObject):
    """A running project.

    Signals: `page_shown(Page)`; `built(BuildResult)` after every build, and again
    when the advice on the first one is there, `not_built(Diagnostic | None)`; `reloaded(verdict, reason, ms)`;
    `state_changed(state, detail)` with state starting, running, background, hung, crashed or stopped.
    """

    page_shown = Signal(object)  # simulator.session.routes.Page
    built, not_built = Signal(object), Signal(object)
    reloaded = Signal(str, str, float)
    state_changed = Signal(str, str)
    painted = Signal(int, int)  # page id, batch id
    traffic = Signal()

    def __init__(self, root: Path, options: ProgramOptions | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.root = root
        self.options = options or ProgramOptions()
        self.folders = DataFolders.of_project(root)
        self.activity = Activity()
        self.first_render_ms: dict[int, float] = {}
        self.session: Session | None = None
        self.build: BuildResult | None = None
        self.state = "stopped"
        registry = self.options.platform.registry
        self.tap = Tap(api_state=lambda name: entry.state if (entry := registry.find(name)) else "unsupported")
        self.notices = Notices(self.tap, self.options.language)
        self._devices = load_devices()
        device = replace(find_device(self._devices, self.options.device_name), theme=self.options.theme)
        readers = FileReaders(project=project_reader(self), user=user_reader(self.folders))
        self.phone = PhoneView(device, readers, PhoneSettings(self.options.animations, self.options.clock))
        self._held = HeldPhone(self, self.options.orientation)
        self.phone.message.connect(self._from_view)
        self._link = LogicLink(memory_limit_mb=self.options.memory_limit_mb, parent=self)
        self._link.received.connect(self._from_logic)
        self.view_replies: Requests[view.Reply] = Requests()
        self._evaluations: Requests[logic.Evaluated] = Requests()
        self._inspections: Requests[logic.Inspected] = Requests()
        self._patches: Requests[logic.Patched] = Requests()
        self._api: CallHost | None = None
        self._builds = Builds(self)
        self._builds.finished.connect(self._build_finished)
        self._builds.failed.connect(self._build_failed)
        self._builds.advised.connect(self._build_advised)
        self._findings = Findings(self.tap)
        self._reloading = Reloading(self)
        self._request = LaunchRequest()
        self.sharing = Sharing(self)
        self._launch_wanted = False
        self.launched_at = 0.0
        self._recovery = Recovery(self, self._link, self._builds.watcher)
        self._runner = CommandRunner(self, self._held, self._recovery)
        self._builds.start()
        self._link.warm_up()

    # ------------------------------------------------------------ wishes

    @property
    def device(self) -> Device:
        """The phone as it is held now."""
        return self.phone.device

    @property
    def held(self) -> Orientation:
        """Which way up the user holds the phone; a page may be shown otherwise (`device.orientation`)."""
        return self._held.held

    @property
    def device_names(self) -> list[str]:
        """All phone models."""
        return [device.name for device in self._devices.values()]

    @property
    def has_warm_spare(self) -> bool:
        """Whether the next launch finds its process ready."""
        return self._link.has_warm_spare

    @property
    def page(self) -> Page | None:
        """The visible page."""
        return self.session.pages.top if self.session else None

    def launch(self, path: str = "", query: str = "", scene: int = 1001) -> None:
        """Builds the project and starts it; an empty path is its entry page."""
        self._request = LaunchRequest(PageUrl(path.lstrip("/"), parse_query(query)), scene)
        self._launch_wanted = True
        self.enter_state("starting")
        self._builds.request()

    def relaunch(self) -> None:
        """Builds and starts again with the arguments of the last launch."""
        self._launch_wanted = True
        self.enter_state("starting")
        self._builds.request()

    def restart(self, *, keep_stack: bool) -> None:
        """Starts the built program again in a fresh logic process, on the same pages or from the entry."""
        if self.build is None:
            return
        stack = self.session.stack_urls() if self.session and keep_stack else ()
        self._start(replace(self._request, former_stack=stack))

    def save_hint(self, path: Path) -> None:
        """A file was just written: look now."""
        self._builds.request_file(path)

    def set_device(self, name: str) -> None:
        """Shows another phone model. Raises UnknownDevice."""
        self._held.use(find_device(self._devices, name))

    def rotate(self) -> None:
        """Turns the phone by a quarter; pages with an orientation of their own stay as they are."""
        self._held.rotate()

    def change_device(self, **changes: Any) -> None:
        """Theme, language or font size of the phone."""
        self._held.use(replace(self.device, **changes))

    def change_options(self, **changes: Any) -> None:
        """Language, rule for restarts or memory limit; the limit counts from the next launch on."""
        self.options = replace(self.options, **changes)
        self.notices.language = self.options.language
        self._link.limit_memory(self.options.memory_limit_mb)

    def set_foreground(self, *, visible: bool) -> None:
        """Leaves the program (home key, capsule) or comes back; in any other state there is nothing to leave."""
        if self.session and self.state == ("background" if visible else "running"):
            if not visible:
                self.sharing.keep_exit_state()
            self.carry_out(self.session.set_foreground(visible=visible))
            self.enter_state("running" if visible else "background")

    def evaluate(
        self,
        code: str,
        done: Callable[[logic.Evaluated], None],
        *,
        in_page: bool = True,
        page_id: int = 0,
        ref: Sequence[int] = (),
    ) -> None:
        """Evaluates source text in the program, in the context of a page (0: the visible one) or component of it."""
        page_id = page_id or (self.page.page_id if self.page and in_page else 0)
        self.send_to_logic(logic.Evaluate(self._evaluations.add(done), code, page_id, ref=list(ref)))

    def when_free(self, done: Callable[[float], None]) -> None:
        """Asks how long the program's present task has kept the question waiting, in milliseconds; once."""
        self._link.answered.connect(done, Qt.ConnectionType.SingleShotConnection)
        self._link.ping()

    def inspect(self, object_id: int, done: Callable[[logic.Inspected], None], *, start: int = 0) -> None:
        """Fetches the members, from `start` on, of a value that a preview named."""
        self.send_to_logic(logic.Inspect(self._inspections.add(done), "object", object_id=object_id, start=start))

    def inspect_page(
        self,
        what: Literal["data", "tree", "components"],
        done: Callable[[logic.Inspected], None],
        page_id: int = 0,
        ref: Sequence[int] = (),
    ) -> None:
        """Asks the logic layer about a page (0: the visible one), or for the data of one of its components."""
        page_id = page_id or (self.page.page_id if self.page else 0)
        self.send_to_logic(logic.Inspect(self._inspections.add(done), what, page_id, ref=list(ref)))

    def automate(self, method: str, params: dict[str, Any], done: Callable[[view.Reply], None]) -> None:
        """Real input on the phone, or a question about what it shows."""
        page = self.page
        request_id = self.view_replies.add(done)
        self.send_to_view(view.Automate(request_id, method, params, page.page_id if page else 0))

    def ask_page(
        self, page_id: int, name: str, detail: dict[str, Any], done: Callable[[logic.Inspected], None], event: Raw
    ) -> None:
        """Asks a page by one of its callbacks; `event` is that of the element behind it, or null."""
        self.send_to_logic(logic.AskPage(self._inspections.add(done), page_id, name, detail, event))

    def ask_dependents(self, scripts: list[str], done: Callable[[logic.Inspected], None]) -> None:
        """Asks which scripts would have to be evaluated anew if these were."""
        self.send_to_logic(logic.Dependents(self._inspections.add(done), scripts))

    def patch(
        self, program: Mapping[str, Any], changes: Mapping[str, list[str]], done: Callable[[logic.Patched], None]
    ) -> None:
        """Swaps parts of the running program; `changes` names the `templates` and `scripts`."""
        request_id = self._patches.add(done)
        body = Raw(msgspec.json.encode(program))
        self.send_to_logic(logic.Patch(request_id, body, changes["templates"], changes["scripts"]))

    def close(self) -> None:
        """Ends the program and everything that belongs to it."""
        self._builds.close()
        self._reloading.close()
        self._link.close()
        self.enter_state("stopped")

    # ------------------------------------------------------------ messages

    def send_to_logic(self, message: logic.HostToLogic) -> None:
        """Sends to the logic process, through the tap."""
        self.activity.to_logic(message, _now_ms())
        encoded = codec.encode(message)
        self.tap.record(Direction.HOST_TO_LOGIC, message, encoded)
        self._link.send(encoded)

    def send_to_view(self, message: view.HostToView) -> None:
        """Sends to the phone, through the tap."""
        encoded = codec.encode(message)
        self.tap.record(Direction.HOST_TO_VIEW, message, encoded)
        self.phone.send(encoded)

    def carry_out(self, commands: list[Command]) -> None:
        """Does what the session decided, in order."""
        self._runner.run(commands)

    def route(self, api: str, url: str, *, delta: int = 1, call_id: int = 0) -> RouteFailure | None:
        """Carries out a route; a refusal is returned."""
        if self.session is None:
            return RouteFailure("no program is running")
        outcome = self.session.route(api, url, delta=delta, call_id=call_id)
        if isinstance(outcome, RouteFailure):
            return outcome
        self.carry_out(outcome)
        return None

    def _from_logic(self, message: logic.LogicToHost, encoded: bytes) -> None:
        self.activity.from_logic(message, _now_ms())
        with border(self.notices, "logic"):
            self._take_from_logic(message, encoded)
        self.traffic.emit()

    def _take_from_logic(self, message: logic.LogicToHost, encoded: bytes) -> None:
        self.tap.record(Direction.LOGIC_TO_HOST, message, encoded)
        match message:
            case logic.ApiCall() if self._api:
                self._api.call(message)
            case logic.Evaluated():
                self._evaluations.answered(message.request_id, message)
            case logic.Inspected():
                self._inspections.answered(message.request_id, message)
            case logic.Patched():
                self._patches.answered(message.request_id, message)
            case _ if self.session:
                self.carry_out(self.session.on_logic(message))

    def _from_view(self, text: str) -> None:
        encoded = codec.well_formed(text.encode("utf-8", "replace"))
        with border(self.notices, "view"):
            message = codec.decode_from_view(encoded)
            self.activity.from_view(message, _now_ms())
            self._take_from_view(message, encoded)
        self.traffic.emit()

    def _take_from_view(self, message: view.ViewToHost, encoded: bytes) -> None:
        self.tap.record(Direction.VIEW_TO_HOST, message, encoded)
        if isinstance(message, view.Rendered):
            self.first_render_ms.setdefault(message.page_id, _now_ms())
            self.painted.emit(message.page_id, message.batch_id)
        match message:
            case view.Reply(request_id) if self.view_replies.answered(request_id, message):
                return
            case view.ViewReady() if self._recovery.view_came_back():
                return
            case _ if self.session:
                self.carry_out(self.session.on_view(message))

    # ------------------------------------------------------------ building and starting

    def _build_failed(self, why: str, finding: Diagnostic | None) -> None:
        text = self.notices.say_not_built(why, finding)
        self.not_built.emit(finding)
        self.show_error(self.notices.text("overlay.not-started"), text)
        self.enter_state("stopped", text)

    def _build_finished(self, result: BuildResult, requested_at: float) -> None:
        previous, self.build = self.build, result
        self.built.emit(result)
        if self._launch_wanted:
            self._findings.forget()
        self._findings.tell(result)
        if self._launch_wanted or previous is None:
            self._launch_wanted = False
            self._reloading.applied(result)
            self._start(self._request)
            self._reloading.launched(requested_at)
        else:
            self._reloading.take_up(result, requested_at)

    def _build_advised(self, result: BuildResult) -> None:
        self.build = result
        self._reloading.advised(result)
        self._findings.tell(result)
        self.built.emit(result)

    def compiled(self, result: BuildResult) -> CompiledProgram:
        """A build in the form in which the session wants it."""
        program = result.program
        facts = ProgramFacts.from_program(program)
        return CompiledProgram(lambda: Raw(msgspec.json.encode(program)), facts, result.page_styles)

    def _start(self, request: LaunchRequest) -> None:
        if self.build is None:
            return
        compiled = self.compiled(self.build)
        if self._api is None:
            ports = make_host_ports(self, self.build.project)
            self._api = CallHost(self.options.platform, ports, self.tap, self.send_to_logic)
            self._runner.open_type_actions = OpenTypeActions(self, self._api)
        if self.session is None:
            self.session = Session(compiled)
        else:
            self.session.use_program(compiled)
        self.phone.revive()
        self._link.start_fresh()
        self._api.drop_all()
        for awaited in (self._evaluations, self._inspections, self._patches):
            awaited.forget()
        self.activity = Activity()
        settings = {**launch_settings(self.build.project, self.folders), "intercepted": self._api.intercepted}
        if not request.former_stack:
            settings |= self.sharing.exit_settings()
        self.launched_at = time.perf_counter()
        outcome = self.session.launch(request, self._held.information(None), settings)
        if isinstance(outcome, RouteFailure):
            self._recovery.not_started(outcome.reason)
            return
        self.carry_out(outcome)
        self.enter_state("running")

    def show_error(self, title: str, message: str = "", place: Span | None = None) -> None:
        """Lays an error over the last good screen; an empty title takes it away."""
        file, line = (place.file, place.line) if place else ("", 0)
        close = self.notices.text("overlay.close")
        params = {"title": title, "message": message, "file": file, "line": line, "close": close}
        self.send_to_view(view.Chrome("error", params if title else {}))

    def enter_state(self, state: str, detail: str = "") -> None:
        """Tells what the program is doing now."""
        self.state = state
        self.state_changed.emit(state, detail)


def _now_ms() -> float:
    return time.perf_counter() * 1000
