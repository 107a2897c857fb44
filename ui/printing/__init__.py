"""What the window shows, on paper and as pictures: drawn anew, never a copy of the screen."""
