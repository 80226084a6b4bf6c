"use strict";
const form = document.querySelector("form");
const articles = [...document.querySelectorAll("article")];
const sections = [...document.querySelectorAll("section")];
const shown = form.querySelector("output");

function apply() {
  const levels = new Set([...form.querySelectorAll("input:checked")].map((box) => box.value));
  const rule = form.elements.rule.value;
  let count = 0;
  for (const article of articles) {
    const fits = levels.has(article.dataset.level) && (!rule || article.dataset.rule === rule);
    article.hidden = !fits;
    count += fits;
  }
  for (const section of sections) {
    const empty = !section.querySelector("article:not([hidden])");
    section.hidden = empty;
    document.querySelector(`li[data-for="${section.id}"]`).hidden = empty;
  }
  shown.textContent = count === articles.length ? "" : form.dataset.shown.replace("#", count).replace("#", articles.length);
}

form.addEventListener("input", apply);
form.addEventListener("submit", (event) => event.preventDefault());
form.hidden = false;
apply();
