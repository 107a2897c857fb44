"""The list of dispatches: any length, pages on demand."""
