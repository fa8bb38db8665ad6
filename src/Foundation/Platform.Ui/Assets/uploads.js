// Fields of files (data-files: where parts are sent): what is chosen is sent at once in parts, shown with how far it is, taken up again after a lost
// connection, and handed to the form as a ticked box with its code. Without this script the form sends the files itself.
const part = 4 * 1024 * 1024;
const tries = 8;
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
const pending = new WeakMap();

class Refused extends Error {}

const ask = async (address, token, options) => {
  const answer = await fetch(address, { ...options, credentials: "same-origin", headers: { RequestVerificationToken: token, Accept: "application/json" }, redirect: "error" });
  const said = await answer.json();
  if (answer.status === 400 || answer.status === 404) {
    throw new Refused(said.problem ?? "");
  }

  if (!answer.ok && answer.status !== 409) {
    throw new Error(`${answer.status}`);
  }

  return said;
};

// Whatever breaks in between, the server knows how far it is.
const persist = async (work, waiting) => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Refused || attempt === tries) {
        throw error;
      }

      waiting();
      await pause(Math.min(15000, 500 * 2 ** attempt));
    }
  }
};

const send = async (file, address, token, progress, waiting) => {
  const about = new FormData();
  about.set("name", file.name);
  about.set("length", file.size);
  let state = await persist(() => ask(address, token, { method: "POST", body: about }), waiting);
  while (!state.whole) {
    const code = state.code;
    const received = state.received;
    progress(received / file.size);
    try {
      state = await ask(`${address}?code=${code}&start=${received}`, token, { method: "PUT", body: file.slice(received, received + part) });
    } catch (error) {
      if (error instanceof Refused) {
        throw error;
      }

      waiting();
      await pause(1000);
      state = await persist(() => ask(`${address}?code=${code}`, token, { method: "GET" }), waiting);
    }
  }

  return state;
};

const add = (field, input, list, file) => {
  const item = document.createElement("li");
  const name = document.createElement("bdi");
  const bar = document.createElement("progress");
  const told = document.createElement("span");
  name.textContent = file.name;
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute("aria-label", file.name);
  told.textContent = field.dataset.sending;
  item.append(name, " ", bar, " ", told);
  list.hidden = false;
  list.append(item);
  const token = field.closest("form").querySelector("input[name=__RequestVerificationToken]").value;
  return send(file, field.dataset.files, token, (share) => {
    bar.value = share;
    told.textContent = field.dataset.sending;
  }, () => {
    told.textContent = field.dataset.waiting;
  }).then((state) => {
    const box = document.createElement("input");
    const label = document.createElement("label");
    box.type = "checkbox";
    box.name = field.dataset.name;
    box.value = state.code;
    box.checked = true;
    box.id = `${input.id}-${state.code}`;
    label.htmlFor = box.id;
    name.textContent = state.name;
    label.append(name, ` · ${field.dataset.received}`);
    item.replaceChildren(box, " ", label);
    input.required = false;
  }).catch((error) => {
    bar.remove();
    told.className = "field-error";
    told.textContent = (error instanceof Refused && error.message) || field.dataset.failed;
  });
};

for (const field of document.querySelectorAll("[data-files]")) {
  const input = field.querySelector("input[type=file]");
  const list = field.querySelector(".files-kept");
  const form = field.closest("form");
  input.addEventListener("change", () => {
    const chosen = [...input.files];
    input.value = "";
    if (!input.multiple) {
      list.replaceChildren();
    }

    // One after the other: two at once would only halve each other's speed.
    pending.set(form, chosen.reduce((before, file) => before.then(() => add(field, input, list, file)), pending.get(form) ?? Promise.resolve()));
  });
  form.addEventListener("submit", (event) => {
    const work = pending.get(form);
    if (work) {
      event.preventDefault();
      pending.delete(form);

      // Not at once: a form that is just being submitted ignores being asked to.
      work.then(() => setTimeout(() => form.requestSubmit(event.submitter)));
    }
  });
}
