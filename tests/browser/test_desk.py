"""What an officer does on the page, in a real browser, with and without scripts."""

import csv
import io

import pytest

docx = pytest.importorskip("docx")

QUERY = '"foster carers"'


def titles_of(page):
    return [text.strip() for text in page.locator(".hit__title").all_inner_texts()]


def search_for(page, words):
    page.get_by_label("What are you looking for?").fill(words)
    page.get_by_role("button", name="Search", exact=True).click()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_search_narrow_down_and_read(open_page, archive, scripts):
    page = open_page("/", java_script_enabled=scripts)
    search_for(page, QUERY)
    hits = archive.search(QUERY, k=20)
    assert titles_of(page) == [str(hit.item) for hit in hits]
    body, count = next(iter(hits.facets["body"].items()))
    page.get_by_label(f"{body} ({count})").check()
    page.get_by_role("button", name="Apply").click()
    narrowed = archive.search(QUERY, k=20, body=body)
    assert titles_of(page) == [str(hit.item) for hit in narrowed]
    assert page.get_by_label(f"{body} ({count})").is_checked()
    page.locator(".hit__title a").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == str(narrowed[0].item)
    marks = page.locator(".paragraph--hit mark").all_inner_texts()
    assert "foster carers" in {words.lower() for words in marks}
    page.get_by_role("link", name="Back to the hits").click()
    assert titles_of(page) == [str(hit.item) for hit in narrowed]


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_how_a_query_was_read_is_folded_on_a_narrow_screen_only(open_page, scripts):
    page = open_page("/?q=mill+lane+allotments+refused", java_script_enabled=scripts)
    rest = page.locator(".account__more .account__read").first
    assert page.get_by_role("status").first.inner_text().startswith("No paragraph has all of “mill”")
    assert rest.is_visible()
    assert not page.get_by_text("More on how this was read").is_visible()
    page.set_viewport_size({"width": 390, "height": 780})
    assert not rest.is_visible()
    page.get_by_text("More on how this was read").press("Enter")
    assert rest.is_visible()


def test_a_citation_is_copied_with_one_press(open_page, archive):
    page = open_page("/?q=foster+carers", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy citation").first.click()
    page.get_by_text("Citation copied").wait_for(state="attached")
    assert page.evaluate("navigator.clipboard.readText()") == archive.search("foster carers")[0].citation


def test_without_scripts_there_is_no_button_that_does_nothing(open_page):
    page = open_page("/?q=foster+carers", java_script_enabled=False)
    assert page.get_by_role("button", name="Copy citation").count() == 0
    assert page.locator(".citation__text").first.is_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_ticked_paragraphs_become_a_document_that_opens(open_page, archive, tmp_path, scripts):
    page = open_page("/?q=foster+carers", java_script_enabled=scripts, accept_downloads=True)
    hits = archive.search("foster carers", k=20)
    for rank in (1, 3):
        page.get_by_label(f"Take hit {rank} into the evidence pack").check()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save ticked as a Word document").click()
    saved.value.save_as(tmp_path / "pack.docx")
    assert saved.value.suggested_filename == "foster-carers.docx"
    document = docx.Document(tmp_path / "pack.docx")
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    text = "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    assert hits[0].paragraph.text in text
    assert hits[2].paragraph.text in text
    assert hits[1].paragraph.text not in text


def test_ticked_paragraphs_become_a_table(open_page, archive, tmp_path):
    page = open_page("/?q=foster+carers", accept_downloads=True)
    page.get_by_label("Take hit 1 into the evidence pack").check()
    with page.expect_download() as saved:
        page.get_by_role("button", name="As a table (CSV)").click()
    saved.value.save_as(tmp_path / "pack.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "pack.csv").read_text("utf-8-sig"))))
    assert any(archive.search("foster carers")[0].citation in row.values() for row in rows)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_evidence_of_two_searches_becomes_one_document(open_page, archive, tmp_path, scripts):
    page = open_page("/evidence", java_script_enabled=scripts, accept_downloads=True)
    found = []
    for query in ("foster carers", "library"):
        page.goto(f"/?q={query.replace(' ', '+')}")
        page.get_by_label("Take hit 1 into the evidence pack").check()
        page.get_by_role("button", name="Add ticked to the evidence").click()
        page.get_by_text("In the evidence").wait_for()
        found.append(archive.search(query)[0])
    page.get_by_role("link", name="Evidence (2)").click()
    for hit in found:
        assert page.get_by_text(hit.citation, exact=True).is_visible()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save all as a Word document").click()
    saved.value.save_as(tmp_path / "evidence.docx")
    document = docx.Document(tmp_path / "evidence.docx")
    text = "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    text += "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert all(hit.paragraph.text in text for hit in found)
    page.get_by_role("button", name="Remove all").click()
    assert page.get_by_text("Nothing yet").is_visible()


def test_nothing_ticked_is_told_and_leads_back(open_page):
    page = open_page("/?q=foster+carers")
    page.get_by_role("button", name="Save ticked as a Word document").click()
    page.get_by_role("heading", name="There is a problem").wait_for()
    page.get_by_role("link", name="Back to the hits").click()
    assert page.url.endswith("/?q=foster+carers")


def test_a_draft_is_checked(open_page, archive):
    sentence = archive.search("foster carers", section="minutes")[0].paragraph.text
    page = open_page("/draft")
    page.get_by_label("Your draft").fill(f"{sentence} Seventeen mermaids sang to the Executive.")
    page.get_by_role("button", name="Check it").click()
    page.get_by_role("heading", name="sentences").wait_for()
    verdicts = page.locator(".ledger .govuk-tag").all_inner_texts()
    assert verdicts[0] == "Word for word"
    assert verdicts[-1] == "Not in the minutes"


@pytest.fixture
def paper(tmp_path):
    """Minutes of two pages as a PDF."""
    canvas = pytest.importorskip("reportlab.pdfgen.canvas", reason="reportlab makes the PDF")
    path = tmp_path / "bridge committee.pdf"
    made = canvas.Canvas(str(path))
    y = 800
    for line in (
        "Minutes of the Bridge Committee held on 2 May 2023",
        "1. Lamps",
        "The Clerk reported that the quayside lamps had been lit for the first time in nine years.",
        "2. Drains",
        "Councillor Ashdown said that the culvert under Ferry Lane had gurgled throughout the winter.",
    ):
        if line.startswith("2."):
            made.showPage()
            y = 800
        made.drawString(60, y, line)
        y -= 26
    made.save()
    return path


def test_a_pdf_is_uploaded_found_and_opened_at_its_page(open_page, paper):
    page = open_page("/add")
    page.get_by_label("Documents", exact=True).set_input_files(paper)
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_role("heading", name="1 meeting is new or changed").wait_for(timeout=60_000)
    assert "bridge committee.pdf" in page.locator("table").inner_text()
    page.goto("/?q=culvert+gurgled")
    page.locator(".hit__title a").first.click()
    assert "gurgled" in page.locator(".paragraph--hit").first.inner_text()
    link = page.get_by_role("link", name="Page 2 of the document").first.get_attribute("href")
    assert link.endswith("#page=2")
    answer = page.request.get(link.partition("#")[0])
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.body() == paper.read_bytes()


def test_what_is_printed_is_the_words_and_their_citations(open_page):
    page = open_page("/?q=foster+carers")
    page.emulate_media(media="print")
    assert page.locator(".hit__words").first.is_visible()
    assert page.locator(".citation__text").first.is_visible()
    for hidden in (".narrowing", ".govuk-service-navigation", ".picking__bar", ".asking", "button"):
        assert not page.locator(hidden).first.is_visible()
