"""Searching in Dutch: built here once, asked in the visitor's browser without a server."""
