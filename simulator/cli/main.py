"""The command `handset`: reads the words of the call and starts what they name."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from importlib.metadata import entry_points
from pathlib import Path

from runtime.module_path import leave_current_folder
from runtime.systems.displays import has_display
from runtime.systems.signals import ended_by_interrupt
from simulator.cli.annotations import add_annotation_options, write_annotations
from simulator.cli.auto_options import add_auto_command
from simulator.cli.cloud_options import add_cloud_command, add_trust, trust_as_told
from simulator.cli.dialog_options import add_dialog_option
from simulator.cli.mcp import add_mcp_command
from simulator.cli.monkey_options import add_monkey_command
from simulator.cli.project_tests import add_test_command, split_words
from simulator.cli.recording_options import add_record, add_record_test, add_replay_command
from simulator.cli.simulate import add_simulate_command
from simulator.cli.world_options import add_world_options
from simulator.device import UnknownDevice
from simulator.versions import version_lines

EXIT_NOT_A_PROJECT = 2
EXIT_HANDSET_ERROR = 4
EXIT_INTERRUPTED = 130
INSPECT_PORT = 9229
"""Where debuggers look for programs by themselves, as Node's."""
COMMANDS = (
    "open", "check", "shot", "tour", "render", "build-npm", "bench", "new", "lsp", "format", "dap", "launch-json",
    "coverage", "cloud", "replay", "auto", "test", "mcp", "simulate", "monkey",
)  # fmt: skip


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command; returns the exit code."""
    leave_current_folder()
    if isinstance(sys.stdout, io.TextIOWrapper):
        # Names of files and texts of programs are printed on whatever terminal there is.
        sys.stdout.reconfigure(errors="backslashreplace")
    words = list(sys.argv[1:] if argv is None else argv)
    if not words or (words[0] not in COMMANDS and not words[0].startswith("-")):
        words.insert(0, "open")
    words, for_pytest = split_words(words)
    args = _parser().parse_args(words, argparse.Namespace(words=for_pytest))
    try:
        trust_as_told(args)
        code: int = args.run(args)
    except UnknownDevice as error:
        print(f"handset: {error}", file=sys.stderr)
        return EXIT_HANDSET_ERROR
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except OSError as error:
        print(f"handset: {error.filename or ''}: {error.strerror or error}", file=sys.stderr)
        return EXIT_HANDSET_ERROR
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="handset",
        description="IDE and simulator for WeChat-style mini programs",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version="\n".join(version_lines()))
    commands = parser.add_subparsers(required=True, metavar="command")

    open_ = commands.add_parser("open", help="open the IDE (also without the word open)")
    open_.add_argument("project", nargs="?", type=Path, metavar="DIR")
    _add_inspect(open_)
    add_record(open_)
    add_record_test(open_)
    add_world_options(open_)
    add_trust(open_)
    open_.set_defaults(run=_open)

    check = commands.add_parser("check", help="compile everything and list what is wrong")
    check.add_argument("project", type=Path, metavar="DIR")
    check.add_argument("--json", action="store_true", help="print one JSON object")
    check.add_argument("--strict", action="store_true", help="what a phone's compiler refuses is an error")
    check.add_argument("--audit", action="store_true", help="also judge it by the platform's rules, with a score")
    add_annotation_options(check)
    check.set_defaults(run=_check)

    shot = commands.add_parser("shot", help="open one page, act on it, save what is on the screen")
    shot.add_argument("project", type=Path, metavar="DIR")
    shot.add_argument("--page", default="", metavar="PATH?QUERY", help="page to open; default: the entry page")
    _add_phone(shot)
    shot.add_argument("--out", type=Path, metavar="F.png", help="picture of the phone screen")
    shot.add_argument("--tree", type=Path, metavar="F.json", help="the rendered tree")
    shot.add_argument("--panels", type=Path, metavar="F.json", help="what the debugger's panels show, line by line")
    shot.add_argument("--log", type=Path, metavar="F.ndjson", help="every console, bridge and API message")
    shot.add_argument("--tap", action="append", default=[], metavar="SELECTOR", help="tap this first (repeatable)")
    shot.add_argument("--wait", type=int, default=0, metavar="MS", help="wait this long before the picture")
    shot.add_argument("--timeout", type=float, default=30.0, metavar="S", help="give up after this long")
    shot.set_defaults(run=_shot)

    tour = commands.add_parser("tour", help="open every page in turn and report errors")
    tour.add_argument("projects", nargs="+", type=Path, metavar="DIR")
    tour.add_argument("--report", type=Path, metavar="F.json")
    tour.add_argument("--shots", type=Path, metavar="DIR", help="folder for the pictures and the contact sheet")
    _add_phone(tour, several=True)
    tour.add_argument("--page", action="append", default=[], metavar="PATH", help="only this page (repeatable)")
    tour.add_argument("--html", type=Path, metavar="F.html", help="the report as one page with pictures")
    tour.add_argument("--before", type=Path, metavar="DIR", help="pictures of an earlier tour, to compare in the page")
    add_annotation_options(tour)
    tour.add_argument("--timeout", type=float, default=8.0, metavar="S", help="longest wait for one page")
    tour.add_argument("--scheduler", default="", metavar="ADDRESS", help="visit pages on the workers of a Dask cluster")
    tour.set_defaults(run=_tour)

    render = commands.add_parser("render", help="print the tree of one component or template, without a screen")
    render.add_argument("path", type=Path, metavar="PATH", help="component without ending, or a .wxml file")
    render.add_argument("--data", type=Path, metavar="F.json", help="properties of the component, data of the template")
    render.add_argument("--format", default="tree", choices=("tree", "html", "snapshot"))
    render.add_argument("--root", type=Path, metavar="DIR", help="project folder; default: found above PATH")
    render.add_argument("--wait", type=int, default=0, metavar="MS", help="let timers run this long first")
    render.set_defaults(run=_render)

    bench = commands.add_parser("bench", help="measure speed and memory")
    bench.add_argument("--json", action="store_true", help="print one JSON object")
    bench.add_argument("--runs", type=int, default=9, metavar="N")
    bench.add_argument("--only", action="append", default=[], metavar="NAME")
    bench.set_defaults(run=_bench)

    npm = commands.add_parser("build-npm", help="write the packages of node_modules into miniprogram_npm")
    npm.add_argument("project", type=Path, metavar="DIR")
    npm.set_defaults(run=_build_npm)

    lsp = commands.add_parser("lsp", help="language server for other editors, over the standard streams")
    lsp.add_argument("--port", type=int, metavar="PORT", help="listen on this port of the loopback; 0: any free one")
    lsp.add_argument("--stdio", action="store_true", help="the standard streams (as without it)")
    lsp.set_defaults(run=_lsp)

    format_ = commands.add_parser("format", help="put templates and styles in order")
    format_.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files, or folders with all in them")
    format_.add_argument("--check", action="store_true", help="change nothing; exit 1 if something would change")
    format_.set_defaults(run=_format)

    dap = commands.add_parser("dap", help="debug adapter for other editors, over the standard streams")
    dap.add_argument("--port", type=int, metavar="PORT", help="listen on this port of the loopback; 0: any free one")
    dap.add_argument("--stdio", action="store_true", help="the standard streams (as without it)")
    dap.set_defaults(run=_dap)

    launch_json = commands.add_parser("launch-json", help="tell VS Code how to debug what handset open --inspect runs")
    launch_json.add_argument("project", type=Path, metavar="DIR", help="the folder that VS Code opens")
    launch_json.add_argument("--port", type=int, default=INSPECT_PORT, metavar="PORT", help="that of --inspect")
    launch_json.set_defaults(run=_launch_json)

    coverage = commands.add_parser("coverage", help="what of the platform there is, or what of it a project uses")
    coverage.add_argument("project", nargs="?", type=Path, metavar="DIR")
    coverage.add_argument("--json", action="store_true", help="print one JSON object")
    coverage.set_defaults(run=_coverage)

    add_auto_command(commands, _add_inspect, _add_phone)
    add_cloud_command(commands)
    add_mcp_command(commands)
    add_monkey_command(commands)
    add_simulate_command(commands)
    add_test_command(commands)

    add_replay_command(commands)

    new = commands.add_parser("new", help="make a new project")
    new.add_argument("project", type=Path, metavar="DIR")
    new.add_argument("--template", default="blank", metavar="NAME")
    new.add_argument("--name", default="", metavar="NAME")
    new.add_argument("--appid", default="", metavar="ID", help="default: none, as somebody without an account has it")
    for language in ("typescript", "less"):
        new.add_argument(f"--{language}", action="append_const", dest="languages", const=language, default=[])
    new.set_defaults(run=_new)
    return parser


def _add_inspect(command: argparse.ArgumentParser) -> None:
    """`--inspect [PORT]`."""
    command.add_argument(
        "--inspect", nargs="?", type=int, const=INSPECT_PORT, metavar="PORT",
        help=f"let debuggers in at this port of the loopback (default: {INSPECT_PORT}; 0: any free one)",
    )  # fmt: skip


def _add_phone(command: argparse.ArgumentParser, *, several: bool = False) -> None:
    model = "phone model, for example 'iPhone X'"
    if several:
        command.add_argument("--device", action="append", default=[], metavar="NAME", help=f"{model} (repeatable)")
    else:
        command.add_argument("--device", default="", metavar="NAME", help=model)
    command.add_argument("--landscape", action="store_true", help="hold the phone sideways")
    command.add_argument("--dark", action="store_true", help="a phone in dark mode")
    add_dialog_option(command)
    add_record(command)
    add_world_options(command)
    add_trust(command)


# Imports stay inside the commands: `check` and `new` must not pay for Qt.


def _open(args: argparse.Namespace) -> int:
    if args.project is not None and not args.project.is_dir():
        names = ", ".join(COMMANDS)
        print(f"handset: {args.project} is neither a folder nor a command (commands: {names})", file=sys.stderr)
        return EXIT_NOT_A_PROJECT
    if not has_display():
        print("handset: the window needs a display; check, shot and tour do without one", file=sys.stderr)
        return EXIT_HANDSET_ERROR
    # The window is a plug-in of the command: nothing below `ide` may import it.
    (window,) = entry_points(group="handset.window")
    # Until a command takes Ctrl+C over: libraries that are loading make other errors of it.
    with ended_by_interrupt():
        run_ide = window.load()
        code: int = run_ide(
            args.project, inspect=args.inspect, world=dict(args.world), scenario=args.scenario,
            mocks=args.mocks, takes_mocks=not args.no_mocks, record=args.record,
            record_test=args.record_test.absolute() if args.record_test else None,
        )  # fmt: skip
    return code


def _check(args: argparse.Namespace) -> int:
    from simulator.cli.check import run_check

    return run_check(
        args.project, as_json=args.json, out=sys.stdout, is_strict=args.strict, audits=args.audit,
        told=lambda found: write_annotations(args, found, sys.stderr if args.json else sys.stdout),
    )  # fmt: skip


def _coverage(args: argparse.Namespace) -> int:
    from simulator.cli.coverage import run_coverage

    return run_coverage(args.project, as_json=args.json, out=sys.stdout)


def _shot(args: argparse.Namespace) -> int:
    # Until a command takes Ctrl+C over: libraries that are loading make other errors of it.
    with ended_by_interrupt():
        from simulator.cli.shot import run_shot

        return run_shot(args)


def _tour(args: argparse.Namespace) -> int:
    # Until a command takes Ctrl+C over: libraries that are loading make other errors of it.
    with ended_by_interrupt():
        from simulator.cli.tour import run_tour

        return run_tour(args)


def _render(args: argparse.Namespace) -> int:
    from simulator.cli.render import run_render

    return run_render(
        args.path,
        data_file=args.data,
        output=args.format,
        root=args.root,
        wait_ms=args.wait,
        out=sys.stdout,
        problems=sys.stderr,
    )


def _bench(args: argparse.Namespace) -> int:
    from simulator.cli.bench import run_bench

    return run_bench(as_json=args.json, runs=args.runs, only=args.only, out=sys.stdout)


def _build_npm(args: argparse.Namespace) -> int:
    from simulator.cli.build_npm import run_build_npm

    return run_build_npm(args.project, out=sys.stdout)


def _dap(args: argparse.Namespace) -> int:
    from simulator.cli.debug_adapter import run_dap

    return run_dap(args.port)


def _launch_json(args: argparse.Namespace) -> int:
    from simulator.cli.launch_json import run_launch_json

    return run_launch_json(args.project, args.port, out=sys.stdout, problems=sys.stderr)


def _new(args: argparse.Namespace) -> int:
    from simulator.cli.new import run_new

    wishes = {"template": args.template, "name": args.name, "appid": args.appid, "languages": args.languages}
    return run_new(args.project, **wishes)


def _lsp(args: argparse.Namespace) -> int:
    from simulator.language_server.server import serve_port, serve_streams

    if args.port is None:
        return serve_streams(sys.stdin.buffer, sys.stdout.buffer)
    return serve_port(args.port, lambda port: print(f"listening on 127.0.0.1:{port}", flush=True))


def _format(args: argparse.Namespace) -> int:
    from simulator.cli.format import run_format

    return run_format(args.paths, changes=not args.check, out=sys.stdout, problems=sys.stderr)
