"""The search bar: what was asked, in words, as chips that can be taken away."""
