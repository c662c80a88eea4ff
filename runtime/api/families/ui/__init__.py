"""The phone shell: toast, dialogs, bars."""
