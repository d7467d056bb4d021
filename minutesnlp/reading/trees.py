"""The door to lxml: HTML and XML parsed into trees, with nothing fetched and no entity expanded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from minutesnlp.errors import ReadError

# lxml's own elements are untyped here, so that no other module needs to know it.
Tree = Any

# A document type with entities of its own is never needed and often a bomb.
ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)

# From this version on libxml2 refuses HTML nested deeper than this; the wheels of lxml for Windows have an older one.
BOUNDED, DEEPEST = (2, 14), 2048
TOO_DEEP = ("it is nested too deeply", "Save it in a simpler form.")

DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,500}\?>")


# Elements that begin and end a paragraph.
BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div",
        "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table",
        "tbody", "td", "tfoot", "th", "thead", "tr", "ul"
    )
)  # fmt: skip
PARTING = BLOCKS | {"br"}

# Elements whose words are not the page's.
UNSEEN = frozenset(
    (
        "script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "select", "option",
        "button", "input", "textarea", "video", "audio", "canvas", "map", "area", "link", "meta", "title"
    )
)  # fmt: skip


def parse_html(text: str, name: str = "text") -> Tree:
    """Return the root of an HTML page or fragment, however broken.

    Raises
    ------
    ReadError
        When there is nothing in it, or it is nested too deeply.
    """
    from lxml import etree
    from lxml import html as lxml_html

    # huge: without it libxml2 drops in silence what is nested deeper than 256 elements
    parser = lxml_html.HTMLParser(recover=True, no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    text = DECLARATION.sub("", text.replace("\x00", ""))
    try:
        root = lxml_html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise ReadError(name, f"its HTML cannot be parsed ({str(error)[:100]})", "Save the page again.") from None
    _all_is_there(parser, name)
    if etree.LIBXML_VERSION < BOUNDED and _is_deep(root):
        raise ReadError(name, *TOO_DEEP)
    return root


def _all_is_there(parser: Any, name: str) -> None:
    """Refuse a tree that the parser cut short."""
    if any("depth" in error.message for error in parser.error_log):
        raise ReadError(name, *TOO_DEEP)


def _is_deep(root: Tree) -> bool:
    """Tell whether elements stand within more others than a parser that counts them allows."""
    depth = 0
    for event, _ in walk(root):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            return True
    return False


def parse_xml(text: str, name: str = "text") -> Tree:
    """Return the root of an XML document, mended where it is broken.

    Raises
    ------
    ReadError
        When it declares entities or holds nothing.
    """
    from lxml import etree

    if ENTITY.search(text):
        raise ReadError(name, "it declares XML entities, which are not expanded for safety", "Export it without them.")
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(DECLARATION.sub("", text).encode("utf-8", errors="replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(name, f"its XML cannot be parsed ({str(error)[:100]})", "Export it again.") from None
    if root is None:
        raise ReadError(name, "its XML holds nothing", "Export it again.")
    _all_is_there(parser, name)
    return root


def walk(root: Tree) -> Iterator[tuple[str, Tree]]:
    """Yield ("start", element) and ("end", element) for all elements below, in order and without recursion."""
    from lxml import etree

    return iter(etree.iterwalk(root, events=("start", "end")))


def tag_of(element: Tree) -> str:
    """Return an element's name in small letters without its namespace; "" for comments and the like."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1].lower() if isinstance(tag, str) else ""


def text_of(element: Tree) -> str:
    """Return all text in an element that is meant to be seen, with spaces where paragraphs and cells part."""
    pieces: list[str] = []
    hidden: Tree | None = None
    for event, part in walk(element):
        tag = tag_of(part)
        if event == "start":
            if hidden is not None:
                continue
            if tag in UNSEEN and part is not element:
                hidden = part
                continue
            if tag in PARTING:
                pieces.append(" ")
            if tag and part.text:
                pieces.append(part.text)
            continue
        if part is hidden:
            hidden = None
        if hidden is None:
            if tag in PARTING:
                pieces.append(" ")
            if part.tail and part is not element:
                pieces.append(part.tail)
    return "".join(pieces)


def inner_html(element: Tree) -> str:
    """Return the markup that stands in an element."""
    from lxml import etree

    parts = [element.text or ""]
    parts.extend(etree.tostring(child, encoding="unicode", method="html") for child in element)
    return "".join(parts)
