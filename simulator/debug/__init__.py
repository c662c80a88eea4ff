"""The debugger: breakpoints, pauses, frames and values of a running program, and the servers in front of it."""
