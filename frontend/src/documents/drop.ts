// Files dropped anywhere on the page go into the form, which shows what was chosen.
export function drop(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>("input[type=file]");
  const chosen = form.querySelector<HTMLElement>("[data-chosen]");
  if (!input || !chosen) return;
  const limit = Number(form.dataset.limit ?? "0");

  const show = (): void => {
    const files = [...(input.files ?? [])];
    const large = files.filter((file) => limit && file.size > limit);
    input.setCustomValidity(large.length ? (form.dataset.tooLarge ?? "") + large.map((file) => file.name).join("，") : "");
    const names = files.slice(0, 3).map((file) => file.name).join("，");
    chosen.textContent = files.length > 3 ? `${names} … (${files.length})` : names;
    form.classList.toggle("has-files", files.length > 0);
    if (large.length) input.reportValidity();
  };
  input.addEventListener("change", show);

  let depth = 0;
  const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
  addEventListener("dragenter", (event) => {
    if (!carriesFiles(event)) return;
    depth += 1;
    form.classList.add("is-over");
  });
  addEventListener("dragleave", () => {
    depth = Math.max(0, depth - 1);
    if (!depth) form.classList.remove("is-over");
  });
  addEventListener("dragover", (event) => {
    if (carriesFiles(event)) event.preventDefault();
  });
  addEventListener("drop", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault(); // else the browser would leave the page and open the file
    depth = 0;
    form.classList.remove("is-over");
    if (event.dataTransfer?.files.length) {
      form.closest("details")?.setAttribute("open", "");
      input.files = event.dataTransfer.files;
      show();
    }
  });
}
