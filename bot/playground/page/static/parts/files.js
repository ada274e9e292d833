// Files under a message: pictures as thumbnails of their own shape, others as cards.

import { html } from "htm/preact";
import { openPicture } from "../state/doing.js";
import { FileWords, Icon } from "./kit.js";
import { size } from "./times.js";

const WIDEST = 380; // px
const HIGHEST = 300; // px

/** @param {{files: object[]}} props */
export const Files = ({ files }) =>
  html`<ul class="files wraps" aria-label="Files">${files.map((file) => html`<li key=${file.id}><${FileCard} file=${file} /></li>`)}</ul>`;

function FileCard({ file }) {
  const { name, state, preview, filetype } = file;
  if (state === "gone") return html`<p class="faint">A file that was here is gone.</p>`;
  if (file.is_image && file.width && state === "ready") return html`<${Thumbnail} file=${file} />`;
  const about = state === "processing" ? "Being processed" : `${(filetype || "file").toUpperCase()} · ${size(file.size)}`;
  return html`<div class="file raised">
    <div class="row">
      <${FileWords} name=${file.title || name} sign=${filetype || "file"}><span class="faint">${about}</span><//>
      <a class="icon-button" href=${file.download_url} download=${name} aria-label="Download ${name}"><${Icon} name="download" /></a>
    </div>
    ${preview && html`<pre class="file-preview" tabindex="0" aria-label="Beginning of ${name}">${preview}</pre>`}
  </div>`;
}

function Thumbnail({ file: { url, width, height, name, title, alt } }) {
  const scale = Math.min(1, WIDEST / width, HIGHEST / height);
  const words = alt || title || name;
  const open = () => openPicture({ src: url, alt: words, title: title || name });
  return html`<button type="button" class="thumbnail" aria-label="Open large: ${words}" onClick=${open}>
    <img src=${url} alt=${words} width=${Math.round(width * scale)} height=${Math.round(height * scale)} loading="lazy" decoding="async" />
  </button>`;
}
