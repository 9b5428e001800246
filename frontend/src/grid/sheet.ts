// A part of the form with many rows: a grid in the manner of a spreadsheet.
import { TabulatorFull as Tabulator } from "tabulator-tables";
import type { CellComponent, ColumnDefinition } from "tabulator-tables";
import { asRow, newKey } from "./added";
import { button } from "./button";
import { quoted, table } from "./clipboard";
import { cellEditor, type Way } from "./editor";
import type { Comments } from "./comments";
import type { Saver } from "./saver";
import { tabbed, turned } from "./tabbing";
import type { Cell, Column, Row, RowChange, Shows, Table, Words } from "./types";
import type { Undo } from "./undo";

export class Sheet implements Shows {
  private readonly grid: Tabulator;
  private readonly errors = new Map<string, string>();
  private ready = false;
  /** Settled when the table stands: before, a click would choose nothing. */
  readonly built: Promise<void>;
  private begun: string | null = null;
  private readonly note = document.createElement("p"); // what of a paste found no place

  constructor(
    readonly name: string,
    private readonly table: Table,
    private readonly editable: boolean,
    place: HTMLElement,
    private readonly saver: Saver,
    private readonly undo: Undo,
    private readonly said: Words,
    private readonly comments: Comments,
    private readonly files: string,
  ) {
    saver.register(this);
    undo.register(this);
    const heading = document.createElement("h2");
    heading.textContent = table.words;
    heading.id = `table-${name}`;
    const around = document.createElement("div");
    around.className = "sheet";
    around.setAttribute("role", "group");
    around.setAttribute("aria-labelledby", heading.id);
    const inner = document.createElement("div");
    around.append(inner);
    this.note.className = "help";
    this.note.setAttribute("role", "status");
    place.append(heading, around, this.note);
    this.grid = new Tabulator(inner, {
      data: table.rows,
      index: "id",
      layout: "fitDataStretch",
      columns: this.columns(),
      columnDefaults: { headerSort: false, resizable: "header", vertAlign: "top" },
      selectableRange: 1,
      selectableRangeColumns: false,
      selectableRangeRows: true,
      selectableRangeClearCells: false,
      ...({ selectableRangeAutoFocus: false } as object), // it would scroll past the heading to the first table when the page opens // its types lack it
      editTriggerEvent: "dblclick",
      placeholder: said.none,
      autoResize: false, // it redraws a table from scratch when first scrolled into view, and forgets the chosen cell
    });
    let stands = (): void => undefined;
    this.built = new Promise((settle) => { stands = settle; });
    this.grid.on("tableBuilt", () => {
      this.ready = true;
      // Tabulator's own roles put a focusable box between grid and rows, which readers cannot make sense of.
      inner.setAttribute("role", "group");
      inner.removeAttribute("aria-owns");
      inner.querySelector(".tabulator-header")?.setAttribute("role", "table");
      inner.querySelector(".tabulator-table")?.setAttribute("role", "grid");
      inner.querySelector(".tabulator-table")?.setAttribute("aria-label", table.words);
      this.follow(inner);
      stands();
    });
    this.grid.on("cellEdited", (cell) => this.edited(cell));
    around.addEventListener("keydown", (event) => this.fixed(event), true); // before Tabulator's own
    around.addEventListener("keydown", (event) => this.pressed(event));
    around.addEventListener("paste", (event) => void this.pasted(event));
    around.addEventListener("copy", (event) => this.copied(event));
    if (editable && table.grows) place.append(this.buttons());
  }

  put(row: number, column: string, text: string): void {
    const found = this.row(row);
    if (found && found.getData()[column] !== text) found.update({ [column]: text });
  }

  mark(row: number, column: string, error: string): void {
    if (error) this.errors.set(`${String(row)}/${column}`, error);
    else this.errors.delete(`${String(row)}/${column}`);
    const element = this.row(row)?.getCell(column)?.getElement();
    element?.classList.toggle("wrong", Boolean(error));
    element?.setAttribute("aria-invalid", String(Boolean(error)));
  }

  focus(row: number, column: string): void {
    const found = this.row(row);
    if (!found) return;
    void this.grid.scrollToRow(found, "center", false).then(() => {
      const cell = column ? found.getCell(column) : found.getCells()[1];
      if (!cell) return;
      this.grid.element.scrollIntoView({ block: "nearest" });
      cell.getElement().scrollIntoView({ block: "center", inline: "nearest" });
      this.grid.getRanges()[0]?.setBounds(cell, cell);
      this.holder().focus({ preventScroll: true });
    });
  }

  async renew(rows: Row[]): Promise<void> {
    await this.grid.replaceData(rows);
  }

  append(rows: Row[]): void {
    if (rows.length === 0) return;
    if (this.ready) void this.grid.addData(this.whole(rows), false);
    else this.grid.on("tableBuilt", () => void this.grid.addData(this.whole(rows), false));
  }

  // With a blank for each cell that nothing was typed into: what the server gives then changes no cell in use.
  private whole(rows: Row[]): Row[] {
    const blank = Object.fromEntries(this.table.columns.map((column) => [column.name, ""]));
    return rows.map((row) => ({ ...blank, ...row }));
  }

  // The server has a new row; its place stays, for somebody may be typing there. None: it was taken out meanwhile.
  arrived(id: number, row: Row | undefined): void {
    if (row) void this.row(id)?.update(row);
    else this.remove([id]);
  }

  remove(ids: number[]): void {
    void this.grid.deleteRow(ids);
  }

  words(column: string): string {
    return this.table.columns.find((one) => one.name === column)?.words ?? column;
  }

  private row(id: number) {
    return this.ready ? this.grid.getRow(id) || undefined : undefined;
  }

  private columns(): ColumnDefinition[] {
    const numbers: ColumnDefinition = {
      title: this.said.row, formatter: "rownum", width: 48, hozAlign: "right", cssClass: "row-number", frozen: true, headerSort: false,
    };
    return [numbers, ...this.table.columns.map((column) => this.column(column))];
  }

  private column(column: Column): ColumnDefinition {
    const edited = this.editable && column.edited;
    const choices = column.kind === "flag" ? [this.said.yes, this.said.no] : column.choices;
    return {
      title: column.kind === "money" ? `${column.words}${this.said.money}` : column.words,
      field: column.name,
      width: column.width,
      hozAlign: column.kind === "money" || column.kind === "score" ? "right" : "left",
      cssClass: edited ? "edited" : "fixed",
      headerTooltip: column.help || false,
      formatter: (cell) => this.shownIn(cell, column),
      variableHeight: true,
      ...(edited && {
        editor: choices.length > 0 ? ("list" as const) : this.editor,
        editorParams: choices.length > 0 ? { values: ["", ...choices], autocomplete: false } : {},
      }),
      tooltip: (_event, cell) => this.hint(((cell as CellComponent).getData() as Row).id, column.name),
    };
  }

  // Columns are laid out anew when the window gets wider or narrower.
  private follow(inner: HTMLElement): void {
    let width = inner.clientWidth;
    new ResizeObserver(() => {
      if (inner.clientWidth === width) return;
      width = inner.clientWidth;
      this.grid.redraw();
    }).observe(inner);
  }

  // The text of a cell, or the link to the files of its line, with what was said about it.
  private shownIn(cell: CellComponent, column: Column): HTMLElement {
    const row = (cell.getData() as Row).id;
    const text = String(cell.getValue() ?? "");
    const files = column.kind === "files" && row > 0 && (text !== "" || this.editable); // a reader of no files has none to send
    const inner = document.createElement(files ? "a" : "span");
    inner.textContent = text || "\u00a0";
    if (inner instanceof HTMLAnchorElement) {
      inner.href = `${this.files}?indicator=${String(row)}#upload`;
      inner.tabIndex = -1; // the cell is reached by the arrows, and Enter follows the link
      inner.textContent = text || this.said.upload;
    }
    const comments = this.comments.open(this.name, row, column.name);
    cell.getElement().classList.toggle("commented", comments.length > 0);
    if (comments.length === 0) return inner;
    const around = document.createElement("span");
    const told = document.createElement("span");
    told.className = "visually-hidden";
    told.textContent = this.comments.told(comments);
    around.append(inner, told);
    return around;
  }

  private hint(row: number, column: string): string {
    const comments = this.comments.told(this.comments.open(this.name, row, column));
    return [this.errors.get(`${String(row)}/${column}`), comments].filter(Boolean).join("\n");
  }

  private edited(cell: CellComponent): void {
    const before = String(cell.getOldValue() ?? "");
    const after = String(cell.getValue() ?? "");
    const id = (cell.getData() as Row).id;
    this.undo.change({ table: this.name, row: id, column: cell.getField(), before, after });
  }

  private readonly editor = cellEditor({
    begun: () => {
      const text = this.begun;
      this.begun = null;
      return text;
    },
    words: (column) => this.words(column),
    step: (way) => this.step(way),
  });

  private step(way: Way): void {
    const at = this.chosen()[0];
    const columns = this.table.columns;
    const edge = way === "next" ? columns[columns.length - 1] : way === "prev" ? columns[0] : undefined;
    if (at && edge?.name === at.getField() && turned(this.grid, at, way === "prev")) return this.holder().focus({ preventScroll: true });
    const code = { next: "ArrowRight", prev: "ArrowLeft", up: "ArrowUp", down: "ArrowDown" }[way];
    this.holder().focus({ preventScroll: true });
    const keys: Record<string, number> = { ArrowLeft: 37, ArrowUp: 38, ArrowRight: 39, ArrowDown: 40 };
    const event = new KeyboardEvent("keydown", { key: code, bubbles: true });
    Object.defineProperty(event, "keyCode", { value: keys[code] }); // Tabulator reads the old number
    this.grid.element.dispatchEvent(event);
    this.grid.element.dispatchEvent(new KeyboardEvent("keyup", { key: code, bubbles: true }));
  }

  private holder(): HTMLElement {
    return this.grid.element.querySelector<HTMLElement>(".tabulator-tableholder") ?? this.grid.element;
  }

  // Enter in a cell that is not edited follows its link, if it has one; Tabulator would try to edit it.
  private fixed(event: KeyboardEvent): void {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (!typing && event.key.startsWith("Arrow") && this.grid.getRows().length === 0) event.stopPropagation(); // Tabulator fails on it
    if (!typing && event.key === "Tab" && tabbed(event, this.grid, this.chosen()[0])) return;
    const cell = event.key === "Enter" && !event.altKey ? this.chosen()[0] : undefined;
    if (!cell || cell.getColumn().getDefinition().editor) return;
    event.stopPropagation();
    event.preventDefault();
    const link = cell.getElement().querySelector("a");
    if (link) void this.saver.flush().then((done) => done && link.click());
  }

  // Enter or a letter begins typing in the chosen cell, Delete empties the chosen ones: as in Excel.
  private pressed(event: KeyboardEvent): void {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const first = this.chosen()[0];
    if (!first) return;
    if (event.key === "F2" && event.shiftKey) {
      const row = first.getData() as Row;
      const path = `${String(row["path"])}${first.getField()}`;
      this.comments.go(this.comments.open(this.name, row.id, first.getField()), path);
      event.preventDefault();
    } else if (event.key === "Process") {
      if (!first.getColumn().getDefinition().editor) return;
      this.begun = ""; // an input method begins: its signs go into the editor, replacing what stood there
      first.edit(true);
    } else if (event.key === "Enter" || event.key === "F2" || event.key.length === 1) {
      if (!first.getColumn().getDefinition().editor) return;
      this.begun = event.key.length === 1 ? event.key : null; // a letter replaces what stood there
      first.edit(true);
      event.preventDefault();
    } else if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      const cells = this.undo.together(() => this.chosen().forEach((cell) => this.type(cell, "")));
      this.undo.keep({ cells });
    }
  }

  private copied(event: ClipboardEvent): void {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    const rows = this.grid.getRanges()[0]?.getStructuredCells() ?? [];
    const text = rows.map((row) => row.map((cell) => quoted(String(cell.getValue() ?? ""))).join("\t")).join("\n");
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
  }

  // A block copied from Excel fills the cells from the chosen one on; where rows run out, new ones are added.
  private async pasted(event: ClipboardEvent): Promise<void> {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement || !this.editable) return;
    const block = table(event.clipboardData?.getData("text/plain") ?? "");
    if (block.length === 0) return;
    event.preventDefault();
    const first = this.chosen()[0];
    const names = this.table.columns.map((column) => column.name);
    const from = first ? names.indexOf(first.getField()) : 0;
    const rows = this.grid.getRows();
    const at = first ? rows.indexOf(first.getRow()) : rows.length;
    const more: Record<string, string>[] = [];
    const fixed = new Set<string>();
    const cells = this.undo.together(() => {
      block.forEach((line, down) => {
        const row = rows[at + down];
        const words: Record<string, string> = {};
        line.forEach((text, across) => {
          const column = this.table.columns[from + across];
          if (!column?.edited) {
            if (column && text && text !== String(row?.getData()[column.name] ?? "")) fixed.add(column.words);
            return;
          }
          words[column.name] = text;
          if (row) this.type(row.getCell(column.name), text);
        });
        if (!row) more.push(words);
      });
    });
    this.note.textContent = [
      fixed.size > 0 ? `${this.said.fixed}${[...fixed].join("、")}` : "",
      more.length > 0 && !this.table.grows ? `${this.said.over}${String(more.length)}` : "",
    ].filter(Boolean).join("　");
    if (more.length > 0 && this.table.grows) await this.change({ table: this.name, add: more }, cells);
    else this.undo.keep({ cells });
  }

  private type(cell: CellComponent, text: string): void {
    if (!cell.getColumn().getDefinition().editor) return;
    const before = String(cell.getValue() ?? "");
    if (before === text) return;
    const id = (cell.getData() as Row).id;
    void cell.getRow().update({ [cell.getField()]: text });
    this.undo.change({ table: this.name, row: id, column: cell.getField(), before, after: text });
  }

  private chosen(): CellComponent[] {
    return (this.grid.getRanges()[0]?.getStructuredCells() ?? []).flat();
  }

  private buttons(): HTMLElement {
    const line = document.createElement("p");
    line.className = "acts";
    const help = document.createElement("span");
    help.className = "help";
    help.textContent = this.said.paste;
    line.append(
      button(this.said.add, () => void this.change({ table: this.name, add: [{}] })),
      button(this.said.remove, () => {
        const rows = (this.grid.getRanges()[0]?.getRows() ?? []).map((row) => (row.getData() as Row).id);
        const fresh = rows.filter((id) => id < 0); // never sent: no server is needed to forget them
        if (fresh.length > 0) this.undo.takeBack({ table: this.name, ids: fresh });
        void this.change({ table: this.name, remove: rows.filter((id) => id > 0) });
      }),
      help,
    );
    return line;
  }

  private async change(body: RowChange, cells: Cell[] = []): Promise<void> {
    if (body.remove?.length === 0) return;
    if (body.add) body = { ...body, add: body.add.map((words) => ({ ...words, key: newKey() })) };
    const there = new Set(this.grid.getData().map((row) => (row as Row).id));
    const form = await this.saver.rows(body);
    if (form === "later") {
      const rows = this.saver.added.add(this.name, body.add ?? []);
      this.saver.later();
      await this.grid.addData(this.whole(rows.map(asRow)), false);
      const ids = rows.map((row) => row.id);
      this.undo.keep({ cells, added: { table: this.name, ids } });
      if (ids[0] !== undefined) this.focus(ids[0], "");
      return;
    }
    const fresh = form?.tables[this.name];
    if (!fresh) {
      this.undo.keep({ cells });
      return;
    }
    await this.renew(fresh.rows);
    const now = new Set(fresh.rows.map((row) => row.id));
    const added = [...now].filter((id) => !there.has(id));
    const removed = [...there].filter((id) => !now.has(id) && body.remove?.includes(id));
    this.undo.keep({
      cells,
      ...(added.length > 0 && body.add ? { added: { table: this.name, ids: added } } : {}),
      ...(removed.length > 0 ? { removed: { table: this.name, ids: removed } } : {}),
    });
    const first = body.add ? added[0] : undefined;
    if (first !== undefined) this.focus(first, "");
  }
}
