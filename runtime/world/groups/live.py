"""Streams that components play and send (live-player, live-pusher): how they are doing."""

from __future__ import annotations

from runtime.world.declared import Group, WorldValue
from runtime.world.kinds import Choice

STREAMS = ("playing", "buffering", "broken", "ended")

GROUP = Group("live", 75, (WorldValue("live.stream", Choice(STREAMS), "playing"),))
