// On phones the filters of a list stay folded until asked for, where there are many and none is in use:
// the list itself comes first. Elsewhere the button that unfolds them is not shown (styles/phone.css).
const MANY = 3; // fields; fewer take less room than the folding is worth

export function foldFilters(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("main form.filters[method=get]")) {
    const fields = form.querySelectorAll<HTMLElement>(".form-control, .form-select");
    const submit = form.querySelector<HTMLButtonElement>("button[type=submit]");
    if (fields.length < MANY || !submit || window.location.search) continue;
    const unfold = document.createElement("button");
    unfold.type = "button";
    unfold.className = "btn unfold";
    unfold.textContent = `${submit.textContent?.trim() ?? ""} ▾`;
    unfold.ariaExpanded = "false";
    unfold.addEventListener("click", () => {
      form.classList.remove("folded");
      unfold.remove();
      fields[0]?.focus();
    });
    form.prepend(unfold);
    form.classList.add("folded");
  }
}
