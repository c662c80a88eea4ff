"""The dialect of WeChat."""

from __future__ import annotations

from importlib.resources import files

from runtime.api import families
from runtime.api.families.sources import SOURCES
from runtime.platform.platform import Platform

WECHAT = Platform("wechat", files("resources") / "spec", families, SOURCES)
