"""What guests do, for the tests of their pages."""
import datetime
import urllib.parse

from selenium.common.exceptions import WebDriverException

ANCHOR = "/reserve/the-anchor"


def days(house):
    """Days on which The Anchor has every table free, nearest first: it is closed on Sundays."""
    today = datetime.date.fromisoformat(house.today)
    ahead = [today + datetime.timedelta(days=n) for n in range(2, 30)]
    return [str(day) for day in ahead if day.weekday() != 6 and not (day.month == 12 and day.day in (24, 25, 26))]


def slots(house, day, party=2, mode="customer"):
    return house.run("slots", "--date", day, "--party", str(party), "--restaurant", "the-anchor", "--mode", mode)["slots"]


def free(house, day, party=2):
    """The times of a day that guests may book."""
    return [slot["time"] for slot in slots(house, day, party) if slot["outcome"] == "confirmed"]


def bookings(house, name):
    """The bookings of a name, as staff see them."""
    house.sign_in_on_the_command_line()
    return house.run("bookings", "--search", name)["bookings"]


def book(house, day, time, party=2, name="Somebody Else"):
    """Booked by staff on the command line, while the guest looks elsewhere."""
    house.sign_in_on_the_command_line("manager")
    return house.run("book", "--restaurant", "the-anchor", "--date", day, "--time", time, "--party", str(party),
                     "--name", name, "--override-reason", "a test that fills the house")["booking"]


def fill(house, day):
    """Takes every cover of a day's services."""
    for time in ["12:00", "18:00"]:
        while any(slot["time"] == time and slot["outcome"] == "confirmed" for slot in slots(house, day, 10)):
            book(house, day, time, 10)
    house.sign_in_on_the_command_line("manager")


def go(page, what):
    """Presses what has this name, or this element, and waits until the page that it leads to is there."""
    page.driver.execute_script("window.isBefore = true")
    if isinstance(what, str):
        page.press(what)
    else:
        what.click()
    page.wait(is_there, why=f"{what} led nowhere")


def is_there(page):
    try:
        return page.driver.execute_script("return !window.isBefore && document.readyState === 'complete'")
    except WebDriverException:
        return False


def comes_to(page, heading):
    """Waits until a page with this heading is there."""
    def has_come(page):
        try:
            return page.heading == heading
        except WebDriverException:
            return False
    page.wait(has_come, why=f"{heading!r} did not come")


DETAILS = {"email": "ada@example.com", "phone": "+44 20 7946 0999"}


def fill_in(page, name="Ada Lovelace", notes=None, terms=True):
    page.fill("name", name)
    for field, value in DETAILS.items():
        page.fill(field, value)
    if notes is not None:
        page.fill("notes", notes)
    if terms and not page.find("[name=terms]").is_selected():
        page.find("[name=terms]").click()


def choose(page, value):
    """Chooses a time as a finger does: by its label."""
    page.find(f"input[type=radio][value='{value}']").find_element("xpath", "..").click()


def to_details(page, day, time, party=2):
    query = urllib.parse.urlencode({"date": day, "party": party, "at": f"{day}T{time}"})
    return page.open(f"{ANCHOR}?{query}")
