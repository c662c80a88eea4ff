"""The domains of the protocol, one file each."""
