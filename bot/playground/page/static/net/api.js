// The calls of the page's own API.

const UNREACHABLE = "The playground does not answer. Is it still running?";

/** What the server would not do, as one sentence for people. `status`: HTTP's; 0 when no answer came. */
export class Refusal extends Error {
  constructor(sentence, status = 0) {
    super(sentence);
    this.status = status;
  }
}

export function address(path, query = {}) {
  const given = Object.entries(query).filter(([, value]) => value ?? "");
  return `/page/api/${path}?${new URLSearchParams(given)}`;
}

async function answer(request) {
  const response = await request.catch(() => {
    throw new Refusal(UNREACHABLE);
  });
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refusal(body.error ?? `The playground answered ${response.status}.`, response.status);
  return body;
}

/** Read. Throws Refusal. */
export const read = (path, query) => answer(fetch(address(path, query)));

/** Do something. Throws Refusal. */
export const act = (path, query, body = {}) => {
  const headers = { "Content-Type": "application/json" };
  return answer(fetch(address(path, query), { method: "POST", headers, body: JSON.stringify(body) }));
};

/**
 * Send one file on ahead; XMLHttpRequest, because fetch tells no progress. Throws Refusal.
 * @param {string} person @param {File} file @param {(share: number) => void} onProgress @param {AbortSignal} signal
 */
export function upload(person, file, onProgress, signal) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const refuse = (sentence) => reject(new Refusal(sentence, request.status));
    const body = new FormData();
    body.append("file", file, file.name);
    request.open("POST", address("upload", { as: person }));
    request.responseType = "json";
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onload = () =>
      request.response?.upload
        ? resolve(request.response.upload)
        : refuse(request.response?.error ?? "The file was not taken.");
    request.onerror = () => refuse(UNREACHABLE);
    request.onabort = () => refuse("The upload was stopped.");
    signal.addEventListener("abort", () => request.abort());
    request.send(body);
  });
}
