// Runs the tests of the page's scripts that need no browser (tests/view/scripts/*.test.js): each is joined with what it imports, as the
// page is, and given to Node's own runner.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const tests = join(here, "..", "..", "tests", "view", "scripts");
const out = mkdtempSync(join(tmpdir(), "page-tests-"));
const files = readdirSync(tests).filter((name) => name.endsWith(".test.js")).sort();

try {
  await build({
    entryPoints: files.map((name) => join(tests, name)),
    outdir: out,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "es2022",
    nodePaths: [join(here, "node_modules")],
    alias: { buffer: join(here, "stub", "buffer.js") },
  });
  const { status } = spawnSync(process.execPath, ["--test", ...readdirSync(out).map((name) => join(out, name))], { stdio: "inherit" });
  process.exitCode = status ?? 1;
} finally {
  rmSync(out, { recursive: true });
}
