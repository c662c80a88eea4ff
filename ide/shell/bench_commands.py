"""What the window's commands do to the open project; those that need the window itself are its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ide.shell.actions import EDITOR_COMMANDS
from ide.shell.debug_desk import DebugDesk
from ide.shell.open_phone import OpenPhone
from ide.shell.workbench import Workbench

BenchCommand = Callable[[Workbench], object]


def _debug(act: Callable[[DebugDesk], object]) -> BenchCommand:
    return lambda bench: act(bench.debugging) if bench.debugging else None


def _on_phone(act: Callable[[OpenPhone], object]) -> BenchCommand:
    return lambda bench: act(bench.phones.active) if bench.phones and bench.phones.active else None


def _in_editor(command: str) -> BenchCommand:
    return lambda bench: bench.editor.run_command(command)


BENCH_COMMANDS: Mapping[str, BenchCommand] = {
    "new_file": lambda bench: bench.begin_create("new_file"),
    "save": lambda bench: bench.editor.save(),
    "save_all": lambda bench: bench.editor.save_all(),
    "close_file": lambda bench: bench.editor.close(bench.editor.active),
    "split_editor": lambda bench: bench.editor.split(),
    "reopen_file": lambda bench: bench.editor.tabs.reopen(),
    "next_file": lambda bench: bench.editor.tabs.activate_next(1),
    "previous_file": lambda bench: bench.editor.tabs.activate_next(-1),
    "compile": lambda bench: bench.compile(),
    "relaunch": lambda bench: bench.compile(),
    "rotate": _on_phone(lambda phone: phone.frame.rotate()),
    "go_home": _on_phone(lambda phone: phone.frame.go_home()),
    "add_phone": lambda bench: bench.add_phone(),
    "close_phone": lambda bench: bench.close_phone(),
    "debug_go": _debug(lambda desk: desk.session.go()),
    "debug_over": _debug(lambda desk: desk.session.step("over")),
    "debug_into": _debug(lambda desk: desk.session.step("into")),
    "debug_out": _debug(lambda desk: desk.session.step("out")),
    "debug_toggle": _debug(lambda desk: desk.toggle_here()),
    "debug_active": _debug(lambda desk: desk.session.activate(are_active=not desk.session.are_active)),
    "debug_remove_all": _debug(lambda desk: desk.session.remove(*(one.user for one in desk.session.breakpoints))),
    **{name: _in_editor(command) for name, command in EDITOR_COMMANDS.items()},
}
"""By the name of the action."""
