"""The wizard from its first page to the booking's own."""
import re

import pytest
from selenium.webdriver.common.keys import Keys

from browser.guest import ANCHOR, book, bookings, choose, comes_to, days, fill_in, free, go, slots, to_details


def spoken(day):
    import datetime
    date = datetime.date.fromisoformat(day)
    return date.strftime("%A %-d %B") + ("" if date.year == datetime.date.today().year else f" {date.year}")


def has_focus_on_heading(page):
    return page.focused.tag_name == "h1"


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("scripts", [True, False])
def test_a_guest_books_sees_changes_and_cancels(shared_house, open_page, width, scripts):
    house, page = shared_house, open_page(shared_house, width=width, scripts=scripts)
    name = f"Flow {width} {'scripted' if scripts else 'plain'}"
    day, other = days(house)[0:2]
    fit = (lambda: page.is_fit() == []) if scripts else (lambda: not page.overflows())
    page.open("/")
    assert page.path == "/reserve"
    assert fit(), page.is_fit()
    go(page, "The Anchor")
    assert page.path == ANCHOR
    assert fit(), page.is_fit()
    page.driver.execute_script("arguments[0].value = arguments[1]", page.find("[name=date]"), day)
    go(page, "Show times")
    assert f"date={day}" in page.path
    if scripts:
        assert has_focus_on_heading(page)
    assert fit(), page.is_fit()
    time = free(house, day)[3]
    choose(page, f"{day}T{time}")
    go(page, "Continue")
    assert page.heading == "Your details"
    if scripts:
        assert has_focus_on_heading(page)
        assert page.is_fit() == []
    fill_in(page, name)
    go(page, "Continue")
    assert page.heading == "Is everything right?"
    if scripts:
        assert has_focus_on_heading(page)
        assert page.is_fit() == []
    go(page, "Book this table")
    assert page.heading == "Your table is booked"
    assert page.path.startswith("/booking/")
    if scripts:
        assert has_focus_on_heading(page)
        assert page.is_fit() == []
    reference = page.find(".reference").text
    assert [b["reference"] for b in bookings(house, name)] == [reference]

    go(page, "Change time or party")
    if scripts:
        assert page.is_fit() == []
    page.driver.execute_script("arguments[0].value = arguments[1]", page.find("[name=date]"), other)
    go(page, "Show times")
    choose(page, f"{other}T{free(house, other)[1]}")
    go(page, "Change my booking")
    assert "Your booking is changed." in page.text
    go(page, "Change my details")
    if scripts:
        assert page.is_fit() == []
    page.fill("notes", "A high chair, please")
    go(page, "Save")
    assert "A high chair, please" in page.text
    [booking] = bookings(house, name)
    assert (booking["date"], booking["notes"]) == (other, "A high chair, please")

    go(page, "Cancel booking")
    if scripts:
        assert page.is_fit() == []
    go(page, "Yes, cancel it")
    assert page.heading == "This booking is cancelled"
    assert not page.has("a.danger, button")
    if scripts:
        assert page.is_fit() == []
    assert [b["status"] for b in bookings(house, name)] == ["cancelled"]


def test_times_are_one_group_of_radio_buttons_with_whole_names(house, open_page):
    day = days(house)[2]
    # Some evenings end after midnight, on another date.
    def before_midnight():
        return [slot for slot in slots(house, day, 12) if slot["date"] == day]

    time = [slot["time"] for slot in before_midnight() if slot["outcome"] == "confirmed"][-1]
    for _ in range(4):
        if any(slot["time"] == time and slot["outcome"] == "confirmed" for slot in before_midnight()):
            book(house, day, time, 12)
    full = [slot["time"] for slot in before_midnight()
            if any(issue["code"] == "capacity_exceeded" for issue in slot["issues"])]
    page = open_page(house).open(f"{ANCHOR}?date={day}&party=12")
    names = [name for role, name in page.tree() if role == "radio"]
    assert f"{spoken(day)}, {full[0]}, full" in names
    assert f"{spoken(day)}, {free(house, day, 12)[0]}, open" in names
    assert len({radio.get_attribute("name") for radio in page.all("input[type=radio]")}) == 1
    assert any(role == "group" and name.startswith(spoken(day)) for role, name in page.tree())
    # Who takes a full one is told why, where the reader is, and what would do instead.
    choose(page, f"{day}T{full[0]}")
    go(page, "Continue")
    assert page.focused.get_attribute("id") == "errors"
    assert "no room" in page.focused.text
    assert len(page.all("#errors .offers a")) == 3
    assert page.has("#errors a[href^='tel:']")
    assert page.is_fit() == []
    go(page, page.find("#errors .offers a"))
    assert page.heading == "Your details"


def test_a_day_that_will_not_do_says_why_and_offers_three(shared_house, open_page):
    page = open_page(shared_house, width=360)
    sunday = next(d for d in (f"2026-12-{n:02}" for n in (6, 13, 20)) if d > shared_house.today) \
        if shared_house.today < "2026-12-20" else days(shared_house)[0]
    for day in [sunday, "2020-01-01", "2031-01-01"]:
        page.open(f"{ANCHOR}?date={day}&party=2")
        assert page.focused.get_attribute("id") == "errors"
        assert len(page.all("#errors .offers a")) == 3, page.text
        assert page.has("#errors a[href^='tel:']")
        assert page.is_fit() == []
        go(page, page.find("#errors .offers a"))
        assert page.heading == "Your details"


def test_a_party_that_is_too_large_is_told_whom_to_ring(shared_house, open_page):
    page = open_page(shared_house).open(f"{ANCHOR}?date={days(shared_house)[0]}&party=13")
    assert "For more than 12, please ring The Anchor" in page.text
    assert page.has("#errors a[href^='tel:']")


def test_the_keyboard_alone_is_enough(shared_house, open_page):
    house, page = shared_house, open_page(shared_house, width=360)
    day = days(house)[3]
    page.open(f"{ANCHOR}?date={day}&party=2")
    first = f"{spoken(day)}, {free(house, day)[0]}, open"
    page.tab_to(first)
    page.keys(Keys.ARROW_RIGHT)
    page.tab_to("Continue")
    page.keys(Keys.ENTER)
    comes_to(page, "Your details")
    for field, value in [("Name", "Key Board"), ("Email", "key@example.com"), ("Phone", "+44 20 7946 0999")]:
        page.tab_to(field)
        page.keys(value)
    page.tab_to("I accept the booking terms")
    page.keys(Keys.SPACE)
    while page.focused.accessible_name != "Continue":
        page.keys(Keys.TAB)
    page.keys(Keys.ENTER)
    comes_to(page, "Is everything right?")
    page.tab_to("Book this table")
    page.keys(Keys.ENTER)
    comes_to(page, "Your table is booked")
    assert len(bookings(house, "Key Board")) == 1


def test_what_is_wrong_is_said_at_the_top_and_at_its_field(shared_house, open_page):
    page = open_page(shared_house, width=320)
    day = days(shared_house)[3]
    to_details(page, day, free(shared_house, day)[0])
    page.fill("email", "nonsense")
    go(page, "Continue")
    assert page.focused.get_attribute("id") == "errors"
    assert page.is_fit(errors_expected=["422"]) == []
    links = {link.text: link.get_attribute("href").split("#")[1] for link in page.all("#errors a")}
    assert set(links.values()) == {"field-name", "field-email", "field-phone", "field-terms"}
    page.find("#errors a[href='#field-email']").click()
    assert page.focused.get_attribute("name") == "email"
    assert page.focused.get_attribute("value") == "nonsense"
    assert page.focused.get_attribute("aria-invalid") == "true"


def test_browsers_and_telephones_know_what_is_asked(shared_house, open_page):
    page = open_page(shared_house)
    day = days(shared_house)[3]
    to_details(page, day, free(shared_house, day)[0])
    known = {field: (page.find(f"[name={field}]").get_attribute("autocomplete"),
                     page.find(f"[name={field}]").get_attribute("inputmode")) for field in ["name", "email", "phone"]}
    assert known == {"name": ("name", None), "email": ("email", "email"), "phone": ("tel", "tel")} \
        or known == {"name": ("name", ""), "email": ("email", "email"), "phone": ("tel", "tel")}


def test_a_first_visit_is_light(shared_house, open_page):
    page = open_page(shared_house)
    page.loaded_bytes()
    page.open(f"{ANCHOR}?date={days(shared_house)[0]}&party=2")
    assert 0 < page.loaded_bytes() < 100_000


NASTY = "<script>alert(1)</script>"
NOTES = "He said \"no nuts\", she's 5'2\" & allergic 🥜🦀 {{t.guest_title}}"
RIGHT_TO_LEFT = "שלום עולם"


@pytest.mark.parametrize("name", [NASTY, RIGHT_TO_LEFT])
def test_what_guests_type_is_shown_as_they_typed_it(shared_house, open_page, name):
    house, page = shared_house, open_page(shared_house, width=360)
    day = days(house)[4]
    to_details(page, day, free(house, day)[0])
    fill_in(page, name, notes="", terms=False)
    page.driver.execute_script("document.querySelector('[name=notes]').value = arguments[0]", NOTES)
    go(page, "Continue")
    assert page.find("[name=name]").get_attribute("value") == name
    assert page.find("[name=notes]").get_attribute("value") == NOTES
    page.find("[name=terms]").click()
    go(page, "Continue")
    for _ in range(2):
        assert name in page.text and NOTES in page.text
        assert page.is_fit(errors_expected=["422"]) == []
        if page.heading == "Is everything right?":
            go(page, "Book this table")
    go(page, "Change my details")
    assert page.find("[name=name]").get_attribute("value") == name
    assert page.find("[name=notes]").get_attribute("value") == NOTES


def test_an_address_holds_nothing_personal(shared_house, open_page):
    page = open_page(shared_house)
    day = days(shared_house)[4]
    to_details(page, day, free(shared_house, day)[0])
    fill_in(page, "Secret Name")
    go(page, "Continue")
    assert page.path == ANCHOR
    go(page, "Choose another time")
    assert page.path == ANCHOR
    go(page, "Show times")
    assert page.path == ANCHOR
    assert not re.search("Secret|ada", page.path)
