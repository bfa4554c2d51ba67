"""Whatever a stranger's file holds: no exception, no long wait, no flood of memory, and nothing raw in the log."""

import json
import resource
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_scripts.command.report import PRINTERS
from build_scripts.pipeline import check
from build_scripts.wording import wording

ARTICLE = "briefs/articles/2031/2031-06-01-bridge.yml"
BRIEFING = "briefs/briefings/river-bridge.yml"
MIB = 1_048_576 - 1_000

HEAD = """id: 2031-06-01-bridge
language: ru
title: {ru: "Мост", en: "The bridge"}
channel: unknown
published: {date: 2031-06-01, basis: {ru: "дата на странице", en: "date line of the page"}}
capture: {sha256: %s, characters: 1000000}
rights: excerpt
""" % ("3" * 64)

PROSE = """id: river-bridge
title: {ru: "Мост", en: "The bridge"}
subject: {ru: "Мост", en: "The bridge"}
articles: [a]
bottom_line: {ru: '%s', en: '%s'}
background: {ru: '%s', en: '%s'}
"""

MOST_SECONDS = 2.0
MOST_BYTES = 500 * 1_048_576


def told(root: Path, content: bytes, path: str = ARTICLE) -> list[str]:
    """Check a project that holds one file; return the codes after trying all three printers in both languages."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(content)
    problems = check(root).problems
    for language in ("en", "ru"):
        lines = PRINTERS["text"](problems, wording(language)).splitlines()
        assert len(lines) == len(problems)
        assert all(line.isprintable() for line in lines)
        assert len(json.loads(PRINTERS["json"](problems, wording(language)))) == len(problems)
        assert PRINTERS["github"](problems, wording(language)).count("\n") == len(problems)
    return [problem.code for problem in problems]


def events(*excerpts: str, number: int = 1) -> str:
    head = "what: {ru: а, en: b}, date: 2030, status: reported"
    return "events:\n" + "".join(f"- {{id: e{i}, {head}, words: [{', '.join(excerpts)}]}}\n" for i in range(number))


def text(content: str) -> str:
    return f"text: |\n  {content}\n"


def varied(length: int) -> str:
    """A text whose words differ, so that no search can take a short way."""
    return " ".join(f"слово{number * 7919 % 100_003}" for number in range(length // 11))


LONG = varied(150_000)
NEARLY = [f'"{LONG[at : at + 120]} вставка {LONG[at + 121 : at + 400]}"' for at in range(0, 40, 2)]

HOSTILE = {
    "brackets": "[" * MIB,
    "braces": "{" * MIB,
    "dashes": "- " * (MIB // 2),
    "questions": "? " * (MIB // 2),
    "colons": "a: " * (MIB // 3),
    "quotes": '"' * MIB,
    "apostrophes": "'" * MIB,
    "one line": "a: " + "x" * MIB,
    "one key": "x" * MIB + ": a",
    "one quoted key": f'"{"x" * MIB}": a',
    "empty lines": "\n" * MIB,
    "comments": "#\n" * (MIB // 2),
    "spaces": " " * MIB,
    "tabs": "\t" * MIB,
    "lines of tabs": "a: b\n" + "\t\n" * (MIB // 2),
    "backslashes": 'a: "' + "\\\\" * (MIB // 2 - 5) + '"',
    "an alias of itself": "a: &x [*x]",
    "billion laughs": "a: &a [l, l]\n"
    + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
    "merge keys": "a: &a {b: c}\n<<: *a\n",
    "python objects": "a: !!python/object/apply:os.system [ls]",
    "documents": "---\n" * (MIB // 4),
    "directives": "%YAML 1.1\n" * (MIB // 10),
    "deep and valid": HEAD + "x: " + "{a: " * 11 + "1" + "}" * 11,
    "deep by indentation": "".join(" " * depth + "a:\n" for depth in range(1_000)),
    "items": HEAD + "quotes:\n" + "- a\n" * 100_000,
    "fields": "".join(f"k{number}: 1\n" for number in range(80_000)),
    "a field again and again": "a: 1\n" * 200_000,
    "records without fields": HEAD + "quotes:\n" + "- {a: 1}\n" * 24_900,
    "records with many fields": HEAD
    + "quotes:\n"
    + f"- {{{', '.join(f'k{number}: 1' for number in range(20_000))}}}\n",
    "digits": HEAD.replace("1000000", "9" * 5_000),
    "a date of digits": HEAD.replace("2031-06-01,", "9" * 5_000 + ","),
    "no such day": HEAD.replace("2031-06-01,", "2031-02-30,"),
    "year zero": HEAD.replace("2031-06-01,", "0000,"),
    "mixed scripts": HEAD + "x:\n" + "- aб\n" * 900 + "y: " + "aб " * 100_000,
    "odd escapes": HEAD + 'x: "' + "\\u202e" * 150_000 + '"',
    "odd characters": "a: " + "\u202e" * 300_000,
    "gaps": HEAD + "text: |\n" + "  […]\n" * 60_000 + events('"слово"'),
    "paragraphs": HEAD + "text: |\n" + "  а\n\n  […]\n\n" * 20_000 + events('"слово"', '"а"'),
    "nearly found": HEAD + text(varied(150_000)) + events(*NEARLY[:20]),
    "nearly found in a long text": HEAD + text(varied(500_000)) + events(*NEARLY[:20]),
    "many nearly found": HEAD + text(varied(50_000)) + events(*NEARLY[:10], number=60),
    "long and nearly found": HEAD + text(varied(150_000)) + events(*[f'"{varied(19_000)} х{n}"' for n in range(10)]),
    "the same word": HEAD
    + text("и " * 80_000)
    + events(f'"{"и " * 300}х"', '"и"', "{words: и, before: и и, after: и}"),
    "one endless word": HEAD + text("и" * 200_000) + events('"и"', '"ии"', f'"{"и" * 9_000}"'),
    "speech": HEAD + text("«" * 100_000 + " слово ") + "quotes:\n- {id: q, speaker: unknown, words: слово}\n",
    "combining marks": HEAD + text("а" + "\u0301" * 100_000) + events('"а"'),
    "marks nobody earned": HEAD + "summary: {ru: '" + '"ab" ' * 3_900 + "', en: b}\n",
}

MARKUP = (
    "[",
    "![",
    "*",
    "_",
    "`",
    "<",
    "[[",
    "&",
    "> ",
    "- ",
    "*a ",
    "**a",
    "a_",
    "*_",
    "[a](",
    "\\",
    "a\n",
    "|",
    "~~",
    "1. ",
    "<!--",
)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_told_in_time(tmp_path, name):
    data = HOSTILE[name].encode()[: MIB + 1_000]
    start = time.process_time()
    codes = told(tmp_path, data)
    assert time.process_time() - start < 2 * MOST_SECONDS, "checked once, printed six times"
    assert codes
    assert "words-not-found" in codes or "nearly" not in name, "it must come as far as the search"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 < MOST_BYTES


@pytest.mark.parametrize("unit", MARKUP)
def test_hostile_prose_is_checked_in_time(tmp_path, unit):
    many = (unit * 20_000)[:19_990].replace("'", "''")
    start = time.process_time()
    codes = told(tmp_path, (PROSE % ((many,) * 4)).encode(), BRIEFING)
    assert time.process_time() - start < 2 * MOST_SECONDS
    assert "unknown-article" in codes or codes == ["odd-character"]


def test_a_registry_as_large_as_a_file_may_be_is_checked_in_time(tmp_path):
    entries = "".join(
        f"a{n}: {{kind: state, name: {{ru: Имя{n}, en: Name{n}}}, aliases: [Имя {n}]}}\n" for n in range(5_000)
    )
    (tmp_path / "briefs").mkdir()
    (tmp_path / "briefs" / "actors.yml").write_text(entries, "utf-8")
    unknown = ", ".join(f"b{number}" for number in range(100))
    record = "what: {ru: а, en: b}, date: 2030, status: reported, words: слово"
    content = HEAD + text("слово") + f"events:\n- {{id: e1, {record}, actors: [{unknown}]}}\n"
    start = time.process_time()
    codes = told(tmp_path, content.encode())
    assert time.process_time() - start < 4 * MOST_SECONDS, "two files, and five thousand notes printed six times"
    assert codes.count("unknown-actor") == 100


MARKS = "\n{}[]\"'#«»%ё|>0\t\u202e\0\r\ufeff\u00ad"
PIECES = (
    "  ",
    "- ",
    "? ",
    ": ",
    ", ",
    "&a ",
    "*a",
    "!t ",
    "---\n",
    "\\x",
    "unknown",
    "слово",
    "[…]",
    "null",
    "true",
    "9" * 20,
)
FIELDS = ("id: ", "words: ", "text: |\n", "quotes:\n", "events:\n", "title: ", "ru: ", "en: ", "date: ", "2031-05-02")
FRAGMENTS = st.sampled_from([*MARKS, *PIECES, *FIELDS])


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(FRAGMENTS, max_size=40).map("".join) | st.text(max_size=100))
def test_any_text_is_told(tmp_path, content):
    told(tmp_path, content.encode("utf-8", "surrogatepass"))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(FRAGMENTS, max_size=12).map("".join))
def test_any_ending_of_an_article_is_told(tmp_path, content):
    told(tmp_path, (HEAD + content).encode("utf-8", "surrogatepass"))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200))
def test_any_bytes_are_told(tmp_path, content):
    told(tmp_path, content)


@pytest.mark.slow
@settings(max_examples=5_000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(FRAGMENTS, max_size=60).map("".join))
def test_any_text_is_told_at_length(tmp_path, content):
    told(tmp_path, (HEAD + content).encode("utf-8", "surrogatepass"))
