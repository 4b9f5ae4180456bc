import pytest

from browser.floor import book_now, open_all_day


@pytest.fixture(scope="module")
def floor(shared_house):
    open_all_day(shared_house, seats=400)
    return shared_house


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("scripts", [True, False])
def test_everything_about_a_booking_and_how_it_is_changed(floor, open_page, width, scripts):
    reference = book_now(floor, "Change Able", 2, "--notes", "no nuts")
    page = open_page(floor, width=width, scripts=scripts).sign_in("host")
    page.open(f"/ops/bookings/{reference}")
    for text in ("Created by System", floor.staff["host"]["email"], "no nuts", "no email address was given",
                 "ops.lua:", "Why was this allowed?", "Undone: Seated, now Confirmed again"):
        assert text in page.text, text
    if scripts:
        assert page.is_fit() == []
    page.press("Show the lines of the rules that had a say")
    page.wait(lambda p: 'outside_service = "warn"' in p.find("ol.code").text or "email(" in p.find("ol.code").text)
    if scripts:
        assert page.is_fit() == []
    page.find("#change summary").click()
    page.fill("notes", "no nuts, no milk")
    page.fill("staff_notes", "a regular")
    page.press("Save")
    page.wait_for("Saved.")
    assert "no nuts, no milk" in page.text and "a regular" in page.text
    assert "Changed: Notes, Notes for staff" in page.text
    page.press("Check in")
    page.wait(lambda p: p.find(".panel-line .badge").text == "Seated")
    assert page.path.startswith(f"/ops/bookings/{reference}")


def test_two_who_change_the_same_see_both(floor, open_page):
    reference = book_now(floor, "Tug Of War", 2)
    page = open_page(floor).sign_in("host")
    page.open(f"/ops/bookings/{reference}")
    floor.run("booking", "change", reference, "--notes", "theirs")
    page.find("#change summary").click()
    page.fill("notes", "mine")
    page.press("Save")
    page.wait_for("Somebody has changed this booking since you opened it")
    table = page.find("#change table").text
    assert "theirs" in table and "mine" in table
    assert page.is_fit(errors_expected=["409"]) == []
    page.press("Save")
    page.wait_for("Saved.")
    assert floor.run("booking", "show", reference)["notes"] == "mine"


def test_a_change_that_the_rules_refuse_says_where(floor, open_page):
    reference = book_now(floor, "Too Many", 2)
    page = open_page(floor).sign_in("host")
    page.open(f"/ops/bookings/{reference}")
    page.find("#change summary").click()
    page.fill("party", "40")
    page.press("Save")
    page.wait(lambda p: p.has("#errors"), 5)
    assert page.focused.get_attribute("id") == "errors"
    assert page.find("#field-party").get_attribute("value") == "40"
    assert page.is_fit(errors_expected=["422"]) == []


def test_what_an_email_is_left_out_for_is_said_with_its_line(floor, open_page):
    reference = book_now(floor, "No Address", 2)
    page = open_page(floor).sign_in("host")
    page.open(f"/ops/bookings/{reference}")
    effects = page.find("[aria-labelledby=effects-title]").text
    assert "confirmation email" in effects and "Left out" in effects and "no email address was given" in effects
