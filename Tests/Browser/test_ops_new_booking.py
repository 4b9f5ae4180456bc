import datetime

import pytest
from selenium.webdriver.common.keys import Keys

from browser.floor import book_now, open_all_day


@pytest.fixture(scope="module")
def floor(shared_house):
    open_all_day(shared_house, seats=400)
    return shared_house


@pytest.fixture
def friday():
    """A Friday that is at least a week away."""
    day = datetime.date.today() + datetime.timedelta(days=7)
    return day + datetime.timedelta(days=(4 - day.weekday()) % 7)


def later(page, day, party, scripts):
    page.find("#when-later").click()
    if scripts:
        page.driver.execute_script(
            "const d = document.getElementById('field-date'); d.value = arguments[0];"
            "d.dispatchEvent(new Event('change', {bubbles: true}))", day.isoformat())
    else:
        # The order of the parts is the machine's.
        for order in ("%d%m%Y", "%m%d%Y"):
            page.find("#field-date").clear()
            page.find("#field-date").send_keys(day.strftime(order))
            if page.find("#field-date").get_attribute("value") == day.isoformat():
                break
    page.fill("party", str(party))
    if scripts:
        page.keys(Keys.TAB)
    else:
        page.press("Show times")
    page.wait(lambda p: p.has("input[name=time]"), 10, "no times appeared")


def count(house, name):
    return len(house.run("bookings", "--search", name)["bookings"])


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("scripts", [True, False])
def test_a_table_is_booked_on_the_telephone(floor, open_page, friday, width, scripts):
    name = f"Telephone {width} {scripts}"
    page = open_page(floor, width=width, scripts=scripts).sign_in("host")
    page.open("/ops/bookings/new")
    if scripts:
        assert page.is_fit() == []
        assert page.focused.get_attribute("name") == "party"
    assert "(optional)" in page.find("label[for=field-email]").text
    assert "no confirmation will be sent" in page.text
    later(page, friday, 2, scripts)
    names = [name for role, name in page.tree() if role == "radio"]
    day = f"{friday.strftime('%A')} {friday.day} {friday.strftime('%B')}"
    assert f"{day}, 19:30, open" in names
    page.find("input[name=time][value='19:30']").click()
    page.fill("name", name)
    page.fill("notes", 'quotes " and 🎂')
    page.find("#book").click()
    page.wait_for(f"Booked: {name}")
    assert "booked=" in page.path and name.split()[0] not in page.driver.current_url
    if scripts:
        assert page.is_fit() == []
    page.press("Another walk-in")
    assert page.heading == "New booking"


def test_a_walk_in_takes_no_more_than_ten_keys_besides_the_name(floor, open_page):
    page = open_page(floor).sign_in("host")
    keys = 0

    def press(key):
        nonlocal keys
        page.keys(key)
        keys += 1

    press("n")
    page.wait(lambda p: p.path.startswith("/ops/bookings/new"), 5)
    press("2")
    press(Keys.TAB)
    page.wait(lambda p: p.focused.get_attribute("name") == "name", 2)
    page.keys("Quick Nora")
    press(Keys.ENTER)
    if page.wait(lambda p: "booked=" in p.path or p.focused.text == "Book all the same", 5) and "booked=" not in page.path:
        press(Keys.ENTER)
    page.wait_for("Booked and seated: Quick Nora")
    assert keys <= 10
    # A letter in a field is a letter.
    page.find("#q").click()
    page.keys("nn")
    assert page.path.startswith("/ops?")


def test_sent_twice_gone_back_and_reloaded_it_is_one_booking(floor, open_page):
    page = open_page(floor, scripts=False).sign_in("host")
    page.open("/ops/bookings/new")
    page.fill("party", "2")
    page.fill("name", "Double Trouble")

    def send():
        page.find("#book").click()
        page.wait(lambda p: "booked=" in p.path or "all the same" in p.find("#book").text)
        if "booked=" not in page.path:
            page.find("#book").click()
        page.wait_for("Booked and seated: Double Trouble")

    send()
    page.driver.refresh()
    page.driver.back()
    while not page.has("#book"):
        page.driver.back()
    page.fill("party", "2")
    page.fill("name", "Double Trouble")
    send()
    assert count(floor, "Double Trouble") == 1
    # With another answer it is another booking, and no error.
    page.driver.back()
    while not page.has("#book"):
        page.driver.back()
    page.fill("party", "3")
    page.fill("name", "Double Trouble")
    send()
    assert count(floor, "Double Trouble") == 2


@pytest.mark.parametrize("other_session", [False, True])
def test_a_session_that_ends_meanwhile_loses_nothing_that_was_typed(floor, open_page, other_session):
    name = f"Patient {'Other' if other_session else 'Guest'}"
    page = open_page(floor).sign_in("host")
    page.open("/ops/bookings/new")
    page.fill("party", "2")
    page.fill("name", name)
    page.fill("notes", 'a "quote" & 🦀')
    if other_session:
        page.driver.execute_script(
            "document.querySelector('#new-booking [name=csrf]').value = 'of another session'")
    else:
        page.driver.delete_all_cookies()
    page.find("#book").click()
    if not other_session:
        page.wait_for("Your session is over")
        assert page.violations() == []
        page.fill("email", floor.staff["host"]["email"])
        page.fill("password", floor.staff["host"]["password"])
        page.press("Sign in")
    page.wait_for("You are signed in again")
    page.press("Go on")
    page.wait(lambda p: "booked=" in p.path or p.has("#book"), 10)
    if page.has("#book"):
        assert page.find("[name=name]").get_attribute("value") == name
        page.find("#book").click()
    page.wait_for(f"Booked and seated: {name}")
    assert count(floor, name) == 1


def test_an_error_is_said_where_it_is_and_takes_the_focus(floor, open_page):
    page = open_page(floor).sign_in("host")
    page.open("/ops/bookings/new")
    page.fill("party", "2")
    page.fill("name", "X")
    page.fill("email", "nobody@")
    page.find("#book").click()
    page.wait(lambda p: p.has("#errors"), 5)
    assert page.focused.get_attribute("id") == "errors"
    assert page.find("#field-email").get_attribute("aria-invalid") == "true"
    assert page.find("#field-email").get_attribute("value") == "nobody@"
    page.find("#errors a[href='#field-email']").click()
    assert page.focused.get_attribute("id") == "field-email"
    assert page.is_fit(errors_expected=["422"]) == []


def test_too_full_offers_what_works_and_a_manager_lets_it_pass_in_place(house, open_page, friday):
    open_all_day(house)
    day = friday.isoformat()
    for number in range(4):
        house.run("book", "--date", day, "--time", "19:30", "--party", "10", "--name", f"Full House {number}",
                  may_fail=True)
    page = open_page(house).sign_in("host")
    page.open("/ops/bookings/new")
    later(page, friday, 6, True)
    slot = page.find("input[name=time][value='19:30']")
    assert slot.get_attribute("aria-label").endswith("needs a reason"), slot.get_attribute("aria-label")
    slot.click()
    page.fill("name", "Squeezed In")
    page.wait(lambda p: p.has("[name=override_reason]"), 5)
    assert page.is_fit() == []
    page.find("#book").click()
    page.wait(lambda p: p.has("[name=take]"), 5)
    assert page.find("[name=name]").get_attribute("value") == "Squeezed In"
    assert "A manager can let this pass" in page.text
    page.fill("override_reason", "regular guest")
    page.fill("approve_email", house.staff["manager"]["email"])
    page.fill("approve_password", house.staff["manager"]["password"])
    page.find("#book").click()
    page.wait_for("Booked: Squeezed In")
    reference = page.path.split("booked=")[1]
    booking = house.run("booking", "show", reference)
    assert booking["details"]["override"]["reason"] == "regular guest"
    # And what works instead keeps what was typed.
    page.open("/ops/bookings/new")
    later(page, friday, 6, True)
    page.find("input[name=time][value='19:30']").click()
    page.fill("name", "Second Choice")
    page.find("#book").click()
    page.wait(lambda p: p.has("[name=take]"), 5)
    page.find("[name=take]").click()
    page.wait(lambda p: p.has("#book") and p.focused.get_attribute("id") == "book", 5)
    assert page.find("[name=name]").get_attribute("value") == "Second Choice"
    page.keys(Keys.ENTER)
    page.wait(lambda p: "booked=" in p.path or p.focused.text == "Book all the same", 5)


def test_a_new_mode_and_its_own_field_appear_by_themselves(house, open_page):
    text = (house.rules / "ops.lua").read_text()
    (house.rules / "terrace.lua").write_text(
        text.replace('"Walk-in"', '"Terrace"').replace(
            "notes = {", 'blanket = { type = "boolean", label = "Blankets, please" },\n    notes = {', 1))
    open_all_day(house)
    page = open_page(house).sign_in("host")
    page.wait(lambda p: p.open("/ops/bookings/new").has("#mode"), 15)
    page.fill("name", "Outdoor Type")
    page.find("#mode option[value=terrace]").click()
    page.wait_for("Blankets, please")
    assert page.find("[name=name]").get_attribute("value") == "Outdoor Type"
    assert page.is_fit() == []
