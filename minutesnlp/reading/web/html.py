"""The reader of HTML: ModernGov's pages by their own marks, other pages by finding where their text is."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from minutesnlp.errors import ReadError
from minutesnlp.reading.blocks import Block, Document, Facts
from minutesnlp.reading.decoding import decode
from minutesnlp.reading.page.cleaning import clean
from minutesnlp.reading.page.days import days_in
from minutesnlp.reading.page.furniture import is_furniture, is_rule
from minutesnlp.reading.page.lines import Line, joined
from minutesnlp.reading.trees import UNSEEN, Tree, parse_html, tag_of, text_of
from minutesnlp.reading.web.flow import flow
from minutesnlp.reading.web.moderngov import is_moderngov, moderngov_documents

# More than this of one page is no page.
LARGEST = 20_000_000

# Parts of a page that are about the site: its menus, its foot, its forms.
ABOUT_THE_SITE = frozenset(("nav", "footer", "aside", "form", "dialog"))
SITE_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alert"))

# The same by what they are called: class="breadcrumb", id="side-menu"; not "content-menu-free" prose.
SITE_NAMES = re.compile(
    r"""(?:^|[\s_-])(?:nav|navbar|navigation|menu|menus|breadcrumbs?|cookies?|cookie-?\w*|share|sharing|sharedaddy|social
      |sidebar|side-?nav|widget|widgets|widget-area|comments?|comment-\w+|respond|footer|site-footer|site-header|masthead
      |related|pagination|pager|post-navigation|search|searchform|skip|skip-link|screen-reader-text|sr-only|banner|popup
      |modal|advert|ads|newsletter|subscribe|login|print|toolbar|noprint|tagcloud|jp-relatedposts|wp-block-navigation)
      (?:$|[\s_-])""",
    re.VERBOSE | re.IGNORECASE,
)

# Where a page says its own text is.
MAIN = ("main", "article")
MAIN_NAMES = re.compile(
    r"(?:^|\s)(?:entry-content|post-content|page-content|article-content|main-?content|content-?main|entry|node__content"
    r"|field--name-body|minutes|article-body|post|hentry|content)(?:$|\s)",
    re.IGNORECASE,
)

# A main part holds at least this share of the page's words.
MAIN_SHARE = 0.6

# A part holding more than this share of all words is no menu, whatever it is called.
LARGEST_MENU = 0.5


def read_html(data: bytes, name: str) -> list[Document]:
    """Read an HTML page: a ModernGov page, or the main text of any other.

    Raises
    ------
    ReadError
        When it is too large or holds no text.
    """
    if len(data) > LARGEST:
        raise ReadError(name, f"it is too large for a page ({len(data) / 1e6:,.0f} MB)", "Save only the page's text.")
    text, notes = decode(data, name)
    root = parse_html(text, name)
    documents = moderngov_documents(root, name) if is_moderngov(root) else [page_document(root)]
    return [replace(d, facts=replace(d.facts, notes=(*notes, *d.facts.notes))) for d in documents]


def page_document(root: Tree) -> Document:
    """Return the document of a page that is not ModernGov's."""
    title = _title(root)
    published = _published(root)
    body = next(root.iter("body"), root)
    furniture: list[str] = []
    main = _main(body, furniture)
    lines = []
    for line in flow(main):
        text = line.block.text
        if is_rule(text) or (is_furniture(text) and not line.block.row):
            furniture.append(text)
        else:
            lines.append(line)
    if not lines:
        lines = _bare(root)
    facts = Facts(title=title, published=published)
    return Document(tuple(joined(lines)), facts, reader="html", furniture=tuple(f for f in furniture if f))


def _bare(root: Tree) -> list[Line]:
    """Return all text of a page whose parts could not be told apart."""
    text = clean(text_of(root)) if tag_of(root) else ""
    return [Line(Block(text), len(text))] if text else []


def _main(body: Tree, furniture: list[str]) -> Tree:
    total = _length(body)
    gone: set[Tree] = set()
    for element in [e for e in body.iter() if tag_of(e)]:
        if element is body or element in gone:
            continue
        if _about_the_site(element) and _length(element) <= LARGEST_MENU * total:
            gone.update(element.iter())
            furniture.extend(line.block.text for line in flow(element))
            tail = element.tail
            parent = element.getparent()
            previous = element.getprevious()
            parent.remove(element)
            if tail and tail.strip():
                if previous is not None:
                    previous.tail = (previous.tail or "") + tail
                else:
                    parent.text = (parent.text or "") + tail
    left = _length(body)
    best = body
    for element in body.iter():
        tag = tag_of(element)
        if not tag or element is body:
            continue
        names = f"{element.get('id') or ''} {element.get('class') or ''}"
        if (tag in MAIN or element.get("role") == "main" or MAIN_NAMES.search(names)) and _length(
            element
        ) >= MAIN_SHARE * left:
            best = element
    if best is not body:
        kept = set(best.iter())
        above = set(best.iterancestors())
        furniture.extend(
            line.block.text for child in body.iter() if child in above for part in child if part not in kept | above
            for line in flow(part)
        )  # fmt: skip
    return best


def _about_the_site(element: Tree) -> bool:
    tag = tag_of(element)
    if tag in ABOUT_THE_SITE or element.get("role") in SITE_ROLES:
        return True
    if tag in ("body", "html", "main", "article", "p", "td", "tr", "table", "h1", "h2", "h3"):
        return False
    if tag == "header":
        return not any(tag_of(a) in MAIN for a in element.iterancestors())
    names = f"{element.get('id') or ''} {element.get('class') or ''}".strip()
    return bool(names) and SITE_NAMES.search(names) is not None


def _length(element: Tree) -> int:
    """Return how many characters of text stand in an element outside scripts and links."""
    total = 0
    for part in element.iter():
        tag = tag_of(part)
        if not tag:
            continue
        if part.text and tag not in UNSEEN and tag != "a":
            total += len(part.text.strip())
        if part.tail and part is not element:
            total += len(part.tail.strip())
    return total


def _title(root: Tree) -> str | None:
    for element in root.iter("title"):
        title = clean(text_of(element))
        if title:
            # "Minutes – 7 August 2018 – Long Lane Township": the last part is the site's name, and often the council's
            return title
    return None


def _published(root: Tree) -> datetime.date | None:
    for meta in root.iter("meta"):
        if (meta.get("property") or meta.get("name") or "").lower() in ("article:published_time", "date", "dc.date"):
            for day in days_in(meta.get("content") or ""):
                return day.date
    return None
