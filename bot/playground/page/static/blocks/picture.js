/** Pictures: a block of its own that opens large, or a small one beside a text. */

import { html } from "htm/preact";
import { useContext, useState } from "preact/hooks";
import { People, wordsOf } from "../text/index.js";
import { useActing } from "./acting.js";

/** Where the bytes are, and how large the picture is, as far as that is known. */
function useSource({ image_url, image_width, image_height, slack_file }) {
  const file = useContext(People).file?.(slack_file?.id);
  const url = image_url ?? slack_file?.url ?? file?.url;
  const width = image_width ?? file?.width;
  const height = image_height ?? file?.height;
  return { url: isPicture(url) ? url : undefined, width, height };
}

// A block's own address, an address of this page, and nothing that runs.
const isPicture = (url) => /^(https?:|blob:|data:image\/|\/(?!\/))/.test(url ?? "");

/** @param {{block: object}} props */
export function ImageBlock({ block }) {
  const { open } = useActing();
  const { url, width, height } = useSource(block);
  const [failed, setFailed] = useState("");
  const title = block.title ? wordsOf(block.title) : "";
  const alt = block.alt_text;
  const frame = width && height ? { aspectRatio: `${width} / ${height}`, maxWidth: `${width}px` } : { aspectRatio: "3 / 2" };
  if (!url || failed === url) return html`<div class="bk-missing" role="img" aria-label=${alt}>This picture cannot be shown.</div>`;
  return html`<figure class="bk-figure">
    ${title && html`<figcaption>${title}</figcaption>`}
    <div class="bk-picture" style=${frame}>
      <img src=${url} alt=${alt} width=${width} height=${height} loading="lazy" decoding="async" onError=${() => setFailed(url)} />
      <button
        type="button"
        aria-label=${title ? `Open large: ${title}` : "Open the picture large"}
        onClick=${() => open({ src: url, alt, title })}
      ></button>
    </div>
  </figure>`;
}

/** A picture in a context block or beside a section. @param {{element: object, small?: boolean}} props */
export function SmallImage({ element, small = false }) {
  const { url } = useSource(element);
  if (!url) return null;
  return html`<img class=${small ? "bk-image-tiny" : "bk-image-beside"} src=${url} alt=${element.alt_text} loading="lazy" decoding="async" />`;
}
