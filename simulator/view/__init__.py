"""The phone in Qt WebEngine."""
