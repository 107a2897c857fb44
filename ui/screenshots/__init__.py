"""`dateline screenshots`: pictures of every main view, in each theme and language."""
