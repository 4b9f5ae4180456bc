// Written by scripts/embed-pages.sh from Templates, Words and Assets. Edit the files there.
// swift-format-ignore-file
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

      /* Settings and rules. */
      .tabs { display: flex; flex-wrap: wrap; gap: .25rem; margin: 0 0 1.5rem; border-bottom: 1px solid var(--line); padding: 0 0 .5rem; }
      .tabs a { padding: .5rem .7rem; border-radius: 6px; color: var(--ink); text-decoration: none; font-size: .95rem; }
      .tabs a:hover { background: var(--accent-soft); }
      .tabs a[aria-current] { background: var(--accent-soft); font-weight: 600; }
      .card > h2:first-child, .card > input + h2, .card > input + input + h2 { margin-top: 0; }
      ul.plain, ol.plain { list-style: none; padding: 0; margin: 0 0 1.25rem; }
      .line {
        display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; justify-content: space-between;
        padding: .6rem 0; border-bottom: 1px solid var(--line);
      }
      .line p { margin: 0; overflow-wrap: anywhere; flex: 1 1 12rem; }
      .line .field { margin: 0; flex: 1 1 9rem; }
      .card.line { padding: 1.1rem; align-items: end; justify-content: start; }
      .card.line .field { flex: 0 1 16rem; }
      .log .line:last-child { border: 0; }
      .week-head, .week-day { display: grid; grid-template-columns: minmax(7rem, 1fr) 2fr 2fr; gap: 0 .6rem; align-items: center; }
      .week-head { color: var(--quiet); font-size: .85rem; font-weight: 600; margin: 0 0 .3rem; }
      .week-day { margin: 0 0 .5rem; }
      .week-day .field { margin: 0; }
      .week-name { font-weight: 600; }
      .week-name small { display: block; font-weight: 400; color: var(--quiet); }
      div.days { display: grid; grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); gap: 0 .75rem; }
      summary { cursor: pointer; padding: .55rem 0; color: var(--accent); font-weight: 600; }
      details > form { padding: .25rem 0 .75rem; }
      .member .actions { margin-top: .75rem; align-items: start; }
      .numbers li { display: grid; grid-template-columns: 4rem 1fr; gap: .75rem; padding: .2rem 0; }
      .numbers .number { font-weight: 650; }
      .choices { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); gap: 1rem; }
      .choices .card { margin: 0; }
      .at code { color: var(--quiet); }
      table.grid th, table.grid td { border: 1px solid var(--line); padding: .4rem .55rem; font-size: .85rem; min-width: 5rem; }
      .mark-refused, .mark-fails { background: var(--bad-soft); color: var(--bad); font-weight: 600; }
      .mark-allowed { background: var(--accent-soft); color: var(--good); font-weight: 600; }
      .mark-override, .mark-pending, .mark-issues, .mark-effects, .mark-terms, .mark-words { background: var(--warn-soft); color: var(--warn); }
      .mark-none, .mark-refusedAnyway { color: var(--quiet); }
      @media (max-width: 46rem) {
        .stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        .stack tr { display: block; padding: .6rem 0; border-bottom: 1px solid var(--line); }
        .stack th, .stack td { display: block; border: 0; padding: .1rem 0; text-align: start; }
        .stack caption { display: block; }
        .stack td[data-name]::before { content: attr(data-name) ": "; color: var(--quiet); }
        .member .actions .button, .line .button { width: auto; }
      }
      @media (max-width: 24rem) {
        .week-head { display: none; }
        .week-day { grid-template-columns: 1fr 1fr; }
        .week-name { grid-column: 1 / -1; }
        .week-name small { display: inline; }
      }
      /* The guest's wizard and booking. */
      h1[tabindex]:focus { outline: none; }
      .steps { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; margin: 0 0 1.25rem; padding: 0; counter-reset: step; }
      .steps li { counter-increment: step; color: var(--quiet); font-size: .9rem; display: flex; align-items: center; gap: .45rem; }
      .steps li::before {
        content: counter(step); display: inline-flex; align-items: center; justify-content: center; width: 1.5rem; height: 1.5rem;
        border: 1px solid var(--edge); border-radius: 50%; font-size: .8rem; font-variant-numeric: tabular-nums;
      }
      .steps li[aria-current] { color: var(--ink); font-weight: 600; }
      .steps li[aria-current]::before { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); }
      ul.days { list-style: none; display: flex; flex-wrap: wrap; gap: .5rem; margin: 0 0 1.1rem; padding: 0; }
      ul.days a {
        display: block; padding: .55rem .8rem; border: 1px solid var(--line); border-radius: 999px; color: var(--ink);
        text-decoration: none; font-size: .9rem; line-height: 1.4;
      }
      ul.days a:hover, ul.days a[aria-current] { background: var(--accent-soft); border-color: var(--accent); }
      ul.days a[aria-current] { font-weight: 600; }
      .service { font-size: .95rem; color: var(--quiet); font-weight: 600; margin: 1rem 0 .5rem; }
      legend { font-size: 1.1rem; margin-bottom: .6rem; }
      .offers { list-style: none; display: grid; gap: .5rem; margin: 0 0 .75rem; padding: 0; }
      .errors .offers { padding: 0; }
      .offers .button, .offers button:not(.link) { width: 100%; color: var(--ink); text-align: center; }
      .errors h3 { margin-top: .75rem; }
      .plan-line, .when { font-size: 1.15rem; font-weight: 600; }
      .reference { font-size: 1.15rem; letter-spacing: .08em; }
      .links { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; }
      a[href^="tel:"] span { white-space: nowrap; }
      .field label.check { display: flex; font-weight: 400; }
      .errors .offers + p { margin-top: .75rem; }
      .restaurants { list-style: none; margin: 0; padding: 0; }
      .restaurant { font-size: 1.2rem; font-weight: 650; text-decoration: none; display: block; padding: .35rem 0; }
      .restaurants p { margin: 0; }

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
      .load h2 { margin: 0; }
      .load-summary { color: var(--quiet); margin: 0 0 .6rem; }
      .load-summary.bad { color: var(--bad); }
      .chart { display: block; width: 100%; height: 6rem; overflow: visible; }
      .chart .seated { fill: color-mix(in srgb, var(--accent) 26%, transparent); }
      .chart .arriving { fill: var(--accent); }
      .chart .most { stroke: var(--warn); stroke-width: 1.5; stroke-dasharray: 5 4; vector-effect: non-scaling-stroke; }
      .chart-hours { display: flex; margin: .15rem 0 .4rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: .72rem; font-variant-numeric: tabular-nums; }
      .chart-hours span { flex: 1; overflow: hidden; white-space: nowrap; }
      details > summary { cursor: pointer; padding: .35rem 0; color: var(--accent); width: max-content; max-width: 100%; }
      .load summary { font-size: .875rem; }

      ol.day, ul.lined, ol.lined, ol.code { list-style: none; margin: 0; padding: 0; }
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
      .when-field { margin-bottom: .4rem; }
      .when-choices { display: flex; flex-wrap: wrap; gap: 0 1.75rem; }
      .check span { font-weight: 400; }
      #new-booking:has(#when-now:checked) .only-later, #new-booking:has(#when-later:checked) .only-now { display: none; }
      .slot input:disabled { cursor: not-allowed; }
      .instead .actions { margin: 0 0 1rem; }
      .slot .face { padding: .2rem; }
      .columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: 0 1.5rem; align-items: start; }
      .columns > div { min-width: 0; }
      .card > h2:first-child { margin-top: 0; }
      .lines { white-space: pre-line; }
      .lined li { padding: .5rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
      .lined li:last-child { border: 0; }
      .lined li p { margin: .1rem 0 0; }
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
        .steps { gap: .25rem .8rem; }
        .steps li { font-size: .82rem; gap: .3rem; }
        .steps li::before { width: 1.3rem; height: 1.3rem; font-size: .72rem; }
        .plan .row { grid-template-columns: 1fr 1fr; align-items: end; }
        .plan .row input, .plan .row select { padding-inline: .45rem; }
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
      {{$main}}
      <div id="live" data-page="{{here}}" data-restaurant="{{restaurantID}}" data-seen="{{seen}}" data-locale="{{locale}}" data-zone="{{zone}}" data-lost="{{t.live_lost}}" data-over="{{t.live_over}}" data-new="{{t.live_new}}" data-changed="{{t.live_changed}}" data-gone="{{t.live_gone}}" data-many="{{t.live_many}}">
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
      {{#charts}}<div class="card load">
      <h2>{{name}}</h2>
      <p class="load-summary{{#isOver}} bad{{/isOver}}">{{summary}}</p>
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
    "Templates/guest-booking.mustache": ##"""
      {{<layout}}
      {{$main}}
      <h1 tabindex="-1" data-focus>{{title}}</h1>
      {{#notice}}<p class="notice" role="status">{{notice}}</p>{{/notice}}
      {{#warning}}<p class="warning" role="alert">{{warning}}</p>{{/warning}}
      <p>{{detail}}</p>
      <div class="card">
      <p class="when">{{when}}</p>
      <dl class="facts">
      <dt>{{t.guest_fact_reference}}</dt><dd><strong class="reference" dir="ltr">{{reference}}</strong></dd>
      {{#facts}}<dt dir="auto">{{name}}</dt><dd dir="auto">{{value}}</dd>
      {{/facts}}</dl>
      {{#isOpen}}<div class="actions">
      {{#mayChange}}<a class="button" href="{{timeAddress}}">{{t.guest_change_time}}</a>
      <a class="button" href="{{detailsAddress}}">{{t.guest_change_details}}</a>{{/mayChange}}
      <a class="button danger" href="{{cancelAddress}}">{{t.guest_cancel}}</a></div>{{/isOpen}}
      </div>
      {{#calendarAddress}}<p><a class="button" href="{{calendarAddress}}" download>{{t.guest_calendar}}</a></p>
      {{/calendarAddress}}{{#isOpen}}<p class="fine">{{t.guest_keep_address}}</p>{{/isOpen}}
      <h2>{{t.guest_place}}</h2>
      <p dir="auto"><strong>{{restaurantName}}</strong>{{#address}}<br>{{address}}{{/address}}</p>
      <p class="links">{{#mapAddress}}<a href="{{mapAddress}}" rel="noreferrer">{{t.guest_directions}}</a> {{/mapAddress}}{{#phone}}<a href="tel:{{phone.dialled}}">{{t.guest_ring}} <span dir="ltr">{{phone.number}}</span></a>{{/phone}}</p>
      {{#againAddress}}<p><a class="button primary" href="{{againAddress}}">{{t.guest_book_again}}</a></p>{{/againAddress}}
      {{/main}}
      {{/layout}}

      """##,
    "Templates/guest-cancel.mustache": ##"""
      {{<layout}}
      {{$main}}
      {{#refusal}}<div class="errors" role="alert" tabindex="-1" id="errors" data-focus aria-labelledby="errors-title">
      <h2 id="errors-title">{{t.guest_cancel_refused}}</h2>
      <ul>{{#reasons}}<li dir="auto">{{message}}</li>{{/reasons}}</ul>
      {{#phone}}<p>{{t.guest_please_ring}} <a href="tel:{{phone.dialled}}"><span dir="ltr">{{phone.number}}</span></a></p>{{/phone}}
      </div>{{/refusal}}
      <h1{{^refusal}} tabindex="-1" data-focus{{/refusal}}>{{t.guest_cancel_title}}</h1>
      <form method="post" action="{{form.action}}" class="card">
      {{#form.hidden}}<input type="hidden" name="{{name}}" value="{{value}}">
      {{/form.hidden}}<p class="when">{{when}}</p>
      <p>{{t.guest_cancel_detail}}</p>
      <div class="actions"><button class="button danger">{{t.guest_cancel_now}}</button>
      <a class="button" href="{{back}}">{{t.guest_keep}}</a></div>
      </form>
      {{/main}}
      {{/layout}}

      """##,
    "Templates/guest-change.mustache": ##"""
      {{<layout}}
      {{$main}}
      {{> errors}}
      <h1{{^hasErrors}} tabindex="-1" data-focus{{/hasErrors}}>{{t.guest_change_details}}</h1>
      <p class="plan-line">{{when}}</p>
      <form method="post" action="{{form.action}}" class="card" novalidate>
      {{#form.hidden}}<input type="hidden" name="{{name}}" value="{{value}}">
      {{/form.hidden}}{{#fields}}{{> field}}{{/fields}}
      <div class="actions"><button class="button primary">{{t.guest_save}}</button>
      <a class="button" href="{{back}}">{{t.guest_back_to_booking}}</a></div>
      </form>
      {{#hasErrors}}{{#phone}}<p>{{t.guest_please_ring}} <a href="tel:{{phone.dialled}}"><span dir="ltr">{{phone.number}}</span></a></p>{{/phone}}{{/hasErrors}}
      {{/main}}
      {{/layout}}

      """##,
    "Templates/guest-details.mustache": ##"""
      {{<layout}}
      {{$main}}
      {{> guest-steps}}
      {{> errors}}
      <h1{{^hasErrors}} tabindex="-1" data-focus{{/hasErrors}}>{{t.guest_details_title}}</h1>
      <p class="plan-line">{{when}}</p>
      <form method="post" action="{{form.action}}" class="card" novalidate>
      {{#form.hidden}}<input type="hidden" name="{{name}}" value="{{value}}">
      {{/form.hidden}}{{#fields}}{{> field}}{{/fields}}
      <div class="actions"><button class="button primary" name="wizard.step" value="details">{{t.guest_to_review}}</button>
      <button name="wizard.step" value="times">{{t.guest_other_time}}</button></div>
      </form>
      {{/main}}
      {{/layout}}

      """##,
    "Templates/guest-list.mustache": ##"""
      {{<layout}}
      {{$main}}
      <h1>{{t.guest_list_title}}</h1>
      {{#hasRestaurants}}<ul class="restaurants">
      {{#restaurants}}<li class="card"><a class="restaurant" href="{{address}}" dir="auto">{{name}}</a>{{#place}}<p class="quiet" dir="auto">{{place}}</p>{{/place}}</li>
      {{/restaurants}}</ul>{{/hasRestaurants}}
      {{^hasRestaurants}}<p>{{t.guest_list_none}}</p>{{/hasRestaurants}}
      {{/main}}
      {{/layout}}

      """##,
    "Templates/guest-review.mustache": ##"""
      {{<layout}}
      {{$main}}
      {{> guest-steps}}
      <h1 tabindex="-1" data-focus>{{t.guest_review_title}}</h1>
      <p>{{#isPending}}{{t.guest_review_pending}}{{/isPending}}{{^isPending}}{{t.guest_review_detail}}{{/isPending}}</p>
      <form method="post" action="{{form.action}}" class="card">
      {{#form.hidden}}<input type="hidden" name="{{name}}" value="{{value}}">
      {{/form.hidden}}<dl class="facts">
      {{#facts}}<dt dir="auto">{{name}}</dt><dd dir="auto">{{value}}</dd>
      {{/facts}}</dl>
      <div class="actions"><button class="button primary" name="wizard.step" value="book">{{#isPending}}{{t.guest_ask}}{{/isPending}}{{^isPending}}{{t.guest_book}}{{/isPending}}</button>
      <button name="wizard.step" value="edit">{{t.guest_edit_details}}</button>
      <button name="wizard.step" value="times">{{t.guest_other_time}}</button></div>
      </form>
      {{/main}}
      {{/layout}}

      """##,
    "Templates/guest-steps.mustache": ##"""
      <ol class="steps" aria-label="{{t.guest_steps}}">
      {{#steps}}<li{{#isHere}} aria-current="step"{{/isHere}}>{{label}}</li>
      {{/steps}}</ol>

      """##,
    "Templates/guest-times.mustache": ##"""
      {{<layout}}
      {{$main}}
      {{> guest-steps}}
      <h1{{#takesFocus}} tabindex="-1" data-focus{{/takesFocus}}>{{title}}</h1>
      {{#times.refusal}}<div class="errors" role="alert" tabindex="-1" id="errors" data-focus aria-labelledby="errors-title">
      <h2 id="errors-title">{{times.refusal.title}}</h2>
      <ul>
      {{#times.refusal.reasons}}<li dir="auto">{{#target}}<a href="#{{target}}">{{message}}</a>{{/target}}{{^target}}{{message}}{{/target}}</li>
      {{/times.refusal.reasons}}</ul>
      {{#times.refusal.hasAlternatives}}<h3>{{t.guest_instead}}</h3>
      {{#times.refusal.picks}}<form method="{{times.refusal.picks.method}}" action="{{times.refusal.picks.action}}"><input type="hidden" name="wizard.step" value="{{times.refusal.picks.step}}">{{#times.refusal.picks.hidden}}<input type="hidden" name="{{name}}" value="{{value}}">{{/times.refusal.picks.hidden}}
      {{/times.refusal.picks}}<ul class="offers">
      {{#times.refusal.alternatives}}<li>{{#address}}<a class="button" href="{{address}}">{{label}}</a>{{/address}}{{^address}}<button name="wizard.pick" value="{{pick}}">{{label}}</button>{{/address}}</li>
      {{/times.refusal.alternatives}}</ul>
      {{#times.refusal.picks}}</form>{{/times.refusal.picks}}{{/times.refusal.hasAlternatives}}
      {{#times.refusal.phone}}<p>{{t.guest_or_ring}} <a href="tel:{{times.refusal.phone.dialled}}"><span dir="ltr">{{times.refusal.phone.number}}</span></a></p>{{/times.refusal.phone}}
      </div>{{/times.refusal}}
      <form method="{{days.method}}" action="{{days.action}}" class="card plan">
      {{#days.hidden}}<input type="hidden" name="{{name}}" value="{{value}}">
      {{/days.hidden}}<div class="row">
      <div class="field"><label for="plan-date">{{t.guest_date}}</label>
      <input id="plan-date" name="date" type="date" value="{{date}}" min="{{firstDate}}" max="{{lastDate}}" required></div>
      <div class="field"><label for="plan-party">{{t.guest_party}}</label>
      {{#hasParties}}<select id="plan-party" name="party">
      {{#parties}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{label}}</option>
      {{/parties}}</select>{{/hasParties}}{{^hasParties}}<input id="plan-party" name="party" type="text" inputmode="numeric" autocomplete="off" value="{{party}}" required>{{/hasParties}}</div>
      </div>
      {{#questions}}{{> field}}{{/questions}}
      {{#hasQuickDays}}<ul class="days" aria-label="{{t.guest_days}}">
      {{#quickDays}}<li><a href="{{address}}"{{#isHere}} aria-current="date"{{/isHere}}>{{label}}</a></li>
      {{/quickDays}}</ul>{{/hasQuickDays}}
      <p><button class="button{{^times.hasGroups}} primary{{/times.hasGroups}} wide"{{#days.step}} name="wizard.step" value="{{days.step}}"{{/days.step}}>{{t.guest_show_times}}</button></p>
      {{#more}}<p class="fine">{{more}}{{#phone}} <a href="tel:{{phone.dialled}}"><span dir="ltr">{{phone.number}}</span></a>{{/phone}}</p>{{/more}}
      </form>
      {{#times.hasGroups}}<form method="{{slots.method}}" action="{{slots.action}}" class="card">
      {{#slots.hidden}}<input type="hidden" name="{{name}}" value="{{value}}">
      {{/slots.hidden}}<fieldset><legend>{{times.legend}}</legend>
      {{#times.groups}}{{#name}}<h2 class="service" dir="auto">{{name}}</h2>{{/name}}
      <div class="slots">
      {{#slots}}<label class="slot{{#state}} full{{/state}}"><input type="radio" name="{{slotName}}" value="{{value}}" aria-label="{{name}}" required{{#isChosen}} checked{{/isChosen}}><span class="face">{{time}}{{#state}}<small>{{state}}</small>{{/state}}</span></label>
      {{/slots}}</div>
      {{/times.groups}}</fieldset>
      <p><button class="button primary wide"{{#slots.step}} name="wizard.step" value="{{slots.step}}"{{/slots.step}}>{{choose}}</button></p>
      </form>{{/times.hasGroups}}
      {{#back}}<p><a href="{{back}}">{{t.guest_back_to_booking}}</a></p>{{/back}}
      {{/main}}
      {{/layout}}

      """##,
    "Templates/guest-unavailable.mustache": ##"""
      {{<layout}}
      {{$main}}
      <h1 tabindex="-1" data-focus>{{title}}</h1>
      <p>{{detail}}</p>
      {{#phone}}<p><a class="button primary" href="tel:{{phone.dialled}}">{{t.guest_ring}} <span dir="ltr">{{phone.number}}</span></a></p>{{/phone}}
      {{#again}}<form method="{{again.method}}" action="{{again.action}}">{{#again.hidden}}<input type="hidden" name="{{name}}" value="{{value}}">{{/again.hidden}}
      <p><button>{{t.guest_try_again}}</button></p></form>{{/again}}
      {{/main}}
      {{/layout}}

      """##,
    "Templates/house-input.mustache": ##"""
      <div class="field{{#error}} has-error{{/error}}">
      <label for="{{id}}"{{#isLabelHidden}} class="hidden-text"{{/isLabelHidden}}>{{label}}</label>
      {{#help}}<p class="help" id="{{id}}-help">{{help}}</p>{{/help}}
      {{#error}}<p class="error" id="{{id}}-error">{{error}}</p>{{/error}}
      {{#hasChoices}}<select id="{{id}}" name="{{name}}"{{#error}} aria-invalid="true"{{/error}}{{#describedBy}} aria-describedby="{{describedBy}}"{{/describedBy}}>
      {{#choices}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{label}}</option>
      {{/choices}}</select>{{/hasChoices}}{{^hasChoices}}<input id="{{id}}" name="{{name}}" type="{{type}}" value="{{value}}" dir="auto"{{#inputMode}} inputmode="{{inputMode}}"{{/inputMode}}{{#error}} aria-invalid="true"{{/error}}{{#describedBy}} aria-describedby="{{describedBy}}"{{/describedBy}}>
      <input type="hidden" name="was.{{name}}" value="{{was}}">{{/hasChoices}}
      </div>

      """##,
    "Templates/house-top.mustache": ##"""
      {{#chrome}}<nav class="tabs" aria-label="{{tabsLabel}}">
      {{#tabs}}<a href="{{address}}"{{#isHere}} aria-current="page"{{/isHere}}>{{name}}</a>
      {{/tabs}}</nav>
      <h1 dir="auto">{{title}}</h1>
      {{#done}}<p class="notice" role="status">{{done}}</p>{{/done}}
      {{> errors}}
      {{/chrome}}

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
      {{> restaurant-switch}}
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
      <fieldset class="when-field"><legend>{{t.when}}</legend>
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
      {{#hasAlternatives}}<div class="instead"><p>{{t.instead}}</p><div class="actions">{{#alternatives}}<button class="small" name="take" value="{{value}}">{{label}}</button>{{/alternatives}}</div></div>{{/hasAlternatives}}
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
      {{#hasEffects}}<ul class="lined">{{#facts.effects}}<li><span dir="auto">{{what}}</span> <span class="badge {{tone}}">{{state}}</span>
      <p class="fine"><span>{{trigger}}</span>{{#why}} · <span dir="auto">{{why}}</span>{{/why}}{{#rule}} · <code>{{rule}}</code>{{/rule}}</p></li>{{/facts.effects}}</ul>{{/hasEffects}}
      {{^hasEffects}}<p class="quiet">{{t.nothing_follows}}</p>{{/hasEffects}}
      </section>
      <section class="card" aria-labelledby="why" ><h2 id="why" tabindex="-1">{{t.why_allowed}}</h2>
      {{#hasFindings}}<ul class="lined">{{#facts.findings}}<li><span dir="auto">{{message}}</span> <span class="badge {{tone}}">{{how}}</span>
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
      <ol class="lined">{{#facts.history}}<li><span dir="auto">{{what}}</span>
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
      {{#frame.switch}}<form class="switch" method="get" action="{{path}}">{{#carried}}<input type="hidden" name="{{name}}" value="{{value}}">{{/carried}}<label class="hidden-text" for="switch">{{t.restaurant}}</label><select id="switch" name="restaurant">{{#choices}}<option value="{{slug}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/choices}}</select><button class="small">{{t.switch_go}}</button></form>{{/frame.switch}}

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
    "Templates/rules-broken.mustache": ##"""
      {{#hasBroken}}<div class="errors" role="alert" tabindex="-1" data-focus><h2>{{t.rules_broken}}</h2>
      <ul>{{#broken}}<li>{{#line}}<code>{{line}}</code> {{/line}}<span dir="auto">{{says}}</span></li>
      {{/broken}}</ul></div>{{/hasBroken}}

      """##,
    "Templates/rules-changes.mustache": ##"""
      {{<layout}}
      {{$width}}wide{{/width}}
      {{$main}}
      {{> house-top}}
      <p>{{t.rules_changes_lead}}</p>
      <form method="get" action="/ops/rules/changes" class="card line">
      {{> rules-choose}}
      <button class="button primary">{{t.rules_changes_go}}</button>
      </form>
      {{> rules-broken}}
      {{#heading}}<h2>{{heading}}</h2>{{/heading}}
      {{#modes}}<section class="card" aria-label="{{name}}">
      <h3><span dir="auto">{{name}}</span> · {{verdict}}</h3>
      {{#cases}}<p class="fine">{{cases}}</p>{{/cases}}
      <ul>{{#changes}}<li><span dir="auto">{{sentence}}</span>{{#before}} <code>{{before}}</code>{{/before}}{{#after}} → <code>{{after}}</code>{{/after}}</li>
      {{/changes}}</ul>
      {{#more}}<p class="fine">{{more}}</p>{{/more}}
      {{#grid}}<div class="table" tabindex="0" role="region" aria-label="{{caption}}"><table class="grid">
      <caption>{{caption}}</caption>
      <thead><tr><th scope="col">{{t.rules_grid_party}}</th>{{#times}}<th scope="col">{{.}}</th>{{/times}}</tr></thead>
      <tbody>{{#rows}}<tr><th scope="row">{{size}}</th>{{#cells}}<td class="mark-{{kind}}">{{text}}</td>{{/cells}}</tr>
      {{/rows}}</tbody></table></div>{{/grid}}
      </section>
      {{/modes}}
      {{/main}}
      {{/layout}}

      """##,
    "Templates/rules-choose.mustache": ##"""
      <input type="hidden" name="restaurant" value="{{restaurant}}">
      {{#with}}{{> house-input}}{{/with}}

      """##,
    "Templates/rules-impact.mustache": ##"""
      {{<layout}}
      {{$width}}wide{{/width}}
      {{$main}}
      {{> house-top}}
      <p>{{t.rules_impact_lead}}</p>
      <form method="get" action="/ops/rules/impact" class="card line">
      <input type="hidden" name="restaurant" value="{{restaurant}}">
      {{#days}}{{> house-input}}{{/days}}
      <button class="button">{{t.rules_impact_go}}</button>
      </form>
      {{#isEmpty}}<p class="quiet">{{t.rules_impact_none}}</p>{{/isEmpty}}
      {{^isEmpty}}<section class="card"><div class="table"><table class="stack" role="table">
      <caption>{{t.rules_impact_table}}</caption>
      <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">{{t.rules_column_when}}</th><th role="columnheader" scope="col">{{t.rules_column_mode}}</th><th role="columnheader" scope="col" class="number">{{t.rules_column_refused}}</th><th role="columnheader" scope="col" class="number">{{t.rules_column_held}}</th><th role="columnheader" scope="col" class="number">{{t.rules_column_overridden}}</th><th role="columnheader" scope="col" class="number">{{t.rules_column_warned}}</th><th role="columnheader" scope="col">{{t.rules_column_line}}</th></tr></thead>
      <tbody role="rowgroup">{{#rows}}<tr role="row"><th role="rowheader" scope="row" dir="auto">{{what}}{{#advice}}<br><span class="fine">{{advice}}</span>{{/advice}}</th><td role="cell">{{mode}}</td><td role="cell" class="number" data-name="{{t.rules_column_refused}}">{{refused}}</td><td role="cell" class="number" data-name="{{t.rules_column_held}}">{{held}}</td><td role="cell" class="number" data-name="{{t.rules_column_overridden}}">{{overridden}}</td><td role="cell" class="number" data-name="{{t.rules_column_warned}}">{{warned}}</td><td role="cell" class="at">{{#line}}<code>{{line}}</code>{{/line}}{{^line}}<span class="quiet">{{t.rules_standard}}</span>{{/line}}</td></tr>
      {{/rows}}</tbody></table></div></section>{{/isEmpty}}
      {{/main}}
      {{/layout}}

      """##,
    "Templates/rules-mode.mustache": ##"""
      {{<layout}}
      {{$width}}wide{{/width}}
      {{$main}}
      {{> house-top}}
      <nav class="tabs" aria-label="{{modesLabel}}">{{#modes}}<a href="{{address}}"{{#isHere}} aria-current="page"{{/isHere}} dir="auto">{{name}}</a>
      {{/modes}}</nav>
      <p>{{lead}}</p>
      <section class="card"><div class="table"><table class="stack" role="table">
      <caption>{{t.rules_questions}}</caption>
      <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">{{t.rules_column_field}}</th><th role="columnheader" scope="col">{{t.rules_column_required}}</th><th role="columnheader" scope="col">{{t.rules_column_allowed}}</th><th role="columnheader" scope="col">{{t.rules_column_line}}</th></tr></thead>
      <tbody role="rowgroup">{{#questions}}<tr role="row"><th role="rowheader" scope="row" dir="auto">{{what}}</th><td role="cell">{{required}}{{#depends}} <span class="badge">{{t.rules_depends}}</span>{{/depends}}</td><td role="cell" dir="auto">{{says}}</td><td role="cell" class="at">{{#line}}<code>{{line}}</code>{{/line}}{{^line}}<span class="quiet">{{t.rules_standard}}</span>{{/line}}</td></tr>
      {{/questions}}</tbody></table></div></section>
      <section class="card"><div class="table"><table class="stack" role="table">
      <caption>{{t.rules_limits}}</caption>
      <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">{{t.rules_column_limit}}</th><th role="columnheader" scope="col">{{t.rules_column_says}}</th><th role="columnheader" scope="col">{{t.rules_column_line}}</th></tr></thead>
      <tbody role="rowgroup">{{#limits}}<tr role="row"><th role="rowheader" scope="row">{{what}}</th><td role="cell">{{says}}{{#depends}} <span class="badge">{{t.rules_depends}}</span>{{/depends}}</td><td role="cell" class="at">{{#line}}<code>{{line}}</code>{{/line}}{{^line}}<span class="quiet">{{t.rules_standard}}</span>{{/line}}</td></tr>
      {{/limits}}</tbody></table></div></section>
      <section class="card"><div class="table"><table class="stack" role="table">
      <caption>{{t.rules_severities}}</caption>
      <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">{{t.rules_column_when}}</th><th role="columnheader" scope="col">{{t.rules_column_then}}</th><th role="columnheader" scope="col">{{t.rules_column_line}}</th></tr></thead>
      <tbody role="rowgroup">{{#severities}}<tr role="row"><th role="rowheader" scope="row">{{what}}</th><td role="cell">{{says}}{{#depends}} <span class="badge">{{t.rules_depends}}</span>{{/depends}}</td><td role="cell" class="at">{{#line}}<code>{{line}}</code>{{/line}}{{^line}}<span class="quiet">{{t.rules_standard}}</span>{{/line}}</td></tr>
      {{/severities}}</tbody></table></div></section>
      {{#hasPrograms}}<section class="card"><h2>{{t.rules_programs}}</h2>
      <ul class="plain">{{#programs}}<li>{{what}} {{#line}}<code>{{line}}</code>{{/line}}</li>
      {{/programs}}</ul></section>{{/hasPrograms}}
      <p class="fine">{{t.rules_depends_help}}</p>
      {{/main}}
      {{/layout}}

      """##,
    "Templates/rules-replay.mustache": ##"""
      {{<layout}}
      {{$width}}wide{{/width}}
      {{$main}}
      {{> house-top}}
      <p>{{t.rules_replay_intro}}</p>
      <form method="get" action="/ops/rules/replay" class="card line">
      {{> rules-choose}}
      {{#last}}{{> house-input}}{{/last}}
      <button class="button primary">{{t.rules_replay_go}}</button>
      </form>
      {{> rules-broken}}
      {{#found}}<section class="card" aria-labelledby="found">
      <h2 id="found">{{lead}}</h2>
      <ul class="plain numbers">{{#numbers}}<li><span class="number">{{count}}</span> <span{{#isQuiet}} class="quiet"{{/isQuiet}}>{{what}}</span></li>
      {{/numbers}}</ul>
      </section>
      {{#hasFailures}}<div class="errors"><h2>{{t.rules_a_rule_fails}}</h2><ul>{{#failures}}<li>{{#line}}<code>{{line}}</code> {{/line}}<span dir="auto">{{says}}</span></li>
      {{/failures}}</ul></div>{{/hasFailures}}
      {{#hasLines}}<section class="card"><div class="table"><table class="stack" role="table">
      <caption>{{t.rules_replay_lines}}</caption>
      <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">{{t.rules_column_why}}</th><th role="columnheader" scope="col">{{t.rules_column_then}}</th><th role="columnheader" scope="col" class="number">{{t.rules_column_count}}</th><th role="columnheader" scope="col">{{t.rules_column_line}}</th><th role="columnheader" scope="col">{{t.rules_column_sample}}</th></tr></thead>
      <tbody role="rowgroup">{{#lines}}<tr role="row"><th role="rowheader" scope="row">{{what}}</th><td role="cell">{{change}}</td><td role="cell" class="number">{{count}}</td><td role="cell" class="at">{{#line}}<code>{{line}}</code>{{/line}}</td><td role="cell">{{#sample}}<a href="{{sampleAddress}}">{{sample}}</a>{{/sample}}</td></tr>
      {{/lines}}</tbody></table></div></section>{{/hasLines}}
      {{#hasStranded}}<section aria-labelledby="stranded"><h2 id="stranded">{{strandedTitle}}</h2>
      <ul class="plain">{{#stranded}}<li class="card"><p><a href="{{address}}"><strong>{{reference}}</strong></a> · {{party}}<br>{{at}}<br><span class="quiet">{{why}}</span></p></li>
      {{/stranded}}</ul></section>{{/hasStranded}}
      {{/found}}
      {{/main}}
      {{/layout}}

      """##,
    "Templates/rules-rollback.mustache": ##"""
      {{<layout}}
      {{$main}}
      {{> house-top}}
      <div class="warning"><p>{{lead}}</p></div>
      <p>{{t.rules_rollback_means}}</p>
      <ul>{{#changes}}<li>{{.}}</li>{{/changes}}</ul>
      <p><a href="{{compare}}">{{t.rules_rollback_compare}}</a></p>
      <form method="post" action="{{action}}">
      <input type="hidden" name="csrf" value="{{frame.csrf}}"><input type="hidden" name="to" value="{{to}}">
      <p class="actions"><button class="button danger">{{go}}</button> <a class="button" href="{{back}}">{{t.rules_rollback_leave}}</a></p>
      </form>
      {{/main}}
      {{/layout}}

      """##,
    "Templates/rules.mustache": ##"""
      {{<layout}}
      {{$width}}wide{{/width}}
      {{$main}}
      {{> house-top}}
      <section class="card" aria-labelledby="running">
      <h2 id="running">{{running}}</h2>
      <p>{{since}}{{#way}} {{way}}{{/way}}</p>
      {{#disk}}<p>{{disk}}</p>{{/disk}}
      {{#isPinned}}<form method="post" action="{{resumeAction}}"><input type="hidden" name="csrf" value="{{frame.csrf}}"><button class="button primary">{{t.rules_resume}}</button></form>{{/isPinned}}
      {{#folder}}<p class="fine">{{t.rules_where}} <code>{{folder}}</code></p>{{/folder}}
      </section>
      {{#rejectedAt}}<section class="errors" aria-labelledby="rejected">
      <h2 id="rejected">{{rejectedAt}}</h2>
      <p>{{t.rules_rejected_lead}}</p>
      <ul>{{#findings}}<li>{{#line}}<code>{{line}}</code> {{/line}}<span dir="auto">{{says}}</span></li>
      {{/findings}}</ul>
      </section>{{/rejectedAt}}
      {{#failures}}<div class="errors"><h2>{{t.rules_a_rule_fails}}</h2><p>{{#line}}<code>{{line}}</code> {{/line}}{{says}}</p></div>{{/failures}}
      <section aria-labelledby="modes">
      <h2 id="modes">{{t.rules_modes}}</h2>
      <p>{{t.rules_modes_lead}}</p>
      <ul class="plain choices">{{#modes}}<li class="card"><p><a href="{{address}}"><strong dir="auto">{{name}}</strong></a><br><span class="quiet">{{who}}</span></p></li>
      {{/modes}}</ul>
      </section>
      <section aria-labelledby="log">
      <h2 id="log">{{t.rules_log}}</h2>
      <ol class="plain log">
      {{#events}}<li class="line"><p>{{#revision}}<strong>{{revision}}</strong> {{/revision}}<span dir="auto">{{what}}</span><br><span class="quiet">{{at}}{{#decided}} · {{decided}}{{/decided}}</span>{{#detail}}<br><span class="fine" dir="auto">{{detail}}</span>{{/detail}}</p>
      {{#back}}<a class="button small" href="{{back}}" aria-label="{{backName}}">{{t.rules_back}}</a>{{/back}}</li>
      {{/events}}</ol>
      </section>
      {{/main}}
      {{/layout}}

      """##,
    "Templates/settings-calendar.mustache": ##"""
      {{<layout}}
      {{$main}}
      {{> house-top}}
      <p>{{t.settings_calendar_lead}}</p>
      {{#link}}<div class="notice" role="status" tabindex="-1" data-focus>
      <p>{{t.settings_calendar_made}}</p>
      <p><label for="made-link" class="hidden-text">{{t.settings_calendar_label}}</label><input id="made-link" type="text" readonly value="{{link}}"></p>
      <p class="fine">{{t.settings_calendar_once}}</p>
      </div>{{/link}}
      <section class="card">
      {{#since}}<p>{{since}}</p>{{/since}}{{^since}}<p>{{t.settings_calendar_none}}</p>{{/since}}
      <div class="actions">
      <form method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{frame.csrf}}"><input type="hidden" name="do" value="link"><button class="button primary">{{create}}</button></form>
      {{#since}}<form method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{frame.csrf}}"><input type="hidden" name="do" value="revoke"><button class="button danger">{{t.settings_calendar_revoke}}</button></form>{{/since}}
      </div>
      </section>
      {{/main}}
      {{/layout}}

      """##,
    "Templates/settings-closures.mustache": ##"""
      {{<layout}}
      {{$main}}
      {{> house-top}}
      <p>{{t.settings_closures_lead}}</p>
      <section class="card" aria-labelledby="there">
      <h2 id="there">{{t.settings_closures_there}}</h2>
      {{#closures}}<form method="post" action="{{action}}" class="line">
      <input type="hidden" name="csrf" value="{{frame.csrf}}"><input type="hidden" name="do" value="open"><input type="hidden" name="key" value="{{key}}">
      <p><strong>{{span}}</strong>{{#isNow}} <span class="badge warn">{{t.settings_closed_now}}</span>{{/isNow}}{{#because}}<br><span dir="auto">{{because}}</span>{{/because}}</p>
      <button class="button small" aria-label="{{open}}">{{t.settings_open_again}}</button>
      </form>
      {{/closures}}{{^closures}}<p class="quiet">{{t.settings_closures_none}}</p>{{/closures}}
      </section>
      <form method="post" action="{{action}}" class="card" aria-labelledby="now">
      <input type="hidden" name="csrf" value="{{frame.csrf}}"><input type="hidden" name="do" value="close">
      <h2 id="now">{{t.settings_close_now}}</h2>
      {{#minutes}}{{> house-input}}{{/minutes}}
      {{#nowReason}}{{> house-input}}{{/nowReason}}
      <p class="actions"><button class="button primary">{{t.settings_close_now_go}}</button></p>
      </form>
      <form method="post" action="{{action}}" class="card" aria-labelledby="between">
      <input type="hidden" name="csrf" value="{{frame.csrf}}"><input type="hidden" name="do" value="close-between">
      <h2 id="between">{{t.settings_close_between}}</h2>
      <div class="row">{{#from}}{{> house-input}}{{/from}}{{#fromTime}}{{> house-input}}{{/fromTime}}</div>
      <div class="row">{{#to}}{{> house-input}}{{/to}}{{#toTime}}{{> house-input}}{{/toTime}}</div>
      {{#reason}}{{> house-input}}{{/reason}}
      <p class="actions"><button class="button">{{t.settings_close_between_go}}</button></p>
      </form>
      {{/main}}
      {{/layout}}

      """##,
    "Templates/settings-details.mustache": ##"""
      {{<layout}}
      {{$main}}
      {{> house-top}}
      <form method="post" action="{{action}}" class="card">
      <input type="hidden" name="csrf" value="{{frame.csrf}}"><input type="hidden" name="do" value="details">
      {{#inputs}}{{> house-input}}
      {{/inputs}}
      <p class="actions"><button class="button primary">{{t.settings_save}}</button></p>
      </form>
      <p class="fine">{{t.settings_guests_book}} <a href="{{guests}}">{{guests}}</a></p>
      {{/main}}
      {{/layout}}

      """##,
    "Templates/settings-history.mustache": ##"""
      {{<layout}}
      {{$main}}
      {{> house-top}}
      <p>{{t.settings_history_lead}}</p>
      <ol class="plain">
      {{#events}}<li class="card"><p><strong>{{what}}</strong><br><span class="quiet">{{at}} · <span dir="auto">{{by}}</span></span></p>
      {{#changes}}<p><span class="quiet" dir="auto">{{subject}}</span><br><span dir="auto">{{before}}</span> → <span dir="auto">{{after}}</span></p>
      {{/changes}}</li>
      {{/events}}</ol>
      {{^events}}<p class="quiet">{{t.settings_history_none}}</p>{{/events}}
      {{/main}}
      {{/layout}}

      """##,
    "Templates/settings-hours.mustache": ##"""
      {{<layout}}
      {{$main}}
      {{> house-top}}
      <form method="post" action="{{action}}" class="card" aria-labelledby="week">
      <input type="hidden" name="csrf" value="{{frame.csrf}}"><input type="hidden" name="do" value="week">
      <h2 id="week">{{t.settings_week}}</h2>
      <p class="help">{{t.settings_week_help}}</p>
      <div class="week">
      <div class="week-head" aria-hidden="true"><span></span><span>{{t.settings_opens}}</span><span>{{t.settings_closes}}</span></div>
      {{#week}}<fieldset class="week-day"><legend class="hidden-text">{{name}}</legend><span class="week-name" aria-hidden="true">{{name}}{{#note}} <small>{{note}}</small>{{/note}}</span>
      {{#opens}}{{> house-input}}{{/opens}}{{#closes}}{{> house-input}}{{/closes}}</fieldset>
      {{/week}}</div>
      <p class="actions"><button class="button primary">{{t.settings_save_hours}}</button></p>
      </form>
      <section class="card" aria-labelledby="exceptions">
      <h2 id="exceptions">{{t.settings_exceptions}}</h2>
      <p class="help">{{t.settings_exceptions_help}}</p>
      {{#exceptions}}<form method="post" action="{{action}}" class="line">
      <input type="hidden" name="csrf" value="{{frame.csrf}}"><input type="hidden" name="do" value="usual"><input type="hidden" name="date" value="{{date}}">
      <p><strong>{{shown}}</strong><br>{{hours}}{{#because}} · <span dir="auto">{{because}}</span>{{/because}}</p>
      <button class="button small" aria-label="{{remove}}">{{t.settings_usual}}</button>
      </form>
      {{/exceptions}}{{^exceptions}}<p class="quiet">{{t.settings_exceptions_none}}</p>{{/exceptions}}
      <h3>{{t.settings_exception_add}}</h3>
      <form method="post" action="{{action}}">
      <input type="hidden" name="csrf" value="{{frame.csrf}}"><input type="hidden" name="do" value="exception">
      <div class="row">{{#date}}{{> house-input}}{{/date}}{{#opens}}{{> house-input}}{{/opens}}{{#closes}}{{> house-input}}{{/closes}}</div>
      {{#reason}}{{> house-input}}{{/reason}}
      <p class="actions"><button class="button">{{t.settings_exception_save}}</button></p>
      </form>
      </section>
      {{/main}}
      {{/layout}}

      """##,
    "Templates/settings-service.mustache": ##"""
      <div class="row">{{#opens}}{{> house-input}}{{/opens}}{{#closes}}{{> house-input}}{{/closes}}</div>
      <fieldset id="{{scope}}-days" tabindex="-1"{{#daysError}} class="has-error"{{/daysError}}><legend>{{t.settings_days}}</legend>
      {{#daysError}}<p class="error">{{daysError}}</p>{{/daysError}}
      <input type="hidden" name="was.days" value="{{wasDays}}">
      <div class="days">{{#days}}<label class="check" for="{{box}}"><input type="checkbox" id="{{box}}" name="days" value="{{day}}"{{#isHeld}} checked{{/isHeld}}> {{dayName}}</label>
      {{/days}}</div></fieldset>
      <div class="row">{{#covers}}{{> house-input}}{{/covers}}{{#parties}}{{> house-input}}{{/parties}}</div>

      """##,
    "Templates/settings-services.mustache": ##"""
      {{<layout}}
      {{$main}}
      {{> house-top}}
      <p>{{t.settings_services_lead}}</p>
      {{#services}}<section class="card" aria-labelledby="{{scope}}">
      <h2 id="{{scope}}" dir="auto">{{title}}</h2>
      <p class="quiet">{{summary}}</p>
      <details{{#isOpen}} open{{/isOpen}}><summary>{{t.settings_service_change}}<span class="hidden-text"> {{title}}</span></summary>
      <form method="post" action="{{action}}">
      <input type="hidden" name="csrf" value="{{frame.csrf}}"><input type="hidden" name="do" value="service"><input type="hidden" name="key" value="{{key}}">
      {{#name}}{{> house-input}}{{/name}}
      {{> settings-service}}
      <p class="actions"><button class="button primary">{{t.settings_save}}<span class="hidden-text"> {{title}}</span></button></p>
      </form>
      </details>
      <details{{#isOtherOpen}} open{{/isOtherOpen}}><summary>{{t.settings_capacity}}<span class="hidden-text"> {{title}}</span></summary>
      {{#others}}<form method="post" action="{{action}}" class="line">
      <input type="hidden" name="csrf" value="{{frame.csrf}}"><input type="hidden" name="do" value="usual"><input type="hidden" name="key" value="{{key}}"><input type="hidden" name="on" value="{{on}}">
      <p><strong>{{shown}}</strong><br>{{holds}}</p><button class="button small" aria-label="{{remove}}">{{t.settings_usual}}</button>
      </form>
      {{/others}}
      <form method="post" action="{{action}}">
      <input type="hidden" name="csrf" value="{{frame.csrf}}"><input type="hidden" name="do" value="capacity"><input type="hidden" name="key" value="{{key}}">
      <div class="row">{{#weekday}}{{> house-input}}{{/weekday}}{{#date}}{{> house-input}}{{/date}}</div>
      <div class="row">{{#otherCovers}}{{> house-input}}{{/otherCovers}}{{#otherParties}}{{> house-input}}{{/otherParties}}</div>
      <p class="actions"><button class="button">{{t.settings_capacity_go}}<span class="hidden-text"> {{title}}</span></button></p>
      </form>
      </details>
      <details><summary>{{t.settings_service_remove}}<span class="hidden-text"> {{title}}</span></summary>
      <form method="post" action="{{action}}">
      <input type="hidden" name="csrf" value="{{frame.csrf}}"><input type="hidden" name="do" value="remove"><input type="hidden" name="key" value="{{key}}">
      <p>{{t.settings_service_remove_lead}}</p>
      <p class="actions"><button class="button danger">{{t.settings_service_remove_go}}<span class="hidden-text"> {{title}}</span></button></p>
      </form>
      </details>
      </section>
      {{/services}}
      {{#fresh}}<section class="card" aria-labelledby="fresh">
      <h2 id="fresh">{{t.settings_service_new}}</h2>
      <form method="post" action="{{action}}">
      <input type="hidden" name="csrf" value="{{frame.csrf}}"><input type="hidden" name="do" value="add">
      {{#name}}{{> house-input}}{{/name}}
      {{> settings-service}}
      <p class="actions"><button class="button">{{t.settings_service_add}}</button></p>
      </form>
      </section>{{/fresh}}
      <form method="post" action="{{action}}" class="card" aria-labelledby="room">
      <input type="hidden" name="csrf" value="{{frame.csrf}}"><input type="hidden" name="do" value="seats">
      <h2 id="room">{{t.settings_room}}</h2>
      {{#seats}}{{> house-input}}{{/seats}}
      <p class="actions"><button class="button">{{t.settings_save_seats}}</button></p>
      </form>
      <p class="fine">{{t.settings_turn_times}} <a href="{{rules}}">{{t.place_rules}}</a></p>
      {{/main}}
      {{/layout}}

      """##,
    "Templates/settings-staff.mustache": ##"""
      {{<layout}}
      {{$main}}
      {{> house-top}}
      {{#link}}<div class="notice" role="status" tabindex="-1" data-focus>
      <p>{{lead}}</p>
      <p><label for="made-link" class="hidden-text">{{t.settings_link_label}}</label><input id="made-link" type="text" readonly value="{{address}}"></p>
      <p class="fine">{{t.settings_link_once}}</p>
      </div>{{/link}}
      <ul class="plain">
      {{#members}}<li class="card member">
      <p><strong dir="auto">{{who}}</strong> <span class="badge">{{roleName}}</span>{{#isSelf}} <span class="quiet">{{t.settings_you}}</span>{{/isSelf}}{{#lacksPassword}} <span class="badge warn">{{t.settings_no_password}}</span>{{/lacksPassword}}</p>
      {{#wrong}}<p class="error">{{wrong}}</p>{{/wrong}}
      {{#newRole}}<form method="post" action="{{action}}" class="line">
      <input type="hidden" name="csrf" value="{{frame.csrf}}"><input type="hidden" name="do" value="role"><input type="hidden" name="key" value="{{key}}">
      {{> house-input}}<button class="button small" aria-label="{{changeName}}">{{t.settings_role_change}}</button>
      </form>{{/newRole}}
      {{#mayGo}}<div class="actions">
      <form method="post" action="{{action}}">
      <input type="hidden" name="csrf" value="{{frame.csrf}}"><input type="hidden" name="do" value="link"><input type="hidden" name="key" value="{{key}}">
      <button class="button small" aria-label="{{linkName}}">{{t.settings_link}}</button></form>
      <details><summary>{{t.settings_revoke}}<span class="hidden-text"> {{who}}</span></summary>
      <form method="post" action="{{action}}">
      <input type="hidden" name="csrf" value="{{frame.csrf}}"><input type="hidden" name="do" value="revoke"><input type="hidden" name="key" value="{{key}}">
      <p>{{t.settings_revoke_lead}}</p>
      <button class="button small danger" aria-label="{{removeName}}">{{t.settings_revoke_go}}</button></form></details>
      </div>{{/mayGo}}
      </li>
      {{/members}}</ul>
      <form method="post" action="{{action}}" class="card" aria-labelledby="invite">
      <input type="hidden" name="csrf" value="{{frame.csrf}}"><input type="hidden" name="do" value="invite">
      <h2 id="invite">{{t.settings_invite}}</h2>
      {{#invitee}}{{> house-input}}{{/invitee}}
      {{#inviteeRole}}{{> house-input}}{{/inviteeRole}}
      <p class="actions"><button class="button primary">{{t.settings_invite_go}}</button></p>
      </form>
      {{^isOwner}}<p class="fine">{{t.settings_roles_owner}}</p>{{/isOwner}}
      {{/main}}
      {{/layout}}

      """##,
    "Templates/settings-stranded.mustache": ##"""
      {{<layout}}
      {{$main}}
      {{> house-top}}
      <div class="warning" role="alert" tabindex="-1" data-focus><p>{{lead}}</p></div>
      <ul class="plain">
      {{#bookings}}<li class="card"><p><a href="{{address}}"><strong>{{reference}}</strong></a> · <span dir="auto">{{guest}}</span> · {{party}}<br>{{at}}<br><span class="quiet" dir="auto">{{why}}</span></p></li>
      {{/bookings}}</ul>
      {{#more}}<p>{{more}}</p>{{/more}}
      <form method="post" action="{{action}}">
      <input type="hidden" name="csrf" value="{{frame.csrf}}">
      {{#carried}}<input type="hidden" name="{{name}}" value="{{value}}">
      {{/carried}}
      <p class="actions"><button class="button danger">{{t.settings_strands_go}}</button> <a class="button" href="{{back}}">{{t.settings_strands_leave}}</a></p>
      </form>
      <p class="fine">{{t.settings_strands_fine}}</p>
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
    "Templates/waitlist-refused.mustache": ##"""
      {{<layout}}
      {{$main}}
      <h1>{{frame.title}}</h1>
      <div class="errors" role="alert" tabindex="-1" data-focus><ul>{{#issues}}<li dir="auto">{{.}}</li>{{/issues}}</ul></div>
      {{#mayOverride}}<form method="post" action="{{address}}" class="card"><input type="hidden" name="csrf" value="{{frame.csrf}}">
      {{#fields}}<input type="hidden" name="{{name}}" value="{{value}}">
      {{/fields}}<div class="field"><label for="reason">{{t.waitlist_reason}}</label><input id="reason" name="reason" maxlength="500" autocomplete="off" dir="auto" required></div>
      <p class="actions"><button class="button primary">{{t.waitlist_all_the_same}}</button></p></form>{{/mayOverride}}
      <p><a class="button" href="{{back}}">{{t.waitlist_back_to_list}}</a></p>
      {{/main}}
      {{/layout}}

      """##,
    "Templates/waitlist.mustache": ##"""
      <h2 id="waitlist-title">{{t.waitlist_title}}</h2>
      {{#isEmpty}}<p class="quiet">{{t.waitlist_nobody}}</p>{{/isEmpty}}
      <ol class="day" aria-labelledby="waitlist-title">
      {{#parties}}<li class="entry" id="{{id}}" tabindex="-1"><b>{{code}}</b><div><span dir="auto">{{name}}</span> <i>{{people}}</i> <span class="badge {{tone}}">{{status}}</span><p>{{since}}{{#phone}} · <span dir="ltr">{{phone}}</span>{{/phone}}</p>{{#notes}}<p class="note" dir="auto">{{notes}}</p>{{/notes}}</div><form method="post" action="{{address}}"><div role="group" aria-label="{{code}} {{name}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="restaurant" value="{{restaurant}}"><input type="hidden" name="seen" value="{{version}}">{{#steps}}<button{{#isMain}} class="primary"{{/isMain}} name="step" value="{{step}}">{{label}}</button>{{/steps}}</div></form></li>
      {{/parties}}</ol>
      <details id="waitlist-add" class="no-print"><summary>{{t.waitlist_add}}</summary>
      <form method="post" action="/ops/waitlist" class="row"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="restaurant" value="{{restaurant}}">
      <div class="field"><label for="wait-party">{{t.waitlist_party}}</label><input id="wait-party" name="party" inputmode="numeric" autocomplete="off" required></div>
      <div class="field"><label for="wait-name">{{t.field_name}}</label><input id="wait-name" name="name" autocomplete="off" dir="auto" required></div>
      <div class="field"><label for="wait-phone">{{t.field_phone}} <span class="optional">{{t.optional}}</span></label><input id="wait-phone" name="phone" type="text" inputmode="tel" autocomplete="off"></div>
      <div class="field"><label for="wait-email">{{t.field_email}} <span class="optional">{{t.optional}}</span></label><input id="wait-email" name="email" type="text" inputmode="email" autocomplete="off"></div>
      <div class="field"><button>{{t.waitlist_add_do}}</button></div>
      </form></details>

      """##,
    "Templates/welcome.mustache": ##"""
      {{<layout}}
      {{$main}}
      <h1>{{title}}</h1>
      {{#token}}{{#wrong}}<div class="errors" role="alert" tabindex="-1" data-focus><p><a href="#password">{{wrong}}</a></p></div>{{/wrong}}
      <form method="post" action="/ops/welcome" class="card">
      <input type="hidden" name="token" value="{{token}}">
      <p>{{t.welcome_lead}} <strong dir="auto">{{email}}</strong></p>
      <input type="hidden" name="username" value="{{email}}" autocomplete="username">
      <div class="field{{#wrong}} has-error{{/wrong}}"><label for="password">{{t.welcome_password}}</label>
      <p class="help" id="password-help">{{help}}</p>
      <input id="password" name="password" type="password" autocomplete="new-password" required aria-describedby="password-help"></div>
      <p><button class="button primary">{{t.welcome_go}}</button></p>
      </form>{{/token}}
      {{^token}}<p>{{t.welcome_void_lead}}</p>
      <p><a class="button" href="/ops/sign-in">{{t.sign_in}}</a></p>{{/token}}
      {{/main}}
      {{/layout}}

      """##,
    "Words/de/common.txt": ##"""
      product = Reservierungen
      skip_to_content = Zum Inhalt
      places = Bereiche
      go_on = Weiter
      optional = (freiwillig)
      errors_title = Bitte sehen Sie das noch einmal an
      problem_home = Zum Anfang
      problem_ours = Das liegt an uns, nicht an Ihnen. Nichts ist halb geschehen; bitte versuchen Sie es gleich noch einmal.
      problem_number = Wenn Sie uns davon erzählen, nennen Sie diese Nummer:
      problem_4xx = Das hat nicht geklappt
      problem_5xx = Etwas ist schiefgegangen
      problem_not_found = Nicht gefunden
      problem_not_allowed = Das ist nicht für Sie
      problem_rate_limited = Einen Augenblick bitte
      problem_busy = Einen Augenblick bitte
      field_name = Name
      field_email = E-Mail
      field_phone = Telefon
      field_notes = Anmerkungen
      field_seating = Platz
      field_booking_type = Anlass
      field_marketing_opt_in = Neuigkeiten und Angebote
      field_terms = Ich stimme den Bedingungen zu
      choice_seating_any = Egal wo

      """##,
    "Words/de/guest.txt": ##"""
      guest_title = Tisch reservieren
      guest_list_title = Wo möchten Sie reservieren?
      guest_list_none = Hier nimmt noch niemand Reservierungen an.
      guest_closed = Bitte rufen Sie an
      guest_closed_detail = Online werden hier zurzeit keine Reservierungen angenommen.
      guest_broken = Bitte rufen Sie an
      guest_broken_detail = Ihre Reservierung konnte gerade nicht geprüft werden; es wurde nichts gebucht. Bitte rufen Sie an, oder versuchen Sie es später noch einmal.
      guest_try_again = Noch einmal versuchen
      guest_ring = Anrufen:
      guest_please_ring = Bitte rufen Sie an:
      guest_or_ring = Oder rufen Sie uns an:
      guest_steps = Schritte
      guest_step_time = Zeit
      guest_step_details = Ihre Angaben
      guest_step_review = Prüfen
      guest_date = Tag
      guest_party = Gäste
      guest_people_one = 1 Gast
      guest_people_other = {count} Gäste
      guest_more = Mehr als {limit}? Bitte rufen Sie uns an.
      guest_days = Die nächsten Tage
      guest_today = Heute
      guest_tomorrow = Morgen
      guest_show_times = Zeiten zeigen
      guest_times_legend_one = {day}, für 1 Person
      guest_times_legend_other = {day}, für {count} Personen
      guest_slot_name = {day}, {time}, {state}
      guest_slot_open = frei
      guest_slot_full = voll
      guest_slot_closed = geschlossen
      guest_slot_refused = nicht online
      guest_choose = Weiter
      guest_time_refused = Diese Zeit geht nicht
      guest_day_refused = {day} geht nicht
      guest_day_full = An diesem Tag ist alles vergeben.
      guest_day_over = Heute gibt es keine Zeiten mehr.
      guest_date_invalid = Bitte wählen Sie einen Tag.
      guest_party_invalid = Bitte sagen Sie, wie viele Sie sind.
      guest_instead = Das ginge
      guest_alternative = {day}, {time}
      guest_alternative_party_one = {day}, {time}, für 1 Person
      guest_alternative_party_other = {day}, {time}, für {count} Personen
      guest_when_one = {day}, {time}, für 1 Person
      guest_when_other = {day}, {time}, für {count} Personen
      guest_details_title = Ihre Angaben
      guest_error_title = Bitte prüfen: {title}
      guest_to_review = Weiter
      guest_other_time = Andere Zeit wählen
      guest_review_title = Stimmt alles?
      guest_review_detail = Ihr Tisch ist reserviert, sobald Sie auf die Taste drücken.
      guest_review_pending = Das Restaurant beantwortet jede Anfrage selbst; Sie hören von dort.
      guest_book = Diesen Tisch reservieren
      guest_ask = Um diesen Tisch bitten
      guest_edit_details = Angaben ändern
      guest_fact_when = Wann
      guest_fact_reference = Nummer
      yes = Ja
      guest_booked = Ihr Tisch ist reserviert
      guest_booked_detail = Wir freuen uns auf Sie.
      guest_pending = Ihre Anfrage ist angekommen
      guest_pending_detail = Sie ist noch keine Reservierung: das Restaurant muss sie erst bestätigen.
      guest_checked_in = Willkommen
      guest_checked_in_detail = Sie sind da. Guten Appetit.
      guest_completed = Danke für Ihren Besuch
      guest_completed_detail = Dieser Besuch ist vorbei. Es bleibt nichts zu tun.
      guest_begun = Es ist so weit
      guest_begun_detail = Ihre Reservierung hat begonnen. Wenn etwas dazwischenkam, rufen Sie bitte an.
      guest_cancelled = Diese Reservierung ist abgesagt
      guest_cancelled_detail = Niemand erwartet Sie. Es bleibt nichts zu tun.
      guest_no_show = Sie haben uns gefehlt
      guest_no_show_detail = Sie wurden erwartet und kamen nicht. Wenn das nicht stimmt, rufen Sie bitte an.
      guest_said_changed = Ihre Reservierung ist geändert.
      guest_said_stale = Ihre Reservierung hat sich inzwischen geändert. So steht sie jetzt; bitte versuchen Sie es noch einmal.
      guest_change_time = Zeit oder Personen ändern
      guest_change_time_title = Eine andere Zeit, oder mehr Gäste?
      guest_change_time_choose = Reservierung ändern
      guest_change_details = Angaben ändern
      guest_save = Speichern
      guest_cancel = Absagen
      guest_cancel_title = Diese Reservierung absagen?
      guest_cancel_detail = Ihr Tisch wird anderen gegeben. Online lässt sich das nicht zurücknehmen.
      guest_cancel_now = Ja, absagen
      guest_cancel_refused = Diese Reservierung lässt sich nicht online absagen
      guest_keep = Nein, behalten
      guest_calendar = In den Kalender
      guest_calendar_summary = {restaurant}
      guest_calendar_detail_one = Für 1 Person. Nummer {reference}.
      guest_calendar_detail_other = Für {count} Personen. Nummer {reference}.
      guest_keep_address = Behalten Sie die Adresse dieser Seite für sich: wer sie hat, kann Ihre Reservierung ändern.
      guest_back_to_booking = Zurück zur Reservierung
      guest_place = Das Restaurant
      guest_directions = Weg finden
      guest_book_again = Noch einmal reservieren
      problem_booking_unknown = Diese Reservierung finden wir nicht
      problem_booking_unknown_detail = Bitte öffnen Sie noch einmal den Link in Ihrer Bestätigung. Hilft das nicht, rufen Sie das Restaurant an.

      """##,
    "Words/de/issues.txt": ##"""
      issue_party_min = Die kleinste Gruppe ist {limit}
      issue_party_max = Die größte Gruppe ist {limit}
      issue_time_invalid = Diese Uhrzeit überspringen die Uhren in der Nacht
      issue_past_time = Diese Zeit ist vorbei
      issue_notice_too_short = Reservierungen nehmen wir bis {limit} Minuten vorher an
      issue_beyond_horizon = Reservierungen nehmen wir höchstens {limit} Tage im Voraus an
      issue_off_slot_grid = Reservierungen beginnen alle {limit} Minuten
      issue_closed_date = An diesem Tag ist geschlossen
      issue_closed_period = Zu dieser Zeit ist geschlossen
      issue_outside_hours = Zu dieser Zeit ist nicht geöffnet
      issue_outside_service = Zu dieser Zeit wird nicht serviert
      issue_last_seating = Die letzten Gäste setzen sich um {limit}
      issue_capacity_exceeded = Für so viele ist zu dieser Zeit kein Platz
      issue_pacing_exceeded = Zu dieser Zeit kommen zu viele; eine Viertelstunde früher oder später geht vielleicht
      issue_terms_required = Bitte stimmen Sie den Bedingungen zu
      issue_email_invalid = Das sieht nicht wie eine E-Mail-Adresse aus
      issue_phone_invalid = Das sieht nicht wie eine Telefonnummer aus
      issue_field_required = {field} fehlt
      issue_field_too_short = {field}: mindestens {limit} Zeichen
      issue_field_too_long = {field}: höchstens {limit} Zeichen
      issue_field_invalid = {field} ist nicht gültig

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
      yes = Yes
      no = No

      """##,
    "Words/en/guest.txt": ##"""
      # What guests read: the wizard in which they book, and the page of their booking.
      guest_title = Book a table
      guest_list_title = Where would you like to book?
      guest_list_none = Nobody takes bookings here yet.
      guest_closed = Please ring to book
      guest_closed_detail = Bookings are not taken online here at the moment.
      guest_broken = Please ring to book
      guest_broken_detail = Your booking could not be checked just now, so nothing was booked. Please ring the restaurant, or try again in a while.
      guest_try_again = Try again
      guest_ring = Ring
      guest_please_ring = Please ring
      guest_or_ring = Or ring us:
      guest_steps = Steps
      guest_step_time = Time
      guest_step_details = Your details
      guest_step_review = Review
      guest_date = Date
      guest_party = How many of you?
      guest_people_one = 1 person
      guest_people_other = {count} people
      guest_more = More than {limit}? Please ring us.
      guest_days = The next days
      guest_today = Today
      guest_tomorrow = Tomorrow
      guest_show_times = Show times
      guest_times_legend_one = {day}, for 1 person
      guest_times_legend_other = {day}, for {count} people
      # The name of a time as it is read out: "Friday 27 November, 19:30, open".
      guest_slot_name = {day}, {time}, {state}
      guest_slot_open = open
      guest_slot_full = full
      guest_slot_closed = closed
      guest_slot_refused = not online
      guest_choose = Continue
      guest_time_refused = That time will not do
      guest_day_refused = {day} will not do
      guest_day_full = Every table is taken that day.
      guest_day_over = There are no more times today.
      guest_date_invalid = Please choose a day.
      guest_party_invalid = Please say how many of you there are.
      guest_instead = These would do
      guest_alternative = {day}, {time}
      guest_alternative_party_one = {day}, {time}, for 1 person
      guest_alternative_party_other = {day}, {time}, for {count} people
      guest_when_one = {day}, {time}, for 1 person
      guest_when_other = {day}, {time}, for {count} people
      guest_details_title = Your details
      guest_error_title = Please look again: {title}
      guest_to_review = Continue
      guest_other_time = Choose another time
      guest_review_title = Is everything right?
      guest_review_detail = Your table is booked once you press the button.
      guest_review_pending = The restaurant answers each request itself; you will hear from them.
      guest_book = Book this table
      guest_ask = Ask for this table
      guest_edit_details = Change my details
      guest_fact_when = When
      guest_fact_reference = Reference
      guest_booked = Your table is booked
      guest_booked_detail = We look forward to seeing you.
      guest_pending = Your request has arrived
      guest_pending_detail = It is not a booking yet: the restaurant will confirm it.
      guest_checked_in = Welcome
      guest_checked_in_detail = You are here. Enjoy your meal.
      guest_completed = Thank you for coming
      guest_completed_detail = This visit is over. There is nothing left to do.
      guest_begun = It is time
      guest_begun_detail = Your booking has begun. If something has come up, please ring.
      guest_cancelled = This booking is cancelled
      guest_cancelled_detail = Nobody expects you. There is nothing left to do.
      guest_no_show = We missed you
      guest_no_show_detail = You were expected and did not come. If that is wrong, please ring.
      guest_said_changed = Your booking is changed.
      guest_said_stale = Your booking has changed meanwhile. This is how it stands; please try again.
      guest_change_time = Change time or party
      guest_change_time_title = Another time, or more of you?
      guest_change_time_choose = Change my booking
      guest_change_details = Change my details
      guest_save = Save
      guest_cancel = Cancel booking
      guest_cancel_title = Cancel this booking?
      guest_cancel_detail = Your table will be given to others. This cannot be taken back online.
      guest_cancel_now = Yes, cancel it
      guest_cancel_refused = This booking cannot be cancelled online
      guest_keep = No, keep it
      guest_calendar = Add to calendar
      guest_calendar_summary = {restaurant}
      guest_calendar_detail_one = For 1 person. Reference {reference}.
      guest_calendar_detail_other = For {count} people. Reference {reference}.
      guest_keep_address = Keep this page's address to yourself: whoever has it can change your booking.
      guest_back_to_booking = Back to the booking
      guest_place = The restaurant
      guest_directions = Find the way
      guest_book_again = Book again
      problem_booking_unknown = We cannot find that booking
      problem_booking_unknown_detail = Please open the link in your confirmation once more. If that does not help, ring the restaurant.
      problem_restaurant_unknown = Not found
      problem_restaurant_unknown_detail = There is no restaurant at this address.

      """##,
    "Words/en/house.txt": ##"""
      # The settings and the rules, for managers. A line is: key = text. {name} stands for a value; leave it as it is.
      settings_parts = Settings
      settings_details = Restaurant
      settings_hours = Opening hours
      settings_closures = Closures
      settings_services = Services and capacity
      settings_staff = Staff
      settings_calendar = Calendar
      settings_history = History
      settings_save = Save
      settings_nothing = nothing
      settings_nobody = somebody who has no account any more
      settings_done_same = Everything is so already; nothing was changed.
      settings_done_details = Saved.
      settings_done_week = The opening hours are saved.
      settings_done_exception = The date is saved.
      settings_done_usual = That day is as usual again.
      settings_done_close = Closed. No new booking can begin in that time.
      settings_done_close-between = The closure is saved. No new booking can begin in that time.
      settings_done_open = Open again.
      settings_done_service = The service is saved.
      settings_done_add = The service is added.
      settings_done_remove = The service is removed.
      settings_done_capacity = Saved for that day.
      settings_done_seats = The seats are saved.
      settings_done_invite = They are a member now, and sign in with the password that they have. Who has none yet needs a link.
      settings_done_role = The role is changed. It counts at once.
      settings_done_revoke = They no longer belong to the restaurant. It counts at once.
      settings_done_calendar = The address opens nothing any more.
      settings_refused_hours_invalid = Times look like 12:00 or 7pm.
      settings_refused_day_invalid = Choose a weekday or a date.
      settings_refused_last_owner = They are the only owner. Make somebody else an owner first.
      # The restaurant itself.
      settings_name = Name
      settings_phone = Phone
      settings_phone_help = Guests are given it wherever a booking has to be made by voice.
      settings_email = Email
      settings_address = Address
      settings_timezone = Time zone
      settings_timezone_help = Named by its place: Europe/London. Bookings keep the time that guests were told; the ones that would move are shown first.
      settings_locale = Language and country
      settings_locale_help = How guests read dates and times: en-GB.
      settings_guests_book = Guests book at
      # Hours.
      settings_day_monday = Monday
      settings_day_tuesday = Tuesday
      settings_day_wednesday = Wednesday
      settings_day_thursday = Thursday
      settings_day_friday = Friday
      settings_day_saturday = Saturday
      settings_day_sunday = Sunday
      settings_week = Every week
      settings_week_help = Times look like 12:00 or 7pm. Closing after midnight is 02:00, and belongs to the evening before. Leave both empty for a day that you are closed.
      settings_opens = Opens
      settings_closes = Closes
      settings_closed = closed
      settings_next_day = next day
      settings_save_hours = Save the hours
      settings_exceptions = Dates that differ
      settings_exceptions_help = Holidays, private parties, a long night: what is said here counts before the week.
      settings_exceptions_none = No date differs from its weekday.
      settings_exception_add = Another date
      settings_exception_save = Save the date
      settings_usual = As usual
      settings_usual_again = As usual again: {date}
      settings_date = Date
      settings_reason = Reason
      settings_reason_help = Leave the times empty when you are closed all day. Guests may see the reason.
      settings_hours_half = Fill in both times, or leave both empty when you are closed.
      settings_time_wrong = Write a time such as 12:00 or 7pm.
      settings_time_half = {text} could be {first} or {second}: write which.
      settings_date_wrong = Choose a date.
      # Closures.
      settings_closures_lead = While you are closed, nobody can book a table that begins in that time. Bookings that are there already are shown before anything is changed.
      settings_closures_there = Closed now or later
      settings_closures_none = Nothing is closed besides the usual hours.
      settings_closed_now = closed now
      settings_open_again = Open again
      settings_open_again_named = Open again: {span}
      settings_close_now = Close now
      settings_close_for = For
      settings_close_now_go = Close now
      settings_close_reason = Staff see it; guests may.
      settings_close_between = Close from then to then
      settings_from = From
      settings_from_help = Empty for now. A date alone means all of that day.
      settings_from_time = From, time
      settings_to = To
      settings_to_help = A time alone is the next such time.
      settings_to_time = To, time
      settings_close_between_go = Save the closure
      settings_minutes_wrong = Choose how long.
      settings_moment_missing = Say until when.
      settings_moment_skipped = The clocks skip that time. Choose another.
      # Services.
      settings_services_lead = A service is a stretch of the day in which guests are seated, with how many it holds.
      settings_service_change = Change
      settings_service_new = Another service
      settings_service_add = Add the service
      settings_service_remove = Remove
      settings_service_remove_lead = Nobody can be seated in it any more. Bookings in it are shown before anything is changed.
      settings_service_remove_go = Remove the service
      settings_service_name = Give the service a name.
      settings_service_name_label = Name of the service
      settings_service_opens = First table
      settings_service_closes = Ends
      settings_service_hours = A service has hours, such as 17:30 to 23:00.
      settings_days = Held on
      settings_covers = Most guests
      settings_parties = Most parties
      settings_unlimited_help = Empty for no limit.
      settings_unlimited = no limit
      settings_holds_covers_one = {count} guest
      settings_holds_covers_other = {count} guests
      settings_holds_parties_one = {count} party
      settings_holds_parties_other = {count} parties
      settings_capacity = More or less on some days
      settings_capacity_weekday = On every
      settings_capacity_date = Or on a date
      settings_capacity_go = Save for that day
      settings_capacity_day = Choose a weekday or a date.
      settings_room = The room
      settings_seats = Seats
      settings_seats_help = How many guests can sit at once, over all services. Empty when nobody is to count.
      settings_save_seats = Save the seats
      settings_turn_times = How long a table is held, the largest party and how far ahead one can book are decided by the rules:
      settings_number = Write a whole number.
      # What a change would strand.
      settings_strands_one = This would leave a booking without a place
      settings_strands_other = This would leave {count} bookings without a place
      settings_strands_lead_one = Nothing was changed yet. If you go on, the booking stays as it is, and somebody has to ring the guest.
      settings_strands_lead_other = Nothing was changed yet. If you go on, the bookings stay as they are, and somebody has to ring the guests.
      settings_strands_go = Do it all the same
      settings_strands_leave = Leave everything as it is
      settings_strands_fine = If somebody books in the meantime, you are asked again.
      settings_people_one = {count} guest
      settings_people_other = {count} guests
      settings_more = And {count} more.
      settings_trouble_closed_date = closed that day
      settings_trouble_outside_hours = outside the opening hours
      settings_trouble_outside_service = in no service
      settings_trouble_closed_period = within a closure
      settings_trouble_capacity_exceeded = more guests than fit
      settings_trouble_time_shifted = the clocks would show another time
      # Staff.
      settings_you = (you)
      settings_no_password = no password yet
      settings_role_none = Nobody
      settings_role_server = Server
      settings_role_host = Host
      settings_role_manager = Manager
      settings_role_owner = Owner
      settings_new_role = New role of {who}
      settings_role_change = Change the role
      settings_role_change_named = Change the role of {who}
      settings_role_missing = Choose a role.
      settings_roles_owner = Roles are changed by an owner.
      settings_link = New password link
      settings_link_named = New password link for {who}
      settings_link_lead = Pass this link on to {who}. It sets their password, works once, and ends after {hours} hours.
      settings_link_label = The link
      settings_link_once = It is not shown again. Whoever has it can sign in as them: give it to nobody else.
      settings_revoke = Remove
      settings_revoke_named = Remove {who} from the restaurant
      settings_revoke_lead = They can open nothing of this restaurant any more, at once.
      settings_revoke_go = Remove from the restaurant
      settings_invite = Ask somebody in
      settings_invite_email = Their email
      settings_invite_role = Role
      settings_invite_role_help = Servers and hosts take bookings. Managers also change settings and rules. Owners also change roles.
      settings_invite_go = Add to the staff
      settings_email_missing = Write their email.
      # The calendar.
      settings_calendar_lead = A calendar program can show when how many guests come, where they sit, and the reference: no names, no contact, no notes.
      settings_calendar_none = The calendar has no address yet.
      settings_calendar_since = The calendar has had its address since {at}.
      settings_calendar_create = Make an address
      settings_calendar_renew = Make a new address
      settings_calendar_revoke = Take the address away
      settings_calendar_made = Subscribe to this address in a calendar program. An address that there was before opens nothing any more.
      settings_calendar_label = The calendar's address
      settings_calendar_once = It is not shown again. Whoever has it can see the calendar.
      # The history.
      settings_history_lead = Who has changed what.
      settings_history_none = Nobody has changed anything yet.
      settings_event_restaurant_changed = The restaurant was changed
      settings_event_hours_changed = Opening hours were changed
      settings_event_restaurant_closed = The restaurant was closed
      settings_event_restaurant_opened = The restaurant was opened again
      settings_event_services_changed = Services were changed
      settings_event_capacity_changed = Capacity was changed
      settings_event_staff_invited = Somebody was asked in
      settings_event_staff_role_changed = A role was changed
      settings_event_staff_revoked = Somebody was removed
      settings_event_staff_linked = A link to set a password was made
      settings_subject_hours = Hours, {name}
      settings_subject_service = Service {name}
      settings_subject_closure = Closure {name}
      settings_subject_staff = {name}
      # Setting a password by a link.
      welcome = Set your password
      welcome_lead = You will sign in as
      welcome_password = New password
      welcome_help = At least {least} characters. A few words in a row are easy to keep.
      welcome_short = A password needs at least {least} characters.
      welcome_long = A password can have at most {most} characters.
      welcome_go = Set the password and sign in
      welcome_void = This link does not work any more
      welcome_void_lead = It was used, or it is too old, or something about your account has changed since. Ask a manager for a new one.
      # The rules.
      rules_parts = Rules
      rules_now = Now
      rules_changes = What would change
      rules_replay = Try on past bookings
      rules_impact = What the rules did
      rules_title_now = The booking rules
      rules_title_changes = What would change
      rules_title_replay = Past bookings by other rules
      rules_title_impact = What the rules did
      rules_none = No rules decide yet
      rules_running = Revision {number} decides
      rules_since = Since {at}.
      rules_way_files = It was taken up from the rule files.
      rules_way_rollback = {who} went back to it.
      rules_disk_live = The files on the server say the same.
      rules_disk_edited = The files on the server have been edited; they are being looked at.
      rules_disk_rejected = The files on the server have been edited, and cannot be used as they are.
      rules_disk_waiting = The files on the server say something else, and wait until you let them decide again.
      rules_disk_pinned_same = The files on the server say the same. Edits wait until you let them decide again.
      rules_where = The rules are files, edited on the server in
      rules_resume = Let the files decide again
      rules_done_rollback = Done: the earlier rules decide now, everywhere.
      rules_done_resume = The files decide again.
      rules_done_resume_rejected = The files decide again as soon as they can be used: until then the rules stay as they are.
      rules_rejected_at = An edit of {at} was kept out
      rules_rejected_lead = The rules go on as before. Whoever edits the files has to put this right:
      rules_a_rule_fails = A rule fails
      rules_failed_times_one = It failed once while it decided, at {last}.
      rules_failed_times_other = It failed {count} times while it decided, the last time at {last}.
      rules_broken = These files cannot be used yet
      rules_modes = Ways of booking
      rules_modes_lead = What each of them asks for, allows and refuses.
      rules_for_staff = Staff book in this way, for guests.
      rules_for_guests = Guests book in this way by themselves.
      rules_for_nobody = Guests could book in this way, but it is not offered.
      rules_status_confirmed = A new booking is confirmed at once.
      rules_status_pending = A new booking waits for an answer.
      rules_log = What happened to the rules
      rules_event_adopted = An edit of the files was taken up
      rules_event_rejected = An edit of the files was kept out
      rules_event_reverted = The edit was taken back
      rules_event_rolled_back = {who} went back to earlier rules
      rules_event_resumed = {who} let the files decide again
      rules_file_change = {file}: {added} lines more, {removed} lines less
      rules_decided = {booked} bookings, {refused} refused
      rules_back = Go back to this
      rules_back_named = Go back to revision {number}
      rules_rollback = Go back to revision {to}?
      rules_rollback_lead = Revision {to} will decide instead of revision {from}: at once, for every restaurant of this installation, and until you let the files decide again.
      rules_rollback_means = The files on the server stay as they are. They then say something else than what decides, and edits of them wait. Bookings that are there already stay as they are. This is what differs in the files:
      rules_rollback_compare = See which bookings would come out differently
      rules_rollback_go = Go back to revision {to}
      rules_rollback_leave = Leave everything as it is
      # What a way of booking requires.
      rules_questions = What is asked
      rules_limits = Sizes and times
      rules_severities = When something does not fit
      rules_programs = Written as a program: these lines decide more than a table can show
      rules_column_field = Asked
      rules_column_required = Must it be answered?
      rules_column_allowed = What may be answered
      rules_column_line = Line
      rules_column_limit = What
      rules_column_says = How it is
      rules_column_when = When
      rules_column_then = What happens
      rules_column_why = Why
      rules_column_count = Times
      rules_column_sample = For example
      rules_column_mode = Way of booking
      rules_column_refused = Refused
      rules_column_held = Needed an override
      rules_column_overridden = Overridden
      rules_column_warned = Warned
      rules_standard = by itself
      rules_depends = depends
      rules_depends_help = “depends”: the rule works it out for each booking. It is shown for an ordinary booking tomorrow evening by a guest of whom nothing is known. “by itself”: the rule files do not mention it, so it is as it always is.
      rules_required = Yes
      rules_not_required = No
      rules_type_text = Text
      rules_type_integer = A whole number
      rules_type_boolean = A tick
      rules_type_date = A date
      rules_min_length = at least {count} characters
      rules_max_length = at most {count} characters
      rules_min = at least {count}
      rules_max = at most {count}
      rules_choices = one of: {choices}
      rules_format = its form is checked ({line})
      rules_set_by_staff = filled in by staff only
      rules_limit_party_min = Smallest party
      rules_limit_party_max = Largest party
      rules_limit_covers = Places that a party takes
      rules_limit_slot = Tables begin
      rules_limit_duration = A table is held for
      rules_limit_notice = To be booked ahead by
      rules_limit_horizon = Can be booked ahead up to
      rules_limit_last_seating = Last table
      rules_limit_grace = A start may be entered late by
      rules_limit_waiting = Parties that may wait at once
      rules_limit_wait = Longest wait that is taken on
      rules_limit_hold = A party that was called keeps its table for
      rules_limit_pacing = Guests who may arrive together
      rules_every = every {span}
      rules_no_notice = nothing: up to the last minute
      rules_no_grace = nothing
      rules_until_close = up to the end of the service
      rules_before_close = {span} before the service ends
      rules_pacing = {count} within {span}
      rules_no_pacing = as many as fit
      rules_for_parties = {value} (parties of {sizes})
      rules_for_overs = {value} ({sizes} over)
      rules_sizes = {first} to {last}
      rules_sizes_more = {first} or more
      rules_leaf_failed = The rule fails: {message}
      rules_minutes_one = {count} minute
      rules_minutes_other = {count} minutes
      rules_hours_one = {count} hour
      rules_hours_other = {count} hours
      rules_days_one = {count} day
      rules_days_other = {count} days
      rules_severity_allow = It is let pass
      rules_severity_refuse = It is refused
      rules_severity_warn = Staff are told, and it passes
      rules_severity_override = {role} or above may let it pass, and says why
      rules_program_check = Further checks
      rules_program_effects = What follows a new booking
      rules_program_on_confirmed = What follows when a booking is confirmed
      rules_program_on_changed = What follows a change
      rules_program_on_cancelled = What follows a cancellation
      rules_program_on_checked_in = What follows an arrival
      rules_program_on_completed = What follows when guests leave
      rules_program_on_no_show = What follows when guests do not come
      rules_issue_party_min = The party is smaller than allowed
      rules_issue_party_max = The party is larger than allowed
      rules_issue_time_ambiguous = The clocks show that time twice
      rules_issue_past_time = The time has passed
      rules_issue_notice_too_short = It is too soon
      rules_issue_beyond_horizon = It is too far ahead
      rules_issue_off_slot_grid = The time is between two slots
      rules_issue_closed_date = Closed all day
      rules_issue_closed_period = Within a closure
      rules_issue_outside_hours = Outside the opening hours
      rules_issue_outside_service = In no service
      rules_issue_last_seating = Later than the last table
      rules_issue_capacity_exceeded = More guests than fit
      rules_issue_pacing_exceeded = Too many would arrive together
      rules_issue_rule_failed = A rule fails
      rules_issue_override_reason_invalid = The reason is too short or too long
      rules_issue_party_invalid = The party is no number of people
      rules_issue_date_invalid = There is no such date
      rules_issue_time_invalid = There is no such time
      rules_issue_field_required = {field}: missing
      rules_issue_field_invalid = {field}: not as it must be
      rules_issue_field_too_short = {field}: too short
      rules_issue_field_too_long = {field}: too long
      rules_issue_field_unknown = {field}: not asked for
      # What would change.
      rules_choice = Compare with
      rules_choice_files = The files on the server
      rules_choice_revision = Revision {number}
      rules_changes_lead = Thousands of made-up bookings are decided by both, on either side of every limit, to find those that come out differently. Nothing is changed.
      rules_changes_go = Compare
      rules_changes_files = What the files on the server would change in revision {live}
      rules_changes_from = What has changed from {from} to revision {live}
      rules_mode_unchanged = unchanged
      rules_mode_changed = changed
      rules_mode_added = added
      rules_mode_removed = removed
      rules_same_source = The files are the same.
      rules_cases = {count} made-up bookings were decided by each. Fewer than on the command line, where “rules diff” looks at all of them.
      rules_more_changes = And {count} smaller ones.
      rules_grid = Party sizes and times that come out differently: {mode}
      rules_grid_party = Party
      rules_mark_fails = a rule fails
      rules_mark_refused = refused now
      rules_mark_override = needs an override now
      rules_mark_allowed = let through now
      rules_mark_pending = confirmed or waiting: other than before
      rules_mark_issues = other warnings
      rules_mark_effects = something else follows
      rules_mark_terms = other length or places
      rules_mark_words = other words
      rules_mark_none = as before
      rules_mark_refusedAnyway = refused, as before
      rules_mark_some = {mark}, for some
      # Past bookings by other rules.
      rules_replay_intro = Bookings that were made and attempts that were refused are decided again by other rules, from what was known then. Nothing is changed.
      rules_replay_last = How many
      rules_replay_count = the last {count}
      rules_replay_go = Try
      rules_replay_lead_one = {count} decision was made again, {bookings} of them bookings
      rules_replay_lead_other = {count} decisions were made again, {bookings} of them bookings
      rules_replay_newlyRefused = booked then, and would be refused
      rules_replay_newlyAllowed = refused then, and would be booked
      rules_replay_effectsChanged = booked as before, and something else follows
      rules_replay_termsChanged = booked as before, for another length or number of places
      rules_replay_issuesChanged = the same answer, with other warnings or reasons
      rules_replay_failed = a rule fails
      rules_replay_missing = that way of booking is not there
      rules_replay_unreadable = kept in a form that cannot be read any more
      rules_replay_unchanged = as before
      rules_replay_lines = Why
      rules_replay_stranded_one = {count} booking to come would be refused: ring the guest
      rules_replay_stranded_other = {count} bookings to come would be refused: ring the guests
      # What the rules did.
      rules_impact_lead = How often each rule refused somebody, warned staff, or was overruled, at this restaurant.
      rules_impact_days = The last
      rules_impact_go = Show
      rules_impact_none = No rule has had anything to say in these days.
      rules_impact_table = What each rule did
      rules_advice = Nearly always overruled: should it only be a warning?

      """##,
    "Words/en/issues.txt": ##"""
      # What the program itself finds against a booking, by code, where a mode has no words of its own for it. English is for
      # the translator: in English the program says it by itself.
      issue_party_min = The smallest party is {limit}
      issue_party_max = The largest party is {limit}
      issue_time_invalid = The clocks skip this time that night
      issue_past_time = That time has passed
      issue_notice_too_short = Bookings are taken at least {limit} minutes ahead
      issue_beyond_horizon = Bookings are taken at most {limit} days ahead
      issue_off_slot_grid = Bookings start every {limit} minutes
      issue_closed_date = The restaurant is closed that day
      issue_closed_period = The restaurant is closed at that time
      issue_outside_hours = The restaurant is not open at that time
      issue_outside_service = There is no service at that time
      issue_last_seating = The last seating is at {limit}
      issue_capacity_exceeded = There is no room for that many at that time
      issue_pacing_exceeded = Too many start at that time; a quarter of an hour earlier or later may do
      issue_terms_required = Please accept the terms
      issue_email_invalid = This does not look like an email address
      issue_phone_invalid = This does not look like a phone number
      issue_field_required = {field} is required
      issue_field_too_short = {field} must have at least {limit} characters
      issue_field_too_long = {field} may have at most {limit} characters
      issue_field_invalid = {field} is not valid

      """##,
    "Words/en/ops.txt": ##"""
      # The dashboard, new bookings and single bookings, for staff.
      restaurant = Restaurant
      switch_go = Change
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
      # Parties who wait for a table.
      waitlist_title = Waiting for a table
      waitlist_nobody = Nobody waits.
      waitlist_since = since {time}, told {minutes} minutes
      waitlist_waiting = waiting
      waitlist_called = called
      waitlist_overdue = called, has not come
      waitlist_call = Call
      waitlist_seat = Seat
      waitlist_leave = Left
      waitlist_back = Not here yet
      waitlist_add = Somebody who waits
      waitlist_party = Party
      waitlist_add_do = Put on the list
      waitlist_refused = That cannot be done
      waitlist_reason = Why is it to be done all the same?
      waitlist_all_the_same = Do it all the same
      waitlist_back_to_list = Back to the day

      """##,
  ]
}
