// The calls of the page's own API.

const BASE = "/page/api/";

/** What the server would not do, as one sentence for people. */
export class Refusal extends Error {
  /** @param {string} sentence @param {number} status HTTP status; 0 when no answer came */
  constructor(sentence, status) {
    super(sentence);
    this.status = status;
  }
}

const UNREACHABLE = "The playground does not answer. Is it still running?";

/** @param {string} path @param {Record<string, string | number | undefined>} query */
export function address(path, query = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return BASE + path + (text ? `?${text}` : "");
}

async function answer(request) {
  let response;
  try {
    response = await request;
  } catch {
    throw new Refusal(UNREACHABLE, 0);
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Refusal(body.error ?? `The playground answered with status ${response.status}.`, response.status);
  }
  return body;
}

/** Read. Throws Refusal. */
export const read = (path, query) => answer(fetch(address(path, query)));

/** Do something. Throws Refusal. */
export const act = (path, query, body = {}) =>
  answer(
    fetch(address(path, query), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    }),
  );

/**
 * Send one file on ahead; XMLHttpRequest, because fetch tells no progress. Throws Refusal.
 * @param {string} person @param {File} file @param {(share: number) => void} onProgress @param {AbortSignal} [signal]
 * @returns {Promise<{id: string, name: string, size: number, mimetype: string, is_image: boolean}>}
 */
export function upload(person, file, onProgress, signal) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append("file", file, file.name);
    request.open("POST", address("upload", { as: person }));
    request.responseType = "json";
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onload = () => {
      if (request.status < 300 && request.response) {
        resolve(request.response.upload);
      } else {
        reject(new Refusal(request.response?.error ?? "The file was not taken.", request.status));
      }
    };
    request.onerror = () => reject(new Refusal(UNREACHABLE, 0));
    request.onabort = () => reject(new Refusal("The upload was stopped.", 0));
    signal?.addEventListener("abort", () => request.abort());
    request.send(body);
  });
}
