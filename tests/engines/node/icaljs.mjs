// ical.js with its strict parser. All zones come from the file itself; an unknown one is an error.
import ICAL from "ical.js";

export function expand(text, start, end) {
  const calendar = new ICAL.Component(parse(text));
  useOnlyTheZonesOf(calendar);
  const components = calendar.getAllSubcomponents("vevent");
  const overrides = components.filter((item) => item.hasProperty("recurrence-id"));
  const masters = components.filter((item) => !item.hasProperty("recurrence-id"));
  const orphans = new Set(overrides);
  const found = masters.flatMap((master) => {
    const own = overrides.filter((item) => uid(item) === uid(master));
    own.forEach((item) => orphans.delete(item));
    return instancesOf(new ICAL.Event(master, { exceptions: own }), end, own.length);
  });
  if (orphans.size) throw new Error(`RECURRENCE-ID without its series: ${uid([...orphans][0])}`);
  return found.filter((item) => new Date(item.start) >= start && new Date(item.start) < end);
}

function parse(text) {
  const parsed = ICAL.parse(text);
  if (parsed[0] !== "vcalendar") throw new Error("not exactly one VCALENDAR");
  return parsed;
}

function useOnlyTheZonesOf(calendar) {
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
}

function instancesOf(event, end, overrides) {
  if (!event.isRecurring()) return [instance(event, event.startDate, event.endDate)];
  const found = [];
  const met = new Set();
  // An override may move a date into the window from behind its end: go on until all are met.
  const iterator = event.iterator();
  for (let next = iterator.next(); next; next = iterator.next()) {
    if (instant(next) >= end && met.size === overrides) break;
    const details = event.getOccurrenceDetails(next);
    if (details.item !== event) met.add(details.item);
    found.push(instance(details.item, details.startDate, details.endDate));
  }
  if (met.size !== overrides) throw new Error(`RECURRENCE-ID hits no date of ${event.uid}`);
  return found;
}

function instance(event, start, end) {
  return {
    uid: event.uid,
    start: instant(start).toISOString(),
    end: instant(end).toISOString(),
    allDay: start.isDate,
    status: event.component.getFirstPropertyValue("status") ?? "",
    summary: event.summary ?? "",
  };
}

function instant(time) {
  // The process's zone is Europe/Berlin: a date is its midnight there.
  if (time.isDate) return new Date(time.year, time.month - 1, time.day);
  if (time.zone === ICAL.Timezone.localTimezone) throw new Error(`no zone: ${time}`);
  return new Date(time.toUnixTime() * 1000);
}

function uid(component) {
  return component.getFirstPropertyValue("uid");
}
