"""What the program's server has sent ahead, before the program asked for it."""

from __future__ import annotations

from runtime.world.declared import Group, WorldEvent, WorldValue
from runtime.world.kinds import Choice, Number, Text

SCENE = Number(1000, 9999, is_whole=True)

GROUP = Group(
    "background_fetch",
    150,
    (
        WorldValue("backgroundFetch.token", Text(), ""),
        # Empty: nothing was sent.
        WorldValue("backgroundFetch.data", Text(), ""),
        WorldValue("backgroundFetch.path", Text(), ""),
        WorldValue("backgroundFetch.query", Text(), ""),
        WorldValue("backgroundFetch.scene", SCENE, 1001),
    ),
    events=(
        WorldEvent(
            "backgroundFetch.arrives",
            ("backgroundFetchData",),
            {
                "fetchType": (Choice(("pre", "periodic")), "pre"),
                "fetchedData": (Text(), "{}"),
                "path": (Text(), ""),
                "query": (Text(), ""),
                "scene": (SCENE, 1001),
                "timeStamp": (Number(0, 4_102_444_800_000, "ms"), 0),
            },
        ),
    ),
)
