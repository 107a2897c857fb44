"""Spanish: rosters, messages and whom the first sentence tells of."""
