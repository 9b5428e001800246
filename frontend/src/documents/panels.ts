// Panels that hang from a button close on Escape and on a click elsewhere.
export function panels(): void {
  const close = (but: Node | null): void => {
    for (const one of document.querySelectorAll<HTMLDetailsElement>(".panel-button[open]")) {
      if (!but || !one.contains(but)) one.open = false;
    }
  };
  document.addEventListener("click", (event) => close(event.target as Node));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const open = document.querySelector<HTMLDetailsElement>(".panel-button[open]");
    close(null);
    open?.querySelector("summary")?.focus();
  });
}
