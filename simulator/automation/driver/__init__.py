"""What can be asked of a running program and done with it: by test tools, automation clients, agents.

`Driver` is the door; its parts are `elements`, `hands`, `values`, `wx`, `screen` and `happenings`. Everything is
answered through a callback `done(outcome)`, once, in the thread of the program: the outcome is what the method names,
or a `Failure` that says why not. Nothing here waits, and nothing knows who asks.
"""

from simulator.automation.driver.driver import Driver
from simulator.automation.driver.elements import Element
from simulator.automation.driver.outcome import Done, Failure

__all__ = ["Done", "Driver", "Element", "Failure"]
