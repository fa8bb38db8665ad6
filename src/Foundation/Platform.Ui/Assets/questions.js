// Questions that hang on an answer come and go as it is given. Without this file the server asks them after sending.
for (const form of document.querySelectorAll("form[data-questions]")) {
  const arrange = () => {
    for (const question of form.querySelectorAll("[data-after]:not([data-after=''])")) {
      const isAsked = [...form.elements].some((input) =>
        input.name === `Choice.${question.dataset.after}` && input.value === question.dataset.choice && (input.checked || input.localName === "select") && !input.closest("fieldset[hidden]"));
      question.hidden = !isAsked;
      question.disabled = !isAsked;
    }
  };

  form.addEventListener("change", arrange);

  // What was kept in the browser is put back, or dropped again, without such an event.
  document.addEventListener("DOMContentLoaded", arrange);
  form.addEventListener("click", () => setTimeout(arrange));
}
