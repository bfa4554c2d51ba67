"""Whether an address leads every reader to the same place: a public host, and nobody's password."""

from __future__ import annotations

import ipaddress
import re
from enum import StrEnum
from urllib.parse import urlsplit


class AddressFlaw(StrEnum):
    """Why an address is of no use to readers. The values are stable: messages are looked up by them."""

    NO_HOST = "no-host"
    PASSWORD = "password"
    PRIVATE = "private"


# RFC 6761, RFC 6762, RFC 8375 and what home routers and companies use.
_PRIVATE_NAMES = re.compile(r"(?:.*\.)?(?:localhost|localdomain|local|internal|intranet|lan|home|corp|home\.arpa)")
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")


def address_flaw(address: str) -> AddressFlaw | None:
    """Return what is wrong with an address that has the form of one; None where it can be published."""
    try:
        parts = urlsplit(address)
        host, _ = (parts.hostname or "").rstrip(".").lower(), parts.port
    except ValueError:  # brackets that hold no address, a port that is none
        return AddressFlaw.NO_HOST
    if parts.username is not None or parts.password is not None:
        return AddressFlaw.PASSWORD
    if not re.search(r"\w", host):
        return AddressFlaw.NO_HOST
    return AddressFlaw.PRIVATE if _is_private(host) else None


def _is_private(host: str) -> bool:
    """Tell whether a host is this machine, a network that only its own people see, or written to hide which it is."""
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        pass
    last = host.rpartition(".")[2]
    # 127.1, 0x7f000001 and 2130706433 are addresses to a browser, too; nobody publishes under one of them.
    return "." not in host or _NUMBER.fullmatch(last) is not None or _PRIVATE_NAMES.fullmatch(host) is not None
