"""One HTTP task of a program: what is to be exchanged, and who hears of it."""

from __future__ import annotations

from dataclasses import dataclass

from runtime.api.ports.http_values import HttpListener, HttpRequest


@dataclass(frozen=True, slots=True)
class Task:
    """`task_id` is the call that made it. `bytes_per_s` limits how fast its answer comes; 0: as fast as it may."""

    task_id: int
    request: HttpRequest
    listener: HttpListener
    bytes_per_s: int = 0
