"""wx.enableAlertBeforeUnload: the back button of the page asks before it leads away.

Neither routes of the program nor the capsule ask. Source: reference.
"""

from __future__ import annotations

from runtime.api.families.ui.shell import shell
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = (
    shell("enableAlertBeforeUnload", "askBeforeLeaving", lambda call: {"message": call.text("message")}),
)
