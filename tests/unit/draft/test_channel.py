"""A page belongs to a registered channel only where one channel fits."""

import pytest

from build_scripts.draft.channel import channel_of
from build_scripts.model.registry import Channel

CHANNELS = {
    key: Channel.model_validate({"kind": kind, "name": {"en": name}, "aliases": aliases, "url": url})
    for key, kind, name, aliases, url in [
        ("wire", "agency", "Example Wire", ["ExWire"], "https://www.wire.example.org/"),
        ("ministry-account", "account", "Ministry", [], "https://social.example.org/ministry"),
        ("twin-one", "outlet", "Twin", [], None),
        ("twin-two", "outlet", "Twin", [], None),
    ]
}


@pytest.mark.parametrize(
    ("url", "site", "channel"),
    [
        ("https://wire.example.org/river", None, "wire"),
        ("http://www.wire.example.org", "Other", "wire"),
        ("https://social.example.org/ministry/1", None, "ministry-account"),
        ("https://social.example.org/ministryofothers/1", None, "unknown"),
        ("https://notwire.example.org/", None, "unknown"),
        ("http://[", None, "unknown"),
        (None, "exwire", "wire"),
        (None, "Twin", "unknown"),
        (None, None, "unknown"),
    ],
)
def test_a_channel_is_known_by_its_address_or_name(url, site, channel):
    assert channel_of(url, site, CHANNELS) == channel
