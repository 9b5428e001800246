// A part of a page that could not be fetched or sent: htmx itself would say nothing.
export function tellUnanswered(): void {
  const tell = (words: string | undefined): void => {
    const place = document.getElementById("messages");
    if (!place) return;
    clear();
    const line = document.createElement("p");
    line.className = "alert alert-danger";
    line.dataset["unanswered"] = "";
    line.textContent = words ?? "";
    place.append(line);
    place.scrollIntoView({ block: "nearest" });
  };
  const clear = (): void => {
    for (const line of document.querySelectorAll("[data-unanswered].alert")) line.remove();
  };
  document.body.addEventListener("htmx:sendError", () => tell(document.body.dataset["unreached"]));
  document.body.addEventListener("htmx:responseError", () => tell(document.body.dataset["failed"]));
  document.body.addEventListener("htmx:afterRequest", (event) => {
    if ((event as CustomEvent<{ successful: boolean }>).detail.successful) clear();
  });
}
