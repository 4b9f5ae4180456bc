"""The rules as managers see them."""
import pytest


def edit(house, old, new):
    file = house.rules / "ops.lua"
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_every_page_of_the_rules_is_fit(shared_house, open_page, width):
    page = open_page(shared_house, width=width).sign_in("manager")
    for path in [
        "", "/modes/customer", "/modes/ops", "/changes", "/changes?with=files", "/replay",
        "/replay?with=files&last=100", "/impact",
    ]:
        page.open("/ops/rules" + path)
        assert page.is_fit() == [], path


@pytest.mark.parametrize("scripts", [True, False])
def test_a_mistake_is_shown_with_file_and_line_and_the_rules_go_on(house, open_page, scripts):
    page = open_page(house, width=360, scripts=scripts).sign_in("manager").open("/ops/rules")
    assert "Revision 1 decides" in page.text and "The files on the server say the same." in page.text
    edit(house, "party = { min = 1, max = 12 },", "party = { min = 1, mox = 12 },")
    page.wait(lambda page: "was kept out" in page.open("/ops/rules").text)
    line = next(
        number for number, text in enumerate((house.rules / "ops.lua").read_text().splitlines(), 1) if "mox" in text)
    assert f"ops.lua:{line}" in page.text
    assert "Revision 1 decides" in page.text
    if scripts:
        assert page.is_fit() == []

    page.open("/ops/rules/changes?with=files")
    assert "These files cannot be used yet" in page.text and f"ops.lua:{line}" in page.text

    edit(house, "mox = 12", "max = 12")
    page.wait(lambda page: "say the same" in page.open("/ops/rules").text)
    assert "was kept out" not in page.find("main > section, main").text.split("What happened to the rules")[0]


def test_going_back_to_earlier_rules_and_forward_again(house, open_page):
    for test in (house.rules / "tests").glob("*.lua"):
        test.unlink()
    page = open_page(house, width=360).sign_in("manager").open("/ops/rules")
    edit(house, "party = { min = 1, max = 12 },", "party = { min = 1, max = 8 },")
    page.wait(lambda page: "Revision 2 decides" in page.open("/ops/rules").text)

    page.open("/ops/rules/changes?with=r1")
    assert "refused now" in page.find("table.grid").text
    assert page.is_fit() == []

    page.open("/ops/rules")
    page.press("Go back to revision 1")
    page.wait_for("Go back to revision 1?")
    assert "The files on the server stay as they are" in page.text
    assert page.is_fit() == []
    assert house.run("rules", "status")["live"]["number"] == 2, "asking changes nothing"
    page.press("Go back to revision 1")
    page.wait_for("Revision 1 decides")
    assert "wait until you let them decide again" in page.text
    assert page.is_fit() == []
    assert house.run("rules", "status")["live"]["number"] == 1

    page.press("Let the files decide again")
    page.wait_for("Revision 2 decides")
    assert "8 guests" in page.open("/ops/rules/modes/ops").text


def test_what_files_would_change_is_tried_on_past_bookings(house, open_page):
    house.sign_in_on_the_command_line("host")
    made = house.run("book", "--date", "tomorrow", "--time", "19:00", "--party", "10", "--name", "Ada Lovelace")
    if made.get("outcome") == "refused":
        pytest.skip("closed tomorrow")
    reference = made["booking"]["reference"]
    for test in (house.rules / "tests").glob("*.lua"):
        test.unlink()
    page = open_page(house, width=360).sign_in("manager").open("/ops/rules")
    edit(house, "party = { min = 1, max = 12 },", "party = { min = 1, max = 8 },")
    page.wait(lambda page: "Revision 2 decides" in page.open("/ops/rules").text)
    page.open("/ops/rules/rollback?to=r1")
    page.press("Go back to revision 1")
    page.wait_for("Revision 1 decides")
    page.open("/ops/rules/replay")
    page.press("Try")
    page.wait_for("was made again")
    assert "booked then, and would be refused" in page.text and reference in page.text
    assert "1 booking to come would be refused" in page.text
    assert page.is_fit() == []


def test_a_field_of_the_operators_own_appears_by_itself(house, open_page):
    edit(house, "notes = { max_length = 500 },",
         'notes = { max_length = 500 },\n    pram = { type = "boolean", label = "Room for a <pram>" },')
    page = open_page(house, width=320).sign_in("manager")
    page.wait(lambda page: "Room for a <pram>" in page.open("/ops/rules/modes/ops").text)
    assert page.is_fit() == []
