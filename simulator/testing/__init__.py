"""Tests of mini programs: what `handset.testing` publishes, and the plug-in of pytest.

A `Run` is a program under test, on a phone with a screen (full tier) or without one (logic tier); `App`, `Page`,
`Locator` and `expect` are what tests are written with. Nothing here knows pytest but `plugin`.
"""
