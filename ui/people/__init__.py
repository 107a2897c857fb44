"""The page of a person, and who is the same as whom."""
