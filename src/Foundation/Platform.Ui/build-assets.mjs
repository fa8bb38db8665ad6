// Bundles Assets/ into wwwroot/dist/ and copies the fonts under names that stay, so that pages can preload them.
import { build } from "esbuild";
import { copyFile, mkdir, rm } from "node:fs/promises";

const dist = "wwwroot/dist";
const fonts = {
  "cairo-arabic.woff2": "@fontsource-variable/cairo/files/cairo-arabic-wght-normal.woff2",
  "cairo-latin.woff2": "@fontsource-variable/cairo/files/cairo-latin-wght-normal.woff2",
  "cairo-latin-ext.woff2": "@fontsource-variable/cairo/files/cairo-latin-ext-wght-normal.woff2",
  "noto-tifinagh.woff2": "@fontsource/noto-sans-tifinagh/files/noto-sans-tifinagh-tifinagh-400-normal.woff2",
};

await rm(dist, { recursive: true, force: true });
await mkdir(`${dist}/fonts`, { recursive: true });
for (const [name, file] of Object.entries(fonts)) {
  await copyFile(`node_modules/${file}`, `${dist}/fonts/${name}`);
}

await copyFile("Assets/icon.svg", `${dist}/icon.svg`);
await build({
  entryPoints: ["Assets/site.css", "Assets/site.js", "Assets/passkeys.js", "Assets/proof.js"],
  outdir: dist,
  bundle: true,
  minify: true,
  charset: "utf8",
  target: ["chrome90", "firefox90", "safari14"],
  external: ["./fonts/*"],
  logLevel: "warning",
});
