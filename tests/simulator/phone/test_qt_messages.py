"""What is kept from the user's terminal, and what is not."""

from __future__ import annotations

import pytest

from simulator.phone.qt_messages import is_harmless


@pytest.mark.parametrize(
    ("message", "harmless"),
    [
        ("QRhiGles2: Failed to create temporary context", True),
        ("Failed to create RHI for backend: OpenGL", True),
        ("GPUInfo not initialized on GpuInfoUpdate", True),
        ("QVulkanInstance: Failed to initialize Vulkan", True),
        ("QObject::connect: No such signal", False),
        ("Failed to create something else", False),
    ],
)
def test_only_known_messages_are_dropped(message: str, harmless: bool) -> None:
    assert is_harmless(message) is harmless
