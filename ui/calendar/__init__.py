"""The year at a glance and the month, with how many dispatches each day has."""
