// Rows added while the server could not be reached: shown at once, kept in the browser, sent when it can be.
import type { Row } from "./types";

export interface NewRow {
  table: string;
  id: number; // below zero: the page's own number, until the server gives one
  key: string; // by which the server knows it again, should its answer get lost
  words: Record<string, string>;
}

export class Added {
  readonly waiting: NewRow[] = [];
  private readonly taken = new Map<number, NewRow>(); // taken back before they were sent
  private readonly real = new Map<number, number>(); // what the server calls them

  constructor(private readonly kept: string) {}

  // Those that an earlier page could not send.
  restore(): NewRow[] {
    this.waiting.push(...(JSON.parse(localStorage.getItem(this.kept) ?? "[]") as NewRow[]));
    return this.waiting;
  }

  add(table: string, rows: Record<string, string>[]): NewRow[] {
    let last = Math.min(0, ...this.waiting.map((one) => one.id), ...this.taken.keys(), ...this.real.keys());
    const found = rows.map(({ key, ...words }) => {
      last -= 1;
      return { table, id: last, key: key ?? newKey(), words };
    });
    this.waiting.push(...found);
    this.keep();
    return found;
  }

  // A cell of a row that was not sent yet: it leaves with the row.
  type(id: number, column: string, text: string): boolean {
    const row = this.waiting.find((one) => one.id === id);
    if (row) row.words[column] = text;
    this.keep();
    return row !== undefined;
  }

  takeBack(ids: number[]): void {
    for (const id of ids) {
      const at = this.waiting.findIndex((one) => one.id === id);
      const row = this.waiting[at];
      if (!row) continue;
      this.waiting.splice(at, 1);
      this.taken.set(id, row);
    }
    this.keep();
  }

  putBack(ids: number[]): NewRow[] {
    const found = ids.flatMap((id) => this.taken.get(id) ?? []);
    for (const row of found) this.taken.delete(row.id);
    this.waiting.push(...found);
    this.keep();
    return found;
  }

  // The server has them: by what number; one that somebody took away meanwhile has none.
  arrived(sent: NewRow[], rows: Row[]): void {
    const numbers = new Map(rows.map((row) => [row["key"], row.id]));
    for (const one of sent) {
      const id = numbers.get(one.key);
      if (id !== undefined) this.real.set(one.id, id);
      const at = this.waiting.indexOf(one);
      if (at >= 0) this.waiting.splice(at, 1);
    }
    this.keep();
  }

  // The number that a row has by now.
  now(id: number): number {
    return this.real.get(id) ?? id;
  }

  private keep(): void {
    if (this.waiting.length === 0) localStorage.removeItem(this.kept);
    else localStorage.setItem(this.kept, JSON.stringify(this.waiting));
  }
}

export function newKey(): string {
  const numbers = crypto.getRandomValues(new Uint32Array(4)); // also where the site is served without TLS
  return [...numbers].map((one) => one.toString(36)).join("-");
}

// As a row of a grid.
export function asRow(row: NewRow): Row {
  return { id: row.id, path: "", ...row.words };
}
