"""Languages in which people may write a page, beside that of the site."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class PageLanguage(StrEnum):
    """A language of a page, named as an editor does; what visitors choose from stands in this order."""

    ENGLISH = "engels"
    ARABIC = "arabisch"
    CHINESE = "chinees"
    DARI = "dari"
    GERMAN = "duits"
    FRENCH = "frans"
    KURDISH = "koerdisch"
    UKRAINIAN = "oekraïens"
    PAPIAMENTO = "papiaments"
    PASHTO = "pasjtoe"
    PERSIAN = "perzisch"
    POLISH = "pools"
    PORTUGUESE = "portugees"
    ROMANIAN = "roemeens"
    RUSSIAN = "russisch"
    SOMALI = "somalisch"
    SPANISH = "spaans"
    SRANAN = "sranantongo"
    TIGRINYA = "tigrinya"
    TURKISH = "turks"
    URDU = "urdu"
    VIETNAMESE = "vietnamees"

    @property
    def tag(self) -> str:
        """Name of the language for a browser (BCP 47)."""
        return _NAMES[self][0]

    @property
    def own_name(self) -> str:
        """What those who speak it call it (Unicode CLDR)."""
        return _NAMES[self][1]

    @property
    def direction(self) -> str:
        """How it is written: 'ltr' or 'rtl'."""
        return "rtl" if self in _FROM_THE_RIGHT else "ltr"


_NAMES: Mapping[PageLanguage, tuple[str, str]] = MappingProxyType(
    {
        PageLanguage.ENGLISH: ("en", "English"),
        PageLanguage.ARABIC: ("ar", "العربية"),
        PageLanguage.CHINESE: ("zh", "中文"),
        PageLanguage.DARI: ("fa-AF", "دری"),
        PageLanguage.GERMAN: ("de", "Deutsch"),
        PageLanguage.FRENCH: ("fr", "Français"),
        PageLanguage.KURDISH: ("ku", "Kurdî"),
        PageLanguage.UKRAINIAN: ("uk", "Українська"),
        PageLanguage.PAPIAMENTO: ("pap", "Papiamentu"),
        PageLanguage.PASHTO: ("ps", "پښتو"),
        PageLanguage.PERSIAN: ("fa", "فارسی"),
        PageLanguage.POLISH: ("pl", "Polski"),
        PageLanguage.PORTUGUESE: ("pt", "Português"),
        PageLanguage.ROMANIAN: ("ro", "Română"),
        PageLanguage.RUSSIAN: ("ru", "Русский"),
        PageLanguage.SOMALI: ("so", "Soomaali"),
        PageLanguage.SPANISH: ("es", "Español"),
        PageLanguage.SRANAN: ("srn", "Sranantongo"),
        PageLanguage.TIGRINYA: ("ti", "ትግርኛ"),
        PageLanguage.TURKISH: ("tr", "Türkçe"),
        PageLanguage.URDU: ("ur", "اردو"),
        PageLanguage.VIETNAMESE: ("vi", "Tiếng Việt"),
    }
)
_FROM_THE_RIGHT = frozenset(
    {PageLanguage.ARABIC, PageLanguage.DARI, PageLanguage.PASHTO, PageLanguage.PERSIAN, PageLanguage.URDU}
)
