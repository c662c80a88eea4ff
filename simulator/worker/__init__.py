"""The logic process: QuickJS and its loop."""
