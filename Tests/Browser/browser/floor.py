"""What happens on the floor, done by the command line: the dashboard's tests need bookings of this very day."""


def open_all_day(house, restaurant="the-anchor", seats=None):
    """Tests run at any hour: so the house is open at any hour. With `seats` it holds as many as that."""
    house.sign_in_on_the_command_line("manager")
    house.run("hours", "set", "daily", "00:00-24:00", "--restaurant", restaurant, "--yes")
    if seats:
        house.run("capacity", "seats", str(seats), "--restaurant", restaurant)
        for service in ("lunch", "dinner", "late"):
            house.run("capacity", "set", service, "--covers", str(seats), "--restaurant", restaurant)
    house.sign_in_on_the_command_line("host")


def book_now(house, name, party=2, *options):
    """A confirmed booking that starts this minute. Returns its reference."""
    reference = seat(house, name, party, *options)
    house.run("booking", "undo", reference)
    return reference


def seat(house, name, party=2, *options):
    """Guests who have just sat down."""
    return house.run("walkin", "--party", str(party), "--name", name, *options)["booking"]["reference"]
