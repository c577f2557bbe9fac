// Reads {engine, start, end, calendars: {name: text}} from standard input, writes
// {name: {instances} | {error}} to standard output. Called by tests/engines/nodejs.py.
import { readFileSync } from "node:fs";
import * as icaljs from "./icaljs.mjs";
import * as nodeical from "./nodeical.mjs";

const engines = { "ical.js": icaljs, "node-ical": nodeical };
const request = JSON.parse(readFileSync(0, "utf8"));
const expand = engines[request.engine].expand;
const [start, end] = [new Date(request.start), new Date(request.end)];

const answers = {};
for (const [name, text] of Object.entries(request.calendars)) {
  try {
    answers[name] = { instances: expand(text, start, end) };
  } catch (error) {
    answers[name] = { error: String(error) };
  }
}
process.stdout.write(JSON.stringify(answers));
