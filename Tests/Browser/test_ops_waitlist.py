import pytest


@pytest.mark.parametrize("width,scripts", [(320, True), (1280, False)])
def test_a_party_waits_is_called_and_leaves(house, open_page, width, scripts):
    page = open_page(house, width=width, scripts=scripts)
    page.sign_in("host")
    page.open("/ops")
    page.find("#waitlist-add summary").click()
    page.find("#wait-party").send_keys("4")
    page.find("#wait-name").send_keys("<script>alert(1)</script>")
    page.press("Put on the list")
    # By night the demo is closed, and nobody can wait for a table: the page says so.
    if "That cannot be done" in page.text:
        assert page.has("[data-focus] li")
        return
    page.wait_for("<script>alert(1)</script>")
    if scripts:
        assert page.is_fit() == []
    page.press("Call")
    page.wait_for("Not here yet")
    page.press("Left")
    page.wait_for("Nobody waits.")
