// The grid of a form: fields and tables, saved cell by cell while one types.
import "tabulator-tables/dist/css/tabulator_simple.min.css";
import "./styles/grid.css";
import { Comments } from "./grid/comments";
import { Fields } from "./grid/fields";
import { Saver } from "./grid/saver";
import { Scores } from "./grid/scores";
import { Sheet } from "./grid/sheet";
import { Undo } from "./grid/undo";
import type { FormData, Shows, Words } from "./grid/types";

async function start(section: HTMLElement): Promise<void> {
  const address = section.dataset["form"] ?? "";
  const words = JSON.parse(section.querySelector("[data-words]")?.innerHTML ?? "{}") as Words;
  const saver = new Saver(address, section, words);
  const undo = new Undo(section, saver);
  const scores = new Scores(section, words);
  saver.onScore = (score) => scores.show(score);
  const place = section.querySelector<HTMLElement>("[data-tables]");
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  if (!place || !answer.ok) {
    saver.tell(words.offline);
    return;
  }
  const data = (await answer.json()) as FormData;
  if (!data.editable) section.querySelectorAll<HTMLElement>("[data-undo], [data-redo]").forEach((one) => (one.hidden = true));
  scores.files = data.files;
  const comments = new Comments(data.comments, words);
  const shown = (part: Shows): void => {
    scores.register(part);
    comments.register(part);
  };
  const built: Promise<void>[] = [];
  for (const [name, table] of Object.entries(data.tables)) {
    const single = name === "project" || name === "department" || name === "period";
    if (single) {
      shown(new Fields(name, table, data.editable, place, saver, undo, words, comments));
    } else {
      const sheet = new Sheet(name, table, data.editable, place, saver, undo, words, comments, data.files);
      built.push(sheet.built);
      shown(sheet);
    }
  }
  comments.lead();
  scores.show(data.score, data.editable);
  saver.ready(data.editable);
  await Promise.all(built);
  section.setAttribute("aria-busy", "false");
}

for (const section of document.querySelectorAll<HTMLElement>("[data-form]")) {
  void start(section);
}
