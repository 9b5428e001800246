// One history for all parts of the form: Ctrl+Z takes the last step back, wherever it was made.
import { asRow } from "./added";
import type { Saver } from "./saver";
import type { Cell, Shows } from "./types";

interface Rows {
  table: string;
  ids: number[];
}
// What one act of the person changed: cells, and rows that came or went with them.
interface Step {
  cells: Cell[];
  added?: Rows;
  removed?: Rows;
}

export class Undo {
  private readonly done: Step[] = [];
  private readonly undone: Step[] = [];
  private readonly shown = new Map<string, Shows>();
  private gathered: Cell[] | null = null;
  private busy = false;

  constructor(
    private readonly section: HTMLElement,
    private readonly saver: Saver,
  ) {
    this.button("[data-undo]", () => void this.turn(this.done, this.undone));
    this.button("[data-redo]", () => void this.turn(this.undone, this.done));
    section.addEventListener("keydown", (event) => {
      const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if (typing || !(event.ctrlKey || event.metaKey)) return;
      const pressed = event.key.toLowerCase();
      if (pressed === "z" && !event.shiftKey) void this.turn(this.done, this.undone);
      else if (pressed === "y" || pressed === "z") void this.turn(this.undone, this.done);
      else return;
      event.preventDefault();
    });
  }

  register(shows: Shows): void {
    this.shown.set(shows.name, shows);
  }

  // A change made by the person: kept and sent.
  change(cell: Cell): void {
    if (cell.before === cell.after) return;
    this.saver.change(cell);
    if (this.gathered) this.gathered.push(cell);
    else this.keep({ cells: [cell] });
  }

  // Changes of one act, such as a paste; they are taken back together.
  together(act: () => void): Cell[] {
    const cells: Cell[] = [];
    this.gathered = cells;
    act();
    this.gathered = null;
    return cells;
  }

  keep(step: Step): void {
    if (step.cells.length === 0 && !step.added && !step.removed) return;
    this.done.push(step);
    this.undone.length = 0;
    this.refresh();
  }

  private async turn(from: Step[], to: Step[]): Promise<void> {
    const step = from[from.length - 1];
    if (!step || this.busy) return;
    this.busy = true;
    const turned: Step = {
      cells: [...step.cells].reverse().map((cell) => ({ ...cell, before: cell.after, after: cell.before })),
    };
    if (step.added) turned.removed = step.added;
    if (step.removed) turned.added = step.removed;
    if (await this.rows(turned)) {
      from.pop();
      to.push(turned);
      for (const cell of turned.cells) {
        this.shown.get(cell.table)?.put(this.saver.added.now(cell.row), cell.column, cell.after);
        this.saver.change(cell);
      }
    }
    this.busy = false;
    this.refresh();
  }

  private async rows(step: Step): Promise<boolean> {
    const change = step.removed ?? step.added;
    if (!change) return true;
    const { table } = change;
    await this.saver.quiet();
    const ids = change.ids.map((id) => this.saver.added.now(id)); // rows added offline may have got their numbers
    const unsent = ids.filter((id) => id < 0);
    const sent = ids.filter((id) => id > 0);
    if (sent.length > 0) {
      const form = await this.saver.rows(step.removed ? { table, remove: sent } : { table, restore: sent });
      const fresh = form === "later" ? undefined : form?.tables[table];
      if (!fresh) return false;
      await this.shown.get(table)?.renew?.(fresh.rows);
    }
    if (unsent.length > 0) this.fresh(step, table, unsent);
    return true;
  }

  // Rows that the server never saw go and come without it.
  private fresh(step: Step, table: string, ids: number[]): void {
    if (step.removed) {
      this.saver.added.takeBack(ids);
      this.shown.get(table)?.remove?.(ids);
      this.saver.told();
    } else {
      this.shown.get(table)?.append?.(this.saver.added.putBack(ids).map(asRow));
      this.saver.later();
    }
  }

  // The person takes new rows out again; that can be undone.
  takeBack(rows: Rows): void {
    this.fresh({ cells: [], removed: rows }, rows.table, rows.ids);
    this.keep({ cells: [], removed: rows });
  }

  private refresh(): void {
    this.section.querySelector<HTMLButtonElement>("[data-undo]")!.disabled = this.done.length === 0;
    this.section.querySelector<HTMLButtonElement>("[data-redo]")!.disabled = this.undone.length === 0;
  }

  private button(name: string, act: () => void): void {
    this.section.querySelector<HTMLButtonElement>(name)?.addEventListener("click", act);
  }
}
