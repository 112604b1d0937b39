"""What is wrong with the content, as data; the Dutch sentences live in `wording`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """Every kind of problem; a house rule test demands a Dutch sentence for each."""

    # the file
    FILE_UNREADABLE = "file_unreadable"
    FILE_TOO_LARGE = "file_too_large"
    FILE_MISSING = "file_missing"
    FILE_EMPTY = "file_empty"
    FILE_STRAY = "file_stray"
    FILE_NAME = "file_name"
    SYMLINK = "symlink"
    NOT_UTF8 = "not_utf8"
    NAMES_CLASH = "names_clash"
    # the notation
    TAB = "tab"
    CONTROL_CHARACTER = "control_character"
    SYNTAX = "syntax"
    SYNTAX_COLON = "syntax_colon"
    SYNTAX_INDENT = "syntax_indent"
    SYNTAX_QUOTE = "syntax_quote"
    SEVERAL_DOCUMENTS = "several_documents"
    ANCHOR = "anchor"
    TAG = "tag"
    TOO_DEEP = "too_deep"
    KEY_DUPLICATE = "key_duplicate"
    KEY_NOT_TEXT = "key_not_text"
    KEY_INVISIBLE = "key_invisible"
    CURLY_QUOTE = "curly_quote"
    COMMENT_CUTS = "comment_cuts"
    SYNTAX_BACKSLASH = "syntax_backslash"
    SYNTAX_AFTER_QUOTE = "syntax_after_quote"
    # one record
    KEY_UNKNOWN = "key_unknown"
    KEY_UNKNOWN_SUGGEST = "key_unknown_suggest"
    MISSING = "missing"
    EMPTY = "empty"
    EMPTY_OPTIONAL = "empty_optional"
    TEXT_EXPECTED = "text_expected"
    NUMBER_AS_TEXT = "number_as_text"
    NUMBER_EXPECTED = "number_expected"
    YES_NO_EXPECTED = "yes_no_expected"
    LIST_EXPECTED = "list_expected"
    GROUP_EXPECTED = "group_expected"
    CHOICE = "choice"
    CHOICE_SUGGEST = "choice_suggest"
    TOO_LONG = "too_long"
    TOO_LOW = "too_low"
    TOO_HIGH = "too_high"
    LIST_TOO_SHORT = "list_too_short"
    LIST_TOO_LONG = "list_too_long"
    LINE_BREAK = "line_break"
    INVISIBLE = "invisible"
    DATE_FORM = "date_form"
    DATE_IMPOSSIBLE = "date_impossible"
    DATE_FAR = "date_far"
    YEAR_QUOTES = "year_quotes"
    TIME_FORM = "time_form"
    IDENTIFIER_FORM = "identifier_form"
    WEB_ADDRESS = "web_address"
    MAIL_ADDRESS = "mail_address"
    PHONE = "phone"
    POSTCODE = "postcode"
    IBAN = "iban"
    IBAN_COUNTRY = "iban_country"
    IBAN_BIC = "iban_bic"
    BANK_LETTER = "bank_letter"
    BANK_SPACES = "bank_spaces"
    BANK_SLASH = "bank_slash"
    AMOUNT_CENTS = "amount_cents"
    CREDITOR_REFERENCE = "creditor_reference"
    BOTH_REFERENCES = "both_references"
    PURPOSE = "purpose"
    HOST = "host"
    HOST_SHORTENER = "host_shortener"
    PAYMENT_LINK = "payment_link"
    PAYMENT_HOST_UNKNOWN = "payment_host_unknown"
    PAYMENT_PAGE_MISSING = "payment_page_missing"
    RSIN = "rsin"
    KVK = "kvk"
    FILE_REFERENCE = "file_reference"
    MIN_ABOVE_MAX = "min_above_max"
    END_BEFORE_START = "end_before_start"
    TIME_SKIPPED = "time_skipped"
    REASON_ALONE = "reason_alone"
    SHEET_FULL = "sheet_full"
    CONTACT_UNREACHABLE = "contact_unreachable"
    DIPLOMA_UNNAMED = "diploma_unnamed"
    SEARCH_WORDS = "search_words"
    SEARCH_WORD = "search_word"
    ROW_WIDTH = "row_width"
    # across records
    REFERENCE = "reference"
    REFERENCE_SUGGEST = "reference_suggest"
    IDENTIFIER_DUPLICATE = "identifier_duplicate"
    HOST_MISSING = "host_missing"
    PAGE_CLASH = "page_clash"
    PAGE_MISSING = "page_missing"
    PICTURE_MISSING = "picture_missing"
    STOP_MISSING = "stop_missing"
    STOP_TWICE = "stop_twice"
    FORMER_NAME_TAKEN = "former_name_taken"
    ROUND_AHEAD = "round_ahead"
    TALKS_ORDER = "talks_order"
    ROUTE_FULL = "route_full"
    DECISION_CIRCLE = "decision_circle"
    DECISION_UNREACHED = "decision_unreached"
    DECISION_LONG = "decision_long"
    WAY_ROUND = "way_round"
    WAY_TWICE = "way_twice"
    WAY_FROM_STAYING = "way_from_staying"
    STAYING_TWICE = "staying_twice"
    EXAMPLE_PUBLISHED = "example_published"
    CODE_FINE = "code_fine"
    FACTSHEET_FULL = "factsheet_full"
    SIGNATURE_MISSING = "signature_missing"
    SIGNATURE_EDITED = "signature_edited"
    SIGNATURE_OLD = "signature_old"
    SIGNATURE_ALONE = "signature_alone"
    EXAMPLE_ACCOUNT = "example_account"
    FOUNDATION_MISSING = "foundation_missing"
    ACCOUNT_ELSEWHERE = "account_elsewhere"
    PAYMENT_ELSEWHERE = "payment_elsewhere"
    POSTING_INCOMPLETE = "posting_incomplete"
    ANBI_MISSING = "anbi_missing"
    ANBI_PLACEHOLDER = "anbi_placeholder"
    ANBI_BLOCK = "anbi_block"
    ANNUAL_MISSING = "annual_missing"
    DOCUMENT_AHEAD = "document_ahead"
    DOCUMENT_EARLY = "document_early"
    DOCUMENT_BROKEN = "document_broken"
    # pictures
    PHOTO_NAME = "photo_name"
    PHOTO_MISSING = "photo_missing"
    PHOTO_FORMAT = "photo_format"
    PHOTO_HEIC = "photo_heic"
    PHOTO_ENDING = "photo_ending"
    PHOTO_HEAVY = "photo_heavy"
    PHOTO_GIGANTIC = "photo_gigantic"
    PHOTO_SMALL = "photo_small"
    PHOTO_BROKEN = "photo_broken"
    PHOTO_STRETCHED = "photo_stretched"
    DRAWING_UNSAFE = "drawing_unsafe"
    LOGO_NAME = "logo_name"
    LOGO_ELSEWHERE = "logo_elsewhere"
    PERSON_PLAIN = "person_plain"
    # Markdown pages
    HEADING_MISSING = "heading_missing"
    HEADING_SPACE = "heading_space"
    HEADING_TWICE = "heading_twice"
    HEADING_MARKUP = "heading_markup"
    DESCRIPTION_MISSING = "description_missing"
    FRONT_MATTER_OPEN = "front_matter_open"
    RAW_HTML = "raw_html"
    BLOCK_UNKNOWN = "block_unknown"
    BLOCK_UNKNOWN_SUGGEST = "block_unknown_suggest"
    BLOCK_ARGUMENT = "block_argument"
    BLOCK_ALONE = "block_alone"
    BLOCK_FORM = "block_form"
    LINK_SCHEME = "link_scheme"
    PICTURE_ELSEWHERE = "picture_elsewhere"
    SECTION_PAGE_MISSING = "section_page_missing"
    # the finished site, before it takes its place
    LEAK_NAME = "leak_name"
    LEAK_PATH = "leak_path"
    LEAK_PHOTO = "leak_photo"
    LEAK_METADATA = "leak_metadata"
    LEAK_CITIZEN = "leak_citizen"
    LEAK_IBAN = "leak_iban"
    LEAK_PAYMENT_HOST = "leak_payment_host"
    LEAK_PHONE = "leak_phone"
    LEAK_MAIL = "leak_mail"
    LEAK_UNREADABLE = "leak_unreadable"
    CODE_UNREADABLE = "code_unreadable"
    CODE_OTHER = "code_other"
    CODE_ABSENT = "code_absent"
    CODE_LEVEL = "code_level"
    CODE_TEXT = "code_text"
    CODE_LIST = "code_list"
    CODE_SHEET = "code_sheet"
    CODE_DRAWING = "code_drawing"
    # reminders: true today, no mistake; they never stop a build
    CHECKED_LONG_AGO = "checked_long_ago"
    CLOSING_SOON = "closing_soon"
    CLOSED_BY_DATE = "closed_by_date"
    CLOSED_UNCHECKED = "closed_unchecked"
    AMOUNTS_YEAR_MISSING = "amounts_year_missing"
    MONEY_CHECKED_LONG_AGO = "money_checked_long_ago"
    FACTSHEET_OLD = "factsheet_old"
    ANBI_INCOMPLETE = "anbi_incomplete"
    ANNUAL_DUE = "annual_due"
    TIP_WAITING = "tip_waiting"
    TIP_TWICE = "tip_twice"
    AVOIDED_WORD = "avoided_word"
    OVERRULED = "overruled"
    CONSENT_MISSING = "consent_missing"
    CONSENT_NOT_GIVEN = "consent_not_given"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    CONSENT_MINOR = "consent_minor"
    CONSENT_TEXT = "consent_text"
    CONSENT_EARLY = "consent_early"
    CONSENT_EXPIRED = "consent_expired"
    CONSENT_SCOPE = "consent_scope"
    CONSENT_SHARED = "consent_shared"
    CONSENT_ENDING = "consent_ending"
    QUOTE_WITHHELD = "quote_withheld"
    PROFILE_ENDING = "profile_ending"
    PROFILE_OLD = "profile_old"
    PHOTO_UNUSED = "photo_unused"
    PERMISSION_MISSING = "permission_missing"
    PERMISSION_WITHDRAWN = "permission_withdrawn"
    PERMISSION_EARLY = "permission_early"
    LOGO_UNUSED = "logo_unused"
    PRIVATE_WORD = "private_word"
    PROFILES_UNREAD = "profiles_unread"


CONSENTS = frozenset(kind for kind in Kind if kind.startswith("consent_"))
"""Reasons to withhold a photo, and the warning that there will be one."""

REMINDERS = CONSENTS | {
    *(kind for kind in Kind if kind.startswith("tip_")),
    Kind.CHECKED_LONG_AGO,
    Kind.CLOSING_SOON,
    Kind.CLOSED_BY_DATE,
    Kind.CLOSED_UNCHECKED,
    Kind.AMOUNTS_YEAR_MISSING,
    Kind.MONEY_CHECKED_LONG_AGO,
    Kind.FACTSHEET_OLD,
    Kind.ANBI_INCOMPLETE,
    Kind.ANNUAL_DUE,
    Kind.AVOIDED_WORD,
    Kind.OVERRULED,
    Kind.QUOTE_WITHHELD,
    Kind.PROFILE_ENDING,
    Kind.PROFILE_OLD,
    Kind.PHOTO_UNUSED,
    Kind.PERMISSION_MISSING,
    Kind.PERMISSION_WITHDRAWN,
    Kind.PERMISSION_EARLY,
    Kind.LOGO_UNUSED,
    Kind.PRIVATE_WORD,
    Kind.PROFILES_UNREAD,
}


class Position(NamedTuple):
    """Line and column of a character, both counted from 1."""

    line: int
    column: int


START = Position(1, 1)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing an editor must mend: where, what kind, and the words its sentence needs."""

    path: str
    line: int
    column: int
    kind: Kind
    words: tuple[tuple[str, str], ...] = ()

    @property
    def is_reminder(self) -> bool:
        return self.kind in REMINDERS


def problem(path: str, position: Position, kind: Kind, **words: object) -> Problem:
    """Make a Problem; `words` fill the placeholders of the kind's sentence."""
    texts = tuple(sorted((name, str(value)) for name, value in words.items()))
    return Problem(path, position.line, position.column, kind, texts)


def errors_in(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that stop a build."""
    return tuple(item for item in problems if not item.is_reminder)
