"""NFC: reading tags and writing on them, and the phone as a card."""
