"""The dialog that asks what to write, where and how."""
