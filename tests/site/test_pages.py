"""What stands in the finished pages of the river corpus."""

import json
import re
from pathlib import Path

import pytest

from build_scripts.environment import find_project
from build_scripts.link.corpus import link
from build_scripts.model.page import Site
from build_scripts.pipeline import check
from build_scripts.publish.fault import SiteFault
from build_scripts.publish.reading import read_page
from build_scripts.render.pages import render
from build_scripts.render.pictures import pictures

from ..projects import RIVER, SITE


def pages(project: Path) -> list[Path]:
    return sorted((project / "site").rglob("*.html"))


def test_every_generated_page_names_its_source_first(built_river: Path) -> None:
    linked = link(check(RIVER).corpus)
    generated = render(linked, SITE, pictures(linked))
    assert len(generated) > 20
    for page in generated:
        first = (built_river / "docs" / page.language / page.path).read_text("utf-8").splitlines()[0]
        assert re.fullmatch(r"source: (briefs|build_scripts)[\w/.-]*", first), page.path


def test_markdown_is_as_accepted(request: pytest.FixtureRequest) -> None:
    """The generated Markdown of the river corpus, line for line; `pytest --accept` takes the present one over."""
    expected = RIVER / "expected"
    linked = link(check(RIVER).corpus)
    made = {f"{page.language}/{page.path}": page.text for page in render(linked, SITE, pictures(linked))}
    made = {name: text for name, text in made.items() if not name.endswith("problems.md")}
    if request.config.getoption("--accept"):
        for name, text in made.items():
            (expected / name).parent.mkdir(parents=True, exist_ok=True)
            (expected / name).write_text(text, "utf-8")
    kept = {path.relative_to(expected).as_posix(): path.read_text("utf-8") for path in expected.rglob("*.md")}
    assert made.keys() == kept.keys()
    for name in sorted(made):
        assert made[name] == kept[name], name


def test_every_generated_page_ends_in_one_block_of_linked_data(built_river: Path) -> None:
    """What the Markdown holds comes out of the page as the same JSON."""
    project, linked = find_project(built_river), link(check(RIVER).corpus)
    for page in render(linked, Site(project.site_url, project.names), pictures(linked)):
        html = (built_river / "site" / page.language / page.address / "index.html").read_text("utf-8")
        (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
        assert json.loads(block) == json.loads(page.text.split("\n")[-3])
        assert html.index("<article") < html.index(block) < html.index("</article>")


def test_twin_pages_have_the_same_shape(built_river: Path) -> None:
    """Both languages show the same records at the same anchors, and the same quotations."""
    for page in sorted((built_river / "site" / "ru").rglob("index.html")):
        twin = built_river / "site" / "en" / page.relative_to(built_river / "site" / "ru")
        one, other = read_page(page), read_page(twin)
        assert one.ids == other.ids, page
        assert one.quotations == other.quotations, page


def test_language_links_are_absolute_and_reciprocal(built_river: Path) -> None:
    for language, other in (("ru", "en"), ("en", "ru")):
        text = (built_river / "site" / language / "articles/2031-05-02-river-talks/index.html").read_text("utf-8")
        for target in (language, other, "x-default"):
            assert re.search(rf'hreflang="?{target}"? href="?https://', text) or re.search(
                rf'href="?https://[^" ]+"? hreflang="?{target}"?', text
            )
        assert f'href="../../../{other}/articles/2031-05-02-river-talks/"' in text


def test_nothing_comes_from_another_host(built_river: Path) -> None:
    for page in pages(built_river):
        for address in read_page(page).loads:
            assert not address.startswith(("http:", "https:", "//")), page


def test_root_files(built_river: Path) -> None:
    site = built_river / "site"
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    assert sitemap.count("<loc>") == len([page for page in pages(built_river) if page.name == "index.html"]) - 1
    assert "Sitemap: https://" in (site / "robots.txt").read_text("utf-8")
    chooser = (site / "index.html").read_text("utf-8")
    assert 'href="ru/"' in chooser
    assert 'href="en/"' in chooser
    assert "http-equiv" not in chooser.replace('http-equiv="Content-Security-Policy"', "")
    missing = (site / "404.html").read_text("utf-8")
    assert 'lang="ru"' in missing
    assert 'lang="en"' in missing
    assert list(site.rglob("sitemap.xml*")) == [site / "sitemap.xml"]


def test_a_quotation_that_nobody_said_is_found(built_river: Path, tmp_path: Path) -> None:
    """The inspection sees a quotation whose words were changed after the build's own checks."""
    import shutil

    from build_scripts.publish.inspection import inspect_site

    project = tmp_path / "river"
    shutil.copytree(built_river, project)
    linked = link(check(project).corpus)
    made = render(linked, SITE, pictures(linked))
    inspect_site(project / "site", find_project(project), linked, made)
    page = project / "site/en/quotes/index.html"
    page.write_text(page.read_text("utf-8").replace("вообще", "никогда"), "utf-8")
    with pytest.raises(SiteFault, match="not-in-source"):
        inspect_site(project / "site", find_project(project), linked, made)
    page = project / "site/ru/timeline/index.html"
    page.write_text(page.read_text("utf-8").replace("Зеландия предлагает", "«Зеландия» предлагает"), "utf-8")
    with pytest.raises(SiteFault, match="unearned"):
        inspect_site(project / "site", find_project(project), linked, made)
