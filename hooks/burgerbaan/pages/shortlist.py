"""The page with what a visitor kept on this device, side by side, and the facts it needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from burgerbaan.absolute import absolute, printed_address
from burgerbaan.addresses import SHORTLIST, VACANCIES
from burgerbaan.dutch import hold_times
from burgerbaan.former import former_vacancies
from burgerbaan.lifecycle import OVER, State, last_day
from burgerbaan.links import mail_link, phone_link, whatsapp_link
from burgerbaan.model.contact import Contact
from burgerbaan.model.vacancy import Vacancy
from burgerbaan.output import Crumb, File, Page, text_file
from burgerbaan.pages.bank import vacancies_crumb
from burgerbaan.pages.bank_data import FOLDER, bank_version, block_digest
from burgerbaan.pages.data_blocks import Block, block_of
from burgerbaan.pages.my_plan import plan_facts
from burgerbaan.render import Renderer
from burgerbaan.soft_breaks import long_words
from burgerbaan.vacancy_facts import contact_of, facts_of, host_contact, paper_head
from burgerbaan.words import Words

BUCKET = 40
"""Vacancies whose facts share a file, about; the browser fetches only the files of what is kept."""
_PRIME = 65_521


def shortlist_pages(renderer: Renderer) -> Iterator[Page]:
    """`/vacatures/bewaard/`: filled in by the browser; nothing of it ever leaves the device."""
    if not renderer.site.vacancies:
        return
    words, base = renderer.words, "../../"
    head = {"paper_head": paper_head(renderer), "printed": printed_address(absolute(renderer.site, VACANCIES))}
    body = renderer.component("shortlist", base=base, version=bank_version(renderer), folder=FOLDER, **head)
    yield Page(
        url=SHORTLIST,
        title=words("shortlist.title"),
        description=words("shortlist.description"),
        body_html=body,
        section=VACANCIES,
        crumbs=(Crumb(words("frame.home"), ""), vacancies_crumb(renderer)),
        is_indexed=False,
        is_wide=True,
    )


def fact_files(renderer: Renderer) -> Iterator[File]:
    """The list of files with facts, by their digests; and former names, if there are any."""
    blocks = fact_blocks(renderer)
    digests = [block_digest(renderer, name, those, partial(_block, renderer, name, those)) for name, those in blocks]
    former = {"former": found} if (found := list(former_vacancies(renderer.site))) else {}
    yield text_file(f"{FOLDER}feiten.js", block_of("feiten", {"blocks": digests, **former}).script)


def fact_blocks(renderer: Renderer) -> Sequence[tuple[str, Sequence[Vacancy]]]:
    """Name and vacancies of each file with facts: of each vacancy that has a page, for who works there goes on."""
    blocks: Sequence[tuple[str, Sequence[Vacancy]]] = renderer.once(("fact blocks",), lambda: _fact_blocks(renderer))
    return blocks


def _fact_blocks(renderer: Renderer) -> Sequence[tuple[str, Sequence[Vacancy]]]:
    told = renderer.site.published_vacancies
    count = max(1, len(told) // BUCKET)
    buckets: list[list[Vacancy]] = [[] for _ in range(count)]
    for vacancy in sorted(told, key=lambda item: item.slug):
        buckets[bucket_of(vacancy.slug, count)].append(vacancy)
    return [(f"feiten-{number}", bucket) for number, bucket in enumerate(buckets)]


def fact_file(renderer: Renderer, name: str, vacancies: Iterable[Vacancy]) -> File:
    """What the comparison tells of some vacancies."""
    return text_file(f"{FOLDER}{name}.js", _block(renderer, name, vacancies).script)


def _block(renderer: Renderer, name: str, vacancies: Iterable[Vacancy]) -> Block:
    return block_of(name, {item.slug: vacancy_facts(renderer, item) for item in vacancies})


def bucket_of(slug: str, count: int) -> int:
    """Which file holds the facts of a vacancy; `shortlist.js` counts the same way."""
    total = 0
    for char in slug:
        total = (total * 31 + ord(char)) % _PRIME
    return total % count


def vacancy_facts(renderer: Renderer, vacancy: Vacancy) -> Mapping[str, object]:
    """What is told of a vacancy to who kept it; of one that is over only what a plan needs."""
    make = _facts_when_over if renderer.site.state(vacancy) in OVER else _facts
    facts: Mapping[str, object] = renderer.piece("facts", vacancy, partial(make, renderer, vacancy))
    return facts


def _facts_when_over(renderer: Renderer, vacancy: Vacancy) -> Mapping[str, object]:
    """Nothing that its page no longer tells; the contact is the one on the page of its host."""
    contact = host_contact(vacancy, renderer.site)
    return {**_plain_facts(renderer, vacancy, contact), "until": "", "plan": {**plan_facts(vacancy), "soort": []}}


def _plain_facts(renderer: Renderer, vacancy: Vacancy, contact: Contact) -> Mapping[str, object]:
    site, words, place = renderer.site, renderer.words, vacancy.place
    town = f"{place.postcode or ''} {place.town}".strip()
    return {
        "title": vacancy.title,
        "host": site.hosts[vacancy.host].name,
        "district": site.districts[vacancy.district].name,
        "hours": words("vacancy.hours_week", hours=facts_of(renderer, vacancy).hours),
        "address": [line for line in (place.name, place.street, town) if line],
        "reach": _reach(contact, words),
    }


def _facts(renderer: Renderer, vacancy: Vacancy) -> Mapping[str, object]:
    """Texts by the key of their row (`shortlist_row` in the word list); a list is shown line by line."""
    words, facts, access = renderer.words, facts_of(renderer, vacancy), vacancy.access
    has = (("step_free", access.step_free), ("toilet", access.toilet), ("quiet", access.quiet_room))
    told = {
        **_plain_facts(renderer, vacancy, contact_of(vacancy, renderer.site)),
        "until": last_day(vacancy).isoformat(),
        "when": [hold_times(item.line) for item in facts.when],
        "reward": facts.reward,
        "dutch": facts.dutch,
        "diploma": facts.diploma,
        "try_out": words("vacancy.try_out_yes") if vacancy.try_out else words("vacancy.try_out_no"),
        "guide": f"{vacancy.guide.role}, {vacancy.guide.level}",
        "tasks": vacancy.tasks,
        "learn": vacancy.learn,
        "access": [words(f"access.{name}_{'yes' if is_so else 'no'}") for name, is_so in has],
        "places": facts.places,
        "full": facts.state is State.FULL,
        "plan": plan_facts(vacancy),
        **_after_the_last_day(renderer, vacancy),
    }
    return {**told, "breaks": long_words(text for value in told.values() for text in _texts(value))}


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        yield from value


def _after_the_last_day(renderer: Renderer, vacancy: Vacancy) -> Mapping[str, object]:
    """Who answers once it is over, for a clock that is past its last day; nothing when that is who answers now."""
    if not vacancy.contact:
        return {}
    return {"reach_over": _reach(host_contact(vacancy, renderer.site), renderer.words)}


def _reach(contact: Contact, words: Words) -> Mapping[str, object]:
    """Who answers, and each way to reach them: verb, what is read, and where it leads."""
    ways = (
        (contact.phone, "call", phone_link),
        (contact.whatsapp, "whatsapp", whatsapp_link),
        (contact.mail, "mail", mail_link),
        (contact.visit, "visit", _nowhere),
    )
    return {
        "role": contact.role,
        "ways": [[words(f"contact.{verb}"), text, link(text)] for text, verb, link in ways if text],
    }


def _nowhere(_text: str) -> str:
    return ""
