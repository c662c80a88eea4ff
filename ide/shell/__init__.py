"""The main window, menus, toolbar, status bar."""
