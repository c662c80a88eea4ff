"""The time zone of this computer by its name, such as `Europe/Berlin`, and processes in another one."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping

LOCAL_TIME = "/etc/localtime"
VARIABLE = "TZ"
_FOLDER = "zoneinfo/"
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_+\-]{0,30}(?:/[A-Za-z0-9_+\-]{1,30}){0,2}\Z")


def time_zone(environment: Mapping[str, str] = os.environ, local_time: str = LOCAL_TIME) -> str:
    """Empty where it has no name that can be found out."""
    named = environment.get(VARIABLE, "").removeprefix(":")
    target = named or os.path.realpath(local_time)
    name = target.partition(_FOLDER)[2] or named
    return name if _NAME.match(name) else ""


def with_time_zone(environment: Mapping[str, str], name: str) -> dict[str, str]:
    """The environment of a process that lives in this zone. What is no name of a zone changes nothing: the variable
    could name any file."""
    return {**environment, VARIABLE: name} if _NAME.match(name) else dict(environment)
