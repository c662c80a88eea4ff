"""What Ctrl+C does to processes of ours."""

from __future__ import annotations

import signal

from runtime.systems.signals import ended_by_interrupt


def test_an_interrupt_ends_at_once_only_inside() -> None:
    before = signal.getsignal(signal.SIGINT)
    with ended_by_interrupt():
        assert signal.getsignal(signal.SIGINT) == signal.SIG_DFL
    assert signal.getsignal(signal.SIGINT) == before
