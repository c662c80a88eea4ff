"""Makes a compiled mini program run: logic worker, session, phone view, command line."""
