"""`python -m burgerbaan qr`: a code for a flyer, with the checks of the site."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from burgerbaan.absolute import absolute
from burgerbaan.codes import CodeKind, goal_url, payment_text
from burgerbaan.disk import reason_of
from burgerbaan.epc import WrongPaymentError, read_payment, write_payment
from burgerbaan.model.payment import Transfer
from burgerbaan.qr import UnreadableCodeError
from burgerbaan.qr_file import FORMATS, Printed, code_file
from burgerbaan.site import Site
from burgerbaan.source.strict_yaml import Value, plain_value
from burgerbaan.typed import COMMAND
from burgerbaan.validation import make_record
from burgerbaan.wording import format_sentence
from burgerbaan.words import Words, load_texts

DONE = 0

Say = Callable[[str], None]


class WrongCodeError(Exception):
    """No code can be made of what was asked; the message is for the editor, a sentence on each line."""


def wanted_transfer(options: Mapping[str, str | None]) -> Printed:
    """A code for bank apps from what was typed, by the keys of a transfer. Raises WrongCodeError."""
    typed: dict[str, Value] = {key: _value(key, text) for key, text in options.items() if text is not None}
    lines = "".join(f"{key}: …\n" for key in typed)  # a place for each, else only the first mistake would be told
    transfer, problems = make_record(Transfer, typed, "", lines)
    if transfer is None:
        raise WrongCodeError("\n".join(format_sentence(item) for item in problems))
    try:
        payload = write_payment(transfer)
    except WrongPaymentError as error:
        raise WrongCodeError(f"Dit past niet in een betaalcode ({error}). Maak de teksten korter.") from None
    return Printed(payload, CodeKind.PAYMENT, transfer.name)


# An amount is typed as in a file; everything else is text, also when it looks like a number.
def _value(key: str, text: str) -> Value:
    return plain_value(text) if key == "bedrag" else text


def check_account(printed: Printed, site: Site | None) -> None:
    """Refuse a code for another account or name than was signed for, in a project that has one."""
    if site is None or not site.knows_donation:
        return
    donation = site.donation
    if donation is None:
        raise WrongCodeError(f"De gegevens over geld hier kloppen niet of zijn niet ondertekend. Typ: {COMMAND} check")
    transfer, account = read_payment(printed.payload), donation.account
    if account and not donation.is_example and (transfer.iban, transfer.name) != (account.iban, account.name):
        raise WrongCodeError(
            "Dit is niet de rekening die ondertekend is in donatie.yml. Kijk naam en nummer na, of gebruik --doel."
        )


def wanted_goal(site: Site | None, name: str, kind: CodeKind) -> Printed:
    """A code of a goal of the site. Raises WrongCodeError."""
    donation = site.donation if site else None
    goals = {goal.id: goal for goal in donation.goals} if donation else {}
    if site is None or donation is None or name not in goals:
        choices = f"Kies uit: {', '.join(goals)}." if goals else "Er zijn geen doelen die ondertekend zijn."
        raise WrongCodeError(f"Er is geen doel '{name}'. {choices}")
    goal = goals[name]
    if goal not in site.open_goals:
        raise WrongCodeError(f"De actie van '{name}' is voorbij. Maak er geen code meer voor.")
    payload = payment_text(donation, goal) if kind is CodeKind.PAYMENT else absolute(site, goal_url(goal))
    if not payload:
        raise WrongCodeError("Er is nog geen rekening. Maak een code voor de camera: --soort camera")
    return Printed(payload, kind, goal.title, _across(site) if donation.is_example else "")


def _across(site: Site) -> str:
    return Words(load_texts(site.programme.languages[0]), site.programme)("goal.across")


def make_code(printed: Printed, target: Path | None, say: Say) -> int:
    """Write a code to a file, or as SVG to `say`. Raises WrongCodeError."""
    suffix = target.suffix.lower() if target else ".svg"
    if suffix not in FORMATS:
        raise WrongCodeError(f"'{target}' is geen soort bestand dat wij maken. Kies .svg, .png of .pdf.")
    try:
        data = code_file(printed, suffix)
    except UnreadableCodeError:
        raise WrongCodeError("Deze code is niet terug te lezen. Wij maken haar niet. Maak de tekst korter.") from None
    if target is None:
        say(data.decode())
        return DONE
    if not target.parent.is_dir():
        raise WrongCodeError(f"De map '{target.parent}' is er niet. Maak die map eerst.")
    try:
        target.write_bytes(data)
    except OSError as error:
        raise WrongCodeError(f"'{target}' kan niet geschreven worden: {reason_of(error)}") from None
    return DONE
