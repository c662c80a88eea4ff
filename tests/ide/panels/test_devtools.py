"""DevTools: Chrome's front end is loaded from the program's own server, when somebody looks, and once."""

from __future__ import annotations

from ide.panels.devtools.presenter import FRONT_END, DevToolsPresenter
from tests.support.debug_target import FakeDesk


class View:
    """Notes what it is to show."""

    def __init__(self) -> None:
        self.urls: list[str] = []

    def show_front_end(self, url: str) -> None:
        self.urls.append(url)


def made() -> tuple[DevToolsPresenter, View, FakeDesk]:
    desk = FakeDesk()
    presenter = DevToolsPresenter(desk.panel_desk)
    view = View()
    presenter.attach(view)
    return presenter, view, desk


def test_nobody_listens_before_somebody_looks() -> None:
    presenter, view, desk = made()
    assert desk.target.devtools.asked == 0
    presenter.refresh()
    presenter.refresh()
    assert view.urls == [f"{FRONT_END}?ws=127.0.0.1:1/token"]
    assert desk.target.devtools.asked == 1


def test_without_a_server_there_is_nothing_and_it_is_tried_again() -> None:
    presenter, view, desk = made()
    desk.target.devtools.listens_at = ""
    presenter.refresh()
    desk.target.devtools.listens_at = "ws://127.0.0.1:2/other"
    presenter.refresh()
    assert view.urls == ["", f"{FRONT_END}?ws=127.0.0.1:2/other"]


def test_a_front_end_that_has_died_is_loaded_anew() -> None:
    presenter, view, _ = made()
    presenter.refresh()
    presenter.reload()
    assert len(view.urls) == 2
    presenter.close()
    presenter.reload()
    assert len(view.urls) == 2
    assert presenter.lines() == []
