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
