/**
 * What a page of the site does by itself.
 *
 * A heading that folds is a button, and a link inside a button cannot be reached by everybody. The link moves to the first line of what is folded away;
 * its words stay.
 *
 * On paper nothing folds, and a page that its reader has set dark is light.
 */
(() => {
  const moveOut = (link) => {
    const summary = link.closest("summary");
    const folded = summary?.nextElementSibling;
    if (!folded) return;
    const words = document.createElement("span");
    words.className = link.className;
    words.append(...[...link.childNodes].map((node) => node.cloneNode(true)));
    link.replaceWith(words);
    const list = folded.matches("ul") ? folded : folded.querySelector(":scope > ul");
    if (list) {
      const item = document.createElement("li");
      item.append(link);
      list.prepend(item);
    } else {
      summary.after(link);
    }
    link.classList.add("site-overview");
    link.replaceChildren("Overview");
    link.setAttribute("aria-label", `${words.textContent.trim()}, overview`);
  };
  const tidy = () => document.querySelectorAll("summary a").forEach(moveOut);
  document.addEventListener("DOMContentLoaded", () => {
    tidy();
    if (document.querySelector(".try-it")) import(new URL(`${document.documentElement.dataset.base}assets/try-it.js`, location.href).href);
    new MutationObserver(tidy).observe(document.body, { childList: true, subtree: true });
  });

  let folded = [];
  let theme;
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("[role=main] details:not([open])")];
    for (const details of folded) details.open = true;
    theme = document.documentElement.dataset.theme;
    document.documentElement.dataset.theme = "light";
  });
  addEventListener("afterprint", () => {
    for (const details of folded) details.open = false;
    document.documentElement.dataset.theme = theme;
  });
})();
