"""From a Site to files beside the pages: feeds, open data, agenda, schemas, and the web's manners."""

from __future__ import annotations

from burgerbaan.files.agenda import agenda_files
from burgerbaan.files.data import data_files
from burgerbaan.files.feeds import feed_files
from burgerbaan.files.next_change import next_change_files
from burgerbaan.files.package import package_files
from burgerbaan.files.schemas import schema_files
from burgerbaan.output import File
from burgerbaan.pages.bank_data import bank_files
from burgerbaan.pages.shortlist import fact_files
from burgerbaan.render import Renderer


def record_files(renderer: Renderer) -> tuple[File, ...]:
    """Every file that is made from records, in a fixed order."""
    makers = (
        bank_files,
        fact_files,
        feed_files,
        agenda_files,
        data_files,
        package_files,
        next_change_files,
        schema_files,
    )
    return tuple(file for make in makers for file in make(renderer))
