// The page's theme, set before anything is painted; so this is a classic script.
"use strict";

(() => {
  const KEY = "playground.theme";
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const { dataset } = document.documentElement;
  let chosen = null;
  const apply = () => {
    try {
      chosen = localStorage.getItem(KEY) ?? chosen;
    } catch {
      // storage may be switched off: what is chosen holds for this page only
    }
    dataset.theme = chosen ?? (dark.matches ? "dark" : "light");
  };

  /** Turn the theme round, and keep the choice. */
  window.toggleTheme = () => {
    chosen = dataset.theme === "dark" ? "light" : "dark";
    try {
      localStorage.setItem(KEY, chosen);
    } catch {
      // as above
    }
    apply();
    return chosen;
  };
  dark.addEventListener("change", apply);
  window.addEventListener("storage", apply);
  apply();
})();
