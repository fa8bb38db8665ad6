import "./uploads.js";
import "./rich-text.js";
import "./pictures.js";
import "./questions.js";
import "./answering.js";

// Everything works without this file. It adds two comforts: copying the page's address, and printing.
const status = (button, text) => {
  const note = button.parentElement?.querySelector("[data-copied]");
  if (note) {
    note.textContent = text;
  }
};

document.addEventListener("click", async (event) => {
  const button = event.target instanceof Element ? event.target.closest("[data-copy], [data-print]") : null;
  if (!button) {
    return;
  }

  if (button.hasAttribute("data-print")) {
    window.print();
    return;
  }

  try {
    await navigator.clipboard.writeText(button.getAttribute("data-copy"));
    status(button, button.getAttribute("data-done"));
  } catch {
    // Without permission the address beside the button can be copied by hand.
  }
});

// Buttons that need a script are hidden until there is one.
for (const button of document.querySelectorAll("[data-copy][hidden], [data-print][hidden]")) {
  button.hidden = false;
}

// Forms marked data-keep survive a lost connection, a closed tab or a sign-in that ran out: what is typed is kept in this browser until the form was saved
// (the page after it carries data-kept, the key). Passwords and files are not kept.
const keptKey = (form) => `kept:${form.getAttribute("data-keep")}`;
const keepable = (form) =>
  [...form.elements].filter((field) => field.name && !field.name.startsWith("__") && !["password", "file", "hidden", "submit", "button"].includes(field.type) && !field.closest("[data-never-keep]"));
const stateOf = (form) => keepable(form).map((field) => ({ name: field.name, value: field.value, checked: ["checkbox", "radio"].includes(field.type) ? field.checked : null }));
const setStateOf = (form, state) => {
  const fields = keepable(form);
  state.forEach((kept, at) => {
    const field = fields[at];
    if (!field || field.name !== kept.name) {
      return;
    }

    if (kept.checked === null) {
      field.value = kept.value;
    } else {
      field.checked = kept.checked;
    }
  });
};

// Before any form is filled: the page after a save can hold the same form again, empty, for the next one.
for (const done of document.querySelectorAll("[data-kept]")) {
  localStorage.removeItem(`kept:${done.getAttribute("data-kept")}`);
}

for (const form of document.querySelectorAll("form[data-keep]")) {
  const served = JSON.stringify(stateOf(form));
  const kept = localStorage.getItem(keptKey(form));
  if (form.getAttribute("data-served")) {
    // The answer to what was sent holds what was typed last.
    localStorage.setItem(keptKey(form), served);
  } else if (kept && kept !== served && !form.querySelector("[aria-invalid=true]")) {
    setStateOf(form, JSON.parse(kept));
    const note = form.querySelector("[data-kept-note]");
    if (note) {
      note.hidden = false;
      note.querySelector("button")?.addEventListener("click", () => {
        localStorage.removeItem(keptKey(form));
        setStateOf(form, JSON.parse(served));
        note.hidden = true;
      });
    }
  }

  form.addEventListener("input", () => localStorage.setItem(keptKey(form), JSON.stringify(stateOf(form))));
}

// Signing out leaves nothing typed behind on a shared computer.
document.addEventListener("submit", (event) => {
  if (event.target instanceof HTMLFormElement && event.target.action.endsWith("/sign-out")) {
    Object.keys(localStorage).filter((key) => key.startsWith("kept:")).forEach((key) => localStorage.removeItem(key));
  }
});

// Ctrl+S saves what is being written: the form that has the focus, or the page's first. Not those that only confirm an act. With a modifier, so that nobody's
// dictation or screen reader presses it (WCAG 2.1.4).
document.addEventListener("keydown", (event) => {
  const form = (document.activeElement?.closest("form[data-keep]") ?? document.querySelector(".workspace-main form[data-keep]"));
  if (form && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.code === "KeyS") {
    event.preventDefault();
    form.requestSubmit();
  }
});

// On a phone the menu of the workspace is a row: it begins where one is.
const here = document.querySelector(".workspace-menu .here");
if (here) {
  const menu = here.closest(".workspace-menu");
  const item = here.getBoundingClientRect();
  const frame = menu.getBoundingClientRect();
  menu.scrollLeft += item.left + item.width / 2 - frame.left - frame.width / 2;
}

// What went wrong, or was looked for, is read out and reached first.
document.querySelector("#errors, #conflict, #found")?.focus();
document.querySelector(".preview")?.scrollIntoView({ block: "center" });
