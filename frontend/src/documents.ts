// Checking documents: dropping files, and the marked document with its findings beside it.
import "./styles/documents.css";
import { desk } from "./documents/desk";
import { drop } from "./documents/drop";
import { panels } from "./documents/panels";

for (const form of document.querySelectorAll<HTMLFormElement>("[data-drop]")) drop(form);
const found = document.querySelector<HTMLElement>("[data-desk]");
if (found) desk(found);
panels();
