"""Generated inputs by the ten thousand: nothing that a file can hold makes Handset raise, hang or point beside it.

Run with `pytest -m fuzz`; other runs leave these tests out.
"""
