"""Rewrites compiled scripts so that they can be paused, and says where: what the debugger needs of the compiler."""
