"""What an editor types: the one form in which every message names a command, to be copied after following README."""

from __future__ import annotations

COMMAND = ".venv/bin/python -m burgerbaan"
"""Before the name of any of our own commands; README tells how to read it on Windows."""
