"""What Chromium and the graphics driver must be told before the application object exists. Changes the process
environment, nothing else."""

from __future__ import annotations

import os
from collections.abc import Mapping, MutableMapping

from runtime.systems.displays import has_graphics_card
from runtime.systems.fonts import browser_font_flags
from runtime.systems.system import runs_as_root

FLAGS_VARIABLE = "QTWEBENGINE_CHROMIUM_FLAGS"
QUIET_FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-first-run",
    # The process that would start processes without a sandbox: the phone has none of these.
    "--no-unsandboxed-zygote",
    "--no-pings",
)
# A phone behind another window goes on as if it were seen: its timers and frames belong to the program under test.
AWAKE_FLAGS = (
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
)
LOOK_FLAGS = ("--disable-lcd-text", "--autoplay-policy=no-user-gesture-required")
# Pages are put together without a graphics card, and canvases have WebGL all the same, drawn by the system's library.
SOFTWARE_FLAGS = ("--disable-gpu-compositing", "--ignore-gpu-blocklist")
# Who sees nothing hears nothing; media play all the same, by the clock. Without a sound card the system's library would
# complain of it at length.
SILENT_FLAGS = ("--disable-audio-output",)
# The graphics driver's cache is a file in memory: on a full disk the first write to it ends the process. Starting costs
# no more without it.
DRIVER_CACHE_VARIABLE = "MESA_SHADER_CACHE_DISABLE"
LOG_FLAGS = ("--log-level=3",)
# On a screen without a graphics card: Qt would put the window together by a driver that the processor plays, which
# leaves the phone some ten frames a second in place of fifty, and takes 45 MB more.
SCENE_VARIABLE, SOFTWARE_SCENE = "QT_QUICK_BACKEND", "software"
_SCREENLESS = frozenset({"offscreen", "minimal"})


def prepare_environment(
    environment: MutableMapping[str, str] = os.environ, *, is_root: bool | None = None, has_card: bool | None = None
) -> None:
    """Adds the flags of the phone view to those that the user has set. Calling it twice changes nothing."""
    environment.setdefault(DRIVER_CACHE_VARIABLE, "true")
    if not _is_screenless(environment) and not (has_graphics_card() if has_card is None else has_card):
        environment.setdefault(SCENE_VARIABLE, SOFTWARE_SCENE)
    given = environment.get(FLAGS_VARIABLE, "").split()
    missing = [flag for flag in chromium_flags(environment, is_root=runs_as_root() if is_root is None else is_root)]
    environment[FLAGS_VARIABLE] = " ".join([*given, *(flag for flag in missing if flag not in given)])


def chromium_flags(environment: MutableMapping[str, str], *, is_root: bool) -> list[str]:
    """The flags for this environment: no graphics card and no sound when there is no screen, no sandbox for root."""
    flags = [*QUIET_FLAGS, *AWAKE_FLAGS, *LOOK_FLAGS, *LOG_FLAGS, *browser_font_flags()]
    if _is_screenless(environment):
        flags.extend([*SOFTWARE_FLAGS, *SILENT_FLAGS])
    if is_root:
        flags.append("--no-sandbox")
    return flags


def _is_screenless(environment: Mapping[str, str]) -> bool:
    return environment.get("QT_QPA_PLATFORM", "").split(":")[0] in _SCREENLESS
