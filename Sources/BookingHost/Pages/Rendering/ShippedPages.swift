// Written by scripts/embed-pages.sh from Templates, Words and Assets. Edit the files there.
enum ShippedPages {
  /// Text by path.
  static let files: [String: String] = [
    "Assets/dashboard.js": ##"""
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
            if (known.get(row.id) !== html) {
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
      ];
      let later;
      const silence = 4000;
      let source;
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
        source = new EventSource("/api/ops/events");
        source.onopen = hear;
        source.onerror = () => lose();
        source.addEventListener("beat", hear);
        for (const name of events) source.addEventListener(name, (event) => {
          hear();
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

    """##,
    "Assets/icon.svg": ##"""
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1f6f5c"/><circle cx="16" cy="16" r="7.5" fill="none" stroke="#fff" stroke-width="2.5"/><path d="M6 9v6m0 0v8M26 9v14" stroke="#fff" stroke-width="2.5" stroke-linecap="round"/></svg>

    """##,
    "Assets/new-booking.js": ##"""
    // While a booking is typed, the page asks what the rules say to its plan. Without this, buttons do the same.
    "use strict";
    {
      const form = document.getElementById("new-booking");
      const plan = new Set(["when", "date", "party", "time", "booking_type", "seating"]);
      let timer;
      let asked = 0;

      async function ask() {
        const number = ++asked;
        const data = new FormData(form);
        data.delete("approve_password");
        data.set("do", "show");
        try {
          const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(data), headers: { Accept: "text/html" } });
          if (!answer.ok || number !== asked) return;
          const page = new DOMParser().parseFromString(await answer.text(), "text/html");
          for (const part of document.querySelectorAll("[data-part]")) {
            const fresh = page.getElementById(part.id);
            if (!fresh || part.contains(document.activeElement) || part.innerHTML === fresh.innerHTML) continue;
            part.replaceChildren(...fresh.childNodes);
          }
          const label = page.getElementById("book")?.textContent;
          if (label) document.getElementById("book").textContent = label;
        } catch {
          // Sending the form says what is the matter.
        }
      }

      form.addEventListener("change", (event) => {
        if ("redraw" in event.target.dataset) return form.requestSubmit(event.target.parentElement.querySelector("button"));
        if (!plan.has(event.target.name)) return;
        clearTimeout(timer);
        timer = setTimeout(ask, 30);
      });
      // The times of a day need no button that asks for them.
      for (const button of form.querySelectorAll(".show-times")) button.hidden = true;

      const email = form.querySelector("[name=email]");
      const sentence = document.getElementById("no-contact");
      if (email && sentence) email.addEventListener("input", () => { sentence.hidden = email.value.trim() !== ""; });
    }

    """##,
    "Assets/site.css": ##"""
    /* One style sheet for every page. Colours are named for what they mean, and both schemes are given. */
    :root {
      color-scheme: light dark;
      --paper: #fbfaf7;
      --surface: #ffffff;
      --ink: #1d2421;
      --quiet: #57615c;
      --line: #d9dcd6;
      --edge: #7d8781;
      --accent: #1b6351;
      --accent-ink: #ffffff;
      --accent-soft: #e3f0ea;
      --good: #1b6351;
      --warn: #7a4d00;
      --warn-soft: #fdf1d8;
      --bad: #a3231c;
      --bad-soft: #fdeceb;
      --focus: #0b57d0;
      --radius: 10px;
      --shadow: 0 1px 2px rgb(20 30 25 / 8%), 0 4px 16px rgb(20 30 25 / 5%);
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #131715;
        --surface: #1b211e;
        --ink: #e8ece9;
        --quiet: #a8b2ac;
        --line: #343c38;
        --edge: #87918b;
        --accent: #7fd1b6;
        --accent-ink: #0c241c;
        --accent-soft: #1d3a30;
        --good: #7fd1b6;
        --warn: #f0c36b;
        --warn-soft: #3a2f14;
        --bad: #ff9d95;
        --bad-soft: #41201d;
        --focus: #9ec1ff;
        --shadow: none;
      }
    }

    *, ::before, ::after { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; scrollbar-gutter: stable; }
    body {
      margin: 0; background: var(--paper); color: var(--ink);
      font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
    }
    h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 1rem; letter-spacing: -.01em; }
    h2 { font-size: 1.15rem; line-height: 1.3; margin: 1.75rem 0 .6rem; }
    h3 { font-size: 1rem; margin: 1.25rem 0 .4rem; }
    p, ul, ol, dl { margin: 0 0 1rem; }
    a { color: var(--accent); text-underline-offset: .15em; }
    code { font: .92em ui-monospace, "SF Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
    :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
    main:focus { outline: none; }
    .fine { color: var(--quiet); font-size: .875rem; }
    .optional, .quiet { color: var(--quiet); }
    .number { font-variant-numeric: tabular-nums; text-align: end; }
    .hidden-text {
      position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
    }
    .skip { position: absolute; inset-inline-start: -999px; }
    .skip:focus { inset-inline-start: .5rem; top: .5rem; background: var(--surface); padding: .5rem 1rem; z-index: 9; }

    /* The bar at the top. */
    .bar {
      display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.25rem;
      padding: .6rem 1rem; background: var(--surface); border-bottom: 1px solid var(--line);
    }
    .bar-name { font-weight: 650; color: var(--ink); text-decoration: none; padding: .5rem 0; overflow-wrap: anywhere; }
    .bar-places { display: flex; flex-wrap: wrap; gap: .25rem; }
    .bar-places a { padding: .5rem .7rem; border-radius: 6px; text-decoration: none; color: var(--ink); }
    .bar-places a[aria-current] { background: var(--accent-soft); font-weight: 600; }
    .bar-places a:hover { background: var(--accent-soft); }
    .bar-account { margin-inline-start: auto; display: flex; align-items: center; gap: .5rem; font-size: .875rem; }
    .bar-who { color: var(--quiet); max-width: 16rem; overflow: hidden; text-overflow: ellipsis; }

    main { margin: 0 auto; padding: 1.5rem 1rem 4rem; }
    main.narrow { max-width: 38rem; }
    main.wide { max-width: 76rem; }

    /* Surfaces and words that stand out. */
    .card {
      background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius);
      padding: 1.1rem; margin: 0 0 1.25rem; box-shadow: var(--shadow);
    }
    .card > :last-child { margin-bottom: 0; }
    .notice, .warning, .errors {
      border-inline-start: 4px solid var(--accent); background: var(--accent-soft);
      padding: .75rem 1rem; border-radius: 6px; margin: 0 0 1.25rem;
    }
    .warning { border-color: var(--warn); background: var(--warn-soft); }
    .errors { border-color: var(--bad); background: var(--bad-soft); }
    .errors h2 { margin: 0 0 .35rem; font-size: 1rem; }
    .errors ul { margin: 0; padding-inline-start: 1.2rem; }
    .errors p:last-child, .notice p:last-child, .warning p:last-child { margin: 0; }
    .errors a { color: var(--bad); }
    .badge {
      display: inline-block; padding: .05rem .5rem; border-radius: 999px; font-size: .8rem; font-weight: 600;
      border: 1px solid var(--line); white-space: nowrap;
    }
    .badge.good { color: var(--good); border-color: currentcolor; }
    .badge.warn { color: var(--warn); border-color: currentcolor; }
    .badge.bad { color: var(--bad); border-color: currentcolor; }

    /* What can be pressed: never smaller than a fingertip. */
    .button, button:not(.link) {
      display: inline-flex; align-items: center; justify-content: center; gap: .4rem;
      min-height: 2.75rem; padding: .5rem 1.1rem; border-radius: 8px; border: 1px solid var(--edge);
      background: var(--surface); color: var(--ink); font: inherit; font-weight: 600; text-decoration: none;
      cursor: pointer; touch-action: manipulation;
    }
    .button:hover, button:not(.link):hover { background: var(--accent-soft); }
    .button.primary { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); }
    .button.primary:hover { filter: brightness(1.08); background: var(--accent); }
    .button.danger { color: var(--bad); border-color: var(--bad); }
    .button.small { min-height: 2.25rem; padding: .25rem .7rem; font-size: .9rem; }
    .button.wide { width: 100%; }
    [aria-disabled="true"] { opacity: .6; }
    button.link { border: 0; background: none; padding: .6rem .2rem; font: inherit; color: var(--accent); text-decoration: underline; cursor: pointer; }
    .actions { display: flex; flex-wrap: wrap; gap: .6rem; align-items: center; margin: 1.25rem 0 0; }

    /* Questions. */
    .field { margin: 0 0 1.1rem; }
    .field label, legend { display: block; font-weight: 600; margin: 0 0 .3rem; padding: 0; }
    .field .optional { font-weight: 400; font-size: .9rem; }
    .help { color: var(--quiet); font-size: .9rem; margin: 0 0 .35rem; }
    .error { color: var(--bad); font-weight: 600; margin: 0 0 .35rem; }
    input:not([type="checkbox"], [type="radio"], [type="hidden"]), select, textarea {
      width: 100%; min-height: 2.75rem; padding: .5rem .7rem; font: inherit; color: var(--ink);
      background: var(--surface); border: 1px solid var(--edge); border-radius: 8px;
    }
    textarea { min-height: 5.5rem; resize: vertical; }
    .has-error input, .has-error select, .has-error textarea { border-color: var(--bad); border-width: 2px; }
    .check { display: flex; gap: .6rem; align-items: flex-start; font-weight: 400; padding: .35rem 0; }
    input[type="checkbox"], input[type="radio"] { width: 1.35rem; height: 1.35rem; margin: .1rem 0 0; accent-color: var(--accent); flex: none; }
    fieldset { border: 0; padding: 0; margin: 0 0 1.1rem; min-width: 0; }
    .row { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(9rem, 100%), 1fr)); gap: 0 1rem; }
    .narrow-input { max-width: 8rem; }

    /* Times to choose from. */
    .slots { display: grid; grid-template-columns: repeat(auto-fill, minmax(5.5rem, 1fr)); gap: .5rem; }
    .slot { position: relative; }
    .slot input { position: absolute; opacity: 0; inset: 0; width: 100%; height: 100%; margin: 0; cursor: pointer; }
    .slot span.face {
      display: flex; flex-direction: column; align-items: center; justify-content: center; min-height: 2.9rem;
      border: 1px solid var(--edge); border-radius: 8px; background: var(--surface); font-weight: 600;
      font-variant-numeric: tabular-nums; text-align: center; line-height: 1.15;
    }
    .slot input:checked + .face { background: var(--accent); color: var(--accent-ink); border-color: var(--accent); }
    .slot input:focus-visible + .face { outline: 3px solid var(--focus); outline-offset: 2px; }
    .slot.full .face { border-style: dashed; color: var(--quiet); font-weight: 400; }
    .slot small { font-size: .72rem; font-weight: 400; }

    /* Facts of one thing, and lists of many. */
    dl.facts { display: grid; grid-template-columns: minmax(6rem, max-content) 1fr; gap: .35rem 1.25rem; }
    dl.facts dt { color: var(--quiet); }
    dl.facts dd { margin: 0; overflow-wrap: anywhere; }
    .table { overflow-x: auto; margin: 0 0 1.25rem; }
    table { border-collapse: collapse; width: 100%; }
    caption { text-align: start; font-weight: 600; padding: 0 0 .5rem; }
    th, td { text-align: start; vertical-align: top; padding: .55rem .75rem .55rem 0; border-bottom: 1px solid var(--line); }
    th { font-size: .85rem; color: var(--quiet); font-weight: 600; }
    tbody th { color: var(--ink); font-size: 1rem; }

    /* Staff: the day, new bookings, one booking. */
    [hidden] { display: none !important; }
    .switch { display: flex; gap: .4rem; align-items: center; }
    .switch select { width: auto; max-width: 14rem; min-height: 2.25rem; padding: .2rem .5rem; }
    button.small { min-height: 2.25rem; padding: .25rem .7rem; font-size: .9rem; }
    button.primary:not(.link) { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); }
    button.danger:not(.link) { color: var(--bad); border-color: var(--bad); }
    button.primary:not(.link):hover { filter: brightness(1.08); background: var(--accent); }
    .bad { color: var(--bad); }
    kbd { font: 600 .72rem/1 ui-monospace, Menlo, Consolas, monospace; border: 1px solid currentcolor; border-radius: 4px; padding: .15rem .35rem; opacity: .85; }
    .day-head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .5rem 1.5rem; margin: 0 0 1rem; }
    .day-head h1 { margin: 0; display: flex; flex-wrap: wrap; gap: .6rem; align-items: center; overflow-wrap: anywhere; min-width: 0; }
    .day-nav { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: 0 0 1.5rem; }
    .day-pick, .day-search { display: flex; gap: .4rem; }
    .day-pick input, .day-search input { width: auto; min-height: 2.25rem; padding: .2rem .6rem; min-width: 0; }
    .day-search { margin-inline-start: auto; }
    .day-search input { width: 16rem; }
    .connection:not(:empty) { position: fixed; inset-inline: 0; bottom: 0; z-index: 8; margin: 0; padding: .7rem 1rem; text-align: center; background: var(--warn-soft); border-top: 2px solid var(--warn); color: var(--ink); font-weight: 600; }
    .connection:empty { margin: 0; }
    .notice-links { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
    .notice-links a { padding: .35rem 0; }

    .totals { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: 0 0 1.5rem; padding: 0; list-style: none; color: var(--quiet); font-size: .85rem; }
    .totals b { display: block; color: var(--ink); font-size: 1.7rem; line-height: 1.15; font-weight: 650; font-variant-numeric: tabular-nums; letter-spacing: -.02em; }
    .totals b.good { color: var(--good); }
    .totals b.warn { color: var(--warn); }
    .totals b.bad { color: var(--bad); }
    .services { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: 0 1.25rem; }
    .service h2 { margin: 0; }
    .service-summary { color: var(--quiet); margin: 0 0 .6rem; }
    .service-summary.bad { color: var(--bad); }
    .chart { display: block; width: 100%; height: 6rem; overflow: visible; }
    .chart .seated { fill: color-mix(in srgb, var(--accent) 26%, transparent); }
    .chart .arriving { fill: var(--accent); }
    .chart .most { stroke: var(--warn); stroke-width: 1.5; stroke-dasharray: 5 4; vector-effect: non-scaling-stroke; }
    .chart-hours { display: flex; margin: .15rem 0 .4rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: .72rem; font-variant-numeric: tabular-nums; }
    .chart-hours span { flex: 1; overflow: hidden; white-space: nowrap; }
    details > summary { cursor: pointer; padding: .35rem 0; color: var(--accent); width: max-content; max-width: 100%; }
    .service summary { font-size: .875rem; }

    ol.day, ul.plain, ol.plain, ol.code { list-style: none; margin: 0; padding: 0; }
    .entry { display: grid; grid-template-columns: 5rem minmax(0, 1fr) auto; gap: .2rem 1rem; align-items: start; padding: .8rem .5rem; border-bottom: 1px solid var(--line); scroll-margin: 4rem; }
    .entry:first-child { border-top: 1px solid var(--line); }
    .entry:target { background: var(--accent-soft); }
    .entry > b { font-weight: 650; font-size: 1.05rem; font-variant-numeric: tabular-nums; padding-top: .1rem; }
    .entry a { font-weight: 600; color: var(--ink); overflow-wrap: anywhere; padding: .15rem 0; }
    .entry i { font-style: normal; color: var(--quiet); margin-inline-end: .35rem; white-space: nowrap; }
    .entry p { margin: .2rem 0 0; font-size: .875rem; color: var(--quiet); overflow-wrap: anywhere; }
    .entry p.bad { color: var(--bad); }
    .entry p.note { color: var(--ink); white-space: pre-line; border-inline-start: 3px solid var(--line); padding-inline-start: .6rem; }
    .entry p.note.staff { border-color: var(--accent); }
    .entry.cancelled a, .entry.no_show a { text-decoration: line-through; text-decoration-thickness: 1px; }
    .entry form > div, .booking-steps { display: flex; flex-wrap: wrap; gap: .4rem; align-items: center; justify-content: flex-end; }
    .entry button:not(.link) { min-height: 2.25rem; padding: .25rem .7rem; font-size: .9rem; }
    .booking-steps { justify-content: flex-start; margin: 0 0 1.5rem; }
    .entry input[name="table"]:not([type="checkbox"]) { width: 4.6rem; min-height: 2.25rem; padding: .2rem .5rem; }
    .booking-steps input[name="table"]:not([type="checkbox"]) { width: 7rem; min-height: 2.75rem; }
    .badge.quiet { color: var(--quiet); }

    dialog { border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface); color: var(--ink); padding: 1.4rem; width: min(30rem, calc(100vw - 2rem)); box-shadow: 0 8px 40px rgb(0 0 0 / 25%); }
    dialog::backdrop { background: rgb(10 20 15 / 45%); }
    dialog h1 { font-size: 1.3rem; }
    .panel-line { display: flex; flex-wrap: wrap; gap: .4rem .8rem; align-items: center; overflow-wrap: anywhere; }
    .override { border: 0; border-inline-start: 4px solid var(--warn); padding: .9rem 1rem; }
    .override legend { float: inline-start; width: 100%; }
    .override legend + * { clear: both; }
    .warning ul { margin: 0; padding-inline-start: 1.2rem; }
    .warning.override ul { margin-bottom: .5rem; }

    .with-button { display: flex; gap: .5rem; align-items: center; }
    .when { margin-bottom: .4rem; }
    .when-choices { display: flex; flex-wrap: wrap; gap: 0 1.75rem; }
    .check span { font-weight: 400; }
    #new-booking:has(#when-now:checked) .only-later, #new-booking:has(#when-later:checked) .only-now { display: none; }
    .slot input:disabled { cursor: not-allowed; }
    .offers .actions { margin: 0 0 1rem; }
    .slot .face { padding: .2rem; }
    .columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: 0 1.5rem; align-items: start; }
    .columns > div { min-width: 0; }
    .card > h2:first-child { margin-top: 0; }
    .lines { white-space: pre-line; }
    .plain li { padding: .5rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
    .plain li:last-child { border: 0; }
    .plain li p { margin: .1rem 0 0; }
    .code { overflow-x: auto; background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: .6rem; font-size: .85rem; }
    .code li { white-space: nowrap; }
    .code code { white-space: pre; overflow-wrap: normal; }
    .code-number { display: inline-block; min-width: 2.5rem; color: var(--quiet); font-variant-numeric: tabular-nums; }
    .code-note { display: block; padding-inline-start: 2.5rem; color: var(--warn); }

    @media (max-width: 46rem) {
      .entry { grid-template-columns: 4.3rem minmax(0, 1fr); gap: .3rem .6rem; padding-inline: 0; }
      kbd { display: none; }
      .entry form { grid-column: 1 / -1; }
      .entry form > div { justify-content: flex-start; }
      .day-search { margin: 0; width: 100%; }
      .day-search input { flex: 1; width: auto; }
    }
    @media print {
      .entry { display: grid; grid-template-columns: 3.6rem 1fr; break-inside: avoid; padding: .3rem 0; font-size: 10.5pt; }
      .entry a { color: inherit; text-decoration: none; }
      .entry.cancelled { display: none; }
      .totals b { display: inline; font-size: 1.1rem; }
      #live, dialog, .booking-steps { display: none; }
    }

    @media (max-width: 30rem) {
      body { font-size: 1.0625rem; }
      main { padding-top: 1rem; }
      .bar-account { margin-inline-start: 0; width: 100%; justify-content: space-between; }
      .actions .button, .actions button:not(.link) { width: 100%; }
      dl.facts { grid-template-columns: 1fr; gap: 0; }
      dl.facts dd { margin-bottom: .6rem; }
    }
    @media (prefers-reduced-motion: no-preference) {
      .button, button:not(.link), .slot .face { transition: background-color .12s; }
    }
    @media print {
      :root { --paper: #fff; --surface: #fff; --ink: #000; --quiet: #333; --line: #999; --shadow: none; }
      .bar, .skip, .actions, form, .no-print { display: none; }
      main, main.wide { max-width: none; padding: 0; }
      .card { border: 0; padding: 0; }
      tr { break-inside: avoid; }
    }

    """##,
    "Assets/site.js": ##"""
    // What every page can do better with a script. Nothing depends on it.
    "use strict";

    // What went wrong is read out, and is where the next key works.
    const focus = document.querySelector("[data-focus]");
    if (focus) focus.focus();

    // A form is sent once, however often its button is pressed. (The server would make one booking all the same.)
    document.addEventListener("submit", (event) => {
      const form = event.target;
      if (form.dataset.sent) return event.preventDefault();
      form.dataset.sent = "true";
      for (const button of form.querySelectorAll("button")) button.setAttribute("aria-disabled", "true");
    });

    // Going back shows the form as it was left, ready to be sent again.
    window.addEventListener("pageshow", () => {
      for (const form of document.querySelectorAll("form[data-sent]")) {
        delete form.dataset.sent;
        for (const button of form.querySelectorAll("button")) button.removeAttribute("aria-disabled");
      }
    });

    """##,
    "Templates/dashboard-row.mustache": ##"""
    <li class="entry {{state}}" id="{{id}}" tabindex="-1"><b>{{time}}</b><div><a dir="auto" href="/ops/bookings/{{reference}}">{{name}}</a> <i>{{people}}</i> <span class="badge {{tone}}">{{status}}</span>{{#table}} <span class="badge" dir="auto">{{table}}</span>{{/table}}<p>{{more}}</p>{{#failed}}<p class="bad">{{failed}}</p>{{/failed}}{{#notes}}<p class="note" dir="auto">{{notes}}</p>{{/notes}}{{#staffNotes}}<p class="note staff" dir="auto">{{staffNotes}}</p>{{/staffNotes}}</div>{{#hasActions}}<form method="post" action="/ops/bookings/{{reference}}/steps"><div role="group" aria-label="{{name}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="seen" value="{{version}}">{{#tableField}}<input name="table" aria-label="{{tableField}}" placeholder="{{tableField}}" autocomplete="off">{{/tableField}}{{#steps}}<button{{#kind}} class="primary"{{/kind}} name="step" value="{{step}}">{{label}}</button>{{/steps}}</div></form>{{/hasActions}}</li>

    """##,
    "Templates/dashboard.mustache": ##"""
    {{<layout}}
    {{$width}}wide{{/width}}
    {{$switch}}{{> restaurant-switch}}{{/switch}}
    {{$main}}
    <div id="live" data-page="{{here}}" data-restaurant="{{restaurantID}}" data-locale="{{locale}}" data-zone="{{zone}}" data-lost="{{t.live_lost}}" data-over="{{t.live_over}}" data-new="{{t.live_new}}" data-changed="{{t.live_changed}}" data-gone="{{t.live_gone}}" data-many="{{t.live_many}}">
    <p class="connection" id="connection" role="status"></p>
    <p class="hidden-text" id="said" aria-live="polite"></p>
    </div>
    <div class="day-head">
    <h1>{{day}}{{#isToday}} <span class="badge good">{{t.today}}</span>{{/isToday}}</h1>
    <a class="button primary no-print" href="{{new}}" id="new" accesskey="n" aria-keyshortcuts="n">{{t.new_booking}} <kbd>N</kbd></a>
    </div>
    {{#booked}}<div class="notice no-print" role="status" tabindex="-1" data-focus><p dir="auto">{{text}}</p>
    <p class="notice-links"><a href="{{address}}">{{t.see_it}}</a> <a href="{{another}}">{{t.another_walkin}}</a></p></div>
    {{/booked}}
    {{#trouble}}<p class="warning no-print">{{trouble}}</p>{{/trouble}}
    <nav class="day-nav no-print" aria-label="{{t.service_days}}">
    <a class="button small" href="{{previous}}" rel="prev">{{t.day_before}}</a>
    {{^isToday}}<a class="button small" href="{{today}}">{{t.today}}</a>{{/isToday}}
    <a class="button small" href="{{next}}" rel="next">{{t.day_after}}</a>
    <form method="get" action="/ops" class="day-pick"><input type="hidden" name="restaurant" value="{{restaurant}}">
    <label class="hidden-text" for="date">{{t.day}}</label><input type="date" id="date" name="date" value="{{date}}" required><button class="small">{{t.go_to_day}}</button></form>
    <form method="post" action="/ops" role="search" class="day-search" id="search-form"><input type="hidden" name="csrf" value="{{frame.csrf}}"><input type="hidden" name="restaurant" value="{{restaurant}}"><input type="hidden" name="date" value="{{date}}">
    <label class="hidden-text" for="q">{{t.search_for}}</label><input type="search" id="q" name="q" placeholder="{{t.search_for}}" required><button class="small">{{t.search}}</button></form>
    </nav>
    {{#search}}<section class="card no-print" aria-labelledby="search-title">
    <h2 id="search-title" tabindex="-1" data-focus dir="auto">{{title}}</h2>
    <ol class="day">{{#rows}}{{> dashboard-row}}{{/rows}}</ol>
    </section>{{/search}}
    <section aria-label="{{t.at_a_glance}}" id="glance" data-part>
    <ul class="totals">
    {{#totals}}<li><b class="{{tone}}">{{count}}</b> {{label}}</li>
    {{/totals}}</ul>
    </section>
    <section aria-label="{{t.services}}" id="services" class="services no-print" data-part>
    {{#charts}}<div class="card service">
    <h2>{{name}}</h2>
    <p class="service-summary{{#isOver}} bad{{/isOver}}">{{summary}}</p>
    <svg class="chart" viewBox="0 0 {{width}} 100" preserveAspectRatio="none" role="img" aria-label="{{summary}}">
    <path class="seated" d="{{seated}}"/><path class="arriving" d="{{arriving}}"/>{{#line}}<line class="most" x1="0" x2="{{width}}" y1="{{y}}" y2="{{y}}"/>{{/line}}
    </svg>
    <p class="chart-hours" aria-hidden="true">{{#hours}}<span>{{.}}</span>{{/hours}}</p>
    <details id="{{id}}"><summary>{{t.as_table}}</summary>
    <table><caption class="hidden-text">{{name}}</caption><thead><tr><th scope="col">{{t.time}}</th><th scope="col" class="number">{{t.arriving}}</th><th scope="col" class="number">{{t.in_house}}</th></tr></thead>
    <tbody>{{#slots}}<tr><th scope="row">{{time}}</th><td class="number">{{arriving}}</td><td class="number">{{seated}}</td></tr>{{/slots}}</tbody></table></details>
    </div>
    {{/charts}}</section>
    {{#waitlist}}<section id="waitlist" data-part>{{> waitlist}}</section>{{/waitlist}}
    <section aria-labelledby="list-title">
    <h2 id="list-title">{{t.the_list}}</h2>
    <p id="nothing" class="quiet" data-part>{{#isEmpty}}{{t.nothing_booked}}{{/isEmpty}}</p>
    <ol class="day" id="day">
    {{#rows}}{{> dashboard-row}}{{/rows}}</ol>
    </section>
    <dialog id="dialog" aria-labelledby="panel-title"></dialog>
    {{/main}}
    {{/layout}}

    """##,
    "Templates/errors.mustache": ##"""
    {{#hasErrors}}<div class="errors" role="alert" tabindex="-1" id="errors" data-focus aria-labelledby="errors-title">
    <h2 id="errors-title">{{t.errors_title}}</h2>
    <ul>
    {{#errors}}<li dir="auto">{{#target}}<a href="#{{target}}">{{message}}</a>{{/target}}{{^target}}{{message}}{{/target}}</li>
    {{/errors}}</ul>
    </div>{{/hasErrors}}

    """##,
    "Templates/field.mustache": ##"""
    <div class="field{{#error}} has-error{{/error}}">
    {{#isCheckbox}}<label class="check" for="{{id}}"><input id="{{id}}" name="{{name}}" type="checkbox" value="true"{{#isChecked}} checked{{/isChecked}}{{#isRequired}} aria-required="true"{{/isRequired}}{{#error}} aria-invalid="true"{{/error}}{{#describedBy}} aria-describedby="{{describedBy}}"{{/describedBy}}> <span dir="auto">{{label}}</span></label>{{/isCheckbox}}
    {{^isCheckbox}}<label for="{{id}}"><span dir="auto">{{label}}</span>{{#isOptional}} <span class="optional">{{t.optional}}</span>{{/isOptional}}</label>{{/isCheckbox}}
    {{#help}}<p class="help" id="{{id}}-help" dir="auto">{{help}}</p>{{/help}}
    {{#error}}<p class="error" id="{{id}}-error" dir="auto">{{error}}</p>{{/error}}
    {{#isText}}<input id="{{id}}" name="{{name}}" type="{{type}}" value="{{value}}" dir="auto"{{#inputMode}} inputmode="{{inputMode}}"{{/inputMode}}{{#autocomplete}} autocomplete="{{autocomplete}}"{{/autocomplete}}{{^autocomplete}} autocomplete="off"{{/autocomplete}}{{#isRequired}} aria-required="true"{{/isRequired}}{{#error}} aria-invalid="true"{{/error}}{{#describedBy}} aria-describedby="{{describedBy}}"{{/describedBy}}>{{/isText}}
    {{#isLong}}<textarea id="{{id}}" name="{{name}}" rows="3" dir="auto"{{#isRequired}} aria-required="true"{{/isRequired}}{{#error}} aria-invalid="true"{{/error}}{{#describedBy}} aria-describedby="{{describedBy}}"{{/describedBy}}>
    {{value}}</textarea>{{/isLong}}
    {{#hasChoices}}<select id="{{id}}" name="{{name}}"{{#isRequired}} aria-required="true"{{/isRequired}}{{#error}} aria-invalid="true"{{/error}}{{#describedBy}} aria-describedby="{{describedBy}}"{{/describedBy}}>
    {{#choices}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{label}}</option>
    {{/choices}}</select>{{/hasChoices}}
    </div>

    """##,
    "Templates/layout.mustache": ##"""
    <!doctype html>
    <html lang="{{frame.language}}" dir="{{frame.direction}}">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>{{frame.title}}</title>
    <link rel="icon" href="{{frame.icon}}" type="image/svg+xml">
    <link rel="stylesheet" href="{{frame.style}}">
    {{#frame.scripts}}<script src="{{.}}" defer></script>
    {{/frame.scripts}}</head>
    <body>
    <a class="skip" href="#main">{{t.skip_to_content}}</a>
    <header class="bar">
    <a class="bar-name" href="{{frame.home}}" dir="auto">{{frame.heading}}</a>
    {{$switch}}{{/switch}}
    {{#frame.account}}<nav class="bar-places" aria-label="{{t.places}}">
    {{#frame.places}}<a href="{{address}}"{{#isHere}} aria-current="page"{{/isHere}}>{{name}}</a>
    {{/frame.places}}</nav>
    <form class="bar-account" method="post" action="/ops/sign-out"><input type="hidden" name="csrf" value="{{frame.csrf}}">
    <span class="bar-who" dir="auto">{{frame.account}}</span> <button class="link">{{t.sign_out}}</button></form>
    {{/frame.account}}</header>
    <main id="main" tabindex="-1" class="{{$width}}narrow{{/width}}">
    {{$main}}{{/main}}
    </main>
    {{$foot}}{{/foot}}
    </body>
    </html>

    """##,
    "Templates/new-booking.mustache": ##"""
    {{<layout}}
    {{$main}}
    <h1>{{t.place_new}}</h1>
    <form method="post" action="/ops/bookings/new" id="new-booking" novalidate>
    <button class="hidden-text" name="do" value="book" tabindex="-1" aria-hidden="true">{{button}}</button>
    <input type="hidden" name="csrf" value="{{frame.csrf}}"><input type="hidden" name="key" value="{{key}}">
    {{> errors}}
    {{^hasRestaurants}}<input type="hidden" name="restaurant" value="{{restaurant}}">{{/hasRestaurants}}
    {{^hasModes}}<input type="hidden" name="mode" value="{{mode}}">{{/hasModes}}
    {{#hasRestaurants}}<div class="field choose"><label for="restaurant">{{t.restaurant}}</label><div class="with-button"><select id="restaurant" name="restaurant" data-redraw>{{#restaurants}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{label}}</option>{{/restaurants}}</select><button class="small" name="do" value="show">{{t.switch_go}}</button></div></div>{{/hasRestaurants}}
    {{#hasModes}}<div class="field choose"><label for="mode">{{t.mode}}</label><div class="with-button"><select id="mode" name="mode" data-redraw>{{#modes}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{label}}</option>{{/modes}}</select><button class="small" name="do" value="show">{{t.switch_go}}</button></div></div>{{/hasModes}}
    <div class="card">
    <fieldset class="when"><legend>{{t.when}}</legend>
    <div class="when-choices"><label class="check" for="when-now"><input type="radio" id="when-now" name="when" value="now"{{#isNow}} checked{{/isNow}}> <span>{{now}}</span></label>
    <label class="check" for="when-later"><input type="radio" id="when-later" name="when" value="later"{{^isNow}} checked{{/isNow}}> <span>{{t.later}}</span></label></div></fieldset>
    <div class="only-now"><label class="check" for="seated"><input type="checkbox" id="seated" name="seated" value="true"{{#isSeated}} checked{{/isSeated}}> <span>{{t.seat_now}}</span></label>
    <div class="field{{#tableError}} has-error{{/tableError}}"><label for="field-table">{{t.table}} <span class="optional">{{t.optional}}</span></label>{{#tableError}}<p class="error" id="field-table-error">{{tableError}}</p>{{/tableError}}<input id="field-table" name="table" class="narrow-input" value="{{table}}" maxlength="40" autocomplete="off" dir="auto"{{#tableError}} aria-invalid="true" aria-describedby="field-table-error"{{/tableError}}></div></div>
    <div class="field only-later{{#dateError}} has-error{{/dateError}}"><label for="field-date">{{t.day}}</label>{{#dateError}}<p class="error" id="field-date-error">{{dateError}}</p>{{/dateError}}
    <input id="field-date" name="date" type="date" value="{{date}}" min="{{firstDate}}"{{#lastDate}} max="{{lastDate}}"{{/lastDate}}{{#dateError}} aria-invalid="true" aria-describedby="field-date-error"{{/dateError}}></div>
    <div class="field{{#partyError}} has-error{{/partyError}}"><label for="field-party">{{t.party}}</label><p class="help" id="field-party-help">{{partyHelp}}</p>{{#partyError}}<p class="error" id="field-party-error">{{partyError}}</p>{{/partyError}}
    <input id="field-party" class="narrow-input" name="party" inputmode="numeric" autocomplete="off" aria-required="true" value="{{party}}"{{#isFresh}} autofocus{{/isFresh}}{{#partyError}} aria-invalid="true"{{/partyError}} aria-describedby="field-party-help{{#partyError}} field-party-error{{/partyError}}"></div>
    <p class="only-later show-times"><button class="small" name="do" value="show">{{t.show_times}}</button></p>
    <div id="plan-times" data-part class="only-later" tabindex="-1">
    {{#hasSlots}}<fieldset id="times" tabindex="-1"{{#timeError}} aria-describedby="times-error"{{/timeError}}><legend>{{slotsTitle}}</legend>
    {{#timeError}}<p class="error" id="times-error">{{timeError}}</p>{{/timeError}}
    <div class="slots">{{#slots}}<label class="slot{{#isFull}} full{{/isFull}}"><input type="radio" name="time" value="{{value}}" aria-label="{{name}}"{{#isChosen}} checked{{/isChosen}}{{#isFull}} disabled{{/isFull}}><span class="face">{{time}}{{#note}}<small>{{note}}</small>{{/note}}</span></label>{{/slots}}</div></fieldset>{{/hasSlots}}
    {{#slotsNote}}<p class="notice">{{slotsNote}}</p>{{/slotsNote}}
    </div>
    <div id="plan-notes" data-part aria-live="polite">
    <input type="hidden" name="seen" value="{{seen}}">
    {{#hasRefusals}}<div class="errors"><ul>{{#refusals}}<li dir="auto">{{.}}</li>{{/refusals}}</ul></div>{{/hasRefusals}}
    {{#hasAlternatives}}<div class="offers"><p>{{t.instead}}</p><div class="actions">{{#alternatives}}<button class="small" name="take" value="{{value}}">{{label}}</button>{{/alternatives}}</div></div>{{/hasAlternatives}}
    {{#hasWarnings}}<div class="warning"><ul>{{#warnings}}<li dir="auto">{{.}}</li>{{/warnings}}</ul></div>{{/hasWarnings}}
    {{> override}}
    </div>
    </div>
    <div class="card">
    {{#fields}}{{> field}}{{/fields}}
    {{#noContact}}<p class="notice" id="no-contact"{{#hasContact}} hidden{{/hasContact}}>{{noContact}}</p>{{/noContact}}
    </div>
    <p class="actions"><button class="button primary" name="do" value="book" id="book"{{#isReady}} autofocus{{/isReady}}>{{button}}</button> <a class="button" href="{{back}}">{{t.leave}}</a></p>
    </form>
    {{/main}}
    {{/layout}}

    """##,
    "Templates/ops-booking.mustache": ##"""
    {{<layout}}
    {{$width}}wide{{/width}}
    {{$main}}
    <p class="no-print"><a href="{{back}}">{{t.back_to_list}}</a></p>
    <div class="day-head"><div><h1 dir="auto">{{name}}</h1>
    <p class="panel-line"><span>{{line}}</span> <span class="badge {{tone}}">{{status}}</span></p></div></div>
    {{#isSaved}}<p class="notice" role="status" tabindex="-1" data-focus>{{t.change_saved}}</p>{{/isSaved}}
    {{#hasWarnings}}<div class="warning"><ul>{{#warnings}}<li dir="auto">{{.}}</li>{{/warnings}}</ul></div>{{/hasWarnings}}
    {{#hasActions}}<form method="post" action="{{address}}/steps" class="booking-steps">
    <input type="hidden" name="csrf" value="{{frame.csrf}}"><input type="hidden" name="seen" value="{{change.version}}"><input type="hidden" name="from" value="booking">
    {{#facts.takesTable}}<input name="table" aria-label="{{t.table}}" placeholder="{{t.table}}" autocomplete="off">{{/facts.takesTable}}
    {{#facts.steps}}<button class="{{kind}} button" name="step" value="{{step}}">{{label}}</button>
    {{/facts.steps}}
    </form>{{/hasActions}}
    <div class="columns">
    <div>
    <section class="card" aria-labelledby="facts-title"><h2 id="facts-title">{{t.the_booking}}</h2>
    <dl class="facts">{{#facts.plan}}<dt>{{label}}</dt><dd dir="auto">{{value}}</dd>{{/facts.plan}}</dl>
    <h3>{{t.the_guest}}</h3>
    <dl class="facts">{{#facts.guest}}<dt>{{label}}</dt><dd dir="auto">{{#link}}<a href="{{link}}">{{value}}</a>{{/link}}{{^link}}{{value}}{{/link}}</dd>{{/facts.guest}}</dl>
    {{#hasNotes}}<h3>{{t.notes}}</h3>
    <dl class="facts">{{#facts.notes}}<dt>{{label}}</dt><dd dir="auto" class="lines">{{value}}</dd>{{/facts.notes}}</dl>{{/hasNotes}}
    <h3>{{t.where_from}}</h3>
    <dl class="facts">{{#facts.origin}}<dt>{{label}}</dt><dd dir="auto">{{value}}</dd>{{/facts.origin}}</dl>
    </section>
    <section class="card no-print" aria-labelledby="change-title" id="change"><h2 id="change-title">{{t.change_it}}</h2>
    {{> errors}}
    {{#isConflict}}<div class="warning" role="alert" tabindex="-1" data-focus><p>{{t.change_conflict}}</p>
    <div class="table"><table><thead><tr><th scope="col">{{t.what}}</th><th scope="col">{{t.now_stored}}</th><th scope="col">{{t.you_typed}}</th></tr></thead>
    <tbody>{{#change.conflicts}}<tr><th scope="row">{{label}}</th><td dir="auto">{{theirs}}</td><td dir="auto">{{yours}}</td></tr>{{/change.conflicts}}</tbody></table></div></div>{{/isConflict}}
    <details{{#isChanging}} open{{/isChanging}}><summary>{{t.change_open}}</summary>
    <form method="post" action="{{address}}" novalidate>
    <input type="hidden" name="csrf" value="{{frame.csrf}}"><input type="hidden" name="seen" value="{{change.version}}">
    {{#change.isOpen}}<div class="row">
    <div class="field{{#change.dateError}} has-error{{/change.dateError}}"><label for="field-date">{{t.day}}</label>{{#change.dateError}}<p class="error" id="field-date-error">{{change.dateError}}</p>{{/change.dateError}}<input id="field-date" name="date" type="date" value="{{change.date}}"{{#change.dateError}} aria-invalid="true" aria-describedby="field-date-error"{{/change.dateError}}></div>
    <div class="field{{#change.timeError}} has-error{{/change.timeError}}"><label for="field-time">{{t.time}}</label>{{#change.timeError}}<p class="error" id="field-time-error">{{change.timeError}}</p>{{/change.timeError}}<input id="field-time" name="time" type="time" value="{{change.time}}"{{#change.timeError}} aria-invalid="true" aria-describedby="field-time-error"{{/change.timeError}}></div>
    <div class="field{{#change.partyError}} has-error{{/change.partyError}}"><label for="field-party">{{t.party}}</label>{{#change.partyError}}<p class="error" id="field-party-error">{{change.partyError}}</p>{{/change.partyError}}<input id="field-party" name="party" inputmode="numeric" autocomplete="off" value="{{change.party}}"{{#change.partyError}} aria-invalid="true" aria-describedby="field-party-error"{{/change.partyError}}></div>
    </div>
    {{#change.fields}}{{> field}}{{/change.fields}}{{/change.isOpen}}
    <div class="field"><label for="field-table">{{t.table}}</label><input id="field-table" name="table" value="{{change.table}}" maxlength="40" autocomplete="off" dir="auto"></div>
    <div class="field"><label for="field-staff_notes">{{t.notes_staff}}</label><textarea id="field-staff_notes" name="staff_notes" rows="3" dir="auto">
    {{change.staffNotes}}</textarea></div>
    {{> override}}
    <p class="actions"><button class="button primary">{{t.change_save}}</button></p>
    </form></details></section>
    </div>
    <div>
    <section class="card" aria-labelledby="effects-title"><h2 id="effects-title">{{t.what_follows}}</h2>
    {{#hasEffects}}<ul class="plain">{{#facts.effects}}<li><span dir="auto">{{what}}</span> <span class="badge {{tone}}">{{state}}</span>
    <p class="fine"><span>{{trigger}}</span>{{#why}} · <span dir="auto">{{why}}</span>{{/why}}{{#rule}} · <code>{{rule}}</code>{{/rule}}</p></li>{{/facts.effects}}</ul>{{/hasEffects}}
    {{^hasEffects}}<p class="quiet">{{t.nothing_follows}}</p>{{/hasEffects}}
    </section>
    <section class="card" aria-labelledby="why" ><h2 id="why" tabindex="-1">{{t.why_allowed}}</h2>
    {{#hasFindings}}<ul class="plain">{{#facts.findings}}<li><span dir="auto">{{message}}</span> <span class="badge {{tone}}">{{how}}</span>
    <p class="fine"><code>{{code}}</code> · <code>{{rule}}</code></p></li>{{/facts.findings}}</ul>{{/hasFindings}}
    {{^hasFindings}}<p>{{t.why_nothing}}</p>{{/hasFindings}}
    <p class="fine">{{t.decided_by}} <code>{{revision}}</code>{{#rules}} · <a href="{{rules}}">{{t.place_rules}}</a>{{/rules}}</p>
    {{^showsLines}}<p class="no-print"><a href="{{whyAddress}}">{{t.why_lines}}</a></p>{{/showsLines}}
    {{#facts.remark}}<p class="warning">{{facts.remark}}</p>{{/facts.remark}}
    {{#facts.linesMissing}}<p class="quiet">{{facts.linesMissing}}</p>{{/facts.linesMissing}}
    {{#facts.files}}<h3><code>{{path}}</code></h3>
    <ol class="code" tabindex="0" aria-label="{{path}}">{{#lines}}<li><span class="code-number">{{number}}</span><code>{{text}}</code>{{#notes}}<span class="code-note" dir="auto">{{.}}</span>{{/notes}}</li>{{/lines}}</ol>
    {{/facts.files}}
    </section>
    <section class="card" aria-labelledby="history-title"><h2 id="history-title">{{t.history}}</h2>
    <ol class="plain">{{#facts.history}}<li><span dir="auto">{{what}}</span>
    <p class="fine">{{at}} · <span dir="auto">{{by}}</span>{{#why}} · <span dir="auto">{{.}}</span>{{/why}}</p></li>{{/facts.history}}</ol>
    </section>
    </div>
    </div>
    {{/main}}
    {{/layout}}

    """##,
    "Templates/ops-step.mustache": ##"""
    {{<layout}}
    {{$main}}
    <div id="panel">
    <h1 id="panel-title" tabindex="-1" data-focus>{{title}}</h1>
    <p class="panel-line"><span dir="auto">{{line}}</span> <span class="badge">{{status}}</span></p>
    {{#conflict}}<p class="warning" role="alert">{{conflict}}</p>{{/conflict}}
    {{#hasIssues}}<div class="errors" role="alert"><ul>{{#issues}}<li dir="auto">{{.}}</li>{{/issues}}</ul></div>{{/hasIssues}}
    {{#isDone}}<div class="warning"><ul>{{#warnings}}<li dir="auto">{{.}}</li>{{/warnings}}</ul></div>
    <p class="actions"><a class="button primary" data-close href="{{back}}">{{t.go_on}}</a></p>{{/isDone}}
    {{^isDone}}<form method="post" action="{{address}}">
    <input type="hidden" name="csrf" value="{{frame.csrf}}"><input type="hidden" name="seen" value="{{version}}">
    {{#isFromBooking}}<input type="hidden" name="from" value="booking">{{/isFromBooking}}
    {{#asks}}<input type="hidden" name="asked" value="true"><div class="field"><label for="reason">{{t.step_reason}} <span class="optional">{{t.optional}}</span></label>
    <input id="reason" name="reason" value="{{reason}}" maxlength="500" autocomplete="off" dir="auto"></div>{{/asks}}
    {{^asks}}<input type="hidden" name="reason" value="{{reason}}">{{/asks}}
    {{#table}}<input type="hidden" name="table" value="{{table}}">{{/table}}
    {{> override}}
    <div class="actions">{{#mayGoOn}}<button class="{{#isDanger}}danger{{/isDanger}}{{^isDanger}}primary{{/isDanger}} button" name="step" value="{{step}}">{{label}}</button>{{/mayGoOn}}
    <a class="button" data-close href="{{back}}">{{t.step_leave}}</a></div>
    </form>{{/isDone}}
    </div>
    {{/main}}
    {{/layout}}

    """##,
    "Templates/override.mustache": ##"""
    {{#override}}<fieldset class="warning override" id="override">
    <legend>{{t.override_title}}</legend>
    <ul>{{#messages}}<li dir="auto">{{.}}</li>{{/messages}}</ul>
    <p>{{needed}}</p>
    <div class="field{{#reasonError}} has-error{{/reasonError}}"><label for="override_reason">{{t.override_reason}}</label>
    {{#reasonError}}<p class="error" id="override-error" dir="auto">{{reasonError}}</p>{{/reasonError}}
    <input id="override_reason" name="override_reason" value="{{reason}}" list="override-reasons" maxlength="500" autocomplete="off" dir="auto"{{#reasonError}} aria-invalid="true" aria-describedby="override-error"{{/reasonError}}>
    <datalist id="override-reasons">{{#presets}}<option value="{{.}}"></option>{{/presets}}</datalist></div>
    {{#isForOthers}}{{#approverError}}<p class="error" role="alert" id="approve-error">{{approverError}}</p>{{/approverError}}
    <div class="row"><div class="field"><label for="approve_email">{{t.approve_email}}</label>
    <input id="approve_email" name="approve_email" value="{{approver}}" inputmode="email" autocapitalize="none" spellcheck="false" autocomplete="off"{{#approverError}} aria-invalid="true" aria-describedby="approve-error"{{/approverError}}></div>
    <div class="field"><label for="approve_password">{{t.approve_password}}</label>
    <input id="approve_password" name="approve_password" type="password" autocomplete="new-password"></div></div>
    <p class="fine">{{t.approve_note}}</p>{{/isForOthers}}
    </fieldset>{{/override}}

    """##,
    "Templates/problem.mustache": ##"""
    {{<layout}}
    {{$main}}
    <h1>{{title}}</h1>
    <p>{{detail}}</p>
    {{#isOurFault}}<p>{{t.problem_ours}}</p>{{/isOurFault}}
    <p><a class="button" href="{{frame.home}}">{{t.problem_home}}</a></p>
    <p class="fine">{{t.problem_number}} <code>{{requestID}}</code></p>
    {{/main}}
    {{/layout}}

    """##,
    "Templates/restaurant-switch.mustache": ##"""
    {{#switch}}<form class="switch" method="get" action="/ops"><label class="hidden-text" for="switch">{{t.restaurant}}</label><select id="switch" name="restaurant">{{#choices}}<option value="{{slug}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/choices}}</select><button class="small">{{t.switch_go}}</button></form>{{/switch}}

    """##,
    "Templates/resume.mustache": ##"""
    {{<layout}}
    {{$main}}
    <h1>{{t.signed_in_again}}</h1>
    <p>{{t.signed_in_again_detail}}</p>
    <form method="post" action="{{address}}">
    <input type="hidden" name="csrf" value="{{frame.csrf}}">
    {{#carried}}<input type="hidden" name="{{name}}" value="{{value}}">
    {{/carried}}
    <p><button class="button primary" autofocus>{{t.go_on}}</button></p>
    </form>
    {{/main}}
    {{/layout}}

    """##,
    "Templates/sign-in.mustache": ##"""
    {{<layout}}
    {{$main}}
    <h1>{{t.sign_in}}</h1>
    {{#isResuming}}<p class="notice">{{t.sign_in_resume}}</p>{{/isResuming}}
    {{#error}}<div class="errors" role="alert" tabindex="-1" data-focus><p>{{error}}</p></div>{{/error}}
    <form method="post" action="/ops/sign-in" class="card">
    <input type="hidden" name="return" value="{{address}}">
    {{#carried}}<input type="hidden" name="{{name}}" value="{{value}}">
    {{/carried}}
    <div class="field"><label for="email">{{t.sign_in_email}}</label>
    <input id="email" name="email" type="text" inputmode="email" autocapitalize="none" spellcheck="false" autocomplete="username" required value="{{email}}"{{^error}} autofocus{{/error}}></div>
    <div class="field"><label for="password">{{t.sign_in_password}}</label>
    <input id="password" name="password" type="password" autocomplete="current-password" required></div>
    <p><button class="button primary">{{t.sign_in}}</button></p>
    </form>
    <p class="fine">{{t.sign_in_forgotten}}</p>
    {{/main}}
    {{/layout}}

    """##,
    "Words/en/common.txt": ##"""
    # Words that more than one page uses. A line is: key = text. {name} stands for a value; leave it as it is.
    product = Bookings
    skip_to_content = Skip to the content
    places = Places
    sign_in = Sign in
    sign_out = Sign out
    sign_in_email = Email
    sign_in_password = Password
    sign_in_wrong = The email or the password is wrong.
    sign_in_often = That was tried too often. Please wait a few minutes.
    sign_in_resume = Your session is over. Sign in to go on; what you typed is kept.
    sign_in_forgotten = Forgotten your password? An owner can have a new one set.
    signed_in_again = You are signed in again
    signed_in_again_detail = Nothing that you typed is lost.
    go_on = Go on
    optional = (optional)
    errors_title = Please look at this again
    problem_home = Back to the start
    problem_ours = This is our fault, not yours. Nothing was half-done; please try again in a moment.
    problem_number = If you tell us about it, say this number:
    problem_4xx = That did not work
    problem_5xx = Something went wrong
    problem_not_found = Not found
    problem_not_allowed = Not yours to open
    problem_rate_limited = One moment, please
    problem_busy = One moment, please
    # What each field is called, where a mode does not say it.
    field_name = Name
    field_email = Email
    field_phone = Phone
    field_notes = Notes
    field_seating = Seating
    field_booking_type = Occasion
    field_marketing_opt_in = News and offers
    field_terms = I accept the terms
    choice_seating_any = Anywhere
    # The bar at the top, for staff.
    place_today = Today
    place_new = New booking
    place_rules = Rules
    place_settings = Settings

    """##,
    "Words/en/ops.txt": ##"""
    # The dashboard, new bookings and single bookings, for staff.
    restaurant = Restaurant
    switch_go = Change
    yes = Yes
    no = No
    today = Today
    day = Day
    time = Time
    table = Table
    party = Party
    when = When
    notes = Notes
    what = What
    at_table = Table {table}
    people_one = {count} person
    people_other = {count} people
    covers_one = {count} cover
    covers_other = {count} covers
    bookings_one = {count} booking
    bookings_other = {count} bookings
    booking_line = {name}, {time}, {people}
    booking_when = {day}, {time}, {people}
    with_reason = {what} ({reason})
    # Where a booking is in its life.
    status_pending = To be confirmed
    status_confirmed = Confirmed
    status_checked_in = Seated
    status_completed = Done
    status_cancelled = Cancelled
    status_no_show = No-show
    # Roles.
    role_none = guest
    role_server = server
    role_host = host
    role_manager = manager
    role_owner = owner
    # The dashboard.
    new_booking = New booking
    service_days = Service days
    day_before = Day before
    day_after = Day after
    go_to_day = Go
    search = Search
    search_for = Name, phone or reference
    search_found_one = {count} booking found for “{text}”
    search_found_other = {count} bookings found for “{text}”
    at_a_glance = At a glance
    total_covers = Covers
    total_bookings = Bookings
    total_upcoming = Still to come
    total_seated = Seated
    total_pending = To confirm
    total_completed = Done
    total_no_show = No-shows
    total_cancelled = Cancelled
    services = Services
    service_full = {covers} of {most} covers, {bookings}
    service_open = {covers}, {bookings}
    as_table = As a table
    arriving = Arriving
    in_house = In the house
    the_list = Bookings
    nothing_booked = Nothing is booked.
    see_it = See it
    another_walkin = Another walk-in
    booked_notice = Booked: {what}.
    booked_notice_pending = Booked, to be confirmed: {what}.
    booked_notice_checked_in = Booked and seated: {what}.
    booked_notice_completed = Booked before: {what}.
    booked_notice_cancelled = Booked before, and cancelled since: {what}.
    booked_notice_no_show = Booked before: {what}.
    contact_none = No contact
    contact_phone = Phone
    contact_email = Email
    contact_both = Phone, email
    contact = Contact
    rules_rejected = The last edit of the booking rules was not taken up. Bookings go on by the rules before it.
    rules_failing = A booking rule fails while it decides. A manager should look at the rules.
    live_lost = Not live since {time}. Trying again…
    live_over = Your session is over. Open this page again to sign in.
    live_new = New: {what}
    live_changed = Changed: {what}
    live_gone = No longer on this day: {what}
    live_many = {count} bookings have changed
    # What follows a booking.
    effect_email_confirmation = confirmation email
    effect_email_reminder = reminder email
    effect_email_cancelled = cancellation email
    effect_email_changed = email about the change
    effect_email_requested = email about the request
    effect_email_review = email asking for a review
    effect_email = email “{name}”
    effect_points_one = {count} point
    effect_points_other = {count} points
    effect_notify = word to “{name}”
    effect_webhook = webhook “{name}”
    effect_kind_rule = what a rule would have had follow
    effect_kind_email = emails
    effect_kind_loyalty = points
    effect_kind_notify = words to staff
    effect_kind_webhook = webhooks
    effect_state_queued = Waiting
    effect_state_sending = Being sent
    effect_state_delivered = Done
    effect_state_failed = Failed
    effect_state_skipped = Left out
    effect_due = at {at}
    effects_delivered = Sent: {what}
    effects_queued = Waiting: {what}
    effects_failed = Failed: {what}
    effects_skipped = Not sent: {what}
    trigger_created = When it was booked
    trigger_confirmed = When it was confirmed
    trigger_changed = When it was changed
    trigger_checked_in = When they were seated
    trigger_completed = When they had gone
    trigger_cancelled = When it was cancelled
    trigger_no_show = When they did not come
    # Steps.
    step_confirmed = Confirm
    step_checked_in = Check in
    step_completed = Complete
    step_no_show = No-show
    step_undo = Undo
    step_cancelled = Cancel…
    step_confirmed_title = Confirm this booking
    step_checked_in_title = Check these guests in
    step_completed_title = Complete this booking
    step_no_show_title = Enter a no-show
    step_undo_title = Undo the last step
    step_cancelled_title = Cancel this booking?
    step_confirmed_do = Confirm
    step_checked_in_do = Check in
    step_completed_do = Complete
    step_no_show_do = Enter a no-show
    step_undo_do = Undo
    step_cancelled_do = Cancel the booking
    step_reason = Why
    step_leave = Leave it as it is
    step_done = Done; please mind
    step_conflict = Somebody has changed this booking since you saw it. It is now: {status}. Nothing was done.
    # Overriding rules.
    override_title = This needs a reason
    override_reason = Why it is all right
    override_yours = You may let this pass. The reason is kept with the booking.
    override_needs_server = A server can let this pass, here and now.
    override_needs_host = A host can let this pass, here and now.
    override_needs_manager = A manager can let this pass, here and now.
    override_needs_owner = An owner can let this pass, here and now.
    approve_email = Approver’s email
    approve_password = Approver’s password
    approve_note = Their word counts for this one decision. You stay signed in.
    approve_wrong = The email or the password of whoever approves is wrong.
    approve_stranger = Whoever approves must be a member of this restaurant.
    # A new booking.
    mode = Kind of booking
    now_at = Now, {time}
    later = Later
    seat_now = Seat them now
    party_bounds = {from} to {to}
    show_times = Show times
    times_on = Times on {day}
    no_times = There are no times on that day.
    slot_name = {day}, {time}, {state}
    slot_open = open
    slot_pending = on request
    slot_pending_short = on request
    slot_mind = open, with a warning
    slot_mind_short = mind
    slot_override = needs a reason
    slot_override_short = reason
    slot_full = full
    slot_past = past
    slot_closed = not bookable
    slot_closed_short = closed
    offer_when = {day}, {time}, {people}
    instead = What would work instead:
    no_contact_means = Email and phone may be left out. Without an email no confirmation will be sent, and nobody can be rung.
    no_staff_modes = The rules have no kind of booking for staff.
    choose_time = Choose a time
    book_it = Book
    book_all_the_same = Book all the same
    book_override = Book with this reason
    leave = Leave
    # One booking.
    booking_title = Booking of {name}
    back_to_list = ← Back to the day
    the_booking = The booking
    the_guest = The guest
    notes_guest = From the guest
    notes_staff = For staff only
    where_from = Where it came from
    label = Label
    made_by = Made by
    made_at = Made
    source = Source
    source_line = {source} ({mode})
    overridden = Let pass
    override_line = “{reason}”, {who}
    reference = Reference
    from_to = {from} to {to}
    night_of = in the night of {day}
    counts_as = counts as {covers}
    by_staff = {who} ({role})
    by_guest = The guest
    by_guest_or_host = The guest, or the host by itself
    somebody_gone = somebody whose account is gone
    what_follows = What follows
    nothing_follows = Nothing follows this booking.
    why_allowed = Why was this allowed?
    why_nothing = No rule had anything against it.
    why_lines = Show the lines of the rules that had a say
    why_no_lines = No line of the rules stood in the way or made anything follow.
    decided_by = Decided by revision
    finding_warn = a warning
    finding_refuse = against it
    finding_override = let pass by a {role}
    rule_of_host = the host itself
    history = History
    history_booking_created = Booked
    history_booking_changed = Changed
    history_booking_confirmed = Confirmed
    history_booking_checked_in = Seated
    history_booking_completed = Completed
    history_booking_cancelled = Cancelled
    history_booking_no_show = Did not come
    history_booking_undone = Undone
    history_booking_imported = Brought in from elsewhere
    history_guest_merged = Its guest was joined with another
    history_guest_split = Its guest was parted from another
    history_guest_erased = Its guest was erased
    history_undone = Undone: {from}, now {to} again
    with_fields = {what}: {fields}
    field_from_to = {field} {from} → {to}
    field_date = Date
    field_time = Time
    field_party = Party
    field_table = Table
    field_staff_notes = Notes for staff
    because = “{reason}”
    overridden_because = let pass: “{reason}”
    approved_by = approved by {who}
    change_it = Change it
    change_open = Time, party, contact, notes
    change_save = Save
    change_saved = Saved.
    change_conflict = Somebody has changed this booking since you opened it. Nothing of yours is saved yet. Saving now puts what you typed in the place of theirs.
    now_stored = Stored now
    you_typed = You typed

    """##,
  ]
}
