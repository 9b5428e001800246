// Wide tables on phones: each row as a block whose entries say their column, drawn by styles/phone.css.
// The roles keep it a table for those who listen to it, whatever it is drawn as.
const TABLES = ".table-wrap > table:not(.narrow, .marks, .carry)";

export function stackTables(): void {
  const stack = (): void => document.querySelectorAll<HTMLTableElement>(TABLES).forEach(stacked);
  stack();
  document.body.addEventListener("htmx:afterSettle", stack);
}

function stacked(table: HTMLTableElement): void {
  const headers = [...(table.tHead?.rows[0]?.cells ?? [])];
  if (table.tHead?.rows.length !== 1 || headers.some((one) => one.colSpan > 1)) return;
  table.role = "table";
  for (const part of [table.tHead, ...table.tBodies]) part.role = "rowgroup";
  for (const header of headers) header.role = "columnheader";
  for (const row of table.rows) row.role = "row";
  for (const row of [...table.tBodies].flatMap((part) => [...part.rows])) {
    [...row.cells].forEach((cell, column) => {
      cell.role = cell.scope === "row" ? "rowheader" : "cell";
      if (cell.colSpan > 1) return;
      if (cell.tagName === "TD") cell.dataset.column = headers[column]?.textContent?.trim() ?? "";
      cell.classList.toggle("blank", !cell.textContent?.trim() && !cell.firstElementChild);
    });
  }
  table.classList.add("stacked");
}
