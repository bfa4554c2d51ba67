"""Which registered channel a page comes from: by its address, else by the name of its site, else unknown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from ..model.chain import UNKNOWN
from ..model.registry import Channel, names_of


def channel_of(url: str | None, site: str | None, channels: Mapping[str, Channel]) -> str:
    """Return the id of the one channel that fits, or `unknown`; two that fit are no answer."""
    by_address = [key for key, channel in channels.items() if url and channel.url and _below(url, channel.url)]
    if by_address:
        return _only(by_address)
    wanted = (site or "").casefold()
    return _only(key for key, channel in channels.items() if wanted and wanted in map(str.casefold, names_of(channel)))


def _below(url: str, home: str) -> bool:
    """Tell whether an address lies on the site, or for an account below the path, of a channel."""
    (host, path), (home_host, home_path) = _host_and_path(url), _host_and_path(home)
    return bool(host) and host == home_host and (path + "/").startswith(home_path.rstrip("/") + "/")


def _host_and_path(url: str) -> tuple[str, str]:
    try:
        parts = urlsplit(url)
        return (parts.hostname or "").removeprefix("www."), parts.path
    except ValueError:  # a host such as http://[ is an address to a browser's eye only
        return "", ""


def _only(ids: Iterable[str]) -> str:
    found = list(ids)
    return found[0] if len(found) == 1 else UNKNOWN
