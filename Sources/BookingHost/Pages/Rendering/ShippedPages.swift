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
    .days { list-style: none; display: flex; flex-wrap: wrap; gap: .5rem; margin: 0 0 1.1rem; padding: 0; }
    .days a {
      display: block; padding: .55rem .8rem; border: 1px solid var(--line); border-radius: 999px; color: var(--ink);
      text-decoration: none; font-size: .9rem; line-height: 1.4;
    }
    .days a:hover, .days a[aria-current] { background: var(--accent-soft); border-color: var(--accent); }
    .days a[aria-current] { font-weight: 600; }
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

    @media (max-width: 30rem) {
      body { font-size: 1.0625rem; }
      main { padding-top: 1rem; }
      .bar-account { margin-inline-start: 0; width: 100%; justify-content: space-between; }
      .actions .button, .actions button:not(.link) { width: 100%; }
      dl.facts { grid-template-columns: 1fr; gap: 0; }
      .steps { gap: .25rem .8rem; }
      .steps li { font-size: .82rem; gap: .3rem; }
      .steps li::before { width: 1.3rem; height: 1.3rem; font-size: .72rem; }
      .plan .row { grid-template-columns: 1fr 1fr; }
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
    guest_party = Wie viele sind Sie?
    guest_people_one = 1 Person
    guest_people_other = {count} Personen
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
    yes = Yes
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
  ]
}
