"""Our own Jinja: everything is escaped, an unknown name is an error, and a component is a folder with a template."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping
from functools import cache
from pathlib import Path
from types import CodeType, MappingProxyType
from typing import Any

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup, escape

from burgerbaan import dutch, links
from burgerbaan.addresses import RECORDS
from burgerbaan.bytecode import compiled
from burgerbaan.fragments import Fragments, Pieces
from burgerbaan.icons import icon_html
from burgerbaan.model.payment import in_fours
from burgerbaan.model.vacancy import Vacancy
from burgerbaan.names import RECORD_LINKS
from burgerbaan.prose import prose_html
from burgerbaan.site import Site, page_url
from burgerbaan.stamps import Stamps
from burgerbaan.template_code import PlainCalls
from burgerbaan.words import Words

NOTHING: Mapping[str, Pieces] = MappingProxyType({})
COMPONENTS = Path(__file__).parent / "components"


class Renderer:
    """Renders components for one site."""

    def __init__(
        self, site: Site, words: Words, stamps: Stamps | None = None, before: Mapping[str, Pieces] = NOTHING
    ) -> None:
        self.site = site
        self.words = words
        self.stamps = stamps or Stamps(site, {})
        self.fragments = Fragments(before)
        self.checkpoint: Callable[[], object] = _go_on
        """Called before anything that takes long; what it raises ends what is being made."""
        self._made: dict[Hashable, Any] = {}
        self._templates: dict[str, Template] = {}
        self._globals: dict[str, Any] = {
            "site": site,
            "programme": site.programme,
            "w": words,
            "icon": icon_html,
            "component": self.component,
            "address_of": self.address_of,
        }

    def component(self, component_name: str, **context: Any) -> Markup:
        """The markup of one component; StrictUndefined raises on a value that is not given."""
        template = self._templates.get(component_name)
        if template is None:
            template = self._templates[component_name] = self._template(component_name)
        # What `render` does, with the values put together once and not three times.
        values = template.new_context({**template.globals, **context}, shared=True)
        try:
            return Markup("".join(template.root_render_func(values)))
        except Exception:
            template.environment.handle_exception()

    def _template(self, component_name: str) -> Template:
        source = _CONSTANT.sub(self._constant, _source(component_name))
        code = _compiled(component_name, source)
        environment = _environment()
        # One dict: each component starts from it, and a chain of dicts is copied ten times as slowly.
        template = Template.from_code(environment, code, {**environment.globals, **self._globals})
        template.root_render_func.__globals__["escape"] = _escaped
        return template

    # Most of a page is words and pictograms that are the same on every page of every site: those are filled in once.
    def _constant(self, found: re.Match[str]) -> str:
        html = icon_html(found[2]) if found[1] == "icon" else escape(self.words.written(found[2]))
        return found[0] if "{" in html else html

    def once(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """What `make` gives, made the first time somebody asks for `key`."""
        if key not in self._made:
            self.checkpoint()
            self._made[key] = make()
        return self._made[key]

    def forget(self) -> None:
        """Nothing more is rendered; templates hold themselves, and the site."""
        for template in self._templates.values():
            template.globals.clear()
        vars(self).clear()

    def piece(self, kind: str, vacancy: Vacancy, make: Callable[[], Any]) -> Any:
        """A piece of a file that tells of one vacancy and of nothing else that may differ; made once, and kept."""
        self.checkpoint()
        return self.fragments.get(kind, vacancy.slug, self.stamps.of_pieces(vacancy), make)

    def pieces_of(self, vacancy: Vacancy) -> Pieces:
        """The pieces of a vacancy that are known."""
        return self.fragments.of(vacancy.slug, self.stamps.of_pieces(vacancy))

    def prose(self, markdown: str, base: str, *, level: int = 2) -> Markup:
        """Markdown of a record as markup: raw HTML stays text, headings start at `level`, unsafe links go."""
        return Markup(self.resolve_record_links(prose_html(markdown, level=level), base))

    def resolve_record_links(self, html: str, base: str) -> str:
        """Turn `href="begrip:stapelen"` into the address of that record."""
        html = _PAGE_LINK.sub(lambda found: f'href="{base}{page_url(found[1])}{found[2] or ""}"', html)
        return _RECORD_LINK.sub(lambda found: f'href="{self.address_of(found[1], found[2], base)}"', html)

    def address_of(self, scheme: str, name: str, base: str) -> str:
        """Address of a record by the scheme editors use for it."""
        collection = RECORD_LINKS[scheme]
        folder = RECORDS.get(collection)
        return f"{base}{folder}{name}/" if folder else f"{base}{_LISTS[collection]}#{name}"


def _go_on() -> None:
    """Nobody wants it to end."""


_LISTS = {"terms": "begrippen/", "sources": "bronnen/"}
"""Written pages that hold all records of a collection."""
_SPECIAL = re.compile("[&<>\"']")
_CONSTANT = re.compile(r"""\{\{ (w|icon)\("([a-z0-9_.]+)"\) \}\}""")
"""A word or pictogram in a template that does not depend on the page."""


def _escaped(value: Any) -> str:
    """What `escape` makes of a value, as plain text: a template only joins it, and a page has hundreds of values."""
    kind = type(value)
    is_ready = kind is Markup or (kind is str and not _SPECIAL.search(value))
    text: str = value if is_ready else escape(value)
    return text


_METHODS = frozenset(dir(dict))


class _Environment(Environment):
    code_generator_class = PlainCalls

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The same as the parent, for who has attributes or is a dict, without its way round for dicts."""
        if type(obj) is dict and attribute in obj and attribute not in _METHODS:
            return obj[attribute]
        try:
            return getattr(obj, attribute)
        except AttributeError:
            return super().getattr(obj, attribute)


@cache
def _environment() -> Environment:
    environment = _Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters |= _filters()
    return environment


def _source(component_name: str) -> str:
    return (COMPONENTS / component_name / "template.html.jinja").read_text("utf-8")


@cache
def _compiled(component_name: str, source: str) -> CodeType:
    return compiled(_environment(), COMPONENTS / component_name / "template.html.jinja", source)


_PAGE_LINK = re.compile(r'href="([a-z0-9][a-z0-9/_-]*\.md)(#[a-z0-9_-]*)?"')
_RECORD_LINK = re.compile(rf'href="({"|".join(RECORD_LINKS)}):([a-z0-9-]+)"')


def _filters() -> dict[str, Callable[..., Any]]:
    return {
        "day": dutch.format_day,
        "weekday": dutch.format_weekday,
        "moment": dutch.format_moment,
        "euro": dutch.format_euro,
        "and_list": dutch.format_and,
        "held": dutch.hold_times,
        "mail_link": links.mail_link,
        "phone_link": links.phone_link,
        "travel_link": links.travel_link,
        "whatsapp_link": links.whatsapp_link,
        "lower_first": lambda text: text[:1].lower() + text[1:],
        "upper_first": lambda text: text[:1].upper() + text[1:],
        "page_url": page_url,
        "in_fours": in_fours,
    }
