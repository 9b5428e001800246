// What every page loads: styles, htmx, the menu of small screens.
import "@tabler/core/dist/css/tabler.min.css";
import "./styles/main.css";
import "./styles/cycles.css";
import "./styles/lamps.css";
import "./styles/reports.css";
import "./styles/appraisal.css";
import "./styles/rectifications.css";
import "./styles/phone.css";
import "./styles/print.css";
import "./ticks";
import { foldFilters } from "./page/filters";
import { stackTables } from "./page/stacked";
import { keepTyped } from "./page/typed";
import { tellUnanswered } from "./page/unanswered";
import htmx from "htmx.org";

declare global {
  interface Window {
    htmx: typeof htmx;
  }
}
window.htmx = htmx;
keepTyped();
stackTables();
foldFilters();
tellUnanswered();

for (const button of document.querySelectorAll<HTMLButtonElement>("[data-menu-button]")) {
  button.addEventListener("click", () => {
    const open = button.getAttribute("aria-expanded") === "true";
    button.setAttribute("aria-expanded", String(!open));
    document.body.classList.toggle("menu-open", !open);
  });
}

for (const button of document.querySelectorAll<HTMLButtonElement>("[data-print]")) {
  button.addEventListener("click", () => window.print());
}
