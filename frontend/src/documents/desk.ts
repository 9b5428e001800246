// The findings beside the document: choosing one shows its words, its keys judge it.
import { sheet, type Sheet } from "./sheet";

export function desk(root: HTMLElement): void {
  const frame = root.querySelector<HTMLIFrameElement>("[data-sheet]");
  const numberWords = root.querySelector<HTMLElement>("[data-number-words]");
  if (!frame) return;
  let paper: Sheet | null = null;
  let current: string | null = null;
  let side = 0;

  const cards = (): HTMLElement[] => [...root.querySelectorAll<HTMLElement>(".finding")];
  const card = (number: string | null): HTMLElement | null =>
    number === null ? null : root.querySelector<HTMLElement>(`.finding[data-f="${number}"]`);

  const mark = (): void => {
    for (const one of cards()) one.classList.toggle("now", one.dataset.f === current);
  };
  const choose = (number: string, wantedSide: number | null, focus = true): void => {
    current = number;
    side = wantedSide ?? 0;
    mark();
    paper?.show(number, wantedSide);
    const one = card(number);
    if (one && focus) {
      one.focus({ preventScroll: true });
      one.scrollIntoView({ block: "nearest" });
    }
  };
  const step = (by: number): void => {
    const list = cards();
    if (!list.length) return;
    const at = list.findIndex((one) => one.dataset.f === current);
    const next = list[at < 0 ? (by > 0 ? 0 : list.length - 1) : (at + by + list.length) % list.length];
    if (next?.dataset.f) choose(next.dataset.f, null);
  };
  const cross = (): void => {
    if (current === null || !paper) return;
    const all = paper.sides(current);
    const next = all[(all.indexOf(side) + 1) % all.length];
    if (next !== undefined) choose(current, next);
  };
  const act = (name: string): void => {
    const button = card(current)?.querySelector<HTMLElement>(`[data-act="${name}"]`);
    if (!button) return;
    if (button.tagName === "SUMMARY") {
      (button.parentElement as HTMLDetailsElement).open = true;
      card(current)?.querySelector<HTMLElement>("textarea")?.focus();
      card(current)?.scrollIntoView({ block: "nearest" });
    } else {
      button.click();
    }
  };
  const key = (event: KeyboardEvent): void => {
    const target = event.target as HTMLInputElement;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (/^(SELECT|TEXTAREA)$/.test(target.tagName) || (target.tagName === "INPUT" && target.type !== "checkbox")) {
      if (event.key === "Escape" && target.tagName === "TEXTAREA") {
        target.closest("details")?.removeAttribute("open");
        card(current)?.focus();
      }
      return;
    }
    const does: Record<string, () => void> = {
      j: () => step(1), k: () => step(-1), x: cross, a: () => act("a"), w: () => act("w"), u: () => act("u"),
    };
    const work = does[event.key];
    if (work) {
      event.preventDefault();
      work();
    }
  };
  const keep = (): void => {
    if (current !== null && !card(current)) {
      current = null;
      paper?.clear();
    }
    paper?.keep(new Set(cards().map((one) => one.dataset.f ?? "")));
  };

  document.addEventListener("keydown", key);
  root.addEventListener("click", (event) => {
    const target = event.target as Element;
    const one = target.closest<HTMLElement>(".finding");
    if (!one?.dataset.f) return;
    const link = target.closest<HTMLElement>("[data-side]");
    if (link) {
      show("sheet");
      choose(one.dataset.f, Number(link.dataset.side));
    } else if (!target.closest("form, a, details") && !getSelection()?.toString()) {
      choose(one.dataset.f, null);
    } else if (one.dataset.f !== current) {
      choose(one.dataset.f, null, false);
    }
  });
  document.body.addEventListener("htmx:afterSettle", (event) => {
    mark();
    keep();
    const chips = (event.target as Element | null)?.querySelector("[data-chips]");
    if (chips instanceof HTMLFormElement && !(event.target as Element).closest(".finding")) {
      const query = new URLSearchParams(new FormData(chips) as unknown as Record<string, string>).toString();
      history.replaceState(null, "", location.pathname + (query ? `?${query}` : ""));
    }
    const swapped = card(current);
    if (swapped?.querySelector("[role=alert]")) swapped.scrollIntoView({ block: "nearest" });
    if (swapped && (document.activeElement === document.body || document.activeElement === null)) {
      (swapped.querySelector<HTMLElement>("[role=alert] ~ form textarea, textarea[aria-invalid]") ?? swapped).focus({ preventScroll: true });
    }
  });

  const tabs = document.querySelectorAll<HTMLButtonElement>("[data-tab]");
  function show(name: string): void {
    root.dataset.shown = name;
    for (const tab of tabs) tab.setAttribute("aria-pressed", String(tab.dataset.tab === name));
    if (name === "sheet" && current !== null) paper?.show(current, side); // what is hidden cannot be scrolled to
  }
  for (const tab of tabs) tab.addEventListener("click", () => show(tab.dataset.tab ?? "findings"));

  void sheet(frame, {
    finding: (number, wanted) => {
      show("findings");
      choose(number, wanted);
    },
    number: (words) => {
      if (numberWords) numberWords.textContent = words;
    },
    key,
  }).then((ready) => {
    paper = ready;
    root.classList.add("is-ready");
    keep();
    const asked = /^#at-(\d+)$/.exec(location.hash)?.[1];
    if (asked !== undefined && card(asked)) choose(asked, null);
    else if (current !== null) paper?.show(current, null);
  });
}
