"""Asks the page that draws the phone, which programs never reach."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer

from simulator.running.headless import HeadlessProgram
from simulator.running.steps import Deadline

TIMEOUT_S = 60.0
LOOK_MS = 100


def ask(driver: HeadlessProgram, code: str) -> Any:
    """The value of an expression; None for what has none. Raises Deadline if no answer comes."""
    loop, answers = QEventLoop(), list[Any]()

    def take(text: Any) -> None:
        answers.append(text)
        loop.quit()

    driver.program.phone.web_page.runJavaScript(f"JSON.stringify(({code}) ?? null)", 0, take)
    QTimer.singleShot(int(TIMEOUT_S * 1000), loop, loop.quit)
    if not answers:
        loop.exec()
    if not answers:
        raise Deadline(f"waited {TIMEOUT_S:g} s for the page's answer")
    return json.loads(answers[0] or "null")


def asked_until(driver: HeadlessProgram, code: str, what: str) -> Any:
    """The value of an expression as soon as it has one that is true. Raises Deadline if that takes too long."""
    for _ in range(int(TIMEOUT_S * 1000 / LOOK_MS)):
        if value := ask(driver, code):
            return value
        driver.pause(LOOK_MS)
    raise Deadline(f"waited {TIMEOUT_S:g} s for {what}")
