// Joins the modules of the page (kg/view/page/*.js) into kg/view/page/built/page.js, which is kept: whoever installs the package needs
// no Node. The first line of that file is a digest of all that it was made of, by which a test sees whether it is of now.
// `node build.mjs --check` writes nothing, and fails if the file would be another one.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const page = join(here, "..", "..", "kg", "view", "page");
const built = join(page, "built", "page.js");

/** SHA-256 of the modules in order of name, and of the versions of what they use. */
function digest() {
  const files = readdirSync(page).filter((name) => name.endsWith(".js")).sort();
  const hash = createHash("sha256");
  for (const path of [...files.map((name) => join(page, name)), join(here, "package-lock.json")]) hash.update(readFileSync(path));
  return hash.digest("hex");
}

const { outputFiles } = await build({
  entryPoints: [join(page, "main.js")],
  bundle: true,
  write: false,
  format: "esm", // modules wait for the data at their top, which only modules may: the banner makes it a function that waits
  target: "es2022",
  charset: "utf8",
  minify: true,
  legalComments: "inline",
  nodePaths: [join(here, "node_modules")],
  alias: { buffer: join(here, "stub", "buffer.js") },
  banner: { js: '"use strict";(async()=>{' },
  footer: { js: "})();" },
});
const text = `// of ${digest()}\n${outputFiles[0].text}`;
if (!process.argv.includes("--check")) writeFileSync(built, text);
else if (readFileSync(built, "utf8") !== text) {
  console.error("kg/view/page/built/page.js is not made of the modules beside it: run npm run build in tools/javascript");
  process.exit(1);
}
