// Typing in a cell: Enter and Tab take the text over, Alt+Enter begins a new line, Escape gives up, as in Excel.
import type { CellComponent } from "tabulator-tables";

export type Way = "next" | "prev" | "up" | "down";

// What the editor asks of its grid.
export interface Around {
  begun(): string | null; // what was typed to begin with, once; null where the text is kept
  words(column: string): string;
  step(way: Way): void;
}

type Editor = (
  cell: CellComponent,
  onRendered: (act: () => void) => void,
  success: (value: string) => void,
  cancel: (value: string) => void,
) => HTMLElement;

export function cellEditor(grid: Around): Editor {
  return (cell, onRendered, success, cancel) => {
    const area = document.createElement("textarea");
    const before = String(cell.getValue() ?? "");
    const begun = grid.begun();
    const replaced = begun !== null;
    area.value = begun ?? before;
    area.rows = 1;
    area.setAttribute("aria-label", grid.words(cell.getField()));
    const end = area.value.length;
    let over = false;
    const take = (): void => {
      if (!over) success(area.value.trim());
      over = true;
    };
    onRendered(() => {
      area.focus({ preventScroll: true });
      if (replaced) area.setSelectionRange(end, end);
      else area.select();
    });
    area.addEventListener("blur", take);
    area.addEventListener("keydown", (event) => {
      if (event.isComposing) {
        event.stopPropagation(); // Enter chooses a word of the input method
        return;
      }
      if (event.key === "Enter" && event.altKey) {
        area.setRangeText("\n", area.selectionStart, area.selectionEnd, "end");
      } else if (event.key === "Enter" || event.key === "Tab") {
        take();
        grid.step(event.key === "Tab" ? (event.shiftKey ? "prev" : "next") : event.shiftKey ? "up" : "down");
      } else if (event.key === "Escape") {
        over = true;
        cancel(before);
      } else {
        event.stopPropagation(); // arrows move within the text
        return;
      }
      event.preventDefault();
      event.stopPropagation();
    });
    return area;
  };
}
