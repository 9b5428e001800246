// What reviewers said about single fields: marked there, told to screen readers, reached from both sides.
import { button } from "./button";
import type { Comment, Shows, Words } from "./types";

export class Comments {
  private readonly shown = new Map<string, Shows>();

  constructor(
    private readonly found: Comment[],
    private readonly words: Words,
  ) {}

  register(shows: Shows): void {
    this.shown.set(shows.name, shows);
  }

  // What is still open about a cell.
  open(table: string, row: number, column: string): Comment[] {
    return this.found.filter((one) => !one.solved && one.table === table && one.row === row && one.column === column);
  }

  // The words for those who cannot see the mark.
  told(comments: Comment[]): string {
    return comments.map((one) => `${this.words.comment}：${one.words}（${one.by}）`).join("；");
  }

  // From the cell to what was said about it; where nothing was said, to the form in which one says it.
  go(comments: Comment[], path: string): void {
    const first = comments[0];
    if (first) {
      const line = document.getElementById(`comment-${String(first.id)}`);
      line?.scrollIntoView({ block: "center" });
      line?.focus({ preventScroll: true });
      return;
    }
    const field = document.querySelector<HTMLSelectElement>("#comment-path");
    const text = document.querySelector<HTMLTextAreaElement>("#comment-words");
    if (!field || !text) return;
    field.value = path;
    text.scrollIntoView({ block: "center" });
    text.focus({ preventScroll: true });
  }

  // In the list below the form each comment about a field leads to its cell.
  lead(): void {
    for (const one of this.found) {
      const shows = this.shown.get(one.table);
      const place = document.querySelector<HTMLElement>(`#comment-${String(one.id)} [data-goto]`);
      if (!shows || !place) continue;
      place.replaceChildren(button(this.words.goto, () => shows.focus(one.row, one.column)));
    }
  }
}
