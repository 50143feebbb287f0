// Keeps open what the reader unfolded before the circuit took the page over: taking over puts fresh elements in the place of the first ones.
(() => {
  const unfolded = new Set();
  const folds = node => node instanceof Element ? [node, ...node.querySelectorAll("details[data-fold]")].filter(found => found.matches("details[data-fold]")) : [];

  const remember = (fold, isOpen) => {
    if (fold instanceof HTMLDetailsElement && fold.dataset.fold) {
      unfolded[isOpen ? "add" : "delete"](fold.dataset.fold);
    }
  };

  // A click is told before the fold turns, "toggle" only some time after it, which may be too late. By search and by script there is no click.
  document.addEventListener("click", event => {
    const summary = event.target instanceof Element && event.target.closest("summary");
    if (summary) {
      remember(summary.parentElement, !summary.parentElement.open);
    }
  }, true);

  // It does not bubble, but it can be caught on its way down.
  document.addEventListener("toggle", event => {
    if (event.target instanceof Element && event.target.isConnected) {
      remember(event.target, event.target.open);
    }
  }, true);

  new MutationObserver(changes => {
    if (unfolded.size === 0) {
      return;
    }

    for (const added of changes.flatMap(change => [...change.addedNodes]).flatMap(folds)) {
      added.open ||= unfolded.has(added.dataset.fold);
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
