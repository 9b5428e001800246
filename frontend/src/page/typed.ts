// What was typed into a form comes back when its button was pressed in vain: after a login that had ended, on a page
// that had grown old, after a refusal, or when the server did not answer. It stays in this window alone, and once.
interface Kept {
  account: string; // a shared machine: the next person sees nothing of it
  action: string;
  fields: [name: string, nth: number, value: string | boolean][];
  vain: boolean; // a page came between: a login, a refusal
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const KEY = "jixiao:typed";
const UNKEPT = new Set(["password", "hidden", "file", "submit", "button", "image", "reset"]);

export function keepTyped(): void {
  const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null") as Kept | null;
  if (kept) look(kept);
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    const byPart = form.hasAttribute("hx-post");
    if (form.method !== "post" || isAccount() || (event.defaultPrevented && !byPart)) return;
    const fields = [...named(form)].map(([name, nth, field]) => [name, nth, valueOf(field)] as Kept["fields"][number]);
    if (!fields.some(([, , value]) => typeof value === "string" && value !== "")) return;
    const now: Kept = { account: account(), action: actionOf(form), fields, vain: false };
    sessionStorage.setItem(KEY, JSON.stringify(now));
  });
  document.body.addEventListener("htmx:afterRequest", (event) => {
    if ((event as CustomEvent<{ successful: boolean }>).detail.successful) sessionStorage.removeItem(KEY);
  });
}

function look(kept: Kept): void {
  if (isAccount() || "between" in document.body.dataset) {
    sessionStorage.setItem(KEY, JSON.stringify({ ...kept, vain: true }));
    return;
  }
  const [opened] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const vain = kept.vain || opened?.type === "back_forward" || document.querySelector("#messages .alert-danger") !== null;
  const form = [...document.forms].find((one) => one.method === "post" && actionOf(one) === kept.action);
  if (vain && !form && kept.account === account()) return; // its page comes later
  sessionStorage.removeItem(KEY);
  if (vain && form && kept.account === account() && put(form, kept)) tell();
}

// True where something was put back that the page did not show already.
function put(form: HTMLFormElement, kept: Kept): boolean {
  const there = new Map([...named(form)].map(([name, nth, field]) => [`${String(nth)} ${name}`, field]));
  let changed = false;
  for (const [name, nth, value] of kept.fields) {
    const field = there.get(`${String(nth)} ${name}`);
    if (!field || valueOf(field) === value) continue;
    if (typeof value === "boolean") (field as HTMLInputElement).checked = value;
    else field.value = value;
    changed = true;
  }
  if (changed) for (let around = form.parentElement; around; around = around.parentElement) if (around instanceof HTMLDetailsElement) around.open = true;
  return changed;
}

function tell(): void {
  const line = document.createElement("p");
  line.className = "alert alert-info";
  line.textContent = document.body.dataset["typedBack"] ?? "";
  document.getElementById("messages")?.append(line);
}

// The fields that a person fills in, each with its number among those of its name.
function* named(form: HTMLFormElement): Generator<[string, number, Field]> {
  const times = new Map<string, number>();
  for (const one of form.elements) {
    const field = one as Field;
    if (!["INPUT", "TEXTAREA", "SELECT"].includes(one.tagName) || !field.name || UNKEPT.has(field.type)) continue;
    const nth = times.get(field.name) ?? 0;
    times.set(field.name, nth + 1);
    yield [field.name, nth, field];
  }
}

function valueOf(field: Field): string | boolean {
  return field instanceof HTMLInputElement && ["checkbox", "radio"].includes(field.type) ? field.checked : field.value;
}

function actionOf(form: HTMLFormElement): string {
  return new URL(form.getAttribute("action") || location.href, location.href).pathname;
}

function account(): string {
  return document.body.dataset["account"] ?? "";
}

function isAccount(): boolean {
  return location.pathname.startsWith("/account/");
}
