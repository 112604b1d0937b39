"""A site has one address: that of the programme, which is signed for and stands in every code."""

from __future__ import annotations

from collections.abc import Iterator

from burgerbaan.kinds import Kind
from burgerbaan.problems import Problem, problem
from burgerbaan.rules.place import Places
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders
from burgerbaan.source.settings import position_of, read_settings, settings_file, written_setting


# What the file says, and not what MkDocs makes of it: a preview stands at an address of the computer itself.
def check_site_address(site: Site, folders: Folders, places: Places) -> Iterator[Problem]:
    """A problem when the settings name another address than the programme; they need not name any."""
    del places
    programme = site.programme
    if not programme.path:  # without a programme there is no address
        return
    value = read_settings(folders.root).url
    if value and value.rstrip("/") != programme.url.rstrip("/"):
        position = position_of(written_setting(folders.root, "site_url"))
        words = {"value": value, "other": programme.path, "url": programme.url}
        yield problem(settings_file(folders.root), position, Kind.SITE_ADDRESS_OTHER, **words)
