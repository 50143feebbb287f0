// Walks through a list of stories: j and k move the focus from headline to headline, a click beside the links of a row takes it there. The page previews what has it.
// The letters count only while the focus is in the list: a reader who speaks to the machine, or types, sets nothing off.
(() => {
  const links = list => [...list.querySelectorAll(".sr .hl a")];

  document.addEventListener("keydown", event => {
    const step = { j: 1, k: -1 }[event.key];
    const list = event.target instanceof Element && event.target.closest("section.list");
    if (!step || !list || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) {
      return;
    }

    const all = links(list);
    const row = document.activeElement.closest(".sr") ?? list.querySelector(".sr.sel.walked");
    const at = row ? all.indexOf(row.querySelector(".hl a")) : -1;
    const next = all[Math.max(0, Math.min(all.length - 1, at + step))];
    next?.focus({ preventScroll: true });
    next?.closest(".sr").scrollIntoView({ block: "nearest" });
    event.preventDefault();
  });

  document.addEventListener("click", event => {
    const row = event.target instanceof Element && event.target.closest("section.list .sr");
    if (row && !event.target.closest("a, button, summary, input") && getSelection().isCollapsed) {
      row.querySelector(".hl a")?.focus({ preventScroll: true });
    }
  });

  // Asked by the page before it reads a story for a column that is not there.
  window.chipwatchHasRoomBeside = () => matchMedia("(min-width: 1200.02px)").matches;
})();
