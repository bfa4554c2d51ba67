"""Which addresses lead every reader to the same public place."""

import pytest

from build_scripts.model.address import AddressFlaw, address_flaw

PUBLIC = [
    "https://news.example.org/river?a=1&b=@x#y", "http://пример.рф/река", "https://xn--e1afmkfd.xn--p1ai:8443/",
    "https://8.8.8.8/", "https://[2001:4860:4860::8888]/", "https://local.example.org/", "https://news.example.org./",
]  # fmt: skip
PRIVATE = [
    "http://localhost/", "http://LOCALHOST:8000/x", "http://localhost./", "http://a.localhost/", "http://127.0.0.1/",
    "http://127.1/", "http://2130706433/", "http://0x7f000001/", "http://0.0.0.0/", "http://10.1.2.3/",
    "http://192.168.1.1/", "http://172.16.0.1/", "http://169.254.169.254/", "http://[::1]/", "http://[fe80::1]/",
    "http://[fd00::1]/", "http://[::ffff:127.0.0.1]/", "http://printer/", "http://wiki.corp/", "http://nas.local/x",
    "http://db.internal/", "http://router.lan/", "http://x.home.arpa/", "http://100.64.0.1/",
]  # fmt: skip
PASSWORD = ["https://user:secret@news.example.org/", "https://user@news.example.org/", "https://:x@news.example.org/"]
NO_HOST = [
    "http://[::1/x",
    "https:///x",
    "https://?x",
    "https://news.example.org:99999/",
    "https://news.example.org:x/",
]


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_taken(address: str) -> None:
    assert address_flaw(address) is None


@pytest.mark.parametrize(
    ("address", "flaw"),
    [
        *((each, AddressFlaw.PRIVATE) for each in PRIVATE),
        *((each, AddressFlaw.PASSWORD) for each in PASSWORD),
        *((each, AddressFlaw.NO_HOST) for each in NO_HOST),
    ],
)
def test_an_address_that_readers_cannot_use_is_told(address: str, flaw: AddressFlaw) -> None:
    assert address_flaw(address) is flaw
