"""What pages call their parts: classes, and the words of labels, that tell foreign matter from an article."""

from __future__ import annotations

import re

POST = re.compile(
    r"(?:^|\s)(?:twitter-tweet|twitter-video|tweet|instagram-media|tiktok-embed|bluesky-embed|mastodon-embed|"
    r"(?:embed(?:ded)?|social|telegram|tg|tgme|twitter|fb|facebook|vk|instagram|x)[-_](?:post|tweet|embed|status)"
    r"|(?:post|tweet)[-_]embed)(?:\s|$)",
    re.IGNORECASE,
)
"""Classes of an embedded post that brings its words along."""

POST_FRAME = re.compile(
    r"//(?:[\w-]+\.)*(?:twitter|x|t|telegram|instagram|facebook|vk|bsky|threads|tiktok)\.(?:com|me|org|app|net)/"
    r"|/(?:embed-?post|post/embed|tweet|status)\b",
    re.IGNORECASE,
)
"""Addresses of frames in which a post is shown."""

_NAMES = (
    r"ads?|advert\w*|adsense|adfox|banner|promo\w*|sponsor\w*|partners?|reklama",
    r"related\w*|recommend\w*|read-?(?:more|also)|more-?(?:news|on|stories)|most-?read|popular|trending|teasers?",
    r"see-?also|also",
    r"share\w*|sharing|socials?|social-?(?:share|links|buttons)|subscri\w+|newsletter\w*|signup|donat\w+|paywall",
    r"login|reactions?|likes?",
    r"nav\w*|menu\w*|breadcrumbs?|bread-?crumbs?|pathway|pagination|pager|cookies?\w*|gdpr|consent|popups?|modal",
    r"toolbar|topbar|sidebar|widgets?|footer|site-?header|ticker|search-?form|skip-?link|toc",
    r"comments?|comments?-?(?:list|area|section)|respond|disqus\w*|discussion|forum",
)
_FOREIGN = re.compile("|".join(_NAMES), re.IGNORECASE)

_DATA = re.compile(
    r"by-?line|authors?|author-?\w+|meta\w*|post-?meta|entry-?meta|dates?|pub-?date|time|timestamp|views?|counter|"
    r"rubric|category|tags?|tag-?list|source|credits?|copyright|reading-?time|info",
    re.IGNORECASE,
)

_CAPTION = re.compile(r"\w*caption|photo|image|img|picture|gallery|figure|slider|illustration", re.IGNORECASE)

_LEAD = re.compile(r"lead|lede|standfirst|intro|introduction|summary|deck|dek|announce|anons|subtitle", re.IGNORECASE)

FOREIGN_TAGS = frozenset({"nav", "aside", "footer", "form", "dialog", "menu", "search"})
FOREIGN_ROLES = frozenset({"navigation", "complementary", "contentinfo", "search", "dialog", "alertdialog", "menu"})

_LABELS = (
    r"читайте (?:также|по теме|ещ[её])|смотрите также|также по теме|по теме|материалы по теме|ещ[её] по теме",
    r"другие новости|главное (?:за (?:день|сутки|неделю)|сегодня|сейчас)|новости партн[её]ров|(?:наши )?партн[её]ры",
    r"популярное|самое читаемое|лента новостей|последние новости|рекомендуем|реклама|на правах рекламы",
    r"подпишитесь|подписывайтесь|комментарии|обсуждение|оставить комментарий|поделиться|теги|метки",
    r"read (?:also|more|next|this next)|see also|also read|related(?: (?:stories|articles|content|news|topics))?",
    r"more (?:on this(?: story)?|stories|news|from .{1,40})|most (?:read|popular)|recommended(?: for you)?",
    r"you (?:may|might) also like|don['’]t miss|trending(?: now)?|top stories|latest news|advertisement",
    r"sponsored(?: content)?|partner content|promoted|around the web|comments|leave a (?:comment|reply)",
    r"share this(?: article| story)?|share|tags|topics|subscribe|sign up|newsletter",
)
LABEL = re.compile(rf"\W*(?:{'|'.join(_LABELS)})(?P<rest>\W.*)?", re.IGNORECASE | re.DOTALL)
"""A heading or a label that says: what follows is not this article."""


def is_foreign(names: str) -> bool:
    """Tell whether the classes or the id of an element say that it is none of the article."""
    return any(_FOREIGN.fullmatch(part) for name in names.split() for part in _parts(name))


def is_data(names: str) -> bool:
    """Tell whether the classes of an element say that it holds the author, the date or the like."""
    return any(_DATA.fullmatch(part) for name in names.split() for part in _parts(name))


def is_lead(names: str) -> bool:
    """Tell whether the classes of an element say that it holds the sentences above a text."""
    return any(_LEAD.fullmatch(part) for name in names.split() for part in _parts(name))


def is_caption(names: str) -> bool:
    """Tell whether the classes of an element say that it holds a picture or the words below one."""
    return any(_CAPTION.fullmatch(part) for name in names.split() for part in _parts(name))


def _parts(name: str) -> list[str]:
    """Return a class name, its first and its last part, and what stands between `__` and `--`."""
    pieces = re.split(r"__|--|[-_]", name)
    return [name, pieces[-1], pieces[0], name.rpartition("__")[2].partition("--")[0]]
