// node-ical. It reads leniently and tells nothing, so only the instances are worth comparing.
import ical from "node-ical";

const MARGIN = 400 * 24 * 3600 * 1000;

export function expand(text, start, end) {
  // Overrides are found by their original date: look wider, then cut.
  const options = { from: new Date(start - MARGIN), to: new Date(+end + MARGIN) };
  return Object.values(ical.sync.parseICS(text))
    .filter((item) => item.type === "VEVENT")
    .flatMap((event) => ical.expandRecurringEvent(event, options))
    .filter((item) => item.start >= start && item.start < end)
    .map((item) => ({
      uid: item.event.uid,
      start: new Date(item.start).toISOString(),
      end: new Date(item.end).toISOString(),
      allDay: item.isFullDay,
      status: item.event.status ?? "",
      summary: item.summary?.val ?? item.summary ?? "",
    }));
}
