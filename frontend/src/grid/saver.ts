// Sends added rows and changed cells one batch after another; what could not be sent stays in the browser until it can.
import { Added, asRow } from "./added";
import { button } from "./button";
import type { Cell, Computed, FormData, Outcome, Row, RowChange, Score, Shows, Words } from "./types";

interface Answer {
  cells?: Outcome[];
  computed?: Computed[];
  score?: Score;
  refused?: string[];
  error?: string; // of the whole site: too often, not allowed
}

const PAUSE = 600; // milliseconds of quiet before a batch leaves
const AGAIN = 4000; // milliseconds before it is tried again
const LATER = 30000; // the same, where the server answered that it failed or was asked too often
const ROWS = "rows"; // the place of what the server says against new rows

export class Saver {
  onScore: (score: Score | undefined) => void = () => undefined;
  private readonly shown = new Map<string, Shows>();
  private readonly waiting = new Map<string, Cell>();
  private timer: number | undefined;
  private sending = false;
  private readonly unsaved = new Map<string, string | HTMLElement>(); // cells that the server refused, and why
  private readonly held = new Map<string, string>(); // what the server has where a refused text is shown
  private readonly kept: string;
  readonly added: Added;

  constructor(
    private readonly address: string,
    private readonly section: HTMLElement,
    private readonly text: Words,
  ) {
    this.kept = `jixiao:${address}`;
    this.added = new Added(`${this.kept}rows`);
    window.addEventListener("online", () => this.soon(0));
    window.addEventListener("beforeunload", (event) => {
      if (this.unsent > 0) event.preventDefault();
    });
    // A form is handed in only after everything typed has arrived, and once, however often the button is pressed.
    document.addEventListener("submit", (event) => {
      const form = event.target as HTMLFormElement;
      const button = (event as SubmitEvent).submitter;
      if (form.dataset["sent"]) {
        event.preventDefault();
      } else if (this.unsent > 0 || this.sending) {
        event.preventDefault();
        void this.flush().then((done) => done && form.requestSubmit(button));
      } else if (this.unsaved.size > 0 && form.matches(".moves form")) {
        event.preventDefault();
        this.section.querySelector("[data-troubles]")?.scrollIntoView({ block: "center" });
      } else {
        form.dataset["sent"] = "1";
      }
    });
    window.addEventListener("pageshow", () => {
      for (const form of document.querySelectorAll("form")) delete form.dataset["sent"]; // back from another page
    });
  }

  register(shows: Shows): void {
    this.shown.set(shows.name, shows);
  }

  // What was typed before the connection broke or the window was closed comes back.
  ready(editable: boolean): void {
    this.tell(editable ? "" : this.text.readonly);
    if (!editable) return;
    const kept = JSON.parse(localStorage.getItem(this.kept) ?? "[]") as Cell[];
    const rows = this.added.restore();
    if (kept.length + rows.length === 0) return;
    for (const row of rows) this.shown.get(row.table)?.append?.([asRow(row)]);
    for (const cell of kept) {
      this.shown.get(cell.table)?.put(cell.row, cell.column, cell.after);
      this.waiting.set(key(cell), cell);
    }
    this.tell(this.text.restored);
    this.soon(0);
  }

  change(changed: Cell): void {
    this.tell(this.text.saving); // what was said of the cells before is not true of this one
    const cell = { ...changed, row: this.added.now(changed.row) };
    if (this.added.type(cell.row, cell.column, cell.after)) {
      this.unsaved.delete(ROWS);
      this.keep();
      this.soon(PAUSE);
      return;
    }
    const before = this.waiting.get(key(cell))?.before ?? this.held.get(key(cell)) ?? cell.before;
    this.waiting.set(key(cell), { ...cell, before });
    this.keep();
    this.soon(PAUSE);
  }

  tell(words: string): void {
    const line = this.section.querySelector<HTMLElement>("[data-saving]");
    if (line && line.textContent !== words) line.textContent = words; // told once, a screen reader repeats it otherwise
  }

  // Rows added, taken out or put back; null where that was refused, and the person is told why. Where the server
  // cannot be reached new rows wait for it; others cannot go or come.
  async rows(body: RowChange): Promise<FormData | "later" | null> {
    const answer = (await this.flush()) ? await this.post("rows/", body) : null;
    if (!answer) {
      if (body.add) return "later";
      this.trouble([this.text.unconnected]);
      return null;
    }
    const said = (await answer.json().catch(() => ({}))) as FormData & Answer;
    if (!answer.ok || !said.tables) {
      this.trouble(why(said));
      return null;
    }
    this.trouble([...this.unsaved.values()]);
    this.onScore(said.score);
    this.tell(`${this.text.saved} ${clock()}`);
    return said;
  }

  // Everything that waits, sent; false where it could not be.
  async flush(): Promise<boolean> {
    window.clearTimeout(this.timer);
    await this.quiet();
    if (this.unsent === 0) return true;
    return this.send();
  }

  // New rows that wait for the server; they are told to be kept, and sent again and again.
  later(): void {
    this.keep();
    this.tell(this.loggedOut ? this.text.login : this.text.offline);
    this.soon(AGAIN);
  }

  // Until nothing is under way.
  async quiet(): Promise<void> {
    while (this.sending) await new Promise((resolve) => window.setTimeout(resolve, 50));
  }

  // What waits has become less without the server.
  told(): void {
    this.keep();
    if (this.unsent === 0) this.tell("");
  }

  private get unsent(): number {
    return this.waiting.size + this.added.waiting.length;
  }

  private soon(milliseconds: number): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.send(), milliseconds);
  }

  private async send(): Promise<boolean> {
    if (this.sending || this.unsent === 0) return false;
    this.sending = true;
    this.tell(this.text.saving);
    const rows = await this.sendRows();
    const batch = [...this.waiting.values()];
    if (rows !== "unreached" && batch.length === 0) {
      this.sending = false;
      this.keep();
      this.trouble([...this.unsaved.values()]);
      this.tell(rows === "sent" ? `${this.text.saved} ${clock()}` : this.text.refused);
      return rows === "sent";
    }
    const answer = rows === "unreached" ? null : await this.post("cells/", { cells: batch });
    if (!answer) {
      this.sending = false;
      this.tell(this.loggedOut ? this.text.login : this.text.offline);
      this.soon(AGAIN);
      return false;
    }
    const said = (await answer.json().catch(() => ({}))) as Answer;
    this.sending = false;
    if (!answer.ok || !said.cells) {
      this.trouble(why(said));
      this.tell(this.text.refused);
      if (answer.status === 429 || answer.status >= 500) this.soon(LATER); // it may pass
      return false;
    }
    for (const cell of batch) {
      const now = this.waiting.get(key(cell));
      if (now === cell) this.waiting.delete(key(cell));
      else if (now) now.before = cell.after; // typed again meanwhile: it builds on what was just saved
    }
    this.keep();
    this.settle(said.cells, batch);
    for (const one of said.computed ?? []) this.shown.get(one.table)?.put(one.row, one.column, one.text);
    this.onScore(said.score);
    if (this.waiting.size > 0) this.soon(PAUSE);
    else if (rows === "refused") this.tell(this.text.refused);
    else this.tell(this.unsaved.size > 0 ? `${String(this.unsaved.size)} ${this.text.cells}` : `${this.text.saved} ${clock()}`);
    return rows === "sent";
  }

  // The new rows, a table at a time, before the cells. What was typed into one meanwhile, or after an answer that got
  // lost, follows it as cells.
  private async sendRows(): Promise<"sent" | "refused" | "unreached"> {
    const tables = new Set(this.added.waiting.map((one) => one.table));
    for (const table of tables) {
      const batch = this.added.waiting.filter((one) => one.table === table);
      const answer = await this.post("rows/", { table, add: batch.map((one) => ({ ...one.words, key: one.key })) });
      if (!answer) return "unreached";
      const said = (await answer.json().catch(() => ({}))) as FormData & Answer;
      const rows = said.tables?.[table]?.rows;
      if (!answer.ok || !rows) {
        this.unsaved.set(ROWS, why(said).join(" "));
        return "refused";
      }
      this.unsaved.delete(ROWS);
      this.added.arrived(batch, rows);
      for (const one of batch) {
        const there = rows.find((row) => row["key"] === one.key);
        this.shown.get(table)?.arrived?.(one.id, there && { ...there, ...one.words });
        this.follow(one.words, there, table);
      }
      this.onScore(said.score);
    }
    return "sent";
  }

  private follow(words: Record<string, string>, there: Row | undefined, table: string): void {
    if (!there) return; // somebody took it away meanwhile
    for (const [column, after] of Object.entries(words)) {
      const cell = { table, row: there.id, column, before: String(there[column] ?? ""), after };
      if (after !== cell.before) this.waiting.set(key(cell), cell);
    }
  }

  private settle(outcomes: Outcome[], batch: Cell[]): void {
    outcomes.forEach((one, index) => {
      const shows = this.shown.get(one.table);
      const cell = batch[index];
      if (!shows || !cell) return;
      shows.mark(one.row, one.column, one.error);
      this.unsaved.delete(key(cell));
      this.held.delete(key(cell));
      if (!one.error) {
        if (!this.waiting.has(key(cell))) shows.put(one.row, one.column, one.text);
      } else if (one.theirs) {
        this.unsaved.set(key(cell), this.conflict(shows, cell, one));
      } else {
        this.unsaved.set(key(cell), `${shows.words(one.column)} “${cell.after}”：${one.error}`);
        this.held.set(key(cell), one.text);
      }
    });
    this.trouble([...this.unsaved.values()]);
  }

  // Both texts side by side; neither is lost before the person decides.
  private conflict(shows: Shows, cell: Cell, one: Outcome): HTMLElement {
    const line = document.createElement("div");
    line.className = "conflict";
    const words = document.createElement("span");
    words.textContent = `${shows.words(one.column)}：${one.error}；${this.text.yours}“${cell.after}” `;
    const decided = (): void => {
      this.unsaved.delete(key(cell));
      this.trouble([...this.unsaved.values()]);
    };
    const mine = button(this.text.mine, () => {
      this.change({ ...cell, before: one.text });
      decided();
    });
    const theirs = button(this.text.theirs, () => {
      shows.put(one.row, one.column, one.text);
      shows.mark(one.row, one.column, "");
      decided();
    });
    line.append(words, mine, theirs);
    return line;
  }

  private trouble(lines: (string | HTMLElement)[]): void {
    const place = this.section.querySelector<HTMLElement>("[data-troubles]");
    if (!place) return;
    place.replaceChildren(
      ...lines.map((line) => {
        if (typeof line !== "string") return line;
        const paragraph = document.createElement("p");
        paragraph.textContent = line;
        return paragraph;
      }),
    );
    place.hidden = lines.length === 0;
  }

  private keep(): void {
    this.section.dataset["waiting"] = String(this.unsent);
    if (this.waiting.size === 0) localStorage.removeItem(this.kept);
    else localStorage.setItem(this.kept, JSON.stringify([...this.waiting.values()]));
  }

  private loggedOut = false;

  // The answer; null where the server was not reached or asks for a login: what was typed stays in the browser.
  private async post(path: string, body: unknown): Promise<Response | null> {
    try {
      let answer = await this.asked(path, body);
      if (answer.status === 403 && (await this.freshToken())) answer = await this.asked(path, body);
      this.loggedOut = answer.type === "opaqueredirect" || answer.status === 401;
      return this.loggedOut || answer.status >= 502 ? null : answer;
    } catch {
      this.loggedOut = false;
      return null;
    }
  }

  private asked(path: string, body: unknown): Promise<Response> {
    const token = (JSON.parse(document.body.getAttribute("hx-headers") ?? "{}") as Record<string, string>)["X-CSRFToken"];
    return fetch(this.address + path, {
      method: "POST",
      redirect: "manual", // to the login: not an answer
      headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": token ?? "" },
      body: JSON.stringify(body),
    });
  }

  // A new login, in another window, has a new token.
  private async freshToken(): Promise<boolean> {
    const page = await fetch(window.location.href, { redirect: "manual" });
    if (!page.ok) return false;
    const read = new DOMParser().parseFromString(await page.text(), "text/html");
    const headers = read.body.getAttribute("hx-headers");
    if (headers) document.body.setAttribute("hx-headers", headers);
    return headers !== null;
  }
}

// Why nothing was saved; without a word of the server's, that it failed and what was typed is kept.
function why(said: Answer): string[] {
  return said.refused ?? [said.error ?? document.body.dataset["failed"] ?? ""];
}

function key(cell: Cell): string {
  return `${cell.table}/${String(cell.row)}/${cell.column}`;
}

function clock(): string {
  return new Date().toLocaleTimeString("zh-CN", { hour12: false });
}
