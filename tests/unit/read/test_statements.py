"""What a page says of itself: verbatim, by the name of its place; a date only where the page calls it publication."""

import json

import pytest

from build_scripts.model.capture import Capture, Holding
from build_scripts.read.capture import read_capture
from build_scripts.read.days import day_in

BODY = """<article><h1>Мост откроют</h1>{lines}<p>Комиссия двух стран решила открыть мост весной, сказала её глава.</p>
<p>Инженеры двух берегов осмотрели опоры и не нашли трещин, говорится в отчёте за прошлый год.</p>{more}</article>"""


@pytest.fixture
def read(tmp_path, in_process):
    """Read a page of the given parts."""

    def read_page(head="", lines="", more="", top="", bottom=""):
        path = tmp_path / "page.html"
        body = BODY.format(lines=lines, more=more)
        path.write_text(f"<html lang='ru'><head>{head}</head><body>{top}{body}{bottom}</body></html>", "utf-8")
        found = read_capture(path)
        assert isinstance(found, Capture)
        return found

    return read_page


SCOPE = "itemscope itemtype='https://schema.org"
ITEM = "itemprop='datePublished'"


def json_ld(value):
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


@pytest.mark.parametrize(
    ("parts", "origin"),
    [
        (
            {"head": '<meta property="article:published_time" content="2031-05-02T23:00:00-05:00">'},
            "article:published_time",
        ),
        ({"head": json_ld({"@type": "NewsArticle", "datePublished": "2031-05-02"})}, "JSON-LD datePublished"),
        (
            {"head": json_ld({"@graph": [{"@type": ["Article"], "datePublished": "2031-05-02"}]})},
            "JSON-LD datePublished",
        ),
        ({"head": '<meta name="DC.date.issued" content="20310502">'}, "DC.date.issued"),
        ({"head": '<meta name="dcterms.date" content="2 May 2031">'}, "dcterms.date"),
        ({"lines": '<meta itemprop="datePublished" content="2031-05-02">'}, 'itemprop="datePublished"'),
        ({"lines": '<time itemprop="datePublished" datetime="2031-05-02">2 мая</time>'}, 'itemprop="datePublished"'),
        ({"lines": "<p>Опубликовано 2 мая 2031 г. в 10:00</p>"}, "“Опубликовано 2 мая 2031 г. в 10:00”"),
        ({"lines": "<div>Дата публикации: 02.05.2031</div>"}, "“Дата публикации: 02.05.2031”"),
        ({"lines": "<p>Published on Friday, May 2, 2031</p>"}, "“Published on Friday, May 2, 2031”"),
        ({"lines": "<p>Published: 10:00, 2 May 2031. Updated: 3 May 2031</p>"}, None),
    ],
)
def test_a_named_statement_is_the_date(read, parts, origin):
    got = read(**parts)
    assert str(got.date) == "2031-05-02"
    assert origin is None or got.date_origin == origin
    assert "Опубликовано" not in got.text and "Published" not in got.text


@pytest.mark.parametrize(
    "parts",
    [
        {"head": '<meta property="article:modified_time" content="2031-05-02">'},
        {"head": '<meta name="date" content="2031-05-02">'},
        {"head": '<meta property="article:published_time" content="2031-05">'},
        {"head": '<meta property="article:published_time" content="1970-01-01T00:00:00Z">'},
        {"head": '<link rel="canonical" href="https://news.example.org/2031/05/02/most">'},
        {"head": json_ld({"@type": "VideoObject", "uploadDate": "2031-05-02", "datePublished": "2031-05-02"})},
        {"head": json_ld({"@type": "NewsArticle", "comment": [{"@type": "Comment", "datePublished": "2031-05-02"}]})},
        {
            "head": json_ld(
                [{"@type": "NewsArticle", "headline": f"Other {n}", "datePublished": "2031-05-02"} for n in (1, 2)]
            )
        },
        {"head": "<!-- published 2031-05-02 -->"},
        {"head": '<script>var datePublished = "2031-05-02"</script>'},
        {"lines": "<time datetime='2031-05-02'>2 мая 2031</time>"},
        {"lines": "<p>Published 02/05/2031</p>"},
        {"lines": "<p>Обновлено 2 мая 2031</p>"},
        {"more": "<p>Книга о мосте, опубликованная 2 мая 2031 года, разошлась за день, говорит издатель.</p>"},
        {"more": "<p>Мост рухнул 2 мая 2031 года, когда по нему шёл поезд, говорится в отчёте комиссии.</p>"},
        {"top": "<header><ul><li>Вторник, 02.05.2031</li></ul></header>"},
        {"bottom": "<footer>© 2029–2031 Берег. Опубликовано 02.05.2031</footer>"},
        {"bottom": "<div class='comments'><p>Опубликовано 2 мая 2031</p><p>Первый! И это важно.</p></div>"},
        {"bottom": f"<aside><div {SCOPE}/NewsArticle'><meta {ITEM} content='2031-05-02'>Другая новость</div></aside>"},
        {"bottom": f"<div itemprop='comment' {SCOPE}/Comment'><time {ITEM} datetime='2031-05-02'></time></div>"},
    ],
)
def test_any_other_date_is_none_of_publication(read, parts):
    assert read(**parts).date is None


def test_other_dates_are_kept_as_comments(read):
    got = read(
        head='<meta property="article:modified_time" content="2031-05-03"><link rel="canonical" href="https://n.example.org/2031/05/02/a">'
    )
    assert {(each.value, each.origin) for each in got.other_dates} == {
        ("2031-05-03", "article:modified_time"),
        ("2031-05-02", "address"),
    }


def test_of_two_statements_the_second_is_a_comment(read):
    got = read(
        head='<meta property="article:published_time" content="2031-05-02">'
        + json_ld({"@type": "NewsArticle", "datePublished": "2031-05-03"})
    )
    assert str(got.date) == "2031-05-02"
    assert [(each.value, each.origin) for each in got.other_dates] == [("2031-05-03", "JSON-LD datePublished")]


@pytest.mark.parametrize(
    ("parts", "author"),
    [
        ({"head": '<meta name="author" content="И. И. Тестов">'}, ("И. И. Тестов", "author", False)),
        (
            {"head": json_ld({"@type": "NewsArticle", "author": [{"name": "А. Б."}, {"name": "В. Г."}]})},
            ("А. Б., В. Г.", "JSON-LD author", False),
        ),
        ({"lines": '<span class="author">Пётр Примеров</span>'}, ("Пётр Примеров", 'class="author"', True)),
        ({"lines": '<p class="byline">By Anna Example</p>'}, ("Anna Example", 'class="byline"', True)),
        ({"lines": '<span class="author">Фото: Пётр Примеров</span>'}, None),
        ({"head": '<meta property="article:author" content="https://social.example.org/a">'}, None),
        ({"bottom": '<div class="comments"><span class="author">Читатель</span><p>Первый!</p></div>'}, None),
    ],
)
def test_the_author_is_verbatim_or_a_guess_or_none(read, parts, author):
    got = read(**parts).author
    assert (got and (got.value, got.origin, got.guessed)) == author


def test_the_headline_is_the_printed_one_where_the_page_confirms_it(read):
    got = read(
        head='<meta property="og:title" content="Мост откроют | Берег"><meta property="og:site_name" content="Берег">'
    )
    assert (got.headline.value, got.headline.origin) == ("Мост откроют", "h1")
    other = read(head='<meta property="og:title" content="Что известно о мосте">')
    assert (other.headline.value, other.headline.origin) == ("Что известно о мосте", "og:title")


def test_what_cannot_become_words_is_held(read):
    more = (
        '<figure><img src="a.jpg"></figure><iframe src="https://video.example.org/1"></iframe>'
        '<img src="c.gif" width="1">'
        '<blockquote class="twitter-tweet"><p>Мост не откроют.</p></blockquote><p>Читайте <a href="/1">решение</a>.</p>'
    )
    assert read(more=more).holds == {Holding.PHOTO, Holding.VIDEO, Holding.POST, Holding.LINKS}
    assert (
        read(more='<div class="ad"><img src="a.jpg"></div>', top='<header><img src="logo.png"></header>').holds == set()
    )


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2031-05-02T10:00:00Z", "2031-05-02"),
        ("Fri, 02 May 2031 10:00:00 +0300", "2031-05-02"),
        ("2 мая 2031 г.", "2031-05-02"),
        ("2 марта 2031", "2031-03-02"),
        ("May 2nd, 2031", "2031-05-02"),
        ("25/12/2031", "2031-12-25"),
        ("02/05/2031", None),
        ("31 февраля 2031", None),
        ("2031", None),
        ("10 000 2031", None),
        ("№ 17-31-2031-05-022", None),
    ],
)
def test_a_day_is_read_in_one_way_only(written, day):
    assert day_in(written) == day
