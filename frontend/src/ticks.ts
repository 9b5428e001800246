// Above a column of boxes one that ticks them all, and beside the buttons how many are ticked.
for (const all of document.querySelectorAll<HTMLInputElement>("[data-tick-all]")) {
  const form = all.form;
  const words = form?.querySelector<HTMLElement>("[data-ticked-words]");
  const count = words?.querySelector("[data-ticked]");
  const boxes = [...(form?.querySelectorAll<HTMLInputElement>(`input[name="${all.dataset.tickAll}"]:enabled`) ?? [])];
  const tell = (): void => {
    const ticked = boxes.filter((box) => box.checked).length;
    all.checked = ticked > 0 && ticked === boxes.length;
    all.indeterminate = ticked > 0 && ticked < boxes.length;
    if (words && count) {
      words.hidden = false;
      count.textContent = String(ticked);
    }
  };
  all.hidden = boxes.length === 0;
  all.addEventListener("change", () => {
    for (const box of boxes) box.checked = all.checked;
    tell();
  });
  for (const box of boxes) box.addEventListener("change", tell);
  tell();
}
