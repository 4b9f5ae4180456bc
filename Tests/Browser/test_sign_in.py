import pytest


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("scripts", [True, False])
def test_signing_in_leads_to_the_dashboard(shared_house, open_page, width, scripts):
    page = open_page(shared_house, width=width, scripts=scripts).open("/ops")
    assert page.path.startswith("/ops/sign-in")
    if scripts:
        assert page.is_fit() == []
    page.sign_in("host")
    assert page.path == "/ops"


def test_a_wrong_password_is_said_where_the_reader_is(shared_house, open_page):
    page = open_page(shared_house).open("/ops/sign-in")
    page.fill("email", "host@the-anchor.example")
    page.fill("password", "not the password")
    page.press("Sign in")
    page.wait(lambda p: "wrong" in p.focused.text)
    assert page.is_fit(errors_expected=["401"]) == []
