// Blocks of cells on the clipboard, as Excel and WPS write and read them.
export function quoted(text: string): string {
  return /[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

// Text from a clipboard as rows of cells; a cell in quotes may hold tabs and line ends, as Excel writes it.
export function table(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let inside = false;
  const end = (): void => {
    rows[rows.length - 1]?.push(cell.trim());
    cell = "";
  };
  const clean = text.replaceAll("\r\n", "\n").replace(/\n$/, "");
  if (!clean) return [];
  for (let at = 0; at < clean.length; at += 1) {
    const sign = clean[at] ?? "";
    if (inside) {
      if (sign === '"' && clean[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else if (sign === '"') inside = false;
      else cell += sign;
    } else if (sign === '"' && cell === "") inside = true;
    else if (sign === "\t") end();
    else if (sign === "\n") {
      end();
      rows.push([]);
    } else cell += sign;
  }
  end();
  return rows;
}
