"""Compares pictures of the phone with those that are kept, within a stated tolerance."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.testing.failure import TestFailure
from simulator.testing.run import Run
from simulator.testing.screen import png_of, take_picture
from simulator.testing.snapshot_files import UPDATE

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

__tracebackhide__ = True

MOST_TAKEN = 10


@dataclass(frozen=True)
class PictureTolerance:
    """Of all pixels a `share` may differ; one differs if a colour is off by more than `difference` of 255."""

    share: float
    difference: int


def check_picture(name: str, run: Run, tolerance: PictureTolerance, patience_s: float) -> None:
    """Takes pictures until one is as the kept one. A difference is written down in three pictures."""
    snapshots = run.snapshots
    file = snapshots.file(name, "png")
    kept = _read(file)
    found = take_picture(run)

    def is_same() -> bool:
        nonlocal found
        is_met = kept is not None and _is_within(kept, found, tolerance)
        if not is_met:
            found = take_picture(run)
        return is_met

    if kept is not None and run.eventually(is_same, 0 if snapshots.updates else patience_s):
        return
    if kept is None or snapshots.updates:
        snapshots.keep(file, png_of(_at_rest(run)))
        if not snapshots.updates:
            raise TestFailure(f"there was no picture {file}: it is kept now; look at it, then run the test again")
        return
    if kept.size() != found.size():
        snapshots.show(f"{name}.found.png", png_of(found))
        raise TestFailure(
            f"the picture is {found.width()} x {found.height()}, that of {file} {kept.width()} x {kept.height()}; "
            f"{UPDATE}"
        )
    from simulator.phone.picture_difference import compare

    difference = compare(kept, found, tolerance.difference)
    shown = [
        snapshots.show(f"{name}.{what}.png", png_of(image))
        for what, image in (("kept", kept), ("found", found), ("difference", difference.image))
    ]
    raise TestFailure(
        f"the picture is not the one of {file}: {difference.count} pixels differ ({difference.share:.3%}; "
        f"{tolerance.share:.3%} may)\n" + "\n".join(f"  {one}" for one in shown) + f"\n  {UPDATE}"
    )


def _at_rest(run: Run) -> QImage:
    """The picture, when two that follow each other are the same; at the latest after a few."""
    last = take_picture(run)
    for _ in range(MOST_TAKEN):
        before, last = last, take_picture(run)
        if before == last:
            break
    return last


def _is_within(kept: QImage, found: QImage, tolerance: PictureTolerance) -> bool:
    from simulator.phone.picture_difference import compare

    return kept.size() == found.size() and compare(kept, found, tolerance.difference).share <= tolerance.share


def _read(file: Path) -> QImage | None:
    """The picture that is kept, None if none is. Raises TestFailure for a file that is no picture."""
    from PySide6.QtGui import QImage

    try:
        data = file.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise TestFailure(f"the picture {file} cannot be read: {error.strerror}") from None
    image = QImage.fromData(data)
    if image.isNull():
        raise TestFailure(f"the picture {file} is damaged: it is no PNG; {UPDATE}, or restore it")
    return image
