"""What the user decided, kept as TOML in the configuration folder."""
