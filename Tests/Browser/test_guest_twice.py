"""One booking, whatever is pressed; and nothing typed is lost."""
import urllib.request

from browser.guest import ANCHOR, DETAILS, book, bookings, choose, comes_to, days, fill, fill_in, free, go, to_details


def to_review(page, house, day, time, name, party=2):
    to_details(page, day, time, party)
    fill_in(page, name, notes="By the window")
    go(page, "Continue")
    assert page.heading == "Is everything right?"


def test_pressing_twice_going_back_reloading_and_two_tabs_make_one_booking(shared_house, open_page):
    house, page = shared_house, open_page(shared_house)
    day = days(house)[5]
    time = free(house, day)[0]
    to_review(page, house, day, time, "Only Once")
    first = page.driver.current_window_handle
    page.driver.switch_to.new_window("tab")
    to_review(page, house, day, time, "Only Once")
    # Without the script that holds the second press back.
    page.driver.execute_script(
        "const b = document.querySelector('[value=book]'), f = b.form, d = new URLSearchParams(new FormData(f));"
        "d.append('wizard.step', 'book');"
        "window.sent = Promise.all([1, 2, 3].map(() => fetch(f.action, {method: 'POST', body: d, redirect: 'manual'})))")
    page.driver.execute_async_script("window.sent.then(arguments[0])")
    go(page, "Book this table")
    assert page.heading == "Your table is booked"
    address = page.path
    page.driver.refresh()
    assert page.path == address
    page.driver.switch_to.window(first)
    go(page, "Book this table")
    assert page.path == address
    page.driver.back()
    comes_to(page, "Is everything right?")
    go(page, "Book this table")
    page.wait(lambda page: page.path == address)
    assert len(bookings(house, "Only Once")) == 1


def test_another_booking_and_the_same_again_after_cancelling_are_possible(shared_house, open_page):
    house, page = shared_house, open_page(shared_house)
    day = days(house)[6]
    times = free(house, day)
    for time in times[:2]:
        to_review(page, house, day, time, "Comes Often")
        go(page, "Book this table")
        assert page.heading == "Your table is booked"
    assert len(bookings(house, "Comes Often")) == 2
    go(page, "Cancel booking")
    go(page, "Yes, cancel it")
    to_review(page, house, day, times[1], "Comes Often")
    go(page, "Book this table")
    assert page.heading == "Your table is booked"
    assert sorted(b["status"] for b in bookings(house, "Comes Often")) == ["cancelled", "confirmed", "confirmed"]


def test_when_the_time_goes_nothing_typed_is_lost(house, open_page):
    page = open_page(house, width=360)
    day = days(house)[2]
    fill_time = free(house, day, 12)[0]
    to_review(page, house, day, fill_time, "Slow Typist", party=12)
    while fill_time in free(house, day, 12):
        book(house, day, fill_time, 12)
    go(page, "Book this table")
    assert page.focused.get_attribute("id") == "errors"
    assert "no room" in page.focused.text
    assert page.has("#errors .offers button")
    assert page.is_fit(errors_expected=["422"]) == []
    go(page, page.find("#errors .offers button"))
    assert page.heading == "Is everything right?"
    for typed in ["Slow Typist", "By the window", *DETAILS.values()]:
        assert typed in page.text
    go(page, "Choose another time")
    go(page, "Show times")
    choose(page, page.find(".slot:not(.full) input").get_attribute("value"))
    go(page, "Continue")
    assert page.heading == "Is everything right?"
    go(page, "Change my details")
    assert page.find("[name=notes]").get_attribute("value") == "By the window"
    go(page, "Continue")
    go(page, "Book this table")
    assert page.heading == "Your table is booked"


def test_opening_addresses_changes_nothing(shared_house, open_page):
    house, page = shared_house, open_page(shared_house)
    day = days(house)[7]
    to_review(page, house, day, free(house, day)[0], "Scanned Mail")
    go(page, "Book this table")
    before = bookings(house, "Scanned Mail")
    path, token = page.path.split("?")
    addresses = ["/", "/reserve", ANCHOR, f"{ANCHOR}?date={day}&party=2", f"{ANCHOR}?date={day}&party=2&at={day}T19:00"]
    addresses += [f"{path}{end}?{token}" for end in ["", "/time", "/details", "/cancel", "/calendar.ics"]]
    for address in addresses:
        for method in ["GET", "HEAD"]:
            request = urllib.request.Request(house.url + address, method=method, headers={"Accept": "text/html"})
            with urllib.request.urlopen(request) as answer:
                assert answer.status == 200
                assert answer.headers["Referrer-Policy"] == "no-referrer"
                assert "unsafe-inline" not in answer.headers["Content-Security-Policy"]
    assert bookings(house, "Scanned Mail") == before
    page.open(f"{path}?token=wrong")
    assert page.heading == "We cannot find that booking"
    unknown = page.text
    page.open(f"/booking/NOBODY?{token}")
    assert page.text.split("number")[0] == unknown.split("number")[0]
    log = (house.folder / "server.log").read_text()
    assert token.removeprefix("token=") not in log
