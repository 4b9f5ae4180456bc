"""Settings, and the links with which staff set their passwords."""
import datetime

import pytest
from selenium.webdriver.common.keys import Keys

PAGES = ["", "/hours", "/closures", "/services", "/staff", "/calendar", "/history"]


def next_day(weekday):
    """The next such day after today; 0 is Monday."""
    today = datetime.date.today()
    return today + datetime.timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def a_booking(house, day, time="19:00"):
    house.sign_in_on_the_command_line("host")
    return house.run(
        "book", "--date", str(day), "--time", time, "--party", "2", "--name", "<script>alert(1)</script>"
    )["booking"]["reference"]


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("scripts", [True, False])
def test_hours_that_strand_a_booking_list_it_first(house, open_page, width, scripts):
    day = next_day(4)  # a Friday
    reference = a_booking(house, day, "22:00")
    page = open_page(house, width=width, scripts=scripts).sign_in("manager")
    page.open("/ops/settings/hours")
    page.fill("closes-friday", "9pm")
    page.press("Save the hours")
    page.wait_for("This would leave a booking without a place")
    assert reference in page.text and "<script>alert(1)</script>" in page.text
    assert "outside the opening hours" in page.text
    if scripts:
        assert "Nothing was changed yet" in page.focused.text
        assert page.is_fit(errors_expected=["409"]) == []
    assert house.run("restaurant", "show")["hours"]["friday"] == "12:00-02:00", "nothing was changed"
    page.press("Do it all the same")
    page.wait_for("The opening hours are saved.")
    assert page.find("[name='closes-friday']").get_attribute("value") == "21:00"
    page.driver.refresh()
    assert page.path.startswith("/ops/settings/hours")
    assert house.run("restaurant", "show")["hours"]["friday"] == "12:00-21:00"


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_every_page_of_the_settings_is_fit(shared_house, open_page, width):
    page = open_page(shared_house, width=width).sign_in("owner")
    for path in PAGES:
        page.open("/ops/settings" + path)
        assert page.is_fit() == [], path
        assert page.find("nav.tabs [aria-current]"), path
    page.open("/ops/settings/services")
    for part in page.all("summary"):
        part.click()
    assert page.is_fit() == []


def test_every_page_of_the_settings_is_fit_in_the_dark_and_small_enough(shared_house, open_page):
    page = open_page(shared_house, width=360, dark=True).sign_in("owner")
    for path in PAGES:
        page.loaded_bytes()
        page.open("/ops/settings" + path)
        assert page.violations() == [], path
        assert page.loaded_bytes() < 100_000, path


def test_a_closure_by_keyboard_alone_and_its_reason_as_typed(house, open_page):
    page = open_page(house).sign_in("manager").open("/ops/settings/closures")
    page.tab_to("For")
    page.keys("30", Keys.TAB)
    assert page.focused.accessible_name == "Reason"
    page.keys("<script>alert(1)</script> “flood”", Keys.ENTER)
    page.wait_for("No new booking can begin in that time.")
    assert "<script>alert(1)</script> “flood”" in page.text and "closed now" in page.text
    assert page.is_fit() == []
    name = page.find("form.line button").accessible_name
    assert name.startswith("Open again: ")
    page.tab_to(name)
    page.keys(Keys.ENTER)
    page.wait_for("Open again.")
    assert "<script>" not in page.text


def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(shared_house, open_page):
    page = open_page(shared_house, width=360).sign_in("manager").open("/ops/settings/hours")
    page.fill("opens-monday", "7")
    page.press("Save the hours")
    page.wait_for("Please look at this again")
    assert page.focused.get_attribute("id") == "errors"
    page.press("7 could be 07:00 or 19:00: write which.")
    assert page.focused.get_attribute("name") == "opens-monday"
    assert page.focused.get_attribute("value") == "7"
    assert page.is_fit(errors_expected=["422"]) == []


def test_a_name_with_markup_is_shown_as_typed(house, open_page):
    page = open_page(house, width=320).sign_in("manager").open("/ops/settings")
    page.fill("name", "<script>alert(1)</script> & “Söhne” 🦀 مطعم")
    page.press("Save")
    page.wait_for("Saved.")
    assert page.find(".bar-name").text == "<script>alert(1)</script> & “Söhne” 🦀 مطعم"
    page.open("/ops/settings/history")
    assert "<script>alert(1)</script>" in page.text
    assert page.is_fit() == []


@pytest.mark.parametrize("scripts", [True, False])
def test_a_member_is_asked_in_sets_a_password_by_the_link_and_is_signed_in(house, open_page, scripts):
    page = open_page(house, width=360, scripts=scripts).sign_in("manager").open("/ops/settings/staff")
    page.fill("email", "new@the-anchor.example")
    page.press("Add to the staff")
    page.wait_for("It is not shown again.")
    link = page.find("#made-link").get_attribute("value")
    if scripts:
        assert page.focused.text.startswith("Pass this link on to new@the-anchor.example")
        assert page.is_fit() == []
    page.driver.delete_all_cookies()
    page.open(link)
    assert page.heading == "Set your password"
    page.fill("password", "short")
    page.press("Set the password and sign in")
    page.wait_for("A password needs at least 10 characters.")
    if scripts:
        assert page.is_fit(errors_expected=["422"]) == []
    page.fill("password", "four words in a row")
    page.press("Set the password and sign in")
    page.wait(lambda page: "welcome" not in page.path)
    assert page.path.startswith("/ops")
    page.open(link)
    assert page.heading == "This link does not work any more"
    if scripts:
        assert page.is_fit(errors_expected=["410"]) == []


def test_a_session_that_ends_while_typing_loses_nothing(house, open_page):
    page = open_page(house).sign_in("manager").open("/ops/settings")
    page.fill("phone", "020 7946 0999")
    page.driver.delete_all_cookies()
    page.press("Save")
    page.wait_for("what you typed is kept")
    person = house.staff["manager"]
    page.fill("email", person["email"])
    page.fill("password", person["password"])
    page.press("Sign in")
    page.wait_for("Nothing that you typed is lost.")
    page.press("Go on")
    page.wait_for("Saved.")
    assert page.find("[name='phone']").get_attribute("value") == "020 7946 0999"


def test_hosts_are_told_that_it_is_for_managers(shared_house, open_page):
    page = open_page(shared_house, width=320).sign_in("host")
    for path in ["/ops/settings", "/ops/settings/staff", "/ops/rules", "/ops/rules/modes/ops"]:
        page.open(path)
        assert page.heading == "Not yours to open", path
        assert page.is_fit(errors_expected=["403"]) == [], path
