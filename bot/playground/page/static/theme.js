// The page's theme, set before anything is painted; so this is a classic script.
"use strict";

(() => {
  const KEY = "playground.theme";
  const dark = window.matchMedia("(prefers-color-scheme: dark)");

  /** @returns {"light" | "dark" | null} what was chosen by hand */
  const chosen = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null; // storage may be switched off; the system's choice holds then
    }
  };
  const apply = () => {
    document.documentElement.dataset.theme = chosen() ?? (dark.matches ? "dark" : "light");
  };

  /** Turn the theme round, and keep the choice. */
  window.toggleTheme = () => {
    const next = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
    try {
      localStorage.setItem(KEY, next);
    } catch {
      // kept for this page only
    }
    document.documentElement.dataset.theme = next;
    return next;
  };
  dark.addEventListener("change", apply);
  window.addEventListener("storage", (event) => event.key === KEY && apply());
  apply();
})();
