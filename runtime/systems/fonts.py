"""Which fonts the systems have: for a phone's texts, and for code. Whether one is there is asked where it is used."""

from __future__ import annotations

from collections.abc import Callable

from runtime.systems.system import THIS_SYSTEM, System

_PHONE_FONTS: dict[System, tuple[str, ...]] = {
    "macos": ("PingFang SC",),
    "windows": ("Microsoft YaHei",),
    "linux": ("Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Micro Hei", "Droid Sans Fallback"),
}
_CODE_FONTS: dict[System, tuple[str, ...]] = {
    "macos": ("Menlo",),
    "windows": ("Consolas",),
    "linux": ("DejaVu Sans Mono", "Noto Sans Mono", "Noto Sans Mono CJK SC"),
}
_BY_LIKENESS: tuple[System, ...] = ("macos", "windows", "linux")


def phone_fonts() -> tuple[str, ...]:
    """Closest to a phone first: Chinese and Latin letters of one family, as wide as a phone's.

    Those of all systems: a computer may have another one's, and each is closer than none.
    """
    return tuple(name for system in _BY_LIKENESS for name in _PHONE_FONTS[system])


def phone_font(has: Callable[[str], bool], otherwise: str) -> str:
    """The closest that there is."""
    return next((name for name in phone_fonts() if has(name)), otherwise)


def code_fonts(system: System = THIS_SYSTEM) -> tuple[str, ...]:
    """Letters of one width, the system's own first, then those that others may have brought along."""
    others = (name for other in _BY_LIKENESS if other != system for name in _CODE_FONTS[other])
    return (*_CODE_FONTS[system], *others, "monospace")


def browser_font_flags(system: System = THIS_SYSTEM) -> tuple[str, ...]:
    """Flags of Chromium: on Linux `system-ui` is a desktop's font; a name that no font has ends at the phone's."""
    return ("--system-font-family=phone",) if system == "linux" else ()
