"""Rules about one script, and what several scripts together say: component shapes and uses of wx.*."""
