"""One project on one phone: puts the parts together and carries out what the session decides."""
