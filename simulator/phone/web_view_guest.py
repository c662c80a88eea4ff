"""The script that a site in a `web-view` finds before its own: `components/web-view/guest.js`.

It looks where it is and leaves all other frames alone.
"""

from __future__ import annotations

from importlib.resources import files

from PySide6.QtWebEngineCore import QWebEngineScript

_FILE = files("runtime") / "js" / "view" / "components" / "web-view" / "guest.js"


def guest_script() -> QWebEngineScript:
    """For the scripts of a phone's profile."""
    script = QWebEngineScript()
    script.setName("web-view guest")
    script.setSourceCode(_FILE.read_text("utf-8"))
    script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentCreation)
    script.setWorldId(QWebEngineScript.ScriptWorldId.MainWorld)
    script.setRunsOnSubFrames(True)
    return script
