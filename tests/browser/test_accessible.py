"""WCAG 2.2 AA on every page: what axe-core finds, the keyboard, narrow screens, large text, little motion."""

import pytest

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}


def violations(page):
    from axe_playwright_python.sync_playwright import Axe

    page.wait_for_load_state("load")  # without its style sheet every target is too small
    found = Axe().run(page, options=RULES).response["violations"]
    return [(each["id"], node["html"], node["failureSummary"]) for each in found for node in each["nodes"]]


def test_axe_finds_nothing_on_any_page(open_page, pages):
    page = open_page()
    titles = []
    for name, path in pages.items():
        page.goto(path)
        assert violations(page) == [], name
        titles.append(page.title())
    assert len(set(titles)) == len(titles) - 1  # the two of the item are one page


def test_axe_finds_nothing_on_the_evidence_of_a_search(open_page):
    page = open_page("/?q=foster+carers")
    for rank in (1, 2):
        page.get_by_label(f"Take hit {rank} into the evidence pack").check()
    page.get_by_role("button", name="Add ticked to the evidence").click()
    page.get_by_text("In the evidence").first.wait_for()
    assert violations(page) == []
    page.goto("/evidence")
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 640})
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("button", name="Remove all").click()


def test_axe_finds_nothing_on_what_forms_answer(open_page):
    page = open_page("/draft")
    page.get_by_role("button", name="Check it").click()
    assert violations(page) == []
    page.get_by_label("Your draft").fill("Seventeen mermaids sang. The panel met in Committee Room 1.")
    page.get_by_role("button", name="Check it").click()
    assert violations(page) == []
    page.goto("/add")
    page.get_by_role("button", name="Add", exact=True).click()
    assert violations(page) == []
    text = b"Minutes of the Quay Committee held on 9 May 2023\n\n1. Ropes\n\nThe ropes were renewed.\n"
    page.get_by_label("Documents", exact=True).set_input_files(
        {"name": "q.txt", "mimeType": "text/plain", "buffer": text}
    )
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_role("heading", name="1 meeting is new or changed").wait_for(timeout=60_000)
    assert violations(page) == []


@pytest.mark.parametrize("width", [320, 390])
def test_no_page_scrolls_sideways_on_a_narrow_screen(open_page, pages, width):
    page = open_page()
    page.set_viewport_size({"width": width, "height": 640})
    for name, path in pages.items():
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    page.goto(pages["hits"])
    assert violations(page) == []


def test_text_of_twice_the_size_stays_on_the_page(open_page, pages):
    page = open_page()
    for name, path in pages.items():
        page.goto(path)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280, name
        cut = page.evaluate(
            """[...document.querySelectorAll('button, input, select, .govuk-tag')]
               .filter(each => each.offsetParent && each.scrollHeight > each.clientHeight + 4
                               && getComputedStyle(each).overflow !== 'visible').map(each => each.outerHTML)"""
        )
        assert cut == [], name


def test_everything_is_done_with_the_keyboard(open_page):
    page = open_page("/")
    press = page.keyboard.press
    press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "Skip to main content"
    press("Enter")
    press("Tab")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("foster carers")
    press("Enter")
    page.locator(".hits").wait_for()
    for _ in range(80):
        press("Tab")
        if page.evaluate("document.activeElement.closest('.hit__title') !== null"):
            break
    press("Enter")
    page.wait_for_url("**/item/**")
    page.go_back()
    page.locator("#pick-1").focus()
    press("Space")
    assert page.locator("#pick-1").is_checked()


def test_where_the_focus_is_can_always_be_seen(open_page):
    page = open_page("/?q=foster+carers")
    seen = 0
    for _ in range(70):
        page.keyboard.press("Tab")
        told = page.evaluate(
            """(() => { const one = document.activeElement
                 if (one === document.body) return null
                 const near = [one, one.nextElementSibling, one.parentElement].filter(Boolean)
                 const shown = near.some(each => ['', '::before', '::after'].some(part => {
                   const look = getComputedStyle(each, part || null)
                   return (look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) > 1)
                          || look.boxShadow.includes('255, 221, 0') }))
                 return [shown, one.outerHTML.slice(0, 120)] })()"""
        )
        if told is None:
            break
        assert told[0], told[1]
        seen += 1
    assert seen > 40


def test_little_motion_is_no_motion(open_page):
    page = open_page("/?q=foster+carers", reduced_motion="reduce")
    moving = page.evaluate(
        """[...document.querySelectorAll('*')].filter(each => { const look = getComputedStyle(each)
             return look.animationName !== 'none' || look.scrollBehavior === 'smooth' }).map(each => each.outerHTML)"""
    )
    assert moving == []


def test_an_error_is_told_first_and_leads_to_its_field(open_page):
    page = open_page("/draft")
    page.get_by_role("button", name="Check it").click()
    # the script that gives it the focus runs when the page is there; to ask for it in JavaScript the page refuses
    page.locator(".govuk-error-summary:focus").wait_for()
    assert page.title().startswith("Error: ")
    page.get_by_role("link", name="Paste the draft first.").click()
    assert page.evaluate("document.activeElement.id") == "draft"
    assert "draft-error" in page.locator("#draft").get_attribute("aria-describedby")
