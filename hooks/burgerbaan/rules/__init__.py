"""Checks across records: what one file alone cannot know. Each subject is a module; each returns problems."""

from __future__ import annotations

from burgerbaan.problems import Problem
from burgerbaan.rules.absent import gathered
from burgerbaan.rules.addresses import check_addresses
from burgerbaan.rules.codes import check_codes
from burgerbaan.rules.community import check_community
from burgerbaan.rules.consents import check_consents
from burgerbaan.rules.copied import check_copied
from burgerbaan.rules.dates import check_dates
from burgerbaan.rules.decisions import check_decisions
from burgerbaan.rules.drawings import check_drawings
from burgerbaan.rules.duplicates import check_duplicates
from burgerbaan.rules.factsheets import check_factsheets
from burgerbaan.rules.foundation import check_foundation
from burgerbaan.rules.links import check_links
from burgerbaan.rules.menu import check_menu
from burgerbaan.rules.money import check_money
from burgerbaan.rules.namesakes import check_namesakes
from burgerbaan.rules.past_days import check_past_days
from burgerbaan.rules.place import Places
from burgerbaan.rules.postings import check_postings
from burgerbaan.rules.publish import check_publish, remind_publish
from burgerbaan.rules.references import check_references, lost_between, without_broken
from burgerbaan.rules.roles import check_roles
from burgerbaan.rules.route import check_route
from burgerbaan.rules.sections import check_sections
from burgerbaan.rules.setting_forms import check_setting_forms
from burgerbaan.rules.settings import check_settings
from burgerbaan.rules.signature import check_signature
from burgerbaan.rules.signs import check_signs
from burgerbaan.rules.site_address import check_site_address
from burgerbaan.rules.sponsors import check_sponsors
from burgerbaan.rules.words import check_private_words, check_words
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders

__all__ = ["check_publish", "check_site", "gathered", "lost_between", "remind_publish", "without_broken"]


def check_site(site: Site, folders: Folders) -> tuple[Problem, ...]:
    """Everything that is wrong between records, and what needs an editor's eye today."""
    places = Places(folders.root)
    checks = (
        check_references,
        check_addresses,
        check_sections,
        check_duplicates,
        check_copied,
        check_namesakes,
        check_drawings,
        check_links,
        check_signs,
        check_menu,
        check_site_address,
        check_settings,
        check_setting_forms,
        check_roles,
        check_route,
        check_decisions,
        check_dates,
        check_past_days,
        check_foundation,
        check_consents,
        check_postings,
        check_signature,
        check_sponsors,
        check_money,
        check_codes,
        check_factsheets,
        check_community,
        check_words,
        check_private_words,
    )
    return tuple(problem for check in checks for problem in check(site, folders, places))
