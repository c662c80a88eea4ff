"""Ctrl+C while Qt waits."""

from __future__ import annotations

import os
import signal

from PySide6.QtWidgets import QApplication

from simulator.running.interruption import Interruption
from tests.support.waiting import wait_until


def test_a_signal_is_heard_once_and_given_back(qapp: QApplication) -> None:
    before = signal.getsignal(signal.SIGINT)
    interruption = Interruption()
    heard: list[int] = []
    interruption.asked.connect(lambda: heard.append(interruption.exit_code))
    os.kill(os.getpid(), signal.SIGINT)
    wait_until(lambda: heard, "the signal")
    assert heard == [130]
    # Whoever presses it again means it.
    assert signal.getsignal(signal.SIGINT) == signal.SIG_DFL
    interruption.close()
    assert signal.getsignal(signal.SIGINT) is before


def test_other_signals_are_none_of_its_business(qapp: QApplication) -> None:
    before = signal.signal(signal.SIGUSR1, lambda number, frame: None)
    interruption = Interruption()
    os.kill(os.getpid(), signal.SIGUSR1)
    os.kill(os.getpid(), signal.SIGTERM)
    wait_until(lambda: interruption.exit_code, "the signal")
    assert interruption.exit_code == 143
    interruption.close()
    signal.signal(signal.SIGUSR1, before)


def test_the_one_before_may_be_gone_when_the_signals_are_given_back(qapp: QApplication) -> None:
    interrupts, ends = signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)
    first = Interruption()
    second = Interruption()
    first.close()
    second.close()
    assert signal.set_wakeup_fd(-1) == -1
    signal.signal(signal.SIGINT, interrupts)
    signal.signal(signal.SIGTERM, ends)
