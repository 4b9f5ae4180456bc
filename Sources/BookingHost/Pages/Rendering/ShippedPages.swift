// Written by scripts/embed-pages.sh from Templates, Words and Assets. Edit the files there.
enum ShippedPages {
  /// Text by path.
  static let files: [String: String] = [
    "Assets/icon.svg": ##"""
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1f6f5c"/><circle cx="16" cy="16" r="7.5" fill="none" stroke="#fff" stroke-width="2.5"/><path d="M6 9v6m0 0v8M26 9v14" stroke="#fff" stroke-width="2.5" stroke-linecap="round"/></svg>

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
      .days { display: grid; grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); gap: 0 .75rem; }
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
    "Templates/house-input.mustache": ##"""
      <div class="field{{#error}} has-error{{/error}}">
      <label for="{{id}}"{{#isLabelHidden}} class="hidden-text"{{/isLabelHidden}}>{{label}}</label>
      {{#help}}<p class="help" id="{{id}}-help">{{help}}</p>{{/help}}
      {{#error}}<p class="error" id="{{id}}-error">{{error}}</p>{{/error}}
      {{#hasChoices}}<select id="{{id}}" name="{{name}}"{{#error}} aria-invalid="true"{{/error}}{{#describedBy}} aria-describedby="{{describedBy}}"{{/describedBy}}>
      {{#choices}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{label}}</option>
      {{/choices}}</select>{{/hasChoices}}{{^hasChoices}}<input id="{{id}}" name="{{name}}" type="{{type}}" value="{{value}}" dir="auto" autocomplete="off"{{#inputMode}} inputmode="{{inputMode}}"{{/inputMode}}{{#error}} aria-invalid="true"{{/error}}{{#describedBy}} aria-describedby="{{describedBy}}"{{/describedBy}}>
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
      {{#hasFailures}}<div class="errors"><h2>{{t.rules_failing}}</h2><ul>{{#failures}}<li>{{#line}}<code>{{line}}</code> {{/line}}<span dir="auto">{{says}}</span></li>
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
      {{#failures}}<div class="errors"><h2>{{t.rules_failing}}</h2><p>{{#line}}<code>{{line}}</code> {{/line}}{{says}}</p></div>{{/failures}}
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
      rules_failing = A rule fails
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
  ]
}
