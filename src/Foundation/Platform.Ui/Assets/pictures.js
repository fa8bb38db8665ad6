// A photograph chosen where a PNG is asked for (data-png) is made one here: the browser's own decoder opens it, and the server sees no other format. Without
// this file the server asks for a PNG.
const longestSide = 1024;

const toPng = async (file) => {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
  return new File([blob], file.name.replace(/\.[^.]*$/, "") + ".png", { type: "image/png" });
};

document.addEventListener("change", async (event) => {
  const input = event.target;
  if (!(input instanceof HTMLInputElement) || !input.hasAttribute("data-png") || input.files.length !== 1 || input.files[0].type === "image/png") {
    return;
  }

  try {
    const files = new DataTransfer();
    files.items.add(await toPng(input.files[0]));
    input.files = files.files;
  } catch {
    // No picture that the browser knows: it is sent as it is, and the server says what it wants.
  }
});
