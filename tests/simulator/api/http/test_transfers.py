"""libcurl on Qt's loop: no thread, nothing left behind, loaded when it is needed."""

from __future__ import annotations

import subprocess
import sys
import threading

from pytestqt.qtbot import QtBot

from runtime.api.ports.http_values import HttpRequest
from simulator.api.http.trusted_authorities import trusted_authorities
from simulator.api.ports.network import Network
from tests.simulator.api.ports.test_network import Heard, Site, network, side, site

__all__ = ["network", "side", "site"]


def test_listeners_hear_on_the_thread_of_the_window(site: Site, network: Network, qtbot: QtBot) -> None:
    threads = []

    class Listener(Heard):
        def headers(self, *args: object) -> None:
            threads.append(threading.get_ident())

        def done(self, outcome: object) -> None:
            threads.append(threading.get_ident())

    network.send(1, HttpRequest(site.url("/")), Listener())
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert set(threads) == {threading.get_ident()}


def test_the_end_of_a_program_ends_all_without_a_word(site: Site, network: Network, qtbot: QtBot) -> None:
    heard = [Heard() for _ in range(12)]
    for number, one in enumerate(heard):
        network.send(number, HttpRequest(site.url("/held")), one)
    qtbot.waitUntil(lambda: len(site.requests) >= 6)
    network.drop_all()
    site.release.set()
    last = Heard()
    network.send(99, HttpRequest(site.url("/after")), last)
    qtbot.waitUntil(lambda: last.outcome is not None)
    assert [one.outcome for one in heard] == [None] * 12
    assert network.held_bytes == 0


def test_a_listener_may_end_everything(site: Site, network: Network, qtbot: QtBot) -> None:
    ended = []

    class Listener(Heard):
        def headers(self, *args: object) -> None:
            network.drop_all()
            ended.append(True)

    others = [Listener() for _ in range(3)]
    for number, one in enumerate(others):
        network.send(number, HttpRequest(site.url("/")), one)
    qtbot.waitUntil(lambda: bool(ended))
    qtbot.wait(50)
    assert [one.outcome for one in others] == [None] * 3


def test_a_listener_may_abort_at_the_head(site: Site, network: Network, qtbot: QtBot) -> None:
    class Listener(Heard):
        def headers(self, *args: object) -> None:
            network.abort(1)

    one = Listener()
    network.send(1, HttpRequest(site.url("/"), chunked=True), one)
    qtbot.waitUntil(lambda: one.outcome is not None)
    assert (one.steps, one.chunks) == ([], [])


def test_a_connection_is_kept_for_the_next_exchange(site: Site, network: Network, qtbot: QtBot) -> None:
    opened = []
    handle = site.process_request
    site.process_request = lambda *args: (opened.append(1), handle(*args))[1]  # type: ignore[method-assign]
    for number in range(5):
        one = Heard()
        network.send(number, HttpRequest(site.url("/")), one)
        qtbot.waitUntil(lambda one=one: one.outcome is not None)
    assert len(opened) == 1


def test_the_ports_alone_do_not_load_libcurl() -> None:
    ports = "from simulator.api.host_ports import real_ports; list(real_ports())"
    code = f"import sys; {ports}; sys.exit('pycurl' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_systems_authorities_are_there() -> None:
    with open(trusted_authorities(), encoding="ascii") as file:
        assert file.read().count("BEGIN CERTIFICATE") > 10
