"""Fonts of three systems."""

from __future__ import annotations

import pytest

from runtime.systems.fonts import browser_font_flags, code_fonts, phone_font, phone_fonts
from runtime.systems.system import System


@pytest.mark.parametrize(
    ("system", "first"), [("macos", "Menlo"), ("windows", "Consolas"), ("linux", "DejaVu Sans Mono")]
)
def test_code_has_the_systems_own_font_first_and_any_at_the_end(system: System, first: str) -> None:
    assert (code_fonts(system)[0], code_fonts(system)[-1]) == (first, "monospace")
    assert len(set(code_fonts(system))) == len(code_fonts(system)) == 6


def test_a_phones_texts_have_the_closest_font_that_is_there() -> None:
    assert phone_font(lambda name: True, "Sans") == "PingFang SC"
    assert phone_font(lambda name: name.startswith("Noto"), "Sans") == "Noto Sans CJK SC"
    assert phone_font(lambda name: False, "Sans") == "Sans"
    assert phone_fonts()[1] == "Microsoft YaHei"


def test_linux_alone_is_told_what_the_systems_font_is() -> None:
    flags = [browser_font_flags(system) for system in ("linux", "macos", "windows")]
    assert flags == [("--system-font-family=phone",), (), ()]
