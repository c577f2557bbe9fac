// Passing on: the device's own share sheet, the clipboard, the printer.

// <a href="mailto:…" data-share data-share-title="…" data-share-url="…">: without a share sheet the
// mail link stays as it is.
export function prepareShareLinks(root) {
  if (!navigator.share) return;
  for (const link of root.querySelectorAll("a[data-share]")) {
    link.addEventListener("click", async (event) => {
      event.preventDefault();
      const { shareTitle: title, shareText: text, shareUrl: url } = link.dataset;
      try {
        await navigator.share({ title, text, url });
      } catch (error) {
        if (error.name !== "AbortError") window.location.href = link.href;
      }
    });
  }
}

// <button data-copy="text" hidden> and beside it an empty <span role="status">.
export function prepareCopyButtons(root) {
  if (!navigator.clipboard) return;
  for (const button of root.querySelectorAll("button[data-copy]")) {
    const status = button.parentElement.querySelector("[role=status]");
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(button.dataset.copy);
        status.textContent = "Kopiert.";
      } catch {
        status.textContent = "Kopieren ging nicht. Bitte markieren Sie die Adresse von Hand.";
      }
    });
  }
}

export function preparePrintButtons(root) {
  for (const button of root.querySelectorAll("button[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}
