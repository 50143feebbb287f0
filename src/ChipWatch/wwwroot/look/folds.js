// Keeps open what the reader unfolded before the circuit took the page over: taking over puts fresh elements in the place of the first ones.
(() => {
  const unfolded = new Set();
  const folds = node => node instanceof Element ? [node, ...node.querySelectorAll("details[data-fold]")].filter(found => found.matches("details[data-fold]")) : [];

  // "toggle" does not bubble, but it can be caught on its way down.
  document.addEventListener("toggle", event => {
    const fold = event.target;
    if (fold instanceof HTMLDetailsElement && fold.dataset.fold && fold.isConnected) {
      unfolded[fold.open ? "add" : "delete"](fold.dataset.fold);
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
