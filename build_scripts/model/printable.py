"""The characters that the fonts of the printout have: ours, and those that come with Typst.

Measured by asking Typst for each character on its own; a test asks again.
"""

from __future__ import annotations

import unicodedata

_RANGES = (
    "20-7e a0-ac ae-377 37a-37f 384-38a 38c 38e-3a1 3a3-4ff 510-513 51a-51d 524-527 531-556 559-58a 58d-58f "
    "591-5c7 5d0-5ea 5ef-5f4 606-60c 615 61b 61f 621-63a 640-655 65a 660-66d 674 679-67b 67e-680 683-684 686-687 "
    "691 698 6a4 6a9 6af 6be 6cc 6f0-6f9 900-97f e3f e81-e82 e84 e87-e88 e8a e8d e94-e97 e99-e9f ea1-ea3 ea5 ea7 "
    "eaa-eab ead-eb9 ebb-ebc ec8-ecd 10d0-10ff 115f-1160 13a0-13f5 13f8-13fd 17b4-17b5 17c1-17c3 180b-180d 180f "
    "1ab0-1ace 1d00-1f15 1f18-1f1d 1f20-1f45 1f48-1f4d 1f50-1f57 1f59 1f5b 1f5d 1f5f-1f7d 1f80-1fb4 1fb6-1fc4 "
    "1fc6-1fd3 1fd6-1fdb 1fdd-1fef 1ff2-1ff4 1ff6-1ffe 2000-200a 2010-2027 202f-2040 2042 2044-2052 2054-205f "
    "2070-2071 2074-208e 2090-209c 20a0-20c0 20d0-20f0 2100-211e 2120 2122 2124 2126-2151 2153-2184 2189 "
    "2190-23ff 2422-2423 2460-2606 2609-262f 2638-268b 2690-269c 26a0-26a7 26aa-26af 26b2 2701-2704 2706-2709 "
    "270c-2714 2717-2726 272a-274b 274d 274f-2752 2756 2758-275e 2761-277f 2794 2798-27af 27b1-2b73 2b76-2b95 "
    "2b97-2bff 2c60-2cf3 2cf9-2cff 2e02-2e05 2e08-2e0a 2e17-2e18 2e1f 2e22-2e25 2e2e 3000 3012 3016-3017 "
    "301a-301b 302e-3030 3036 306e 3164 a46a-a46b a640-a641 a648-a649 a656-a657 a708-a716 a71b-a727 a72d a730 "
    "a735 a765 a789-a78e a790-a791 a793 a7aa a7f8-a7f9 ab52 ab66 ab70-abbf fb00-fb06 fb13-fb17 fb1d-fb36 "
    "fb38-fb3c fb3e fb40-fb41 fb43-fb44 fb46-fb4f fb52-fb81 fb8a-fb95 fb9e-fb9f fbaa-fbad fbe8-fbe9 fbfc-fbff "
    "fe00-fe0f fe20-fe2f fe66 fe70-fe74 fe76-fefc ffa0 fffc-fffd 10140-1018e 102e0-102fb 1d106-1d107 1d400-1d454 "
    "1d456-1d49c 1d49e-1d49f 1d4a2 1d4a5-1d4a6 1d4a9-1d4ac 1d4ae-1d4b9 1d4bb 1d4bd-1d4c3 1d4c5-1d505 1d507-1d50a "
    "1d50d-1d514 1d516-1d51c 1d51e-1d539 1d53b-1d53e 1d540-1d544 1d546 1d54a-1d550 1d552-1d6a5 1d6a8-1d7cb "
    "1d7ce-1d7ff 1ee00-1ee03 1ee05-1ee1f 1ee21-1ee22 1ee24 1ee27 1ee29-1ee32 1ee34-1ee37 1ee39 1ee3b 1ee42 1ee47 "
    "1ee49 1ee4b 1ee4d-1ee4f 1ee51-1ee52 1ee54 1ee57 1ee59 1ee5b 1ee5d 1ee5f 1ee61-1ee62 1ee64 1ee67-1ee6a "
    "1ee6c-1ee72 1ee74-1ee77 1ee79-1ee7c 1ee7e 1ee80-1ee89 1ee8b-1ee9b 1eea1-1eea3 1eea5-1eea9 1eeab-1eebb "
    "1eef0-1eef1 1f12f 1f6d1 1f780-1f7d8 1f7e0-1f7eb 1f800-1f80b 1f810-1f847 1f850-1f859 1f860-1f887 1f890-1f8ad "
    "1f8b0-1f8b1 "
)
"""Code points in hexadecimal, one by one or from and to."""

_MARKS = (
    ("300-36f fe00-fe0f", ""),
    ("5b0-5bd 5bf 5c1-5c2", "5d0-5ea 5ef-5f2"),
    ("64b-655 65a", "621-64a 674 679-6d3"),
    ("900-903 93a-957 962-963", "900-97f"),
    ("eb1 eb4-ebc ec8-ecd", "e81-edf"),
)
"""Combining marks, and the letters on which the fonts can set them; the first ones stand on anything."""

_OWN = (
    "20-7e a0-ac ae-109 10c-113 116-11f 122-127 12a-12b 12e-131 134-137 139-13e 141-148 14c-14d 150-165 16a-173 "
    "178-17f 18f 192 218-21b 237 259 2bc 2c6-2c7 2da 2dc-2dd 37e 387 401-40c 40e-44f 451-45c 45e-45f 462-463 472-475 "
    "48a-4c0 4c3-4f9 4fc-4fd 510-513 51c-51d 524-527 1e30-1e31 1e3e-1e3f 1e54-1e55 1e9e 2013-2014 2018-201a 201c-201e "
    "2020 2022 2026 2039-203a 2044 20ac 20b4 20b6-20b7 20b9-20c0 2113 2116 2122 212a-212b 2212 2215 2c67-2c68"
)
"""Code points of the font of pictures itself: their text may take few letters from other fonts, and no marks."""


def _characters(ranges: str) -> frozenset[str]:
    return frozenset(
        chr(code)
        for first, _, last in (each.partition("-") for each in ranges.split())
        for code in range(int(first, 16), int(last or first, 16) + 1)
    )


PRINTABLE = _characters(_RANGES)

_STANDS_ON = {
    mark: frozenset(mark for other, on in _MARKS if on == letters for mark in _characters(other)) | _characters(letters)
    for marks, letters in _MARKS
    for mark in _characters(marks)
}
"""For each combining mark, the letters and other marks behind which it can be set; none of them means any."""

_OURS = _characters(_OWN)
_BLANK = frozenset("\u0eb3\u115f\u1160\u3164\uffa0")
"""Letters that a paragraph can set and a picture cannot; four of them are blank anyway."""

_ALWAYS_SET = "\u00ad"


def unprintable(text: str) -> list[str]:
    """Return what no font of the printout can set, each once, in order: characters, and letters with their marks."""
    found = [
        each for each in dict.fromkeys(text) if each not in PRINTABLE and not each.isspace() and each not in _ALWAYS_SET
    ]
    if text.isascii():
        return found
    composed = unicodedata.normalize("NFC", text)
    pairs = zip(f" {composed}", composed, strict=False)
    found += [f"{before}{mark}" for before, mark in pairs if mark in PRINTABLE and not _can_stand(before, mark)]
    return list(dict.fromkeys(found))


def drawable(text: str) -> str:
    """Return a text as a picture can show it: in letters of its own font, and of one script besides.

    What stands on a letter and what is no letter is left out where that font lacks it. The words beside a picture and
    its description have the whole text.
    """
    if text.isascii():
        return text
    letters = "".join(map(_simple, unicodedata.normalize("NFC", text)))
    others = [_script(each) for each in letters if each not in _OURS and not each.isspace()]
    return "".join(
        each for each in letters if each in _OURS or each.isspace() or (each.isalpha() and _script(each) == others[0])
    )


def _simple(letter: str) -> str:
    """Return a letter that our font has for one that it lacks: the same with fewer marks; else the letter itself."""
    if letter in _OURS or letter.isspace():
        return letter
    if not letter.isalpha() or letter in _BLANK:
        return ""
    parts = unicodedata.normalize("NFD", letter)
    simpler = (unicodedata.normalize("NFC", parts[:end]) for end in range(len(parts) - 1, 0, -1))
    return next((each for each in simpler if each in _OURS), letter if len(parts) == 1 else parts[0])


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _can_stand(before: str, mark: str) -> bool:
    if not unicodedata.category(mark).startswith("M"):
        return True
    on = _STANDS_ON.get(mark)
    return on is not None and (mark < "\u0370" or mark >= "\ufe00" or before in on)
