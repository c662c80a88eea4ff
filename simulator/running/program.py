"""One project on one simulated phone: puts the parts together that build it, run it, take up changes, survive crashes.

The window, the command line and the tests all drive this object. Everything happens on the GUI thread.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from runtime.protocol import automation, logic, set_data, view
from runtime.protocol.launch import Settings
from runtime.world.world import new_world
from simulator.api.launch_settings import launch_settings
from simulator.api.surroundings import Surroundings
from simulator.bridge.latest_pages import LatestPages
from simulator.build.project_build import ProjectBuild
from simulator.data.folders import DataFolders
from simulator.device import Device
from simulator.running.advice import AdviceTiming
from simulator.running.api_side import ApiSide
from simulator.running.arming import Arming
from simulator.running.command_runner import CommandRunner
from simulator.running.dead_ends import DeadEnds
from simulator.running.ends import Ends, Neighbours
from simulator.running.error_card import ErrorCard
from simulator.running.findings import Findings
from simulator.running.held_phone import HeldPhone
from simulator.running.launching import Launching
from simulator.running.leaving import Leaving, LeavingParts
from simulator.running.logic_questions import PageAspect
from simulator.running.mock_rules import project_mocks
from simulator.running.navigation import Navigation
from simulator.running.options import ProgramOptions
from simulator.running.page_callbacks import PageCallbacks
from simulator.running.played_world import PlayedWorld
from simulator.running.project_files import file_readers
from simulator.running.recovery import Recovery, RecoveryParts
from simulator.running.reloading import Reloading, ReloadingParts
from simulator.running.routing import Routing
from simulator.running.run_state import RunState
from simulator.running.sharing import Sharing
from simulator.running.starting import Starter, StartingParts
from simulator.running.swap_judge import SwapJudge
from simulator.running.swapping import Swapping, SwappingParts
from simulator.session.activity import Activity
from simulator.session.arrival import AS_BEFORE, Arrival
from simulator.session.commands import Command
from simulator.session.routes import Page, RouteFailure
from simulator.session.session import LaunchRequest, Session
from simulator.session.url import PageUrl, parse_query
from simulator.traffic.network_side import NetworkSide

if TYPE_CHECKING:
    from runtime.compiler.build import BuildResult


class RunningProgram(QObject):
    """A running project. Its parts for others are `held_phone`, `navigation`, and the questions to either side.

    Signals: `page_shown(Page)`; `built(BuildResult)` after each build, and again with the advice on the first one;
    `not_built(Diagnostic?)`, `reloaded(verdict, reason, ms)`; `state_changed(RunState, detail)`; `painted(page, batch)`
    """

    page_shown = Signal(object)  # simulator.session.routes.Page
    built, not_built = Signal(object), Signal(object)
    reloaded, state_changed = Signal(str, str, float), Signal(str, str)
    painted, traffic = Signal(int, int), Signal()

    def __init__(
        self,
        project: ProjectBuild,
        options: ProgramOptions | None = None,
        neighbours: Neighbours | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Whoever makes the program closes it, and `project` after it."""
        super().__init__(parent)
        self.options = options or ProgramOptions()
        self.folders = DataFolders.of_project(project.root, self.options.user)
        self.first_render_ms: LatestPages[float] = LatestPages()
        self.session = Session()
        self.world = new_world()
        self.network = NetworkSide(self.world)
        self._project = project
        readers = file_readers(lambda: project.result, self.folders, self.network, self)
        ends = Ends(neighbours or Neighbours(), readers, self.options, self, self.folders.storage_file)
        self.phone, self._link, self.recorder, self.notices = ends.phone, ends.link, ends.recorder, ends.notices
        self.logic_questions, self.phone_questions = ends.logic_questions, ends.phone_questions
        self._wire, self.recording, self._debug_sides = ends.wire, ends.recording, ends.debug_sides
        self._make_parts()
        self._make_recovery()
        self._make_ways()
        self._connect()
        self._link.warm_up()

    def _make_parts(self) -> None:
        """What shows, starts, leaves and answers the program."""
        session, notices, wire = self.session, self.notices, self._wire

        def after(ms: int, act: Callable[[], None]) -> None:
            QTimer.singleShot(ms, self, act)

        self._state = RunState(self.state_changed.emit)
        self._card = ErrorCard(wire.send_to_view, notices)
        held = self.options.orientation
        self.held_phone = HeldPhone(self.phone, session, wire.send_to_logic, notices, held, self.world)
        tells = self.options.shows_failures
        self._dead_ends = DeadEnds(notices, self._card, self._state, lambda: self.build, shows_failures=tells)
        callbacks = PageCallbacks(session, self.logic_questions)
        self._sharing = Sharing(callbacks, wire.send_to_view, notices, self._name, lambda text: self.api.copy(text))
        starting = StartingParts(
            session=session, state=self._state, clear_away=self._clear_away, device=self.held_phone.information,
            settings=self._settings, carry_out=self._carry_out, refused=self._dead_ends.not_started,
        )  # fmt: skip
        self._starter = Starter(starting)
        leaving = LeavingParts(
            session=session, callbacks=callbacks, state=self._state, latest_start=lambda: self._starter.latest,
            restart=lambda keep_stack: self.restart(keep_stack=keep_stack), after=after,
        )  # fmt: skip
        self._leaving = Leaving(leaving)
        self.navigation = Navigation(session, self._state, self._leaving, self._carry_out)
        around = Surroundings(
            owner=self,
            session=session,
            routes=self.navigation,
            restart=lambda: QTimer.singleShot(0, self, lambda: self.restart(keep_stack=False)),
            send=wire.send_to_view,
            replies=self.phone_questions.replies,
            folders=self.folders,
            notices=notices,
            dialogs=self.options.dialogs,
            network=self.network,
            world=self.world,
            device=lambda: self.phone.device,
        )
        self.played_world = played = PlayedWorld(self.world, self.folders, self.recorder, notices, after)
        played.begin(self.options)
        self.painted.connect(played.page_is_drawn)
        self.mocks = mocks = project_mocks(self._project, self.options, notices, self)
        self.api = ApiSide(around, self._sharing, self.recorder, wire.send_to_logic, played, mocks)

    def _make_recovery(self) -> None:
        """What brings the program back, and takes changes up."""
        recovery = RecoveryParts(
            notices=self.notices, card=self._card, state=self._state, options=lambda: self.options,
            build=lambda: self.build, latest_start=lambda: self._starter.latest,
            runs_for_ms=self._starter.runs_for_ms, has_launched=lambda: self._link.has_launched,
            restart=self._restart_here, fail_questions=self.phone_questions.fail,
        )  # fmt: skip
        self._recovery = Recovery(recovery)
        self._judge = SwapJudge(self)
        latest, send = lambda: self._starter.latest, self._wire.send_to_view
        parts = SwappingParts(self.session, self.logic_questions, self._judge.ask, send, self.notices, latest)
        swapping = Swapping(parts)
        arming = Arming(swapping, self.notices, lambda: self.build, self._restart_here)
        self.debugger = arming.debugger(self._debug_sides, self.logic_questions, self._link, self._page_id)
        reloading = ReloadingParts(
            swapping=swapping,
            state=self._state,
            card=self._card,
            notices=self.notices,
            restart=self._restart_here,
            page_id=self._page_id,
            when_painted=lambda done: self.automate(automation.PaintedNow(), lambda _reply: done()),
            told=self.reloaded.emit,
        )
        self._reloading = Reloading(reloading)
        self._launching = Launching(
            self._starter, self._reloading, Findings(self.recorder), self._state, self._project.request_page
        )

    def _make_ways(self) -> None:
        """Where messages and commands go."""
        self._runner = CommandRunner(
            wire=self._wire,
            held=self.held_phone,
            dead_ends=self._dead_ends,
            sharing=self._sharing,
            leaving=self._leaving,
            stop=self._link.stop,
            leave=self.navigation.leave,
            act=self.api.act, key=self.api.key,
            settings=self.api.open_settings,
            shown=self.page_shown.emit, need=self._project.need,
        )  # fmt: skip
        self._routing = Routing(
            session=self.session,
            logic_questions=self.logic_questions,
            phone_questions=self.phone_questions,
            debugged=self._debug_sides,
            call=self.api.call,
            painted=self._painted,
            phone_is_ready=self._recovery.phone_is_ready,
            files_loaded=lambda message: self.network.web.loaded(message.files),
            carry_out=self._carry_out,
        )
        self._advice = AdviceTiming(self._project, lambda: self._wire.activity, self)

    def _connect(self) -> None:
        link, phone, project, recovery = self._link, self.phone, self._project, self._recovery
        link.received.connect(self._from_logic)
        link.misunderstood.connect(recovery.logic_misunderstood)
        link.lost.connect(self.debugger.ended)
        link.lost.connect(recovery.logic_lost)
        link.hung.connect(recovery.logic_hung)
        link.recovered.connect(recovery.logic_recovered)
        phone.message.connect(self._from_view)
        phone.hung.connect(recovery.phone_hung)
        phone.swollen.connect(recovery.phone_swollen)
        phone.crashed.connect(recovery.phone_crashed)
        phone.dropped.connect(recovery.phone_dropped)
        phone.gone.connect(recovery.phone_gone)
        self.state_changed.connect(self._advice.state_changed)
        self.reloaded.connect(lambda *_told: self._carry_out(self.session.released()))
        self._from_project = [
            project.finished.connect(self._built),
            project.finished.connect(self._advice.built),
            project.failed.connect(lambda _why, finding: self.not_built.emit(finding)),
            project.failed.connect(self._dead_ends.not_built),
            project.extended.connect(self._extended),
            project.advised.connect(self._advised),
            project.advised.connect(self._judge.warm_up),
            project.advice_failed.connect(lambda why: self.notices.say("not-checked", "error", detail={"why": why})),
            project.root_gone.connect(lambda: self._dead_ends.project_gone(self.root)),
        ]
        if project.watch_error:
            self.notices.say("not-watched", "warn", detail={"why": str(project.watch_error)})

    # ------------------------------------------------------------ what may be asked

    @property
    def root(self) -> Path:
        """The project's folder."""
        return self._project.root

    @property
    def build(self) -> BuildResult | None:
        """The last good build."""
        return self._project.result

    @property
    def state(self) -> str:
        """What the program is doing."""
        return self._state.now

    @property
    def activity(self) -> Activity:
        """The messages of this run."""
        return self._wire.activity

    @property
    def device(self) -> Device:
        """The phone as it is held now."""
        return self.phone.device

    @property
    def has_warm_spare(self) -> bool:
        """Whether the next launch finds its process ready."""
        return self._link.has_warm_spare

    @property
    def page(self) -> Page | None:
        """The visible page."""
        return self.session.pages.top

    # ------------------------------------------------------------ what may be wished

    def launch(self, path: str = "", query: str = "", arrival: Arrival = AS_BEFORE, *, builds: bool = True) -> None:
        """Builds the project and starts it; an empty path is its entry page. Without `builds` as it was built last."""
        build = None if builds else self.build
        self._launching.launch(LaunchRequest(PageUrl(path.lstrip("/"), parse_query(query)), arrival), build)

    def relaunch(self) -> None:
        """Builds and starts again with the arguments of the last launch."""
        self._launching.launch()

    def restart(self, *, keep_stack: bool, scripts: Mapping[str, Any] | None = None) -> None:
        """Starts the built program again, on the same pages or from the entry; `scripts` take the place of its own."""
        if self.build is not None:
            self._starter.restart(self.build, keep_stack=keep_stack, scripts=scripts)

    def save_hint(self, path: Path) -> None:
        """A file was just written: look now."""
        self._project.request_file(path)

    def change_options(self, **changes: Any) -> None:
        """Language, rule for restarts, what is watched; or the memory limit, which counts from the next launch on."""
        self.options = replace(self.options, **changes)
        if "watches_set_data" in changes:
            self._wire.send_to_logic(set_data.WatchSetData(self.options.watches_set_data))
        self.notices.language = self.options.language
        self._link.limit_memory(self.options.memory_limit_mb)

    def route(self, api: str, url: str, *, delta: int = 1) -> RouteFailure | None:
        """Carries out a route, as the program's own call does; a refusal is returned."""
        return self.navigation.route(api, url, delta=delta)

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
        self.logic_questions.evaluate(code, done, page_id=page_id, ref=ref)

    def when_free(self, done: Callable[[float], None]) -> None:
        """Asks how long the program's present task has kept the question waiting, in milliseconds; once."""
        self._link.answered.connect(done, Qt.ConnectionType.SingleShotConnection)
        self._link.ping()

    def inspect_page(
        self, what: PageAspect, done: Callable[[logic.Inspected], None], page_id: int = 0, ref: Sequence[int] = ()
    ) -> None:
        """Asks the logic layer about a page (0: the visible one), or for the data of one of its components."""
        self.logic_questions.inspect_page(what, page_id or self._page_id(), done, ref=ref)

    def automate(self, action: automation.AutomationAction, done: Callable[[view.Reply], None]) -> None:
        """Real input on the visible page, or a question about what it shows."""
        self.phone_questions.automate(action, self._page_id(), done)

    def close(self) -> None:
        """Ends the program and everything that belongs to it. The project may go on with other phones."""
        for connection in self._from_project:
            QObject.disconnect(connection)
        for part in (self._advice, self._judge, self._link, self.api, self.recording):
            part.close()
        self._state.enter("stopped")
        self.debugger.ended()

    # ------------------------------------------------------------ messages

    def _from_logic(self, message: logic.LogicToHost, encoded: bytes) -> None:
        self._wire.take_from_logic(message, encoded, self._routing)
        self._passed()

    def _from_view(self, text: str) -> None:
        self._wire.take_from_view(text, self._routing)
        self._passed()

    def _passed(self) -> None:
        self._advice.traffic()
        self.traffic.emit()

    def _painted(self, page_id: int, batch_id: int) -> None:
        self.first_render_ms.learn(page_id, time.perf_counter() * 1000)
        self._advice.painted()
        self._reloading.painted(page_id)
        self.painted.emit(page_id, batch_id)

    def _carry_out(self, commands: list[Command]) -> None:
        self._runner.run(commands)

    # ------------------------------------------------------------ building and starting

    def _built(self, result: BuildResult, requested_at: float) -> None:
        self.built.emit(result)
        self._launching.built(result, requested_at)

    def _extended(self, result: BuildResult, before: BuildResult) -> None:
        self.built.emit(result)
        self._launching.extended(result, before)
        self._carry_out(self.session.released())

    def _advised(self, result: BuildResult) -> None:
        self._launching.advised(result)
        self.built.emit(result)

    def _restart_here(self) -> None:
        self.restart(keep_stack=True)

    def _clear_away(self, build: BuildResult) -> None:
        """Ends what the former run has left."""
        self.phone.revive()
        self._link.start_fresh()
        self.api.start_afresh(build.project)
        self.logic_questions.forget()
        self._wire.start_afresh()
        self.debugger.starts()

    def _settings(self, build: BuildResult, request: LaunchRequest) -> Settings:
        exit_state = None if request.former_stack else self._leaving.take_exit_state()
        settings = launch_settings(build.project, self.folders, self.api.intercepted, exit_state)
        return self.options.told_to_logic(settings)

    def _page_id(self) -> int:
        return self.page.page_id if self.page else 0

    def _name(self) -> str:
        return (self.build and self.build.project.name) or self.root.name
