// Adds "heute", "morgen", "in 3 Tagen" beside dates. Pages carry absolute dates, so they need not
// change at midnight. "Today" is Berlin's; an example network with its own clock says so on <html>.

const DAY = 24 * 60 * 60 * 1000;
const berlin = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin" });

function dayNumber(text) {
  return Math.round(Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / DAY);
}

export function relativeDay(days) {
  if (days === 0) return "heute";
  if (days === 1) return "morgen";
  if (days === 2) return "übermorgen";
  if (days > 2 && days <= 13) return `in ${days} Tagen`;
  return "";
}

// <x data-relative-box> holds a <time data-relative> and an empty <span data-relative-for>. With data-last an event of
// several days that has begun reads "läuft gerade".
export function addRelativeDays(root) {
  const today = dayNumber(document.documentElement.dataset.today || berlin.format(new Date()));
  for (const time of root.querySelectorAll("time[data-relative]")) {
    const target = time.closest("[data-relative-box]")?.querySelector("[data-relative-for]");
    if (!target) continue;
    const first = dayNumber(time.dateTime);
    const last = time.dataset.last ? dayNumber(time.dataset.last) : first;
    const begun = first < today && today <= last;
    target.textContent = begun ? "läuft gerade" : relativeDay(first - today);
    target.classList.toggle("badge--soon", target.textContent === "heute" || begun);
  }
}
