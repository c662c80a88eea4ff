"""Each port of the host has a real one, found in the file of its name."""

from __future__ import annotations

from runtime.api import ports
from runtime.api.port import ports_in
from simulator.api.host_ports import real_ports


def test_every_port_has_one_real_implementation_and_no_other_is_made() -> None:
    made = [real.port for real in real_ports()]
    assert [port.name for port in made] == [port.name for port in ports_in(ports)]
    assert set(made) == set(ports_in(ports))
