"""Whether the user works for the owner of the program."""

from __future__ import annotations

from runtime.world.declared import Group, WorldValue
from runtime.world.kinds import Choice

# `none`: nobody has decided yet.
GROUP = Group("employee", 130, (WorldValue("employee.relation", Choice(("none", "accept", "reject")), "none"),))
