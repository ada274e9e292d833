// The calls of the page's own API.

const UNREACHABLE = "The playground does not answer. Is it still running?";

/** What was not done, as one sentence for people. Every call here throws it. */
export class Refusal extends Error {}

export function address(path, query = {}) {
  const given = Object.entries(query).filter(([, value]) => value ?? "");
  return `/page/api/${path}?${new URLSearchParams(given)}`;
}

async function answer(request) {
  const response = await request.catch(() => {
    throw new Refusal(UNREACHABLE);
  });
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refusal(body.error ?? `The playground answered ${response.status}.`);
  return body;
}

export const read = (path, query) => answer(fetch(address(path, query)));

export const act = (path, query, body = {}) => {
  const headers = { "Content-Type": "application/json" };
  return answer(fetch(address(path, query), { method: "POST", headers, body: JSON.stringify(body) }));
};

/** Send one file on ahead; XMLHttpRequest, because fetch tells no progress: a share from 0 to 1. Throws Refusal. */
export function upload(person, file, onProgress, signal) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append("file", file, file.name);
    request.open("POST", address("upload", { as: person }));
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded / total);
    request.onloadend = () => {
      const { upload: taken, error = UNREACHABLE } = request.response ?? {};
      if (taken) resolve(taken);
      else reject(new Refusal(error));
    };
    signal.addEventListener("abort", () => request.abort());
    request.send(body);
  });
}
