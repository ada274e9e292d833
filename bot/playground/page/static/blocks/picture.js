/** Pictures: a block of its own that opens large, or a small one beside a text. */

import { html } from "htm/preact";
import { useContext, useState } from "preact/hooks";
import { wordsOf } from "../text/index.js";
import { Acting } from "./acting.js";

/** Where it is: never something that runs. Of a file that Slack keeps, the server says it. */
const addressOf = ({ image_url: url }) => (/^(https?:|data:image\/|\/(?!\/))/.test(url) ? url : undefined);

export function ImageBlock({ block }) {
  const tell = useContext(Acting);
  const url = addressOf(block);
  const [failed, setFailed] = useState("");
  const { alt_text: alt, image_width: width, image_height: height } = block;
  const title = wordsOf(block.title);
  if (!url || failed === url) return html`<div class="bk-unknown soft" role="img" aria-label=${alt}>This picture cannot be shown.</div>`;
  // Its place is kept before it has come, so that nothing below it moves.
  const frame = width ? { aspectRatio: `${width} / ${height}`, maxWidth: `${width}px` } : { aspectRatio: "3 / 2" };
  return html`<figure>
    ${title && html`<figcaption>${title}</figcaption>`}
    <div class="bk-picture" style=${frame}>
      <img src=${url} alt=${alt} width=${width} height=${height} loading="lazy" onError=${() => setFailed(url)} />
      <button type="button" aria-label=${title ? `Open large: ${title}` : "Open the picture large"}
        onClick=${() => tell({ type: "open_image", src: url, alt, title })}></button>
    </div>
  </figure>`;
}

/** A picture in a context block or beside a section. */
export function SmallImage({ element }) {
  const url = addressOf(element);
  return url && html`<img class="bk-image" src=${url} alt=${element.alt_text} loading="lazy" />`;
}
