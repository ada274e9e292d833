/** Pictures: a block of its own that opens large, or a small one beside a text. */

import { html } from "htm/preact";
import { useContext, useState } from "preact/hooks";
import { People, wordsOf } from "../text/index.js";
import { Acting } from "./acting.js";

/** A block's own address or one of this page, and nothing that runs. */
function useAddress({ image_url: own, slack_file: stored }) {
  const people = useContext(People);
  const url = own ?? stored?.url ?? people.file?.(stored?.id)?.url;
  return /^(https?:|blob:|data:image\/|\/(?!\/))/.test(url ?? "") ? url : undefined;
}

export function ImageBlock({ block }) {
  const tell = useContext(Acting);
  const url = useAddress(block);
  const [failed, setFailed] = useState("");
  const { alt_text: alt, image_width: width, image_height: height } = block;
  const title = wordsOf(block.title);
  if (!url || failed === url) return html`<div class="bk-missing" role="img" aria-label=${alt}>This picture cannot be shown.</div>`;
  // Its place is kept before it has come, so that nothing below it moves.
  const frame = width ? { aspectRatio: `${width} / ${height}`, maxWidth: `${width}px` } : { aspectRatio: "3 / 2" };
  return html`<figure class="bk-figure">
    ${title && html`<figcaption>${title}</figcaption>`}
    <div class="bk-picture" style=${frame}>
      <img src=${url} alt=${alt} width=${width} height=${height} loading="lazy" decoding="async" onError=${() => setFailed(url)} />
      <button type="button" aria-label=${title ? `Open large: ${title}` : "Open the picture large"}
        onClick=${() => tell({ type: "open_image", src: url, alt, title })}></button>
    </div>
  </figure>`;
}

/** A picture in a context block or beside a section. @param {{element: object}} props */
export function SmallImage({ element }) {
  const url = useAddress(element);
  return url && html`<img class="bk-image" src=${url} alt=${element.alt_text} loading="lazy" decoding="async" />`;
}
