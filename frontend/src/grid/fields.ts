// A part of the form with one row: labelled fields.
import type { Comments } from "./comments";
import type { Saver } from "./saver";
import type { Column, Row, Shows, Table, Words } from "./types";
import type { Undo } from "./undo";

type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export class Fields implements Shows {
  private readonly inputs = new Map<string, Input>();
  private readonly held = new Map<string, string>();

  constructor(
    readonly name: string,
    private readonly table: Table,
    editable: boolean,
    place: HTMLElement,
    saver: Saver,
    private readonly undo: Undo,
    private readonly said: Words,
    private readonly comments: Comments,
  ) {
    saver.register(this);
    undo.register(this);
    const row = table.rows[0];
    if (!row) return;
    const block = document.createElement("fieldset");
    block.className = "fields";
    const legend = document.createElement("legend");
    legend.textContent = table.words;
    block.append(legend);
    for (const column of table.columns) block.append(this.field(row, column, editable));
    place.append(block);
  }

  put(_row: number, column: string, text: string): void {
    const input = this.inputs.get(column);
    this.held.set(column, text);
    if (input && input !== document.activeElement) input.value = text;
  }

  mark(_row: number, column: string, error: string): void {
    const input = this.inputs.get(column);
    if (!input) return;
    input.setAttribute("aria-invalid", String(Boolean(error)));
    const line = document.getElementById(`${input.id}-error`);
    if (line) line.textContent = error;
  }

  focus(_row: number, column: string): void {
    const input = this.inputs.get(column) ?? this.inputs.values().next().value;
    input?.scrollIntoView({ block: "center" });
    input?.focus();
  }

  words(column: string): string {
    return this.table.columns.find((one) => one.name === column)?.words ?? column;
  }

  private field(row: Row, column: Column, editable: boolean): HTMLElement {
    const id = `field-${this.name}-${column.name.replaceAll(".", "-")}`;
    const text = String(row[column.name] ?? "");
    const around = document.createElement("div");
    around.className = `field field-${column.kind}`;
    const label = document.createElement("label");
    label.htmlFor = id;
    label.textContent = column.kind === "money" ? `${column.words}${this.said.money}` : column.words;
    const input = this.input(column, text);
    input.id = id;
    input.disabled = !editable || !column.edited;
    const error = document.createElement("p");
    error.id = `${id}-error`;
    error.className = "field-error";
    input.setAttribute("aria-describedby", error.id);
    this.inputs.set(column.name, input);
    this.held.set(column.name, text);
    input.addEventListener("change", () => {
      const before = this.held.get(column.name) ?? "";
      this.held.set(column.name, input.value);
      this.undo.change({ table: this.name, row: row.id, column: column.name, before, after: input.value });
    });
    around.append(label, input, error);
    this.commented(around, input, row, column);
    if (column.help) {
      const help = document.createElement("p");
      help.className = "help";
      help.textContent = column.help;
      around.append(help);
    }
    return around;
  }

  // What was said stands below the field; Shift+F2 leads to it, as in Excel, or to where one says something.
  private commented(around: HTMLElement, input: Input, row: Row, column: Column): void {
    const comments = this.comments.open(this.name, row.id, column.name);
    const path = `${String(row["path"])}${column.name}`;
    input.addEventListener("keydown", (event) => {
      if ((event as KeyboardEvent).key !== "F2" || !(event as KeyboardEvent).shiftKey) return;
      event.preventDefault();
      this.comments.go(comments, path);
    });
    if (comments.length === 0) return;
    const line = document.createElement("p");
    line.id = `${input.id}-comments`;
    line.className = "field-comment";
    line.textContent = this.comments.told(comments);
    input.setAttribute("aria-describedby", `${input.getAttribute("aria-describedby") ?? ""} ${line.id}`.trim());
    around.classList.add("commented");
    around.append(line);
  }

  private input(column: Column, text: string): Input {
    if (column.kind === "long") {
      const area = document.createElement("textarea");
      area.rows = 3;
      area.className = "form-control";
      area.value = text;
      return area;
    }
    const choices = column.kind === "flag" ? [this.said.yes, this.said.no] : column.choices;
    if (choices.length > 0) {
      const select = document.createElement("select");
      select.className = "form-select";
      for (const choice of ["", ...choices, ...(text && !choices.includes(text) ? [text] : [])]) {
        select.add(new Option(choice, choice, false, choice === text));
      }
      return select;
    }
    const line = document.createElement("input");
    line.className = "form-control";
    line.inputMode = column.kind === "money" || column.kind === "score" ? "decimal" : "text";
    line.value = text;
    return line;
  }
}
