"""Hosts where money is asked for are known however they are written, and no others."""

from __future__ import annotations

import pytest

from burgerbaan.payment_hosts import is_payment_host, is_shortener


@pytest.mark.parametrize("host", ["tikkie.me", "Tikkie.me", "www.tikkie.me", "tikkie.me.", "a.b.paypal.com", "bit.ly"])
def test_a_payment_host_is_known_however_it_is_written(host: str) -> None:
    assert is_payment_host(host)


@pytest.mark.parametrize("host", ["example.org", "mijntikkie.me", "tikkie.me.example.org", "me", ""])
def test_what_only_looks_like_a_payment_host_is_none(host: str) -> None:
    assert not is_payment_host(host)


def test_only_what_hides_where_a_link_leads_is_a_shortener() -> None:
    assert [host for host in ("bit.ly", "go.bit.ly", "orbit.ly", "tikkie.me") if is_shortener(host)] == [
        "bit.ly",
        "go.bit.ly",
    ]
