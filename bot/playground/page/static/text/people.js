/** Who and what the ids in a text stand for, handed down to everything that shows one. */

import { createContext } from "preact";

/**
 * @typedef {object} People
 * @property {string} [me] the user id of the person in front
 * @property {(id: string) => {id: string, name: string, is_bot?: boolean} | undefined} [user]
 * @property {(id: string) => {id: string, name: string, kind?: string} | undefined} [channel]
 * @property {(id: string) => {id: string, handle: string} | undefined} [group]
 * @property {() => {id: string, name: string, is_bot?: boolean}[]} [users] for menus of people
 * @property {() => {id: string, name: string, kind: string, is_bot?: boolean}[]} [conversations]
 *   for menus of conversations; `is_bot` where the other side of a direct one is an app
 * @property {(id: string) => {url: string, width?: number, height?: number} | undefined} [file]
 * @property {(id: string) => void} [onMention]
 * @property {(id: string) => void} [onChannel]
 */

/** The nearest People; an empty one shows ids as they are. */
export const People = createContext(/** @type {People} */ ({}));
