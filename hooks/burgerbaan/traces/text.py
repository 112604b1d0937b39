"""Secrets in text: mail addresses, phone numbers, citizen numbers, and where money may go, that nobody made public.

Sources: elfproef of the BSN (Rijksdienst voor Identiteitsgegevens); IBAN by ISO 13616; the Dutch numbering plan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from itertools import chain

from stdnum import iban as stdnum_iban
from stdnum.nl import bsn as stdnum_bsn

from burgerbaan.kinds import Kind
from burgerbaan.links import dial
from burgerbaan.model.record import Secret
from burgerbaan.payment_hosts import is_payment_host

LEAKS = {
    Secret.MAIL: Kind.LEAK_MAIL,
    Secret.PHONE: Kind.LEAK_PHONE,
    Secret.IBAN: Kind.LEAK_IBAN,
    Secret.PAYMENT_HOST: Kind.LEAK_PAYMENT_HOST,
    None: Kind.LEAK_CITIZEN,
}
"""What to tell of each."""

_AT = re.compile(rb"@(?=[A-Za-z0-9\x80-\xff-]+\.[A-Za-z])")
_MAIL = re.compile(r"(?<![\w@.])(\w[\w.%+-]*)\Z")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")
_RUN = re.compile(rb"0[0 ]{7,}0")
"""Digits and what may stand between them, in a text of which `_RUNS` made zeros and spaces."""
_SPACES, _DASHES = re.compile(rb"\xe2\x80[\x80-\x8a\xaf]"), re.compile(rb"\xe2\x80[\x90-\x95]")
_PLAIN = (
    *((b"\xc2\xa0", b" "), (b"\xe2\x88\x92", b"-"), (b"&ndash;", b"-"), (b"&mdash;", b"-")),
    *((b"\\n", b"  "), (b"%20", b" "), (b"%2B", b"+"), (b"%3A", b":")),
)
"""What stands for a space or another sign, also in JSON and in an address.

Each is looked for by itself, for a pattern of all is ten times as slow.
"""
_IBAN_START, _SMALL_START = re.compile(rb"[A-Z][A-Z][0-9][0-9]"), re.compile(rb"nl[0-9][0-9]")
_IBAN = re.compile(rb"(?<![A-Za-z0-9])[A-Za-z]{2}[0-9]{2}(?: ?[A-Za-z0-9]{2,4}){3,9}(?![A-Za-z0-9])")
_BSN = re.compile(
    r"(?<![\w./-])(?<!\d )(?<!€ )(?<!€)"  # nor an amount
    r"(?:\d{9}|\d{3}([. -])\d{3}\1\d{3}|\d{4}([. -])\d{2}\2\d{3})"
    r"(?![\w/-]|[. ]\d)"
)
_PHONE = re.compile(
    r"(?<![\w/-])(?<!\d[ .])"
    r"(?:(?:\(?\+|00(?=[1-9]))\d{1,3}\)?[ -]?(?:\(0\) ?)?|\(?0)[1-9]\d{0,3}\)?(?: ?/ ?(?=\d))?"
    r"(?:(?: - |[ .-])?\d{2,8}){1,4}"
    r"(?!\w|[-.]\d)"
)
_FIRST = re.compile(r"\(?0(?:\)?[ .-]?\d){9}(?!\d)")
"""The first number of several in a row, without a number of a country."""
_MOBILE = re.compile(r"(?<![\w./-])06[- ]?\d{8}(?![\w-])")
"""A mobile number beside another number, such as that of a house: nothing else is written so."""
_CHAT = re.compile(r"(?<=me/)[1-9]\d{8,13}(?!\d)")
"""A number in an address of WhatsApp, which has no plus there."""
_DATE = re.compile(r"(?<!\d)\d{1,2}([-./])\d{1,2}\1\d{4}(?!\d)|\d{4}-\d\d-\d\d|\d\d\.\d\d[ -]")
_OF_SOMETHING = re.compile(r"(?:ISBN|RSIN)[ :]*\Z")
"""What stands before a number that is of a book or a foundation."""
_SHAPE = re.compile(rb' d="M[MmLlHhVvCcSsQqTtAaZz0-9 .,-]*"')
"""The path of a drawing: most of the digits of a page, and none that people wrote."""
_FRAME = b' viewBox="0 0 24 24"'
"""Of every icon of a page."""
_CLASSES = bytes.maketrans(b"123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", b"000000000" + b"A" * 26)
_BESIDE = 4
"""Bytes beside a number that tell what it is: one sign of most bytes, or some letters."""
_BETWEEN = b" .()/-"
_RUNS = bytes.maketrans(b"123456789" + _BETWEEN, b"000000000" + b" " * len(_BETWEEN))
_LINK = re.compile(rb"//(?:[^\s/\"'<>?#]*@)?([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)")
_HIDDEN = re.compile(rb"&#(?!3[489];|6[02];)\w|&(?:commat|period|sol|colon|nbsp|num|Tab|NewLine);", re.I)
"""A letter that is written as its number, or an odd sign by its name; not those that our own escaping writes."""


def secrets_in(data: bytes, *, has_numbers: bool = True) -> Iterator[tuple[Secret | None, str, int]]:
    """Every secret in a text, as it is compared, with where it starts; None stands for a citizen's number.

    `has_numbers`: whether digits in it are what people wrote, and not counts of a machine.
    """
    if b"%40" in data or (b"&" in data and _HIDDEN.search(data)):
        data = unescape(data.decode("utf-8", "replace")).replace("%40", "@").encode()
    if b"\xe2\x80" in data:
        data = _SPACES.sub(b" ", _DASHES.sub(b"-", data))
    for sign, plain in _PLAIN:
        data = data.replace(sign, plain)
    yield from _mails(data)
    yield from _payment_hosts(data)
    if b' d="M' in data:
        data = _SHAPE.sub(lambda found: b" " * len(found[0]), data).replace(_FRAME, b" " * len(_FRAME))
    sketch = data.translate(_CLASSES, _BETWEEN)  # says at once of most texts that nothing is there
    accounts = list(_accounts(data)) if b"AA00" in sketch or b"nl00" in sketch else []
    for iban, start, end in accounts:
        yield Secret.IBAN, iban, start
        data = data[:start] + b" " * (end - start) + data[end:]
    for found in _RUN.finditer(data.translate(_RUNS)) if has_numbers and b"000000000" in sketch else ():
        start, end = found.span()
        is_other = _OF_SOMETHING.search(data[max(start - 16, 0) : start].decode("latin-1")) is not None
        before = data[max(start - _BESIDE, 0) : start].decode("utf-8", "ignore")  # tells what it is
        run = before + data[start : end + _BESIDE].decode("utf-8", "ignore")
        for secret, value, place in _numbers(run):
            if not is_other or place > len(before):  # another number may follow that of a foundation
                yield secret, value, start


def _payment_hosts(data: bytes) -> Iterator[tuple[Secret, str, int]]:
    """Hosts of links that ask for money, as a browser reads them: what stands before an '@' is no host."""
    for found in _LINK.finditer(data) if b"//" in data else ():
        host = found[1].decode("ascii").lower()
        if is_payment_host(host):
            yield Secret.PAYMENT_HOST, host, found.start(1)


# A short pattern is looked for first: it is several times as fast, and hardly ever there.
def _accounts(data: bytes) -> Iterator[tuple[str, int, int]]:
    """Account numbers with where they start and end."""
    for start in chain(_IBAN_START.finditer(data), _SMALL_START.finditer(data)):
        whole = _IBAN.match(data, start.start())
        iban = _iban(whole[0].decode()) if whole else ""
        if whole and iban:
            yield iban, whole.start(), whole.start() + _reach(whole[0], len(iban))


def _reach(text: bytes, count: int) -> int:
    """Where so many letters and digits of a text end."""
    places = [place for place, sign in enumerate(text) if sign != ord(" ")]
    return places[count - 1] + 1


def _mails(data: bytes) -> Iterator[tuple[Secret, str, int]]:
    for found in _AT.finditer(data):
        before = _MAIL.search(data[max(found.start() - 64, 0) : found.start()].decode("utf-8", "ignore"))
        after = _HOST.match(data[found.end() : found.end() + 120].decode("utf-8", "ignore"))
        if before and after and not data.endswith(b"\nUID:", 0, found.start() - len(before[1])):  # of a calendar
            yield Secret.MAIL, f"{before[1]}@{after[0]}".lower(), found.start() - len(before[1])


@lru_cache(maxsize=4096)
def _iban(text: str) -> str:
    """The account number that a text begins with, '' when there is none."""
    plain = text.replace(" ", "").upper()
    for length in range(len(plain), 14, -1):
        if stdnum_iban.is_valid(plain[:length], check_country=False):
            return plain[:length]
    return ""


@lru_cache(maxsize=65536)
def _numbers(run: str) -> tuple[tuple[Secret | None, str, int], ...]:
    """Phone numbers and citizen's numbers in a run of digits with some signs around it, with where each starts."""
    found: list[tuple[Secret | None, str, int]] = []
    for number in _BSN.finditer(run):
        plain = re.sub(r"\D", "", number[0])
        if stdnum_bsn.is_valid(plain) and plain != "000000000":
            found.append((None, plain, number.start()))
    for number in _PHONE.finditer(run):
        first = _FIRST.match(number[0])
        for written in (number[0], first[0] if first else ""):
            plain = comparable(written)
            if not _DATE.search(written) and 9 <= len(plain) <= 14 and _looks_dialled(plain, written):
                found.append((Secret.PHONE, plain, number.start()))
                break
    known = {start for _, _, start in found}
    for number in _MOBILE.finditer(run):
        if number.start() not in known:
            found.append((Secret.PHONE, comparable(number[0]), number.start()))
    found += [(Secret.PHONE, comparable(f"+{number[0]}"), number.start()) for number in _CHAT.finditer(run)]
    return tuple(found)


def _looks_dialled(plain: str, written: str) -> bool:
    """Not days or hours in a row: 'zondag 02 03 04 05 06'."""
    is_row = re.fullmatch(r"\d\d(?: \d\d){4}", written) is not None and not written.startswith("06")
    return plain[0] == "+" or (len(plain) == 10 and plain[0] == "0" and plain[1] != "0" and not is_row)


def comparable(phone: str) -> str:
    """A phone number as it is compared: Dutch ones from the zero, others from the plus."""
    dialled = dial(phone)
    return "0" + dialled[3:] if dialled.startswith("+31") else dialled
