"""The functions of Less. Expected values are those of less.js."""

from __future__ import annotations

import pytest

from tests.runtime.compiler.less.compiling import css


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("fade(#000, 20%)", "rgba(0, 0, 0, 0.2)"),
        ("darken(#ee0a24, 10%)", "#bd081d"),
        ("lighten(#1989fa, 20%)", "#7dbcfc"),
        ("saturate(#855, 20%)", "#9e3f3f"),
        ("desaturate(#f00, 50%)", "#bf4040"),
        ("fadein(rgba(0, 0, 0, 0.5), 10%)", "rgba(0, 0, 0, 0.6)"),
        ("fadeout(#f00, 25%)", "rgba(255, 0, 0, 0.75)"),
        ("spin(#f00, 120)", "#00ff00"),
        ("mix(#f00, #00f, 50%)", "#800080"),
        ("tint(#f00, 50%)", "#ff8080"),
        ("shade(#f00, 50%)", "#800000"),
        ("greyscale(#f00)", "#808080"),
        ("contrast(#000)", "#ffffff"),
        ("rgb(1, 2, 3)", "#010203"),
        ("rgba(0, 0, 0, .5)", "rgba(0, 0, 0, 0.5)"),
        ("rgba(var(--x), 0.5)", "rgba(var(--x), 0.5)"),
        ("hsl(0, 100%, 50%)", "hsl(0, 100%, 50%)"),
        ("red(#102030)", "16"),
        ("lightness(#fff)", "100%"),
        ("multiply(#ff6600, #333)", "#331400"),
        ("overlay(#ff6600, #999)", "#ff7a00"),
        ("ceil(1.2px)", "2px"),
        ("round(1.55, 1)", "1.6"),
        ("percentage(0.5)", "50%"),
        ("mod(7px, 3)", "1px"),
        ("pow(2, 3)", "8"),
        ("min(1px, 3px)", "1px"),
        ("max(1px, 50%)", "max(1px, 50%)"),
        ("unit(5, rpx)", "5rpx"),
        ("unit(5px)", "5"),
        ("convert(1s, 'ms')", "1000ms"),
        ("e('a b')", "a b"),
        ("escape('a=1')", "a%3D1"),
        ("%('%d/%s', 1, 'x')", "'1/x'"),
        ("replace('abc', 'b', 'x')", "'axc'"),
        ("length(a b c)", "3"),
        ("extract(a b c, 2)", "b"),
        ("range(3)", "1 2 3"),
        ("isnumber(1px)", "true"),
        ("iscolor(1px)", "false"),
        ("saturate(150%)", "saturate(150%)"),
        ("translate(-50%, 1px + 1)", "translate(-50%, 2px)"),
        ("env(safe-area-inset-bottom)", "env(safe-area-inset-bottom)"),
    ],
)
def test_function(call: str, expected: str) -> None:
    assert css(f".a {{ b: {call} }}") == f".a {{ b: {expected}; }}"
