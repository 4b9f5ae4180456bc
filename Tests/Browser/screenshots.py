"""Takes the README's pictures from demo data: `make screenshots`."""
import datetime
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from browser.house import House, ROOT  # noqa: E402
from browser.page import Page  # noqa: E402

IMAGES = ROOT / "docs/images"
NAMES = ["Ada Lovelace", "Grace Hopper", "Alan Turing", "Katherine Johnson", "Edsger Dijkstra", "Barbara Liskov",
         "Tim Berners-Lee", "Radia Perlman", "Donald Knuth", "Hedy Lamarr", "Linus Torvalds", "Margaret Hamilton"]


def next_weekday(number):
    """The next day of that kind, a few days ahead: never a Sunday, when the demo is closed."""
    day = datetime.date.today() + datetime.timedelta(days=3)
    return day + datetime.timedelta(days=(number - day.weekday()) % 7)


def fill(house, day):
    """An evening that is well booked: some with contact, some without."""
    house.sign_in_on_the_command_line("host")
    free = [s["time"] for s in house.run(
        "slots", "--restaurant", "the-anchor", "--date", day, "--party", "2")["slots"] if s["outcome"] == "confirmed"]
    evening = [time for time in free if "17:30" <= time <= "21:30"]
    for number, name in enumerate(NAMES):
        contact = [] if number % 3 == 0 else ["--email", name.split()[0].lower() + "@example.com"]
        house.run("book", "--restaurant", "the-anchor", "--date", day, "--time", evening[number * 5 % len(evening)],
                  "--party", str([2, 2, 4, 3, 2, 5, 2, 2, 4, 2, 6, 2][number]), "--name", name, *contact, may_fail=True)


def main():
    IMAGES.mkdir(parents=True, exist_ok=True)
    house = House()
    pages = []
    try:
        day = next_weekday(4).isoformat()
        fill(house, day)
        phone = Page(house, width=390, height=1180)
        desk = Page(house, width=1280, height=860)
        pages = [phone, desk]
        phone.open(f"/reserve/the-anchor?date={day}&party=2").picture(IMAGES / "reserve.png")
        desk.sign_in("manager")
        desk.open(f"/ops?restaurant=the-anchor&date={day}").picture(IMAGES / "dashboard.png")
        desk.open("/ops/rules/modes/ops?restaurant=the-anchor").picture(IMAGES / "rules.png")
        print("Wrote", ", ".join(str(file.relative_to(ROOT)) for file in sorted(IMAGES.glob("*.png"))))
    finally:
        for page in pages:
            page.close()
        house.close()


main()
