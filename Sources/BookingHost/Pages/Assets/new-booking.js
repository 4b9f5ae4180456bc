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
