"""Scenario files: world values and events on a timeline, read, played and recorded. The form is `model.Scenario`."""
