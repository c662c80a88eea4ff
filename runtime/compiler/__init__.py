"""Turns a project into a bundle that the logic layer and the view can run, with diagnostics."""
