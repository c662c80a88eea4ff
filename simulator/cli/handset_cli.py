"""The program `handset-cli`: takes what automation clients pass to the `cli` of the vendor's tool.

miniprogram-automator (`launch({cliPath})`) and minium (`dev_tool_path`) start the project with it and connect then.
What is written to the standard output counts as an error there, so on success it stays empty.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from runtime.module_path import leave_current_folder, python_child
from runtime.systems.displays import has_display
from runtime.systems.permissions import make_runnable
from runtime.systems.process_groups import OUTLIVES_ITS_STARTER
from simulator.cli.auto_options import AUTOMATION_PORT

EXIT_FINE, EXIT_USAGE, EXIT_HANDSET_ERROR = 0, 2, 4
CLOSE_PATIENCE_S = 10


class Refused(Exception):
    """It cannot be done; the text says why."""


class _FormerCommand(argparse.Action):
    """`--auto DIR` in place of `auto --project DIR`: how miniprogram-automator up to 0.10 calls it."""

    def __call__(self, _: object, given: argparse.Namespace, folder: object, option: str | None = None) -> None:
        given.former_command, given.project = str(option).lstrip("-"), folder


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command; returns the exit code."""
    leave_current_folder()
    args, others = _parser().parse_known_args(sys.argv[1:] if argv is None else argv)
    words = [word for word in (args.former_command, args.command, *others) if word in COMMANDS]
    if not words:
        print(f"handset-cli: no command {args.command or ''} (commands: {', '.join(COMMANDS)})", file=sys.stderr)
        return EXIT_USAGE
    try:
        COMMANDS[words[0]](args)
    except Refused as refusal:
        # minium reads one, people read the other.
        print(f"[error] {refusal}", flush=True)
        print(f"handset-cli: {refusal}", file=sys.stderr)
        return EXIT_HANDSET_ERROR
    return EXIT_FINE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="handset-cli", description="Handset for automation clients", add_help=True)
    parser.add_argument("command", nargs="?", help=", ".join(COMMANDS))
    parser.add_argument("--project", type=Path, metavar="DIR")
    parser.add_argument("--auto-port", type=int, default=AUTOMATION_PORT, metavar="PORT")
    parser.add_argument("--auto-account", default="", metavar="OPENID", help="the user that is played")
    parser.add_argument("--device", default="", metavar="NAME", help="phone model, as of `handset auto`")
    parser.add_argument("--dialogs", default="", metavar="HOW", help="as of `handset auto`")
    parser.add_argument("--clean", "-c", default="", metavar="WHAT", help="of cache: storage, file, auth or all")
    parser.add_argument("--folder", type=Path, metavar="DIR", help="of wrapper: where to write cli or cli.bat")
    parser.set_defaults(former_command="")
    parser.add_argument("--auto", "--open", "--close", type=Path, action=_FormerCommand, help=argparse.SUPPRESS)
    # There is no login, nothing to be trusted before it runs, and one language.
    for ignored in ("--ticket", "--test-ticket", "--lang", "--port", "--appid"):
        parser.add_argument(ignored, help=argparse.SUPPRESS)
    for ignored in ("--trust-project", "--debug", "--disable-gpu"):
        parser.add_argument(ignored, action="store_true", help=argparse.SUPPRESS)
    return parser


def _auto(args: argparse.Namespace) -> None:
    """Starts `handset auto` and returns when it listens; it goes on by itself."""
    from runtime.project.load import program_folder
    from runtime.project.model import NotAProject

    project = _project(args)
    try:
        program_folder(project)
    except NotAProject as error:
        raise Refused(str(error)) from error
    words = ["auto", str(project), "--port", str(args.auto_port)]
    wishes = {"--account": args.auto_account, "--device": args.device, "--dialogs": args.dialogs}
    words += [word for name, value in wishes.items() if value for word in (name, value)]
    child = python_child("simulator.cli", *words)
    log = _log_file(project)
    with log.open("wb") as errors:
        process = subprocess.Popen(
            child.command, env=child.environment, cwd=child.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=errors, **OUTLIVES_ITS_STARTER,
        )  # fmt: skip
    assert process.stdout is not None
    if process.stdout.readline().startswith(b"listening"):
        return
    process.wait()
    said = log.read_text("utf-8", "replace").strip()
    if "is in use" in said:
        # minium looks for these words and connects to what is there.
        raise Refused(f"Error: Port {args.auto_port} is in use (code 10)")
    raise Refused(said or f"handset auto has ended with code {process.returncode}")


def _close(args: argparse.Namespace) -> None:
    """Closes the project if it is driven."""
    from simulator.data.automation_record import AutomationRecord

    _close_at(AutomationRecord(_project(args)).port)


def _quit(_args: argparse.Namespace) -> None:
    """Closes all projects that are driven."""
    from simulator.data.automation_record import all_ports

    for port in all_ports():
        _close_at(port)


def _close_at(port: int) -> None:
    from websockets.exceptions import WebSocketException
    from websockets.sync.client import connect

    if not port:
        return
    # Who is not there any more is closed.
    with suppress(OSError, WebSocketException), connect(f"ws://127.0.0.1:{port}", proxy=None) as client:
        client.send('{"id": "close", "method": "Tool.close", "params": {}}')
        while True:
            client.recv(timeout=CLOSE_PATIENCE_S)


def _open(args: argparse.Namespace) -> None:
    """The window with a project. Without one there is nothing to be opened: each project is started by itself."""
    if args.project is None:
        return
    if not has_display():
        raise Refused("the window needs a display; auto does without one")
    child = python_child("simulator.cli", "open", str(_project(args)))
    subprocess.Popen(
        child.command, env=child.environment, cwd=child.folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, **OUTLIVES_ITS_STARTER,
    )  # fmt: skip


def _login(_args: argparse.Namespace) -> None:
    print("handset-cli: there is no login", file=sys.stderr)


def _is_login(_args: argparse.Namespace) -> None:
    print('{"login":true}')


def _build_npm(args: argparse.Namespace) -> None:
    from simulator.cli.build_npm import run_build_npm

    if run_build_npm(_project(args), out=sys.stderr):
        raise Refused("the packages could not be built")


def _cache(args: argparse.Namespace) -> None:
    """Clears what a project's user has on the phone."""
    from simulator.data.folders import DataFolders

    folders = DataFolders.of_project(_project(args))
    clears = {"storage": [folders.clear_data], "file": [folders.clear_files], "auth": [folders.clear_auth]}
    clears["all"] = [clear for one in clears.values() for clear in one]
    if args.clean not in clears:
        raise Refused(f"cache --clean {args.clean or '?'}: there are {', '.join(clears)}")
    for clear in clears[args.clean]:
        clear()


def _wrapper(args: argparse.Namespace) -> None:
    """Writes `cli.bat` and `cli`: clients on Windows take no .exe, and minium asks for these names."""
    if args.folder is None:
        raise Refused("wrapper needs --folder DIR")
    program = Path(sys.argv[0]).resolve()
    args.folder.mkdir(parents=True, exist_ok=True)
    (args.folder / "cli.bat").write_text(f'@"{program}" %*\r\n', "utf-8", newline="")
    script = args.folder / "cli"
    script.write_text(f'#!/bin/sh\nexec "{program}" "$@"\n', "utf-8")
    make_runnable(script)


def _unsupported(what: str) -> Callable[[argparse.Namespace], None]:
    def refuse(_args: argparse.Namespace) -> None:
        raise Refused(f"{what} needs the vendor's servers, which Handset does not reach")

    return refuse


def _project(args: argparse.Namespace) -> Path:
    if args.project is None:
        raise Refused("--project DIR is missing")
    project: Path = args.project.absolute()
    if not project.is_dir():
        raise Refused(f"{project} is no folder")
    return project


def _log_file(project: Path) -> Path:
    from simulator.data.folders import DataFolders

    return DataFolders.of_project(project).automation_log


COMMANDS: dict[str, Callable[[argparse.Namespace], None]] = {
    "auto": _auto,
    "open": _open,
    "close": _close,
    "quit": _quit,
    "login": _login,
    "islogin": _is_login,
    "build-npm": _build_npm,
    "cache": _cache,
    "wrapper": _wrapper,
    "preview": _unsupported("preview"),
    "auto-preview": _unsupported("auto-preview"),
    "upload": _unsupported("upload"),
}
