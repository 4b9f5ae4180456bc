"""Bookings' own mail: one for each that has an address, whatever the guest is called."""
import unicodedata

from product import Host, check, check_message
from servers import Server

LONG = "Ein Tisch am Fenster, bitte – für Großmutters 90. Geburtstag. " * 8
NAMES = [
    ("a header in the name", "Eve\r\nBcc: all@example.com"), ("a line feed alone", "Eve\nSubject: free wine"),
    ("emoji", "👩‍👩‍👧‍👦 Zoë 🇬🇧"), ("right to left", "שלום עולם"), ("both directions", "\u202eeve\u202c أحمد"),
    ("quotes and commas", 'O"Neil, Ada <ada@evil.example>'), ("looks encoded", "=?UTF-8?Q?evil?="),
]
# A subject of what the guest wrote, which is as long as it may be.
SUBJECT = "Subject: {{name}}: {{notes}}\n\nDear {{name}},\n\n{{notes}}\n"


def run():
    with_and_without_an_address()
    hostile()


def with_and_without_an_address():
    host = Host("bookings").set_up()
    with Server() as server:
        booking = host.book(server.port, "Ada", "ada@example.com")["booking"]
        host.deliver(server.port)
        host.deliver(server.port)
        check("a booking with an address: exactly one message", len(server.messages) == 1, len(server.messages))
        _, event = check_message("the booking's message", server.messages[0], "ada@example.com")
        check("the entry is the booking's", str(event["UID"]).startswith(booking["id"] + "@"))
        check("and the effect is delivered", host.effects(booking)["email"]["state"] == "delivered")
        silent = host.book(server.port, "Bob")["booking"]
        host.deliver(server.port)
        mail = host.effects(silent)["email"]
        check("a booking without an address: none", len(server.messages) == 1, len(server.messages))
        check("and the reason is said",
              (mail["state"], mail["reason"]) == ("skipped", "no email address was given"), mail)
        named = host.book(server.port, "Eve", "Eve <eve@example.com>")
        check("an address with a display name is no address", named["outcome"] == "refused", named)
        two = host.book(server.port, "Eve", "eve@example.com,all@example.com")
        host.deliver(server.port)
        check("nor are two", two["outcome"] == "refused" or len(server.messages) == 1, two)


def bare(text):
    """Without white space: Python 3.11 puts some between the encoded words of a name."""
    return "".join(text.split())


def hostile():
    host = Host("hostile", mail={
        "confirmation.txt.mustache": SUBJECT, "confirmation.html.mustache": "<p>{{name}}: {{notes}}</p>\n"})
    host.set_up()
    with Server() as server:
        for number, (what, name) in enumerate(NAMES):
            address = f"guest{number}@example.com"
            booked = host.book(server.port, name, address, "--notes", LONG[:400])
            check(f"{what}: booked", booked["outcome"] == "confirmed", booked)
            host.deliver(server.port)
            sent = [m for m in server.messages if m[1] == [address]]
            check(f"{what}: one message", len(sent) == 1, len(sent))
            parsed, _ = check_message(what, sent[0], address)
            subject, shown = str(parsed["subject"]), parsed["to"].addresses[0].display_name
            check(f"{what}: the subject is one line, of all that was written",
                  all(unicodedata.category(character) != "Cc" for character in subject), subject)
            check(f"{what}: and nothing else", bare(subject) == bare(f"{name}: {LONG[:400]}"), subject)
            check(f"{what}: the name before the address is the guest's", bare(shown) == bare(name), shown)
        check("nothing went to anybody else",
              all(len(m[1]) == 1 and m[1][0].startswith("guest") for m in server.messages))
