// Files under a message: pictures as thumbnails of their own shape, others as cards.

import { html } from "htm/preact";
import { openPicture } from "../state/doing.js";
import { Icon } from "./icons.js";
import { size } from "./times.js";

const WIDEST = 380; // px
const HIGHEST = 300; // px

/** @param {{files: object[]}} props */
export const Files = ({ files }) =>
  html`<ul class="files" aria-label="Files">
    ${files.map((file) => html`<li key=${file.id}><${FileCard} file=${file} /></li>`)}
  </ul>`;

function FileCard({ file }) {
  if (file.state === "gone") {
    return html`<p class="file-gone">A file that was here is gone.</p>`;
  }
  if (file.is_image && file.width && file.state === "ready") {
    return html`<${Thumbnail} file=${file} />`;
  }
  return html`<div class="file">
    <div class="file-head">
      <span class="file-sign" aria-hidden="true">${(file.filetype || "file").slice(0, 4)}</span>
      <div class="file-words">
        <p class="file-name">${file.title || file.name}</p>
        <p class="file-about">
          ${file.state === "processing" ? "Being processed" : `${(file.filetype || "file").toUpperCase()} · ${size(file.size)}`}
        </p>
      </div>
      <a class="icon-button" href=${file.download_url} download=${file.name} aria-label="Download ${file.name}">
        <${Icon} name="download" />
      </a>
    </div>
    ${file.preview && html`<pre class="file-preview" tabindex="0" aria-label="Beginning of ${file.name}">${file.preview}</pre>`}
  </div>`;
}

function Thumbnail({ file }) {
  const scale = Math.min(1, WIDEST / file.width, HIGHEST / file.height);
  const alt = file.alt || file.title || file.name;
  const open = () => openPicture({ src: file.url, alt, title: file.title || file.name });
  return html`<button type="button" class="thumbnail" aria-label="Open large: ${alt}" onClick=${open}>
    <img
      src=${file.url}
      alt=${alt}
      width=${Math.round(file.width * scale)}
      height=${Math.round(file.height * scale)}
      loading="lazy"
      decoding="async"
    />
  </button>`;
}
