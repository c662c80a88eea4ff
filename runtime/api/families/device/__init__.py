"""The phone: clipboard, network, screen, vibration."""
