import { readdirSync } from "node:fs";
import { defineConfig } from "vite";

// Each .ts file of src is an entry: base.html loads `main`, a page the others by `{% built "name" %}`.
const entries = readdirSync("src").filter((name) => name.endsWith(".ts"));

export default defineConfig({
  base: "/static/built/",
  build: {
    outDir: "../src/jixiao/web/static/built",
    emptyOutDir: true,
    manifest: true,
    chunkSizeWarningLimit: 600, // kilobytes: ECharts and Tabulator, each loaded by the pages that need it
    assetsInlineLimit: 0, // the content policy allows no data: scripts or fonts
    rollupOptions: {
      // htmx has an eval, which `allowEval: false` and the content policy keep shut
      checks: { eval: false, pluginTimings: false },
      input: {
        ...Object.fromEntries(entries.map((name) => [name.slice(0, -3), `src/${name}`])),
        sheet: "src/styles/sheet.css", // of the frame that shows a document: it runs no script
      },
    },
  },
});
