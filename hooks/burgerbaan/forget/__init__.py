"""Forgetting a person (AVG art. 17): what goes, what somebody must edit, and what no command can reach."""
