// The theme that the reader chose. The server reads the same cookie; this only changes it, without a circuit.
(() => {
  const root = document.documentElement;
  root.dataset.script = "";

  document.addEventListener("click", event => {
    if (!(event.target instanceof Element) || !event.target.closest("[data-theme-switch]")) {
      return;
    }

    const isDark = root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = isDark ? "light" : "dark";
    document.cookie = `chipwatch-theme=${root.dataset.theme}; path=/; max-age=31536000; samesite=lax`;
  });
})();
