// The document in its frame. Nothing in the frame can run; this page reaches in from outside.
const SVG = "http://www.w3.org/2000/svg";

export interface Sheet {
  /** Mark a finding, join its sides, and bring the words of one side into sight. */
  show(number: string, side: number | null): void;
  /** No finding is chosen any more. */
  clear(): void;
  /** Dim the words of findings that are not in the list. */
  keep(numbers: Set<string>): void;
  /** The sides of a finding that the frame shows. */
  sides(number: string): number[];
}

interface Told {
  finding(number: string, side: number): void;
  number(words: string): void;
  key(event: KeyboardEvent): void;
}

export function sheet(frame: HTMLIFrameElement, told: Told): Promise<Sheet | null> {
  return new Promise((resolve) => {
    const begin = (): void => {
      const inside = frame.contentDocument;
      if (inside?.getElementById("document")) resolve(attach(frame, inside, told));
      else resolve(null);
    };
    if (frame.contentDocument?.readyState === "complete" && frame.contentDocument.getElementById("document")) begin();
    else frame.addEventListener("load", begin, { once: true });
  });
}

function attach(frame: HTMLIFrameElement, inside: Document, told: Told): Sheet {
  let current: string | null = null;
  const words = (number: string, side: number): HTMLElement | null => inside.getElementById(`f${number}-${side}`);
  const sides = (number: string): number[] =>
    [...inside.querySelectorAll<HTMLElement>(`[id^="f${number}-"]`)].map((one) => Number(one.id.split("-")[1])).sort((a, b) => a - b);

  inside.addEventListener("click", (event) => {
    const target = event.target as Element;
    const number = target.closest<HTMLElement>(".n");
    if (number?.title) told.number(`${number.textContent ?? ""}：${number.title}`);
    const mark = target.closest<HTMLElement>("mark[data-f]");
    if (mark?.dataset.f) {
      const side = sides(mark.dataset.f).find((one) => words(mark.dataset.f ?? "", one)?.contains(target)) ?? 0;
      told.finding(mark.dataset.f, side);
    }
  });
  inside.addEventListener("keydown", (event) => told.key(event));
  frame.contentWindow?.addEventListener("resize", () => current && join(inside, sides(current).map((one) => words(current ?? "", one))));

  return {
    sides,
    show(number, side) {
      current = number;
      for (const old of inside.querySelectorAll(".now")) old.classList.remove("now");
      for (const one of inside.querySelectorAll(`mark[data-f="${number}"]`)) one.classList.add("now");
      const all = sides(number).map((one) => words(number, one));
      join(inside, all);
      const wanted = words(number, side ?? 0) ?? all.find((one) => one !== null);
      if (wanted) bring(frame, inside, wanted, side === null ? all : [wanted]);
    },
    clear() {
      current = null;
      inside.getElementById("join")?.remove();
      for (const old of inside.querySelectorAll(".now")) old.classList.remove("now");
    },
    keep(numbers) {
      for (const mark of inside.querySelectorAll<HTMLElement>("mark[data-f]")) {
        mark.classList.toggle("off", !numbers.has(mark.dataset.f ?? ""));
      }
    },
  };
}

/** Into sight: both sides together where they fit, else the one that was asked for. */
function bring(frame: HTMLIFrameElement, inside: Document, wanted: HTMLElement, all: (HTMLElement | null)[]): void {
  const window_ = frame.contentWindow;
  if (!window_) return;
  const boxes = all.filter((one) => one !== null).map((one) => one.getBoundingClientRect());
  const top = Math.min(...boxes.map((box) => box.top));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (bottom - top < window_.innerHeight * 0.8) {
    const middle = window_.scrollY + (top + bottom) / 2 - window_.innerHeight / 2;
    window_.scrollTo({ top: middle, behavior: calm ? "auto" : "smooth" });
    const across = wanted.closest(".scroll");
    if (across) wanted.scrollIntoView({ block: "nearest", inline: "center" });
  } else {
    wanted.scrollIntoView({ block: "center", inline: "center", behavior: calm ? "auto" : "smooth" });
  }
  inside.documentElement.classList.add("chosen");
}

/** A bracket in the left margin of the page that joins the lines of all sides. */
function join(inside: Document, all: (HTMLElement | null)[]): void {
  inside.getElementById("join")?.remove();
  const page = inside.getElementById("document");
  const placed = all.filter((one) => one !== null);
  if (!page || placed.length < 2 || !page.offsetParent) return;
  const frameBox = page.getBoundingClientRect();
  const ys = placed.map((one) => {
    const box = one.getBoundingClientRect();
    return { y: box.top + Math.min(box.height, 24) / 2 - frameBox.top, own: one.id.endsWith("-0") };
  });
  const svg = inside.createElementNS(SVG, "svg");
  svg.id = "join";
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("width", "28");
  svg.setAttribute("height", String(page.scrollHeight));
  const top = Math.min(...ys.map((one) => one.y));
  const bottom = Math.max(...ys.map((one) => one.y));
  if (bottom - top < 8) return; // one line: the outlines say enough
  svg.append(path(inside, `M10 ${top}V${bottom}`));
  for (const { y, own } of ys.sort((a, b) => Number(a.own) - Number(b.own))) {
    svg.append(path(inside, `M10 ${y}H24`));
    const dot = inside.createElementNS(SVG, "circle");
    dot.setAttribute("cx", "10");
    dot.setAttribute("cy", String(y));
    dot.setAttribute("r", own ? "5" : "4");
    dot.setAttribute("class", own ? "own" : "other");
    svg.append(dot);
  }
  page.append(svg);
}

function path(inside: Document, d: string): SVGPathElement {
  const line = inside.createElementNS(SVG, "path");
  line.setAttribute("d", d);
  return line;
}
