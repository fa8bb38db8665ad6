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
