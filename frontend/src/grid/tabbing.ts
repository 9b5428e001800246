// Tab goes through the cells line by line and leaves the grid behind its last one, Shift+Tab before its first: nobody is kept in.
import type { CellComponent, Tabulator } from "tabulator-tables";

// Whether the key is settled here: gone to another line, or left to the browser, which goes on to what follows the grid.
export function tabbed(event: KeyboardEvent, grid: Tabulator, chosen: CellComponent | undefined): boolean {
  if (!chosen) {
    event.stopPropagation(); // without lines there is no cell to go to
    return true;
  }
  const cells = chosen.getRow().getCells().slice(1); // behind the number of the line
  const edge = event.shiftKey ? cells[0] : cells[cells.length - 1];
  if (edge?.getField() !== chosen.getField()) return false;
  event.stopPropagation();
  if (turned(grid, chosen, event.shiftKey)) event.preventDefault();
  else outermost(grid, event.shiftKey)?.focus({ preventScroll: true });
  return true;
}

// The cell at the beginning of the next line, the first that takes text, or at the end of the one before.
export function turned(grid: Tabulator, chosen: CellComponent, back: boolean): boolean {
  const rows = grid.getRows();
  const row = rows[rows.indexOf(chosen.getRow()) + (back ? -1 : 1)];
  const cells = row?.getCells().slice(1) ?? [];
  const cell = back ? cells[cells.length - 1] : (cells.find((one) => one.getColumn().getDefinition().editor) ?? cells[0]);
  if (!row || !cell) return false;
  grid.getRanges()[0]?.setBounds(cell, cell);
  void grid.scrollToRow(row, "nearest", false).then(() => grid.scrollToColumn(cell.getField(), back ? "right" : "middle", false));
  return true;
}

// From where the browser's own step leaves the grid; cells that take text can be stepped to as well.
function outermost(grid: Tabulator, back: boolean): HTMLElement | null {
  if (back) return grid.element.querySelector<HTMLElement>(".tabulator-header");
  const inside = grid.element.querySelectorAll<HTMLElement>(".tabulator-tableholder, .tabulator-table [tabindex='0']");
  return inside[inside.length - 1] ?? null;
}
