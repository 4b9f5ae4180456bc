import pytest

from browser.floor import book_now, open_all_day, seat

HARD = '<script>alert(1)</script> "Zoë" O\'Neil 🦀'
ARABIC = "مطعم المرساة"


@pytest.fixture(scope="module")
def floor(shared_house):
    open_all_day(shared_house, seats=400)
    return shared_house


def row(reference):
    """References may begin with a digit, where a selector `#` cannot."""
    return f"[id='{reference}']"


def entry(page, reference):
    return page.find(row(reference))


def step(page, reference, label):
    for element in entry(page, reference).find_elements("css selector", "button, a.button"):
        if element.text.strip() == label:
            element.click()
            return
    raise AssertionError(f"{label} is not offered: {entry(page, reference).text}")


def wait_in_row(page, reference, text):
    page.wait(lambda p: text in entry(p, reference).text, 10, f"{text!r} did not appear in the row")


def wait_for_status(page, reference, status):
    """A row also has the names of the steps that may follow."""
    page.wait(lambda p: entry(p, reference).find_element("css selector", ".badge").text == status, 10,
              f"the booking did not become {status!r}")


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("scripts", [True, False])
def test_an_evening_goes_by_touch(floor, open_page, width, scripts):
    reference = book_now(floor, "Evening Star", 3)
    page = open_page(floor, width=width, scripts=scripts).sign_in("host")
    if scripts:
        assert page.is_fit() == []
    line = entry(page, reference)
    assert "Created by System" in line.text and "No contact" in line.text and "3 people" in line.text
    assert "no email address was given" in line.text
    line.find_element("name", "table").send_keys("12")
    step(page, reference, "Check in")
    wait_in_row(page, reference, "Table 12")
    step(page, reference, "Undo")
    wait_for_status(page, reference, "Confirmed")
    step(page, reference, "No-show")
    wait_for_status(page, reference, "No-show")
    if scripts:
        page.wait(lambda p: p.focused.text == "Undo", 5, "the focus was lost with the button that was pressed")
    step(page, reference, "Undo")
    wait_for_status(page, reference, "Confirmed")
    step(page, reference, "Cancel…")
    page.wait_for("Cancel this booking?")
    if scripts:
        assert page.focused.get_attribute("name") == "reason"
        assert page.violations() == []
    page.fill("reason", "rang to say so")
    page.press("Cancel the booking")
    wait_for_status(page, reference, "Cancelled")
    assert page.path.startswith("/ops")
    if scripts:
        assert page.is_fit() == []


def test_a_step_shows_also_where_its_event_is_heard_before_its_answer(floor, open_page):
    reference = book_now(floor, "Quick Ear")
    page = open_page(floor).sign_in("host")
    page.driver.execute_script("""
      const send = window.fetch;
      let heard;
      const hearing = new Promise((done) => { heard = done; });
      window.fetch = async (...request) => {
        const answer = await send(...request);
        if (request[1].method === "POST") await hearing;
        else setTimeout(heard, 200);
        return answer;
      };""")
    step(page, reference, "No-show")
    wait_for_status(page, reference, "No-show")
    page.wait(lambda p: p.focused.text == "Undo", 5, "the focus was lost with the button that was pressed")


def test_what_happens_elsewhere_appears_by_itself_and_moves_no_focus(floor, open_page):
    standing = book_now(floor, "Somebody Typing")
    page = open_page(floor).sign_in("host")
    other = open_page(floor).sign_in("manager")
    table = entry(page, standing).find_element("name", "table")
    table.send_keys("by the f")
    reference = seat(floor, "From Elsewhere", 4)
    for window in (page, other):
        window.wait(lambda p: p.has(row(reference)), 5)
    assert page.focused.get_attribute("value") == "by the f"
    page.wait(lambda p: "From Elsewhere" in p.find("#said").get_attribute("textContent"), 3)
    # The row that somebody is typing in changes only when they leave it.
    floor.run("booking", "no-show", standing)
    wait_for_status(other, standing, "No-show")
    page.wait(lambda p: "Somebody Typing" in p.find("#said").get_attribute("textContent"), 5)
    assert page.focused.get_attribute("value") == "by the f"
    page.find("#q").click()
    page.wait(lambda p: "Undo" in entry(p, standing).text, 5)
    assert page.focused.get_attribute("name") == "q"
    assert page.shift < 0.1
    assert page.console() == []


def test_two_who_saw_the_same_are_told_apart(floor, open_page):
    reference = book_now(floor, "Two Hands")
    page = open_page(floor, scripts=False).sign_in("host")
    floor.run("booking", "check-in", reference)
    step(page, reference, "No-show")
    assert "Somebody has changed this booking" in page.text and "Seated" in page.text
    page.press("Leave it as it is")
    assert "Seated" in entry(page, reference).text


def test_a_step_that_the_rules_refuse_says_why_and_a_manager_lets_it_pass(house, open_page):
    rules = house.rules / "ops.lua"
    rules.write_text(rules.read_text().replace(
        "  on = {",
        '  transitions = { cancelled = function() override("late_cancel", "Two hours ahead at the latest", '
        '"manager") end },\n\n  on = {', 1))
    open_all_day(house)
    reference = book_now(house, "Late Riser")
    page = open_page(house).sign_in("host")
    step(page, reference, "Cancel…")
    page.wait_for("Cancel this booking?")
    page.press("Cancel the booking")
    page.wait_for("Two hours ahead at the latest")
    assert "A manager can let this pass" in page.text
    assert page.violations() == []
    manager = house.staff["manager"]
    page.fill("override_reason", "a regular guest")
    page.fill("approve_email", manager["email"])
    page.fill("approve_password", "not the password")
    page.press("Cancel the booking")
    page.wait_for("password of whoever approves is wrong")
    assert page.find("[name=override_reason]").get_attribute("value") == "a regular guest"
    page.fill("approve_password", manager["password"])
    page.press("Cancel the booking")
    wait_for_status(page, reference, "Cancelled")
    history = house.run("booking", "history", reference)["history"]
    assert history[-1]["approvedBy"]["email"] == manager["email"]


def test_names_are_shown_as_typed(floor, open_page):
    hard = book_now(floor, HARD, 2, "--notes", 'No "nuts" & <b>no</b> 🥜')
    arabic = book_now(floor, ARABIC)
    page = open_page(floor).sign_in("host")
    assert HARD in entry(page, hard).text and 'No "nuts" & <b>no</b> 🥜' in entry(page, hard).text
    assert ARABIC in entry(page, arabic).text
    assert page.is_fit() == []
    for reference, name in ((hard, HARD), (arabic, ARABIC)):
        page.open(f"/ops/bookings/{reference}")
        assert page.heading == name
        assert page.is_fit() == []


def test_a_name_is_searched_for_without_an_address_that_holds_it(floor, open_page):
    reference = book_now(floor, "Needle Haystack")
    other = book_now(floor, "Somebody Else")
    page = open_page(floor).sign_in("host")
    page.fill("q", "needle")
    assert entry(page, reference).is_displayed() and not entry(page, other).is_displayed()
    page.keys("\ue007")
    page.wait_for("1 booking found for")
    assert "needle" not in page.driver.current_url.lower()
    assert page.focused.get_attribute("id") == "search-title"
    assert page.violations() == []


def test_a_lost_stream_is_said_and_the_page_catches_up(house, open_page):
    open_all_day(house)
    page = open_page(house).sign_in("host")
    page.wait(lambda p: p.find("#connection").text == "")
    house.stop()
    page.wait(lambda p: p.find("#connection").text.startswith("Not live since"), 15)
    assert page.violations() == []
    reference = seat(house, "While Away")
    house.serve(port=house.port)
    page.wait(lambda p: p.find("#connection").text == "", 12)
    page.wait(lambda p: p.has(row(reference)), 5)


def test_the_day_is_readable_on_paper(floor, open_page):
    reference = book_now(floor, "Paper Tiger", 2, "--notes", "a high chair")
    page = open_page(floor).sign_in("host")
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert "a high chair" in entry(page, reference).text
    assert [element for element in page.all("button, input, .bar, nav") if element.is_displayed()] == []
    times = [element.text for element in page.all("#day > li > b") if element.is_displayed()]
    assert times == sorted(times)


def test_other_days_and_other_restaurants(floor, open_page):
    page = open_page(floor).sign_in("host")
    page.press("Day after")
    assert "date=" in page.path and page.has("a[rel=prev]")
    page.press("Today")
    assert "Today" in page.find("h1").text
