"""From the files of a project to builds: one service for all that shows the project."""
