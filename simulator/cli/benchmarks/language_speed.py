"""How long an editor waits for completion, hover and findings in a project of 350 pages: each after a key.

`completion_ms` and `hover_ms` are answers of the language service to the text that was just typed, `findings_ms` the
build with all advice that the language server runs after it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from runtime.compiler.build import build
from runtime.language.answers import Position
from runtime.language.service import LanguageService
from runtime.project.load import load_project
from simulator.cli.benchmarks.projects import MANY_COMPONENTS, MANY_PAGES, large_project
from simulator.styles.process import StyleProcess

_PAGE = "pages/p5/p5.wxml"


def measure(runs: int) -> dict[str, Any]:
    """Milliseconds, one number a run."""
    with large_project(MANY_PAGES, MANY_COMPONENTS) as root, StyleProcess() as styles:
        result = build(load_project(root), style_compiler=styles)
        text = (root / _PAGE).read_text("utf-8")
        service = LanguageService()
        service.take(result.project, result.documents)
        samples: dict[str, list[float]] = {"completion_ms": [], "hover_ms": [], "findings_ms": []}
        for run in range(runs):
            typed = f'<view data-run="{run}" b />\n<view bindtap="" class="" />\n{text}'
            service.edit(_PAGE, typed)
            places = (Position(0, 20 + len(str(run))), Position(1, 15), Position(1, 24))
            found = [_timed(lambda place=place: service.completion(_PAGE, place)) for place in places]  # type: ignore[misc]
            samples["completion_ms"].append(max(found))
            samples["hover_ms"].append(_timed(lambda: service.hover(_PAGE, Position(1, 3))))
            started = time.perf_counter()
            result = build(result.project, result, (), {_PAGE: typed}, style_compiler=styles)
            samples["findings_ms"].append((time.perf_counter() - started) * 1000)
    return samples


def _timed(ask: Callable[[], object]) -> float:
    started = time.perf_counter()
    found = ask()
    if found is None:
        raise AssertionError("nothing was answered, so nothing was measured")
    return (time.perf_counter() - started) * 1000
