"""The small policy that is written in every language, in Python, and the drafts that all have to agree on.

Parties of 1 to 12; a name; as many covers as there is room for, two over with a warning, and more than that when a
manager says why. A finding ends in "!" when it refuses, in "?" when a manager may override it.
"""

CORPUS = [
    {"party": party, "name": name, "covers": covers, "most": 40, "role": role, "reason": reason}
    for party in (0, 1, 2, 4, 8, 12, 13)
    for covers in (0, 27, 33, 37, 39, 40, 41)
    for name in ("Ada Lovelace", "")
    for role, reason in (("host", ""), ("host", "regular guest"), ("manager", ""), ("manager", "regular guest"))
]


def model(draft):
    found = []
    if not draft["name"]:
        found.append("name_required!")
    if draft["party"] < 1:
        found.append("party_min!")
    if draft["party"] > 12:
        found.append("party_max!")
    over = draft["covers"] + draft["party"] - draft["most"]
    if over > 0:
        may_override = draft["role"] in ("manager", "owner") and draft["reason"] != ""
        found.append("capacity_exceeded" if over <= 2 or may_override else "capacity_exceeded?")
    return found
