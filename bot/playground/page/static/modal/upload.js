/** The way a chosen file is sent ahead of its form. */

import { createContext } from "preact";

/** @typedef {(file: File, onProgress: (share: number) => void, stop: AbortSignal) => Promise<string>} OnUpload */

/** Null where files go with the form itself. */
export const Upload = createContext(/** @type {OnUpload | null} */ (null));
