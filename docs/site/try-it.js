/** The page "Try it": the statement below its mark becomes an editor, and the library reconciles what it holds. */
import { reconcile, toHtml } from "./headgrade.js";

const place = document.querySelector(".try-it");
let block = place.nextElementSibling;
while (block && !block.matches("pre")) block = block.nextElementSibling;

const editor = document.createElement("textarea");
editor.id = "try-it-statement";
editor.spellcheck = false;
// Line breaks of a highlighted block are elements; its copy button is no part of it.
const code = block.querySelector("code").cloneNode(true);
code.querySelectorAll("br").forEach((br) => br.replaceWith("\n"));
editor.value = code.textContent.trim();
editor.rows = editor.value.split("\n").length + 1;

const label = document.createElement("label");
label.htmlFor = editor.id;
label.textContent = "Printed figures, as JSON";

const run = document.createElement("button");
run.type = "button";
run.textContent = "Reconcile";

const trouble = document.createElement("p");
trouble.className = "try-it-trouble";
trouble.setAttribute("role", "alert");

const report = document.createElement("div");
report.className = "try-it-report";
report.setAttribute("role", "region");
report.setAttribute("aria-label", "Report");
report.setAttribute("aria-live", "polite");
// Wide tables are scrolled to, by the keyboard too.
report.tabIndex = 0;

function answer() {
  trouble.textContent = "";
  report.replaceChildren();
  try {
    report.innerHTML = toHtml(reconcile(JSON.parse(editor.value)));
  } catch (error) {
    // As text: the message quotes what was typed.
    trouble.textContent = error instanceof SyntaxError ? `This is not JSON: ${error.message}` : error.code ? `${error.message} (${error.code})` : String(error);
  }
}

run.addEventListener("click", answer);
place.append(label, editor, run, trouble, report);
block.remove();
answer();
