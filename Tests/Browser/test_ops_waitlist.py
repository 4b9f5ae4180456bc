import pytest

from browser.floor import open_all_day


@pytest.mark.parametrize("width,scripts", [(320, True), (1280, False)])
def test_a_party_waits_is_called_and_leaves(house, open_page, width, scripts):
    open_all_day(house)
    page = open_page(house, width=width, scripts=scripts)
    page.sign_in("host")
    page.open("/ops")
    page.find("#waitlist-add summary").click()
    page.find("#wait-party").send_keys("4")
    page.find("#wait-name").send_keys("<script>alert(1)</script>")
    page.press("Put on the list")
    page.wait_for("<script>alert(1)</script>")
    if scripts:
        assert page.is_fit() == []
    page.press("Call")
    page.wait_for("Not here yet")
    page.press("Left")
    page.wait_for("Nobody waits.")


def test_a_party_that_cannot_wait_is_told_why_where_the_reader_is(house, open_page):
    open_all_day(house)
    page = open_page(house)
    page.sign_in("host")
    page.open("/ops")
    page.find("#waitlist-add summary").click()
    page.find("#wait-party").send_keys("0")
    page.find("#wait-name").send_keys("Nobody")
    page.press("Put on the list")
    page.wait_for("That cannot be done")
    page.wait(lambda p: "errors" in p.focused.get_attribute("class"))
    assert page.is_fit(errors_expected=["422"]) == []
