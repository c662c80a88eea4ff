"""`handset replay`: runs a recorded session again and says whether it went as it did."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from simulator.bridge.notices import host_text
from simulator.recording.form import BadRecording, Entry, Head
from simulator.recording.masking import MaskRule, masked, secrets_in
from simulator.recording.reader import read_entries, read_head
from simulator.recording.writer import save_recording
from simulator.replay.moments import moments
from simulator.replay.process import ReplayEnded, ReplayProcess
from simulator.replay.replay import Outcome, SessionReplay
from simulator.worker.library import library_digest

if TYPE_CHECKING:
    from simulator.replay.pictures import Pictures

EXIT_FINE = 0
EXIT_PARTED = 1
EXIT_NO_RECORDING = 2
EXIT_HANDSET_ERROR = 4
MOST_SHOWN = 80


def run_replay(args: argparse.Namespace) -> int:
    """Returns 0, 1 (it went another way than the recording), 2 (no recording that can be replayed) or 4."""
    try:
        if args.when:
            return _tell_moments(args)
        if args.mask or args.save:
            return _save_masked(args)
        with args.recording.open("rb") as stream:
            head = read_head(stream)
            if head.library != library_digest():
                print(f"handset: {host_text('recording-other-library', {'theirs': head.handset})}", file=sys.stderr)
            with _pictures(args.shots, head) as pictures:
                return _replay(args, head, read_entries(stream, may_be_cut=args.partial), pictures)
    except BadRecording as why:
        print(f"handset: {args.recording}: {host_text(why.code, why.arguments)}", file=sys.stderr)
        return EXIT_NO_RECORDING


def run_window(recording: Path) -> int:
    """Opens it in a window; returns what that returns, or 2 and why it cannot be opened."""
    # The window is a plug-in of the command: nothing below `ide` may import it.
    (window,) = entry_points(group="handset.replay_window")
    try:
        code: int = window.load()(recording)
    except BadRecording as why:
        print(f"handset: {recording}: {host_text(why.code, why.arguments)}", file=sys.stderr)
        return EXIT_NO_RECORDING
    return code


def _replay(args: argparse.Namespace, head: Head, entries: Iterator[Entry], pictures: Pictures | None) -> int:
    process = ReplayProcess(head)
    try:
        replay = SessionReplay(process, pictures, stops=args.check)
        last_ms = None if args.until is None else int(args.until * 1000)
        outcome = replay.play(entries, lambda entry: last_ms is None or entry.at_ms <= last_ms)
        trees = [] if args.check or outcome.ended else replay.trees()
        shots = pictures.finish() if pictures is not None else []
    finally:
        process.close()
    report = _report(args.recording, head, outcome, trees, shots)
    if args.json:
        sys.stdout.write(msgspec.json.format(msgspec.json.encode(report), indent=1).decode() + "\n")
    else:
        _print(outcome, shots)
    if outcome.ended and not outcome.lost:
        return EXIT_HANDSET_ERROR
    return EXIT_PARTED if outcome.parting else EXIT_FINE


def _tell_moments(args: argparse.Namespace) -> int:
    with args.recording.open("rb") as stream:
        process = ReplayProcess(read_head(stream))
        try:
            entries = read_entries(stream, may_be_cut=args.partial)
            for one in moments(SessionReplay(process), process, entries, args.when):
                before, after = (_cut(text) or "nothing" for text in (one.before, one.after))
                print(f"{one.at_ms / 1000:9.3f} s  {one.page}  {before} -> {after}")
        except (ValueError, ReplayEnded) as why:
            print(f"handset: {why}", file=sys.stderr)
            return EXIT_HANDSET_ERROR
        finally:
            process.close()
    return EXIT_FINE


def _save_masked(args: argparse.Namespace) -> int:
    """Writes the recording without what the rules name; then it is replayed, for a program may miss it."""
    if not args.mask or args.save is None or args.save.resolve() == args.recording.resolve():
        print("handset: --mask says what is hidden, --save into which other file", file=sys.stderr)
        return EXIT_HANDSET_ERROR
    try:
        rules = [MaskRule.of(text) for text in args.mask]
    except ValueError as why:
        print(f"handset: {why}", file=sys.stderr)
        return EXIT_HANDSET_ERROR
    with args.recording.open("rb") as stream:
        head = read_head(stream)
        start = stream.tell()
        try:
            secrets = secrets_in(read_entries(stream), rules)
            stream.seek(start)
            hidden = masked(read_entries(stream), secrets)
            save_recording(args.save, msgspec.structs.replace(head, masked=[*head.masked, *args.mask]), hidden)
        except (msgspec.MsgspecError, RecursionError) as why:
            raise BadRecording("recording-no-entry", kind="message", why=str(why)) from why
    print(f"{len(secrets)} values are hidden in {args.save}")
    return run_replay(argparse.Namespace(**{**vars(args), "recording": args.save, "mask": [], "save": None}))


@contextmanager
def _pictures(folder: Path | None, head: Head) -> Iterator[Pictures | None]:
    if folder is None:
        yield None
        return
    # Without pictures there is no need for Qt.
    from simulator.replay.pictures import Pictures
    from simulator.running.headless import prepare_headless

    prepare_headless()
    pictures = Pictures(head, folder)
    try:
        yield pictures
    finally:
        pictures.close()


def _cut(text: str) -> str:
    return text if len(text) <= MOST_SHOWN else text[: MOST_SHOWN - 1] + "…"


def _report(path: Path, head: Head, outcome: Outcome, trees: list[Any], shots: list[str]) -> dict[str, Any]:
    return {
        "recording": str(path),
        "project": head.project,
        "handset": head.handset,
        "programs": outcome.programs,
        "masked": head.masked,
        "runs": outcome.runs,
        "turns": outcome.turns,
        "batches": outcome.batches,
        "duration_ms": outcome.duration_ms,
        "parting": outcome.parting,
        "lost": outcome.lost,
        "left_out": outcome.left_out,
        "ended": outcome.ended,
        "pages": trees,
        "pictures": shots,
    }


def _print(outcome: Outcome, shots: list[str]) -> None:
    seconds = outcome.duration_ms / 1000
    runs = "1 run" if outcome.runs == 1 else f"{outcome.runs} runs"
    print(f"{runs}, {outcome.turns} turns, {outcome.batches} batches in {seconds:.1f} s of session")
    for why in outcome.lost:
        print(f"the session ended there: {why}")
    for address, size_bytes in outcome.left_out.items():
        print(f"not in the recording, for its size: {_cut(address)} ({size_bytes / 1024**2:.1f} MB)")
    parting = outcome.parting
    if parting is not None:
        print(f"goes another way from {parting.at_ms / 1000:.3f} s on (run {parting.run}, turn {parting.turn}):")
        what = {"posted": "sends", "asked": "asks for"}[parting.kind]
        print(f"  the recording {what}: {parting.expected or 'nothing'}")
        print(f"  the replay {what}: {parting.found or 'nothing'}")
    elif outcome.ended:
        print(f"does not go on: {outcome.ended}")
    else:
        print("goes as it was recorded")
    for shot in shots:
        print(shot)
