"""Bluetooth: the adapter, low energy devices, and the phone as one."""
