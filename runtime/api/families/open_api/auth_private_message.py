"""wx.authPrivateMessage: whether a card is the user's, as a server can decrypt it."""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.families.open_api.user_data import encrypted
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD


def auth_private_message(call: Call, ports: HostPorts) -> None:
    """authPrivateMessage: the card is the user's, or not."""
    if not call.text("shareTicket"):
        raise ApiFailure("invalid shareTicket")
    is_valid = ports[WORLD]["chat.isPrivateMessageValid"]
    secret = {"activityId": f"handset-activity-{call.text('shareTicket')}"}
    call.succeed({"valid": is_valid, **(encrypted(ports, secret) if is_valid else {"encryptedData": "", "iv": ""})})


HANDLERS: tuple[Handler, ...] = (in_host("authPrivateMessage", auth_private_message, state="simulated"),)
