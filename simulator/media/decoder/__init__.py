"""What runs in the process of a decoder: one source, one player. `python -m simulator.media.decoder`."""
