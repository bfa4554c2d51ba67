"""How fast briefings are typeset: 200 of about four pages by Typst, and some of the same by WeasyPrint, in one run.

    .venv/bin/python benchmarks/typesetting.py [--briefings 200] [--rounds 5] [--weasyprint 10]

Prints documents a second (warm, all cores), the time for one document after an edit through the store, and the ratio
to WeasyPrint if that is installed (`pip install weasyprint`; it is no dependency of ours). Content is invented.

Warm means without the start of the processes, which is measured by itself. The best round is the one that a shared
machine disturbed least.
"""

from __future__ import annotations

import argparse
import html
import importlib.util
import os
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

from build_scripts.environment import Project, find_project
from build_scripts.link.corpus import link
from build_scripts.pipeline import check
from build_scripts.publish.printing import printout_jobs
from build_scripts.publish.typesetting import Job, typeset
from build_scripts.render.paper.printouts import printouts
from build_scripts.render.pictures import pictures

ROOT = Path(__file__).parents[1]
SENTENCE = "Стороны обсудили охрану переправы и сроки, ни о чём не договорившись, сообщил участник встречи номер"


def article(number: int) -> str:
    """Return an invented article with eight events, four positions and two quotes."""
    texts = [f"{SENTENCE} {number} в день {day}." for day in range(1, 13)]
    quotes = [f"«Мы вернёмся к этому разговору, но не раньше осени, раз {turn}», — сказал министр." for turn in (1, 2)]
    events = "".join(
        f"""
  - id: e{index}
    what: {{ru: "{SENTENCE} {number}.", en: "The sides discussed the crossing without agreeing on anything, case {number}."}}
    date: 2031-05-{index:02}
    words: "{texts[index - 1].removesuffix(".")}"
    actors: [utopia, zelandia]
    chain: wire
    status: reported
    note: {{ru: "Кто именно говорил, в тексте не сказано.", en: "The text does not say who spoke."}}"""
        for index in range(1, 9)
    )
    positions = "".join(
        f"""
  - id: p{index}
    actor: utopia
    question: q-{number}
    stance: conditional
    scope: {{ru: "охрана переправы, случай {index}", en: "guarding the crossing, case {index}"}}
    condition: {{ru: "договор подписан", en: "the treaty is signed"}}
    as_of: ../2031-06-01
    words: "{texts[index + 7].removesuffix(".")}"
    chain: wire"""
        for index in range(1, 5)
    )
    spoken = "".join(
        f"""
  - id: q{turn}
    words: "Мы вернёмся к этому разговору, но не раньше осени, раз {turn}"
    speaker: ivan-testov
    translations: [{{language: en, text: "We will return to this talk, but not before autumn, time {turn}.", by: editors}}]"""
        for turn in (1, 2)
    )
    body = "\n\n  ".join((*texts, *quotes))
    return f"""id: a-{number}
language: ru
title: {{ru: "Разговор о реке {number}", en: "A talk about the river {number}"}}
channel: example-wire
published: {{date: 2031-06-01, basis: {{ru: "дата на странице", en: "date line of the page"}}}}
capture: {{sha256: {number:064x}, characters: 9000}}
rights: full
text: |
  {body}
summary: {{ru: "Стороны говорили о реке и не договорились.", en: "The sides talked about the river and did not agree."}}
chains:
  wire: [{{by: this, how: retells, read: true}}, {{by: example-wire, how: cites}}, {{unnamed: {{ru: "участник", en: "a participant"}}}}]
quotes:{spoken}
events:{events}
positions:{positions}
"""


def briefing(number: int) -> str:
    """Return an invented briefing on one article."""
    prose = " ".join(f"{SENTENCE} {number}. [[a-{number}/e{index}]]" for index in range(1, 6))
    return f"""id: b-{number}
title: {{ru: "Кто охраняет переправу {number}?", en: "Who guards crossing {number}?"}}
subject: {{ru: "Переправа {number}", en: "Crossing {number}"}}
bottom_line: {{ru: "Договорённости нет. [[a-{number}/p1]]", en: "There is no agreement. [[a-{number}/p1]]"}}
background: {{ru: "{prose}", en: "{prose}"}}
articles: [a-{number}]
tracked: [{{id: q-{number}, text: {{ru: "Нужна ли охрана?", en: "Is a guard needed?"}}}}]
conflicts:
  - id: x1
    what: {{ru: "Сроки названы разные.", en: "The dates differ."}}
    records: [a-{number}/e1, a-{number}/e2]
    settled_by: {{ru: "протокол встречи", en: "the minutes of the meeting"}}
    status: open
questions:
  - id: o1
    text: {{ru: "Кто заплатит за охрану?", en: "Who will pay for the guard?"}}
    records: [a-{number}/p1]
    settled_by: {{ru: "бюджет", en: "the budget"}}
"""


def make(folder: Path, number: int) -> Project:
    """Lay out a project with as many briefings."""
    river = ROOT / "tests" / "cases" / "good" / "river" / "briefs"
    briefs = folder / "briefs"
    (briefs / "articles" / "2031").mkdir(parents=True)
    (briefs / "briefings").mkdir()
    for name in ("actors.yml", "channels.yml"):
        (briefs / name).write_text((river / name).read_text("utf-8"), "utf-8")
    for each in range(1, number + 1):
        (briefs / "articles" / "2031" / f"a-{each}.yml").write_text(article(each), "utf-8")
        (briefs / "briefings" / f"b-{each}.yml").write_text(briefing(each), "utf-8")
    (folder / "mkdocs.yml").write_text("site_name: Bench\n", "utf-8")
    return find_project(folder)


def to_html(value: Any) -> str:
    """Return what a printout says as plain HTML: the same words and pictures, with next to no layout."""
    if isinstance(value, str):
        return value if value.lstrip().startswith(("<svg", "<!-- source")) else html.escape(value)
    if isinstance(value, dict):
        return "<div>" + "".join(f"<p>{to_html(each)}</p>" for each in value.values()) + "</div>"
    if isinstance(value, list):
        return " ".join(to_html(each) for each in value)
    return html.escape(str(value))


def measure(number: int, rounds: int, others: int) -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project = make(folder, number)
        checked = check(project.root)
        assert not checked.has_errors, checked.problems[:3]
        linked = link(checked.corpus)
        found = printouts(linked, pictures(linked), project.site_url, project.today)
        jobs = [job for job in printout_jobs(project, found, folder / "pdf") if "/briefings/" in job.name]
        jobs = [job for job in jobs if job.name.startswith("ru/")]
        rates = []
        for turn in range(rounds):
            start = _seconds(project, jobs[:4], folder / f"start-{turn}")
            whole = _seconds(project, jobs, folder / f"store-{turn}")
            rates.append((len(jobs) - 4) / max(0.001, whole - start))
            print(f"typst: {len(jobs)} documents in {whole:.2f} s, {rates[-1]:.1f} a second warm", flush=True)
        rate = median(rates)
        print(f"typst: best {max(rates):.1f}, median {rate:.1f} a second, on {os.cpu_count()} cores")
        store = folder / "store-0"
        edited = [_edited(job) if index == 0 else job for index, job in enumerate(jobs)]
        times = []
        for turn in range(5):
            edited[0] = _edited(jobs[0], turn)
            began = time.perf_counter()
            fresh = typeset(project, edited, store)
            times.append(time.perf_counter() - began)
            assert fresh == 1, "nothing but the edited document is set"
        print(f"typst: one of {len(jobs)} after an edit: median {median(times):.2f} s")
        _weasyprint(jobs[:others], rate)


def _seconds(project: Project, jobs: list[Job], store: Path) -> float:
    began = time.perf_counter()
    assert typeset(project, jobs, store) == len(jobs), "nothing comes from a store"
    return time.perf_counter() - began


def _edited(job: Job, turn: int = 0) -> Job:
    return replace(job, data={**job.data, "title": f"{job.data['title']} {turn}"})


def _weasyprint(jobs: list[Job], rate: float) -> None:
    if importlib.util.find_spec("weasyprint") is None:
        print("weasyprint: not installed")
        return
    pages = [f"<html lang=ru><body>{to_html(job.data['sheets'])}</body></html>" for job in jobs]
    cores = os.cpu_count() or 1
    with ProcessPoolExecutor(cores) as pool:
        list(pool.map(_bytes_of, [pages[0]] * cores))  # processes and fonts are there
        began = time.perf_counter()
        done = len(list(pool.map(_bytes_of, pages)))
        other = done / (time.perf_counter() - began)
    print(f"weasyprint: {done} documents, {other:.1f} a second warm; typst is {rate / other:.1f} times as fast")


def _bytes_of(page: str) -> int:
    return len(importlib.import_module("weasyprint").HTML(string=page).write_pdf())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--briefings", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--weasyprint", type=int, default=10)
    given = parser.parse_args()
    measure(given.briefings, given.rounds, given.weasyprint)
