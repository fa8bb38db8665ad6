// What is pasted from Word or a page into a text area marked data-rich becomes the marks that the form understands: headings, lists, emphasis. Without
// this file the browser pastes the plain words, and the server turns the bullets among them into lists.
const blocks = new Set(["P", "DIV", "SECTION", "ARTICLE", "BLOCKQUOTE", "TABLE", "TBODY", "THEAD", "TR", "PRE", "DL", "DT", "DD", "BODY", "HEADER", "FOOTER", "MAIN"]);
const dropped = new Set(["SCRIPT", "STYLE", "HEAD", "META", "LINK", "TITLE", "TEMPLATE", "IFRAME", "OBJECT", "SVG", "IMG", "INPUT", "BUTTON", "SELECT", "TEXTAREA"]);

const plain = (text) => text.replace(/[\s\u00a0]+/g, " ");

// Word writes its bullets and numbers as words with this style.
const isMark = (element) => /mso-list:\s*ignore/i.test(element.getAttribute("style") ?? "");

// The text of a footnote stays behind in the document: its number alone says nothing.
const isNote = (element) => /mso-special-character:\s*(footnote|comment)|mso-element:\s*comment/i.test(element.getAttribute("style") ?? "");

// Deep enough below a bullet and below a number.
const inset = "   ";

// What Word wrote before an item: a number goes on as one, a letter as its words; the glyphs of its symbol fonts are bullets.
const markOf = (paragraph) => {
  const mark = [...paragraph.querySelectorAll("[style]")].find(isMark);
  const words = plain(mark?.textContent ?? "").trim();
  const number = /^([0-9\u0660-\u0669]+)/.exec(words);
  if (number) {
    return `${[...number[1]].map((digit) => digit.charCodeAt(0) & 15).join("")}. `;
  }

  return /^\p{L}+[.)\-]/u.test(words) && !/symbol|wingdings|courier/i.test(mark.parentElement.getAttribute("style") ?? "") ? `- ${words} ` : "- ";
};

const emphasised = (mark, inside) => {
  const words = inside.trim();
  return words ? inside.replace(words, () => `${mark}${words}${mark}`) : inside;
};

const weighs = (element) => {
  const weight = element.style.fontWeight;
  return weight === "bold" || Number.parseInt(weight, 10) >= 600;
};

const inline = (node) => {
  if (node.nodeType === Node.TEXT_NODE) {
    return plain(node.data);
  }

  if (node.nodeType !== Node.ELEMENT_NODE || dropped.has(node.tagName) || isMark(node) || isNote(node)) {
    return "";
  }

  if (node.tagName === "BR") {
    return "\n";
  }

  const inside = [...node.childNodes].map(inline).join("");
  // Clipboards wrap everything in a b that weighs nothing.
  if ((["B", "STRONG"].includes(node.tagName) && node.style.fontWeight !== "normal") || (node.tagName === "SPAN" && weighs(node))) {
    return emphasised("**", inside);
  }

  return ["I", "EM"].includes(node.tagName) && node.style.fontStyle !== "normal" ? emphasised("*", inside) : inside;
};

const lines = (text) => text.split("\n").map((line) => line.trim()).filter((line) => line.length > 0);

const hasBlocks = (node) => [...node.children].some((child) => blocks.has(child.tagName) || /^(H[1-6]|UL|OL|LI)$/.test(child.tagName) || hasBlocks(child));

const list = (element, depth, out) => {
  let number = Number.parseInt(element.getAttribute("start") ?? "1", 10) || 1;
  for (const item of element.children) {
    if (["UL", "OL"].includes(item.tagName)) {
      list(item, depth + 1, out);
      continue;
    }

    const nested = [...item.querySelectorAll(":scope > ul, :scope > ol")];
    const words = [...item.childNodes].filter((child) => !nested.includes(child)).map(inline).join("");
    const written = lines(words);
    if (written.length > 0) {
      const mark = element.tagName === "OL" ? `${number++}. ` : "- ";
      out.push({ item: true, text: written.map((line, at) => (at === 0 ? inset.repeat(depth) + mark : inset.repeat(depth + 1)) + line).join("\n") });
    }

    nested.forEach((inner) => list(inner, depth + 1, out));
  }
};

const walk = (node, out) => {
  if (node.nodeType === Node.TEXT_NODE || (node.nodeType === Node.ELEMENT_NODE && !hasBlocks(node) && !blocks.has(node.tagName) && !/^(H[1-6]|UL|OL)$/.test(node.tagName))) {
    const words = inline(node);
    const last = out.at(-1);
    if (words.trim() && last?.open) {
      last.text += words;
    } else if (words.trim()) {
      out.push({ open: true, text: words });
    }

    return;
  }

  if (node.nodeType !== Node.ELEMENT_NODE || dropped.has(node.tagName)) {
    return;
  }

  // Word's title is a paragraph by name.
  const heading = /^H([1-6])$/.exec(/^MsoTitle$/i.test(node.className) ? "H1" : node.tagName);
  if (heading) {
    const words = lines(inline(node)).join(" ").replaceAll("**", "");
    if (words) {
      out.push({ text: `${"#".repeat(Math.max(2, Number(heading[1])))} ${words}` });
    }
  } else if (["UL", "OL"].includes(node.tagName)) {
    list(node, 0, out);
  } else if (node.tagName === "TR") {
    const cells = [...node.children].map((cell) => lines(inline(cell)).join(" ")).filter((cell) => cell);
    if (cells.length > 0) {
      out.push({ item: true, text: `- ${cells.join(" — ")}` });
    }
  } else if (hasBlocks(node)) {
    [...node.childNodes].forEach((child) => walk(child, out));
    if (out.length > 0) {
      out.at(-1).open = false;
    }
  } else {
    const level = /mso-list:[^;]*level(\d)/i.exec(node.getAttribute("style") ?? "");
    const words = lines(inline(node));
    if (words.length > 0) {
      out.push(level
        ? { item: true, text: `${inset.repeat(Number(level[1]) - 1)}${markOf(node)}${words.join(" ")}` }
        : { text: words.join("\n") });
    }
  }
};

const fromHtml = (html) => {
  const page = new DOMParser().parseFromString(html, "text/html");
  const out = [];
  [...page.body.childNodes].forEach((child) => walk(child, out));
  return out.map((block, at) => (at === 0 ? "" : block.item && out[at - 1].item ? "\n" : "\n\n") + block.text.trimEnd()).join("");
};

document.addEventListener("paste", (event) => {
  const area = event.target;
  const html = event.clipboardData?.getData("text/html");
  if (!(area instanceof HTMLTextAreaElement) || !area.hasAttribute("data-rich") || !html) {
    return;
  }

  const text = fromHtml(html);
  if (!text) {
    return;
  }

  event.preventDefault();
  // This way the browser's undo takes it back; where it is not known, the text is put in place directly.
  if (!document.execCommand("insertText", false, text)) {
    area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
});
