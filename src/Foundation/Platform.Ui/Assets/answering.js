// Comforts of the forms in which people answer a consultation. All of them work without this file.

// Ideas like the one whose title is being written, a moment after the last key. What the server says stays text.
for (const place of document.querySelectorAll("[data-like]")) {
  const title = place.closest("form")?.elements.namedItem(place.getAttribute("data-like-of"));
  let waiting = 0;
  let asked = "";
  const show = (ideas) => {
    place.replaceChildren();
    if (ideas.length === 0) {
      return;
    }

    const heading = document.createElement("p");
    const strong = document.createElement("strong");
    strong.textContent = place.getAttribute("data-like-title");
    heading.append(strong);
    const text = document.createElement("p");
    text.textContent = place.getAttribute("data-like-text");
    const list = document.createElement("ul");
    for (const idea of ideas) {
      const link = document.createElement("a");
      link.href = idea.href;
      link.lang = idea.language;
      link.dir = "auto";
      link.textContent = idea.title;
      const item = document.createElement("li");
      item.append(link);
      list.append(item);
    }

    place.append(heading, text, list);
  };
  const look = async () => {
    const words = title.value.trim();
    if (words === asked) {
      return;
    }

    asked = words;
    if (words.length < 6) {
      show([]);
      return;
    }

    try {
      const answer = await fetch(`${place.getAttribute("data-like")}?q=${encodeURIComponent(words)}`, { headers: { accept: "application/json" } });
      if (answer.ok && asked === words) {
        show(await answer.json());
      }
    } catch {
      // Without a line nothing is suggested; what is like it is shown before it is sent.
    }
  };
  title?.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 600);
  });
}

// Where the commune asks for it, the browser of a visitor does a second of work for its answer: begun when writing begins, waited for when it is sent.
for (const place of document.querySelectorAll("[data-proof]")) {
  const form = place.closest("form");
  const solution = place.querySelector("[data-solution]");
  const status = place.querySelector("[data-proof-status]");
  const instead = status.cloneNode(true);
  let worker = null;
  let sender = null;
  let failed = false;
  const fail = () => {
    failed = true;
    status.replaceChildren(...instead.cloneNode(true).childNodes);
  };
  const begin = () => {
    if (worker || failed) {
      return;
    }

    try {
      worker = new Worker(place.getAttribute("data-proof"));
    } catch {
      fail();
      return;
    }

    worker.onerror = fail;
    worker.onmessage = (found) => {
      solution.value = found.data;
      worker.terminate();
      status.textContent = place.getAttribute("data-ready");
      if (sender) {
        form.requestSubmit(sender);
      }
    };
    worker.postMessage({ seed: place.getAttribute("data-seed"), bits: Number(place.getAttribute("data-bits")) });
  };
  status.textContent = "";
  form.addEventListener("focusin", begin);
  form.addEventListener("submit", (event) => {
    if (solution.value || failed || event.submitter?.name === "preview") {
      return;
    }

    event.preventDefault();
    sender = event.submitter ?? form.querySelector("button:not([name])");
    status.textContent = place.getAttribute("data-working");
    begin();
  });
}
