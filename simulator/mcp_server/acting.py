"""Tools that use a program as its user does, change what it holds, or debug it. Only if allowed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from simulator.bridge.preview import Preview, plain_text
from simulator.debug.debugger import BreakpointRequest, Evaluation
from simulator.mcp_server.desk import Desk, Refused, told_breakpoint
from simulator.testing.locator import Locator


class ActingTools:
    """Each method is a tool: its name, parameters and docstring are what an agent sees."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def go_to(self, url: str) -> dict[str, Any]:
        """Opens a page as the only one ("pages/goods/goods?id=7")."""
        return self._desk.act(lambda: self._desk.app.page.goto(url))

    def go_back(self, delta: int = 1) -> dict[str, Any]:
        """Closes the visible page, or several."""
        return self._desk.act(lambda: self._desk.app.page.go_back(delta))

    def tap(self, selector: str, text: str = "", index: int = 0) -> dict[str, Any]:
        """A finger taps the element that a CSS selector finds (`>>>` goes into components), with `text` one that holds
        it, or one by its index. Waits until it is there and can be tapped."""
        return self._desk.act(self._locator(selector, text, index).tap)

    def long_press(self, selector: str, text: str = "", index: int = 0) -> dict[str, Any]:
        """A finger rests on an element."""
        return self._desk.act(self._locator(selector, text, index).long_press)

    def type_text(self, selector: str, value: str, confirm: bool = False, index: int = 0) -> dict[str, Any]:
        """Types into an input or textarea in place of what is there; `confirm` presses the keyboard's button."""
        field = self._locator(selector, "", index)
        return self._desk.act(lambda: field.fill(value, confirm=confirm))

    def swipe(self, selector: str, dx: float = 0, dy: float = 0, index: int = 0) -> dict[str, Any]:
        """A finger drags from the middle of an element, by px."""
        place = self._locator(selector, "", index)
        return self._desk.act(lambda: place.swipe(dx, dy))

    def scroll_to(self, selector: str, top: float = 0, left: float = 0) -> dict[str, Any]:
        """Scrolls a scroll-view to px from its beginning."""
        place = self._locator(selector, "", 0)
        return self._desk.act(lambda: place.scroll_to(top, left))

    def answer_dialog(
        self, answer: Literal["confirm", "cancel"] = "confirm", item: str = "", text: str = ""
    ) -> dict[str, Any]:
        """Answers the dialog or action sheet on the phone: `item` chooses of a sheet, `text` goes into its field."""

        def reply() -> None:
            dialog = self._desk.app.dialogs.wait()
            if item:
                dialog.choose(item)
            elif answer == "confirm":
                dialog.confirm(text or None)
            else:
                dialog.cancel()

        return self._desk.act(reply)

    def set_data(self, values: dict[str, Any], selector: str = "") -> dict[str, Any]:
        """Calls setData of the visible page, or of the component that a selector finds."""
        page = self._desk.app.page
        if selector:
            return self._desk.act(lambda: page.locator(selector).set_data(values))
        return self._desk.act(lambda: page.set_data(values))

    def call_method(self, name: str, arguments: list[Any] | None = None, selector: str = "") -> Any:
        """What a method of the visible page returns, or of the component that a selector finds."""
        page = self._desk.app.page
        words = arguments or []
        return {"value": page.locator(selector).call(name, *words) if selector else page.call(name, *words)}

    def evaluate(self, code: str, frame: int = 0) -> Any:
        """The value of a JavaScript expression in the program, in which `page` is the visible page; while the program
        is paused in a frame of the pause."""
        if self._desk.pause is None:
            return {"value": self._desk.app.page.evaluate(code)}
        frames = self._desk.pause.frames
        if not 0 <= frame < len(frames):
            raise Refused(f"there is no frame {frame}: the pause has {len(frames)}")
        debugger = self._desk.run.program.debugger
        number = frames[frame].frame_id
        answer = self._desk.run.ask(Evaluation, lambda done: debugger.evaluate(number, code, done), "the evaluation")
        if answer.error:
            raise Refused(answer.error)
        return {"value": plain_text([answer.value])}

    def set_storage(self, key: str, value: Any = None, remove: bool = False) -> dict[str, Any]:
        """Puts a value into the program's storage, or removes it."""
        stored = self._desk.app.storage
        if remove:
            del stored[key]
        else:
            stored[key] = value
        return dict(stored)

    def set_world(self, values: dict[str, Any]) -> dict[str, Any]:
        """Sets world values by name, for example {"network.type": "2g"}; `world` lists them."""
        return self._desk.act(lambda: self._desk.app.world.update(values))

    def fire_event(self, event: str, detail: dict[str, Any] | None = None) -> dict[str, Any]:
        """Lets something happen in the world of the phone, for example "shake"."""
        return self._desk.act(lambda: self._desk.app.world.fire(event, detail))

    def mock(self, api: str, result: Any = None, fail: str = "") -> str:
        """From now on a function of wx answers with this result, or fails for this reason."""
        self._desk.app.network.mock(api, result, fail=fail or None)
        return f"wx.{api} is answered"

    def restart(self) -> dict[str, Any]:
        """Starts the program anew; what it has stored stays."""
        self._desk.app.restart()
        return self._desk.where()

    def set_breakpoint(self, file: str, line: int, condition: str = "", log: str = "") -> dict[str, Any]:
        """A breakpoint in a script of the project; pauses only if `condition` is true; with `log` it writes that text
        (expressions in braces) and does not pause. While the program is paused, actions answer with `paused`."""
        request = BreakpointRequest(line, condition=condition, log_message=log)
        made = self._desk.run.program.debugger.add_breakpoint(file, request)
        self._desk.run.driver.until_rested(5.0)
        now = [one for one in self._desk.run.program.debugger.breakpoints if one.id == made.id]
        (bound,) = now or [made]
        return told_breakpoint(bound)

    def remove_breakpoint(self, id: int) -> str:
        """Takes a breakpoint away."""
        self._desk.run.program.debugger.remove_breakpoint(id)
        return "removed"

    def resume(self) -> dict[str, Any]:
        """Goes on after a pause."""
        self._need_pause()
        return self._desk.act(lambda: self._go_on(self._desk.run.program.debugger.resume))

    def step(self, kind: Literal["over", "into", "out"] = "over") -> dict[str, Any]:
        """One step of a paused program."""
        self._need_pause()
        return self._desk.act(lambda: self._go_on(lambda: self._desk.run.program.debugger.step(kind)))

    def variables(self, frame: int = 0) -> dict[str, Any]:
        """The variables of a frame of the pause, by scope."""
        self._need_pause()
        pause = self._desk.pause
        if pause is None or not 0 <= frame < len(pause.frames):
            raise Refused(f"there is no frame {frame}")
        found = {}
        for scope in pause.frames[frame].scopes:
            if scope.kind != "global":
                found[scope.name or scope.kind] = self._members(scope.object_id)
        return found

    def _members(self, object_id: int) -> dict[str, str]:
        debugger = self._desk.run.program.debugger
        told: list[Preview | None] = []
        debugger.members(object_id, 0, told.append)
        self._desk.run.until(lambda: bool(told), "the variables")
        of_scope = told[0] or {}
        return {name: plain_text([value], 500) for name, value in of_scope.get("props", [])}

    def _go_on(self, how: Callable[[], object]) -> None:
        before = self._desk.pause
        how()
        run = self._desk.run
        run.until(lambda: self._desk.pause is not before, "the program to go on")

    def _need_pause(self) -> None:
        if self._desk.pause is None:
            raise Refused("the program is not paused")

    def _locator(self, selector: str, text: str, index: int) -> Locator:
        found = self._desk.app.page.locator(selector)
        if text:
            found = found.filter(has_text=text)
        return found.nth(index)
