"""What an employer asks for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.api.call import Call


def employer_dialog(call: Call, title: str) -> Mapping[str, Any]:
    """The dialog that lists the templates of the messages."""
    templates = "\n".join(str(one) for one in call.items("tmplIds"))
    return {"title": title, "content": templates, "confirmText": "允许", "cancelText": "拒绝"}
