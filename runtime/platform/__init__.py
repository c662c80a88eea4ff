"""A vendor's platform as one value: its APIs, its components, what of them works here. A program is given one."""
