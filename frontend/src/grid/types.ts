// What the server tells about a form.
export interface Column {
  name: string;
  words: string;
  kind: "text" | "long" | "money" | "score" | "choice" | "flag" | "month" | "files";
  edited: boolean;
  help: string;
  choices: string[];
  width: number;
}
export type Row = { id: number } & Record<string, string | number>;
export interface Table {
  words: string;
  grows: boolean;
  columns: Column[];
  rows: Row[];
}
export interface Line {
  code: string;
  name: string;
  points: string;
  full: string;
  rule: string;
  reason: string;
}
export interface Score {
  total?: string;
  full?: string;
  grade?: string;
  reason?: string;
  lines?: Line[];
  faults?: string[];
  notices?: Notice[];
}
// Something wrong or doubtful in the form; `column` is empty where it is about a whole row or part.
export interface Notice {
  severity: "error" | "warning";
  words: string;
  table: string;
  row: number;
  column: string;
}
export interface RowChange {
  table: string;
  add?: Record<string, string>[];
  remove?: number[];
  restore?: number[];
}
export interface FormData {
  tables: Record<string, Table>;
  editable: boolean;
  files: string; // the page of the form's files
  comments: Comment[];
  score?: Score;
}
// What somebody said about a cell.
export interface Comment {
  id: number;
  table: string;
  row: number;
  column: string;
  words: string;
  by: string;
  solved: boolean;
}
export interface Cell {
  table: string;
  row: number;
  column: string;
  before: string;
  after: string;
}
// A cell that follows from others of its row: what it says now.
export interface Computed {
  table: string;
  row: number;
  column: string;
  text: string;
}
export interface Outcome {
  table: string;
  row: number;
  column: string;
  text: string;
  error: string;
  theirs: boolean;
}
// Something on the page that shows cells: a grid or a block of fields.
export interface Shows {
  name: string;
  put(row: number, column: string, text: string): void;
  mark(row: number, column: string, error: string): void;
  focus(row: number, column: string): void;
  renew?(rows: Row[]): Promise<void>;
  append?(rows: Row[]): void;
  remove?(ids: number[]): void;
  arrived?(id: number, row: Row | undefined): void;
  words(column: string): string;
}
export type Words = Record<
  | "saved" | "saving" | "offline" | "refused" | "add" | "remove" | "mine" | "theirs" | "score" | "full" | "grade"
  | "reasons" | "restored" | "readonly" | "paste" | "fixed" | "over" | "yours" | "money" | "row" | "none" | "yes" | "no"
  | "upload" | "comment" | "goto" | "unconnected" | "login" | "cells" | "errors" | "warnings" | "fine",
  string
>;
