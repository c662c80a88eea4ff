"""What a panel shows of an element's style: the rules that the view found, led back to the source, and who wins.

The view says what matches and what the engine takes (`runtime/js/view/inspect`). Here rules get their places in the
files that the user wrote, and the cascade is settled. What is edited in those files is `runtime.edits`.
"""
