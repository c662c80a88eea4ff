"""How a test fails: always as an `AssertionError` whose text says what was wanted and what there was."""

from __future__ import annotations


class TestFailure(AssertionError):
    """Something was not as the test wants it, or could not be done."""

    __test__ = False


class DeadlineFailure(TestFailure):
    """It did not come about in time."""


class ProgramFailure(TestFailure):
    """The program under test has ended: it crashed, hangs, or could not be started."""


class NotHere(TestFailure):
    """This tier cannot do that; the text says which one can."""
