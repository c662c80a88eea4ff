"""Phones that the user describes: read beside those of the catalogue, whatever stands in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.device import find_device, load_devices
from simulator.device.own_devices import FILE, OwnDevice, known_devices, read_own_devices, with_own

FOLDABLE = '[{"name": "Fold", "width": 600, "height": 720, "pixel_ratio": 2.5, "platform": "android", "top": 40}]'


def described(folder: Path, text: str) -> Path:
    (folder / FILE).write_text(text, "utf-8")
    return folder


def test_what_a_description_leaves_out_follows_from_it(tmp_path: Path) -> None:
    fold = find_device(with_own(load_devices(), described(tmp_path, FOLDABLE)), "fold")
    assert (fold.width, fold.height, fold.pixel_ratio, fold.is_own) == (600, 720, 2.5, True)
    assert (fold.cutout, fold.status_bar_height, fold.insets.top, fold.insets.bottom) == ("punch", 40, 40, 34)
    turned = fold.rotate()
    assert (turned.width, turned.status_bar_height, turned.insets.left, turned.insets.right) == (720, 24, 40, 40)


@pytest.mark.parametrize(
    ("platform", "top", "cutout", "status_bar"),
    [("ios", 0, "none", 20), ("ios", 20, "none", 20), ("ios", 47, "notch", 47), ("ios", 62, "island", 54),
     ("android", 0, "none", 24), ("android", 24, "none", 24), ("android", 36, "punch", 36)],
)  # fmt: skip
def test_the_cut_out_follows_from_the_safe_area(
    tmp_path: Path, platform: str, top: int, cutout: str, status_bar: int
) -> None:
    folder = described(tmp_path, f'[{{"name": "Mine", "platform": "{platform}", "top": {top}}}]')
    mine = find_device(with_own({}, folder), "Mine")
    assert (mine.cutout, mine.status_bar_height, mine.insets.top) == (cutout, status_bar, top)


@pytest.mark.parametrize(
    "text",
    ["", "{", "null", "{}", '[{"width": 400}]', '[{"name": ""}]', '[{"name": "a", "width": 1e9}]',
     '[{"name": "a", "width": -1}]', '[{"name": "a", "pixel_ratio": 0}]', '[{"name": "a", "platform": "tv"}]',
     "[" * 100_000],
)  # fmt: skip
def test_a_file_that_cannot_be_understood_describes_no_phone(tmp_path: Path, text: str) -> None:
    folder = described(tmp_path, text)
    assert with_own(load_devices(), folder) == load_devices()
    with pytest.raises(ValueError, match=FILE):
        read_own_devices(folder)


def test_they_come_after_those_of_the_catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDSET_CONFIG_DIR", str(tmp_path))
    assert read_own_devices(tmp_path) == ()
    described(tmp_path, '[{"name": "iPhone X", "width": 500}, {"name": "Zed"}]')
    devices = known_devices()
    assert [device.name for device in devices.values()][-2:] == ["iPhone X", "Zed"]
    assert find_device(devices, "iPhone X").width == 375
    assert OwnDevice("Zed").width == devices["own:Zed"].width
