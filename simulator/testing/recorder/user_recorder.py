"""A user of a running program, recorded: what the phone tells of them becomes steps, with the pages that follow."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import msgspec

from runtime.protocol import automation, codec, shell, user_acts, view
from runtime.protocol.logic import Evaluated, Inspected
from runtime.protocol.previews import elements_of
from runtime.world.world import Happening
from simulator.bridge.record import Direction, Record
from simulator.session.routes import Page
from simulator.testing.page_address import page_address
from simulator.testing.recorder.dialogs import OpenDialogs
from simulator.testing.recorder.expecting import Expected, expectation_of
from simulator.testing.recorder.recorded_program import RecordedProgram
from simulator.testing.recorder.scene import scene_of
from simulator.testing.recorder.step_queue import AskedTree, StepQueue
from simulator.testing.script import steps as does
from simulator.testing.script.from_acts import step_of
from simulator.testing.script.recording import LOST, ScriptRecording
from simulator.testing.script.seen_tree import Ref, SeenTree
from simulator.testing.script.writer import write_script

_TOLD = (b'{"m":"user-did"', b'{"m":"reply"', b'{"m":"shell-event"', b'{"m":"ready"')
_HEARS = "[typeof this.onReachBottom, typeof this.onPageScroll].map((one) => one === 'function')"


class UserRecorder:
    """`changed` is called whenever the script is another one, or it is on, paused or off."""

    def __init__(self, program: RecordedProgram, changed: Callable[[], object]) -> None:
        self._program = program
        self._changed = changed
        self._recording = ScriptRecording(changed)
        self._queue = StepQueue()
        self._dialogs = OpenDialogs()
        self._scene = does.Scene()
        self._press: tuple[int, AskedTree] | None = None
        self._typing: tuple[user_acts.Numbers, AskedTree] | None = None
        self._hears: dict[int, tuple[bool, bool]] = {}
        self._awaits_entry = False
        self._left_at = ""
        self._ends: list[Callable[[], object]] = []
        self.is_on = False
        self.is_paused = False

    @property
    def steps(self) -> tuple[does.Step, ...]:
        """So far."""
        return self._recording.steps

    def script(self, name: str) -> str:
        """The whole file of the test. `name` is the function's."""
        return write_script(name, self.steps, self._scene)

    # ------------------------------------------------------------ what whoever records may do

    def begin(self) -> None:
        """From now on, with a start of the program on its entry page: there a test begins, too."""
        self.end()
        program = self._program
        self._recording.clear()
        self._queue.clear()
        self._scene, left_out = scene_of(program)
        self.is_on, self.is_paused, self._awaits_entry = True, False, True
        if left_out:
            self._recording.add(
                does.Remark(f"Left out of the storage, as too large or no plain data: {', '.join(left_out)}")
            )
        connections = [
            (program.page_shown, self._page_shown),
            (program.state_changed, self._state_changed),
        ]
        for signal, slot in connections:
            signal.connect(slot)
            self._ends.append(partial(signal.disconnect, slot))
        self._ends += [program.recorder.subscribe(self._take), program.world.subscribe(self._world_changed)]
        program.phone_questions.watch_user(True)
        program.restart(keep_stack=False)
        self._changed()

    def end(self) -> None:
        """No more is recorded; the script stays."""
        if not self.is_on:
            return
        self.is_on = False
        for end in self._ends:
            end()
        self._ends.clear()
        self._queue.forget()
        self._program.phone_questions.watch_user(False)
        self._changed()

    def pause(self) -> None:
        """What is done from now on is not recorded."""
        if self.is_on and not self.is_paused:
            self.is_paused, self._left_at = True, self._address()
            self._changed()

    def go_on(self) -> None:
        """Records again; from another page than before the test goes there at once."""
        if not self.is_paused:
            return
        self.is_paused = False
        if self._address() != self._left_at:
            self._recording.add(does.Open(self._address()))
        self._changed()

    def undo(self) -> None:
        """Without the last step, and the page that came of it."""
        self._recording.undo()

    def expect(self, expected: Expected, page_id: int, ref: Ref) -> None:
        """An element is to be as it is now."""
        if expected != "value":
            self._expect(expected, page_id, ref)
            return

        def take(reply: view.Reply) -> None:
            value = None if reply.error else msgspec.json.decode(reply.result)
            self._expect("visible" if value is None else expected, page_id, ref, value)

        self._program.phone_questions.automate(automation.Value(id=ref[0], node=ref[1]), page_id, take)

    def _expect(self, expected: Expected, page_id: int, ref: Ref, value: Any = None) -> None:
        def add(tree: SeenTree | None) -> None:
            step = expectation_of(tree or SeenTree([]), ref, expected, value)
            self._recording.add(step or does.Remark("Something was pointed at here that no locator reaches"))

        self._queue.later(self._ask_tree(page_id), add)

    # ------------------------------------------------------------ what is heard

    def _take(self, records: Sequence[Record]) -> None:
        """Of a message of the phone before the program hears of it."""
        for record in records:
            is_of_phone = record.direction is Direction.VIEW_TO_HOST and not record.payload_cut
            if is_of_phone and record.payload.startswith(_TOLD):
                self._told(codec.decode_from_view(record.payload))
        self._dialogs.take(records)

    def _told(self, message: view.ViewToHost) -> None:
        match message:
            case view.ViewReady():
                self._program.phone_questions.watch_user(True)
            case view.UserDid(page_id, act):
                self._acted(page_id, act)
            case view.ShellEvent(touched):
                self._touched(touched)
            case view.Reply() as reply:
                self._keep(self._dialogs.answered(reply))

    def _acted(self, page_id: int, act: user_acts.UserAct) -> None:
        asked = self._tree_for(page_id, act)
        if self.is_paused or isinstance(act, user_acts.Pressed) or not self._counts(page_id, act):
            return

        def carry(tree: SeenTree | None) -> None:
            step = step_of(act, tree or SeenTree([]))
            self._recording.add(step or LOST)

        self._queue.later(asked, carry)

    def _tree_for(self, page_id: int, act: user_acts.UserAct) -> AskedTree:
        """The tree as it was when a finger came down, or the first letter was typed: before the program heard of it."""
        if isinstance(act, user_acts.Typed | user_acts.Confirmed):
            if self._typing is None or self._typing[0] != act.on:
                self._typing = act.on, self._ask_tree(page_id)
            return self._typing[1]
        self._typing = None
        if isinstance(act, user_acts.Pressed) or self._press is None or self._press[0] != page_id:
            self._press = page_id, self._ask_tree(page_id)
        return self._press[1]

    def _ask_tree(self, page_id: int) -> AskedTree:
        asked = AskedTree()

        def take(answer: Inspected) -> None:
            nodes = elements_of(answer.value)
            self._queue.come(asked, None if nodes is None else SeenTree(nodes))

        self._program.logic_questions.inspect_page("tree", page_id, take)
        return asked

    def _counts(self, page_id: int, act: user_acts.UserAct) -> bool:
        """Scrolling by itself is none of a test's: only what the page listens to."""
        hears_end, hears_scrolling = self._hears.get(page_id, (False, False))
        if isinstance(act, user_acts.ReachedBottom):
            return hears_end
        return not (isinstance(act, user_acts.Scrolled) and not act.on) or hears_scrolling

    def _touched(self, touched: shell.Touched) -> None:
        match touched:
            case shell.BackTouched():
                self._keep(does.GoBack())
            case shell.HomeTouched():
                self._keep(does.GoHome())
            case shell.TabTouched(index):
                pages = self._program.session.facts.pages.values()
                path = next((page.path for page in pages if page.tab_index == index), "")
                self._keep(does.SwitchTab(path) if path else None)
            case shell.MenuChosen(entry):
                self._keep(does.Remark(f"The menu's entry {entry!r} was chosen here; a test cannot"))
            case _:
                pass

    def _page_shown(self, page: Page) -> None:
        self._press = self._typing = None
        self._program.logic_questions.evaluate(
            _HEARS, lambda answer: self._heard(page.page_id, answer), page_id=page.page_id, form="json"
        )
        address = page_address(page.path, page.query)
        is_first, self._awaits_entry = self._awaits_entry, False
        if is_first:
            if page.path != self._program.session.facts.entry_path or page.query:
                self._keep(does.Open(address))
            return
        if not self.is_paused:
            tab = page.path if page.tab_index >= 0 else ""
            self._queue.later(None, lambda _tree: self._recording.page_shown(address, tab=tab))

    def _heard(self, page_id: int, answer: Evaluated) -> None:
        known: list[bool] = msgspec.json.decode(answer.json) if answer.json else [False, False]
        self._hears[page_id] = known[0], known[1]

    def _state_changed(self, state: str, _detail: str) -> None:
        if state == "background":
            self._keep(does.LeaveProgram())
        elif state == "starting" and not self._awaits_entry:
            self._queue.forget()
            self._hears.clear()
            self._keep(does.Remark("The program was started again here"))

    def _world_changed(self, happening: Happening) -> None:
        if happening.door != "panel":
            return
        for name, value in happening.after.items():
            self._keep(does.SetWorld(name, value))
        if happening.event:
            self._keep(does.FireEvent(happening.event, dict(happening.detail)))

    # ------------------------------------------------------------ within

    def _keep(self, step: does.Step | None) -> None:
        if step is not None and not self.is_paused:
            self._queue.later(None, lambda _tree: self._recording.add(step))

    def _address(self) -> str:
        page = self._program.page
        return page_address(page.path, page.query) if page else ""
