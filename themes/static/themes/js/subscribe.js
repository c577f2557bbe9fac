// Shows the way to subscribe that fits this device first and hides the others behind a button.

export function deviceOf(agent, touchPoints) {
  if (/iPhone|iPad|iPod/.test(agent)) return "apple";
  if (/Macintosh/.test(agent) && touchPoints > 1) return "apple"; // an iPad that calls itself a Mac
  if (/Android/.test(agent)) return "android";
  return "computer";
}

export function preparePanels(root) {
  const device = deviceOf(navigator.userAgent, navigator.maxTouchPoints);
  for (const panel of root.querySelectorAll("[data-subscribe]")) {
    const others = [...panel.querySelectorAll("[data-way]")].filter(
      (way) => way.dataset.way !== device,
    );
    const show = panel.querySelector("button[data-all-ways]");
    if (!show || others.length === 0) continue;
    for (const way of others) way.hidden = true;
    show.hidden = false;
    show.addEventListener("click", () => {
      for (const way of others) way.hidden = false;
      show.hidden = true;
      others[0].querySelector("a, button")?.focus();
    });
  }
}
