// The page's theme, set before anything is painted; so this is a classic script.
"use strict";

{
  const KEY = "playground.theme";
  const { dataset } = document.documentElement;
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  dataset.theme = localStorage.getItem(KEY) ?? (isDark ? "dark" : "light");

  /** Turn the theme round, and keep the choice. */
  window.toggleTheme = () => {
    dataset.theme = dataset.theme === "dark" ? "light" : "dark";
    localStorage.setItem(KEY, dataset.theme);
  };
}
