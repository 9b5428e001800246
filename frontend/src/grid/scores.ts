// The score by the rules, live, with the reason of each line.
import type { Notice, Score, Shows, Words } from "./types";

export class Scores {
  constructor(
    private readonly section: HTMLElement,
    private readonly words: Words,
  ) {}

  private readonly shown = new Map<string, Shows>();
  files = ""; // the page of the form's files

  register(shows: Shows): void {
    this.shown.set(shows.name, shows);
  }

  // What is wrong or doubtful; pressing a line leads to its cell.
  private notices(found: Notice[], editable: boolean): void {
    const place = this.section.querySelector<HTMLElement>("[data-notices]");
    const confirm = document.querySelector<HTMLElement>("[data-confirm]");
    const errors = found.filter((one) => one.severity === "error").length;
    if (confirm) confirm.hidden = found.length === errors;
    if (!place) return;
    place.hidden = !editable && found.length === 0;
    if (found.length === 0) {
      place.replaceChildren(paragraph(this.words.fine, "fine")); // nothing to unfold
      return;
    }
    const details = document.createElement("details");
    const summary = document.createElement("summary");
    const parts = [
      errors > 0 ? `${this.words.errors} ${String(errors)}` : "",
      found.length > errors ? `${this.words.warnings} ${String(found.length - errors)}` : "",
    ];
    summary.textContent = parts.filter(Boolean).join(" · ");
    const list = document.createElement("ul");
    for (const one of found) {
      const item = document.createElement("li");
      item.className = one.severity;
      const shows = this.shown.get(one.table);
      if (shows) {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = one.words;
        button.addEventListener("click", () => shows.focus(one.row, one.column));
        item.append(button);
      } else if (one.table === "files" && this.files) {
        const link = document.createElement("a");
        link.href = this.files;
        link.textContent = one.words;
        item.append(link);
      } else item.textContent = one.words;
      list.append(item);
    }
    details.append(summary, list);
    details.open = place.querySelector("details")?.open ?? false;
    place.replaceChildren(details);
  }

  show(score: Score | undefined, editable = true): void {
    if (score) this.notices(score.notices ?? [], editable);
    const place = this.section.querySelector<HTMLElement>("[data-score]");
    if (!place || !score) return;
    if (score.faults) {
      place.replaceChildren(...score.faults.map((fault) => paragraph(fault, "bad")));
      return;
    }
    const total = score.total ? `${this.words.score} ${score.total}` : (score.reason ?? "");
    const parts = [total, score.full ? `${this.words.full} ${score.full}` : "", score.grade ? `${this.words.grade} ${score.grade}` : ""];
    const head = document.createElement("strong");
    head.textContent = parts.filter(Boolean).join(" · ");
    const lines = score.lines ?? [];
    if (lines.length === 0) {
      place.replaceChildren(head);
      return;
    }
    const details = document.createElement("details");
    const summary = document.createElement("summary");
    summary.textContent = this.words.reasons;
    const list = document.createElement("ol");
    for (const line of lines) {
      const item = document.createElement("li");
      item.textContent = `${line.name}：${line.points || "—"}${line.full ? ` / ${line.full}` : ""}　${line.rule} ${line.reason}`;
      list.append(item);
    }
    details.append(summary, list);
    details.open = place.querySelector("details")?.open ?? false;
    place.replaceChildren(head, details);
  }
}

function paragraph(words: string, name: string): HTMLElement {
  const made = document.createElement("p");
  made.className = name;
  made.textContent = words;
  return made;
}
