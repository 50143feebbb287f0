// Carries over what the reader was doing at the moment when the circuit takes the page over: it puts fresh elements in the place of the prerendered ones, so a button that
// is being pressed, the focus, words half typed and choices made would be lost. Watches until that moment and does its work once; a page without a circuit never comes to it.
(() => {
  const kinds = "a[href], button, summary, input, select, textarea";
  const sign = element => [element.localName, element.getAttribute("href"), element.getAttribute("name"), element.getAttribute("type"), element.getAttribute("value"), element.id,
    element.getAttribute("aria-label"), element.localName === "a" || element.localName === "button" || element.localName === "summary" ? element.textContent.trim() : ""].join("\n");
  const alike = signature => [...document.querySelectorAll(kinds)].filter(element => sign(element) === signature);

  // An element by what it says and which of its like it is: its twin in the fresh page has the same.
  const note = element => {
    const signature = sign(element);
    return { element, signature, at: alike(signature).indexOf(element) };
  };
  const twin = noted => noted.element.isConnected ? noted.element : alike(noted.signature)[noted.at];

  const typed = new Map();
  let pressed = null;
  let focused = null;

  const onPress = event => {
    const element = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey && event.target instanceof Element && event.target.closest("a[href], button, summary");
    pressed = element ? note(element) : null;
    focused = event.target instanceof Element && event.target.closest(kinds) ? focused : null;
  };
  const onRelease = () => { pressed = null; };
  const onFocus = event => { focused = event.target instanceof Element && event.target.matches(kinds) ? note(event.target) : null; };
  const onType = event => {
    if (event.target instanceof Element && event.target.matches("input, select, textarea")) {
      typed.set(event.target, typed.get(event.target) ?? note(event.target));
    }
  };

  const take = () => {
    for (const [element, noted] of typed) {
      const fresh = twin(noted);
      if (fresh && fresh !== element && fresh.type !== "file") {
        fresh.value = element.value;
        fresh.checked = element.checked;
        fresh.dispatchEvent(new Event("input", { bubbles: true }));
        fresh.dispatchEvent(new Event("change", { bubbles: true }));
      }
    }

    if (focused && !focused.element.isConnected) {
      const was = focused.element;
      const fresh = twin(focused);
      fresh?.focus({ preventScroll: true });
      if (fresh && /^(text|search|url|tel|password)$/.test(fresh.type) && was.selectionStart !== null) {
        fresh.setSelectionRange(was.selectionStart, was.selectionEnd);
      }

      // The router then puts the focus on the headline, as after every navigation; this was none.
      const giveBack = event => {
        if (event.target instanceof Element && event.target.localName === "h1") {
          document.removeEventListener("focusin", giveBack, true);
          fresh.focus({ preventScroll: true });
        }
      };
      if (fresh) {
        document.addEventListener("focusin", giveBack, true);
        document.addEventListener("pointerdown", () => document.removeEventListener("focusin", giveBack, true), { capture: true, once: true });
      }
    }

    // The browser makes no click of a press and a release on two elements; the release that ends this press does.
    if (pressed) {
      const noted = pressed;
      document.addEventListener("pointerup", event => {
        const fresh = twin(noted);
        if (fresh && event.target instanceof Element && fresh.contains(event.target)) {
          fresh.click();
        }
      }, { capture: true, once: true });
    }
  };

  const watch = () => {
    const content = document.getElementById("content");
    if (!content) {
      return;
    }

    const listeners = [["pointerdown", onPress], ["pointerup", onRelease], ["pointercancel", onRelease], ["focusin", onFocus], ["input", onType]];
    listeners.forEach(([name, listener]) => document.addEventListener(name, listener, true));
    new MutationObserver((_, observer) => {
      if (content.isConnected) {
        return;
      }

      observer.disconnect();
      listeners.forEach(([name, listener]) => document.removeEventListener(name, listener, true));
      take();
    }).observe(document.body, { childList: true, subtree: true });
  };

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", watch);
  } else {
    watch();
  }
})();
