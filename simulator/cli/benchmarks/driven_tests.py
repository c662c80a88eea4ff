"""How long tests take that are written with `handset.testing`, once their program runs: components alone, and a user's
way through a shop."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from simulator.project_templates import new_project
from simulator.testing.app import App
from simulator.testing.expectations import expect
from simulator.testing.launching import launch, launch_components
from simulator.testing.mount import Mounts

COMPONENTS = 100
PATIENCE_S = 60.0


def measure(runs: int) -> dict[str, Any]:
    """`tests.components_ms`: a hundred tests of one component each, without a browser; `tests.steps_ms`: ten steps of a
    user in a clean program that runs already, with everything drawn, and `tests.steps_logic_ms` without a browser;
    `tests.relaunch_ms`: a reLaunch with its page drawn and its data read back."""
    figures: dict[str, Any] = {}
    with _shop() as root:
        with launch_components(root, deadline=PATIENCE_S) as mount:
            _components(mount)
            figures["components_ms"] = [_spent_ms(lambda: _components(mount)) for _ in range(max(3, runs // 3))]
        with launch(root, tier="full", deadline=PATIENCE_S) as app:
            _steps(app)
            figures["steps_ms"] = [_spent_ms(lambda: _steps(app)) for _ in range(runs)]
            figures["relaunch_ms"] = [_spent_ms(lambda: _relaunch(app)) for _ in range(runs)]
        with launch(root, deadline=PATIENCE_S) as app:
            _steps(app)
            figures["steps_logic_ms"] = [_spent_ms(lambda: _steps(app)) for _ in range(runs)]
    return {"tests": figures}


def _components(mount: Mounts) -> None:
    for number in range(COMPONENTS):
        mount.app.begin_test()
        stepper = mount("components/stepper/stepper", {"value": number, "max": 2 * COMPONENTS})
        expect(stepper.locator(".value")).to_have_text(str(number))
        stepper.get_by_text("+").tap()
        expect(stepper).to_have_emitted("change", {"value": number + 1})


def _steps(app: App) -> None:
    app.begin_test()
    page = app.page
    page.locator(".search-input").fill("mug")
    page.locator("product-card").filter(has_text="Stoneware mug").tap()
    expect(page).to_have_url("pages/product/product?id=mug")
    page.locator("stepper").get_by_text("+").tap()
    page.locator(".add").tap()
    expect(app).to_have_toast("Added")
    page.locator(".to-cart").tap()
    expect(page.locator(".sum-price")).to_have_text("¥37.80")
    page.locator(".pay").tap()
    app.dialogs.wait("Pay").confirm()


def _relaunch(app: App) -> None:
    app.page.goto("pages/product/product?id=bowl")
    assert app.page.data("product.id") == "bowl"


def _spent_ms(act: Callable[[], None]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


@contextmanager
def _shop() -> Iterator[Path]:
    with TemporaryDirectory(prefix="handset-bench-") as folder:
        root = Path(folder) / "shop"
        new_project(root, "shop")
        yield root
