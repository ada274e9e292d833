/** Slack's table: the first row heads it. */

import { html } from "htm/preact";
import { RichText } from "../text/index.js";
import { decode } from "../text/entities.js";

/** @param {{block: object}} props */
export function Table({ block }) {
  const [head, ...rows] = block.rows;
  const settings = block.column_settings ?? [];
  const looks = (column) => ({
    textAlign: settings[column]?.align ?? "left",
    whiteSpace: settings[column]?.is_wrapped ? "normal" : undefined,
  });
  return html`<div class="bk-table" tabindex="0" role="group" aria-label="Table">
    <table>
      <thead>
        <tr>${head.map((cell, x) => html`<th key=${x} scope="col" style=${looks(x)}><${Cell} cell=${cell} /></th>`)}</tr>
      </thead>
      <tbody>
        ${rows.map(
          (row, y) => html`<tr key=${y}>${row.map((cell, x) => html`<td key=${x} style=${looks(x)}><${Cell} cell=${cell} /></td>`)}</tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function Cell({ cell }) {
  if (cell.type === "rich_text") return html`<${RichText} block=${cell} />`;
  return decode(cell.text ?? String(cell.value ?? ""));
}
