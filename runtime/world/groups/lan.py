"""The phone's network: who announces services in it."""

from __future__ import annotations

from runtime.world.declared import Group, WorldValue
from runtime.world.kinds import Form, Rows
from runtime.world.radio.local_services import LocalServices

_SERVICES = Form(LocalServices, Rows(("serviceName",), "isPresent"))

GROUP = Group(
    "lan",
    84,
    (
        WorldValue(
            "lan.services",
            _SERVICES,
            _SERVICES.check([{"serviceType": "_http._tcp.", "serviceName": "Box", "ip": "192.168.1.50", "port": 8080}]),
        ),
    ),
)
