"""The user's own work in the window: steps, tags, stars, notes, corrections, the bin."""
