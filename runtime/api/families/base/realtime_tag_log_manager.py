"""What RealtimeLogManager.tag returns, in `runtime/js/logic/api/program_objects.js`: it writes to the console, its tag
in front.
"""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("RealtimeTagLogManager.*", is_quiet=True)
