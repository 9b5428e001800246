"use strict";
(() => {
  const root = document.documentElement;
  const cards = [...document.querySelectorAll(".card")];
  const asides = [...document.querySelectorAll(".row > .cards")];
  const wide = matchMedia("(min-width: 64.01rem)");
  root.classList.add("js");

  /* Each card stands beside its words, pushed down where the one above needs the room. */
  function layout() {
    let floor = 0;
    const tops = [];
    for (const aside of asides) aside.style.top = "0";
    if (wide.matches) {
      for (const aside of asides) {
        const row = aside.parentElement.getBoundingClientRect().top + scrollY;
        const card = aside.querySelector(".card");
        const words = card && document.getElementById(`f${card.dataset.f}-0`);
        const wanted = words ? words.getBoundingClientRect().top + scrollY - 6 : row;
        const top = Math.max(wanted, floor);
        tops.push(top - row);
        floor = top + aside.offsetHeight + 10;
      }
      asides.forEach((aside, i) => { aside.style.top = `${tops[i]}px`; });
    }
    const end = document.getElementById("document");
    if (end) end.style.minHeight = wide.matches && floor ? `${floor - end.getBoundingClientRect().top - scrollY + 24}px` : "";
  }

  function mark(number) {
    for (const old of document.querySelectorAll(".now")) old.classList.remove("now");
    for (const one of document.querySelectorAll(`.card[data-f="${number}"], mark[data-f="${number}"]`)) one.classList.add("now");
  }

  function show(number, target) {
    mark(number);
    const words = target || document.getElementById(`f${number}-0`) || document.getElementById(`c${number}`);
    if (words) words.scrollIntoView({ block: "center" });
    const card = document.getElementById(`c${number}`);
    if (card) card.focus({ preventScroll: true });
  }

  const visible = () => cards.filter((card) => card.offsetParent !== null);
  function step(by) {
    const list = visible();
    if (!list.length) return;
    const at = list.findIndex((card) => card.classList.contains("now"));
    const next = at < 0 ? (by > 0 ? 0 : list.length - 1) : (at + by + list.length) % list.length;
    show(list[next].dataset.f);
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "checkbox") return;
    if (event.key === "n") step(1);
    else if (event.key === "p") step(-1);
    else if ((event.key === "ArrowRight" || event.key === "ArrowLeft") && event.target.classList.contains("n")) {
      const by = event.key === "ArrowRight" ? 1 : -1;
      const next = numbers[numbers.indexOf(event.target) + by];
      if (next) { event.target.tabIndex = -1; next.tabIndex = 0; next.focus(); event.preventDefault(); }
    }
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link) {
      const target = document.getElementById(link.getAttribute("href").slice(1));
      const number = target && (target.dataset.f || (target.id.match(/^f(\d+)-/) || [])[1]);
      if (number !== undefined && number !== null && target) {
        event.preventDefault();
        show(number, target.classList.contains("card") ? null : target);
      }
      return;
    }
    const words = event.target.closest("mark");
    if (words && words.dataset.f) {
      mark(words.dataset.f);
      const card = document.getElementById(`c${words.dataset.f}`);
      if (card) { card.scrollIntoView({ block: "nearest" }); card.focus({ preventScroll: true }); }
      return;
    }
    const card = event.target.closest(".card");
    if (card && !getSelection().toString()) show(card.dataset.f);
  });

  for (const box of document.querySelectorAll("[data-severity]")) {
    box.addEventListener("change", () => {
      document.body.classList.toggle(`hide-${box.dataset.severity}`, !box.checked);
      layout();
    });
  }

  /* One stop of the tab key for all numbers; the arrow keys go from one to the next. */
  const numbers = [...document.querySelectorAll("#document .n")];
  if (numbers.length) numbers[0].tabIndex = 0;

  layout();
  addEventListener("resize", layout);
  addEventListener("load", layout);
})();
