// The dashboard stays live: what happens anywhere shows here, and nothing that somebody is at is taken from them.
"use strict";
{
  const live = document.getElementById("live");
  const connection = document.getElementById("connection");
  const said = document.getElementById("said");
  const list = document.getElementById("day");
  const dialog = document.getElementById("dialog");
  const words = live.dataset;

  // What the server last said of each row: what people type into a row does not make it another.
  const known = new Map();
  for (const row of list.children) known.set(row.id, row.outerHTML);
  // Changes to what somebody is at wait until they leave it.
  const waiting = new Map();

  const holds = (element) => element.contains(document.activeElement) && document.activeElement !== document.body;
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
  const brief = (row) => ["b", "a", "i", ".badge"]
    .map((part) => row.querySelector(part)?.textContent.trim()).filter(Boolean).join(", ");

  // MARK: Showing what is new

  function replaceRow(old, fresh, force) {
    if (!force && holds(old)) return void waiting.set(old.id, () => replaceRow(document.getElementById(fresh.id), fresh, false));
    waiting.delete(fresh.id);
    const hadFocus = holds(old);
    old.replaceWith(fresh);
    // Where a step can be taken back, the next key does that and no more.
    if (hadFocus) (fresh.querySelector("button[value=undo]") ?? fresh.querySelector("button") ?? fresh).focus({ preventScroll: true });
  }

  function removeRow(row, force) {
    if (!force && holds(row)) return void waiting.set(row.id, () => removeRow(row, true));
    row.remove();
  }

  // Shows the day as another copy of this page has it. `mine` is the row whose button was just pressed.
  function show(page, mine) {
    const news = [];
    const fresh = page.getElementById("day");
    if (!fresh) return;
    const rows = [...fresh.children].map((row) => document.adoptNode(row));
    const ids = new Set(rows.map((row) => row.id));
    for (const row of [...list.children]) {
      if (ids.has(row.id)) continue;
      news.push(fill(words.gone, { what: brief(row) }));
      known.delete(row.id);
      removeRow(row, row.id === mine);
    }
    let place = list.firstElementChild;
    for (const row of rows) {
      // What is gone but still being looked at keeps its place.
      while (place && !ids.has(place.id)) place = place.nextElementSibling;
      const html = row.outerHTML;
      const old = document.getElementById(row.id);
      if (!old || old.parentElement !== list) {
        news.push(fill(words.new, { what: brief(row) }));
        list.insertBefore(row, place);
      } else {
        const next = old.nextElementSibling;
        if (old === place) place = next;
        else if (!holds(old)) list.insertBefore(old, place);
        // What the row is to become may have been heard before the answer to the step.
        if (known.get(row.id) !== html || (row.id === mine && waiting.has(row.id))) {
          if (brief(old) !== brief(row)) news.push(fill(words.changed, { what: brief(row) }));
          replaceRow(old, row, row.id === mine);
        }
      }
      known.set(row.id, html);
    }
    for (const part of document.querySelectorAll("[data-part]")) showPart(part, page.getElementById(part.id));
    filter();
    if (news.length) said.textContent = news.length > 2 ? fill(words.many, { count: news.length }) : news.join(". ");
  }

  function showPart(part, fresh) {
    if (!fresh) return;
    for (const open of part.querySelectorAll("details[open]")) {
      fresh.querySelector(`#${CSS.escape(open.id)}`)?.setAttribute("open", "");
    }
    if (part.innerHTML === fresh.innerHTML) return;
    if (holds(part)) return void waiting.set(part.id, () => showPart(part, fresh));
    part.replaceChildren(...fresh.childNodes);
  }

  document.addEventListener("focusout", () => setTimeout(() => {
    for (const [id, change] of [...waiting]) {
      const element = document.getElementById(id);
      if (element && holds(element)) continue;
      waiting.delete(id);
      if (element) change();
    }
  }));

  // MARK: Fetching

  // Counts what has been done here: a page that was asked for before that is older than what is shown.
  let deeds = 0;
  let fetching = false;
  let again = false;
  let last = 0;

  // Fetches the page anew; several reasons at once are one.
  async function refresh() {
    if (fetching) { again = true; return; }
    fetching = true;
    try {
      do {
        again = false;
        const pause = last + 400 - Date.now();
        if (pause > 0) await new Promise((done) => setTimeout(done, pause));
        last = Date.now();
        const before = deeds;
        const answer = await fetch(words.page, { headers: { Accept: "text/html" } });
        if (answer.redirected) return lose(words.over);
        if (answer.ok) {
          const page = new DOMParser().parseFromString(await answer.text(), "text/html");
          if (before === deeds) show(page);
          else again = true;
        } else if (answer.status === 429) {
          await new Promise((done) => setTimeout(done, 1000 * (Number(answer.headers.get("Retry-After")) || 1)));
          again = true;
        }
      } while (again);
    } catch {
      // The stream says that the server is gone, and asks for the page again when it is back.
    } finally {
      fetching = false;
    }
  }

  // MARK: Listening

  const events = [
    ...["created", "changed", "confirmed", "checked_in", "completed", "no_show", "cancelled", "undone"].map((name) => `booking.${name}`),
    "notice", "restaurant.changed", "restaurant.closed", "restaurant.opened", "hours.changed", "services.changed", "capacity.changed",
    ...["added", "called", "back", "seated", "left"].map((name) => `waitlist.${name}`),
  ];
  let later;
  const silence = 4000;
  let source;
  let seen = words.seen;
  let heard = Date.now();
  let tried = Date.now();
  let isLost = false;

  const clock = (time) => new Intl.DateTimeFormat(words.locale, { hour: "numeric", minute: "2-digit", timeZone: words.zone }).format(time);

  function lose(text) {
    if (isLost && !text) return;
    isLost = true;
    connection.textContent = text ?? fill(words.lost, { time: clock(heard) });
  }

  function hear() {
    heard = Date.now();
    if (!isLost) return;
    isLost = false;
    connection.textContent = "";
    refresh();
  }

  function listen() {
    source?.close();
    tried = Date.now();
    source = new EventSource(`/api/ops/events?after=${seen}`);
    source.onopen = hear;
    source.onerror = () => lose();
    source.addEventListener("beat", hear);
    for (const name of events) source.addEventListener(name, (event) => {
      hear();
      seen = event.lastEventId;
      if (JSON.parse(event.data).restaurantId !== words.restaurant) return;
      refresh();
      // What follows a booking, an email above all, happens a moment later, and nobody tells of it.
      clearTimeout(later);
      later = setTimeout(refresh, 3000);
    });
  }

  setInterval(() => {
    if (Date.now() - heard > silence) lose();
    if (isLost && Date.now() - tried > 5000) listen();
  }, 500);
  // What is still to come, and how much, changes by itself.
  setInterval(() => { if (!document.hidden && !isLost) refresh(); }, 60000);
  // A page that comes back from the browser's memory is as old as it was left.
  window.addEventListener("pageshow", (event) => { if (event.persisted) { listen(); refresh(); } });
  window.addEventListener("pagehide", () => source?.close());
  listen();

  // MARK: Steps

  function openPanel(page, row) {
    const panel = page.getElementById("panel");
    if (!panel) return false;
    dialog.replaceChildren(document.adoptNode(panel));
    dialog.dataset.row = row ?? "";
    if (!dialog.open) dialog.showModal();
    (dialog.querySelector("input:not([type=hidden])") ?? dialog.querySelector("[data-focus]")).focus();
    return true;
  }

  function release(form) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("button")) button.removeAttribute("aria-disabled");
  }

  // Sends a step without leaving the page. What the browser would do by itself is done where that is not possible.
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (event.defaultPrevented || !form.action.endsWith("/steps")) return;
    event.preventDefault();
    const button = event.submitter;
    const row = form.closest(".entry")?.id ?? dialog.dataset.row;
    const body = new URLSearchParams(new FormData(form, button));
    deeds++;
    try {
      const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      release(form);
      deeds++;
      if (answer.redirected && answer.ok && page.getElementById("day")) {
        const isThisDay = page.getElementById("date").value === document.getElementById("date").value;
        if (dialog.open) dialog.close();
        if (isThisDay) show(page, row);
        else location.assign(answer.url);
      } else if (!openPanel(page, row)) {
        sendPlainly(form, button);
      }
    } catch {
      release(form);
      sendPlainly(form, button);
    }
  });

  function sendPlainly(form, button) {
    const step = Object.assign(document.createElement("input"), { type: "hidden", name: button.name, value: button.value });
    form.append(step);
    form.submit();
  }

  dialog.addEventListener("click", (event) => {
    if (!event.target.closest("a[data-close]")) return;
    event.preventDefault();
    dialog.close();
  });

  dialog.addEventListener("close", () => {
    const row = document.getElementById(dialog.dataset.row);
    dialog.replaceChildren();
    if (row) (row.querySelector("button") ?? row).focus({ preventScroll: true });
    refresh();
  });

  // MARK: Finding

  const search = document.getElementById("q");
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  // Narrows the day's list while somebody types; sending the form looks through all days.
  function filter() {
    const wanted = folded(search.value.trim());
    for (const row of list.children) row.hidden = wanted !== "" && !folded(row.textContent + row.id).includes(wanted) && !holds(row);
  }
  search.addEventListener("input", filter);

  document.addEventListener("keydown", (event) => {
    if (event.key !== "n" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || dialog.open) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    document.getElementById("new").click();
  });
}
