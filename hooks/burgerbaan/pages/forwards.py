"""A page at each address that another page had before: it sends on who comes there."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from burgerbaan.absolute import absolute
from burgerbaan.former import former_addresses
from burgerbaan.output import File, text_file
from burgerbaan.render import Renderer


def forward_files(renderer: Renderer) -> Iterator[File]:
    """One for each former address."""
    for former in former_addresses(renderer.site):
        target = f"{posixpath.relpath(former.now or '.', former.url)}/"
        address = absolute(renderer.site, former.now)
        html = renderer.component("forward", target=target, address=address, title=former.title)
        yield text_file(f"{former.url}index.html", str(html))
