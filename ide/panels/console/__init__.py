"""The console: logs, errors, bridge messages and API calls in one timeline, and an evaluator (see `panel`)."""
