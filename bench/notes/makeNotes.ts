import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const words =
  'the pool keeps a session open while a query waits and nobody sees why until the timer fires so we measure first then change one thing and write down what we learned about caches queues locks retries and people who ask'.split(
    ' ',
  );
const tags = ['postgres', 'pgbouncer', 'rust', 'ci', 'reviews', 'caching', 'on-call', 'testing'];

/** Writes so many notes, always the same ones, about 4.6 KB each, and answers their absolute paths. */
export function makeNotes(root: string, count: number): readonly string[] {
  const random = seeded(47);
  const made = new Set<string>();
  return Array.from({ length: count }, (_, i) => {
    const file = join(root, pathOf(i));
    const folder = dirname(file);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    writeFileSync(file, noteText(i, random));
    return file;
  });
}

/** About 400 notes a person: learnings, with a goal and a weekly note now and then. */
function pathOf(i: number): string {
  const person = `person-${String(Math.floor(i / 400)).padStart(3, '0')}`;
  const day = dayOf(i);
  if (i % 20 === 7) return `people/${person}/weekly/${day}-${person}-${i}.md`;
  if (i % 20 === 13) return `people/${person}/goals/goal-${i}.md`;
  return `people/${person}/learning/${day}-what-${words[i % words.length] ?? ''}-taught-me-${i}.md`;
}

function noteText(i: number, random: () => number): string {
  const body = Array.from({ length: 12 }, () => paragraph(random)).join('\n\n');
  return `${headOf(i)}# What ${words[i % words.length] ?? ''} taught me, part ${i}\n\n${body}\n`;
}

/** Most heads are flat, as we write them; one of fifty has a comment and a map, which takes a whole YAML parser. */
function headOf(i: number): string {
  const tag = tags[i % tags.length] ?? '';
  if (i % 20 === 7) return `---\ntype: weekly\nweek: 2026-W${10 + (i % 40)}\nperson: ada\n---\n`;
  if (i % 20 === 13) return `---\ntype: goal\nstatus: active\nkind: okr\ndue: 2026-12-18\nallies:\n  - sam\n---\n`;
  const rest = `goal: checkout-under-200-ms\nskills:\n  - ${tag}\nrepo: shop\ncommit: 4f1c2a9\npath: services/checkout/db.ts\nlines: 88-97\n`;
  return i % 50 === 0
    ? `---\n# kept by hand\ntype: learning\ndate: ${dayOf(i)}\ntags: [${tag}, "on call"]\nsource: { name: a book, page: ${i} }\n${rest}---\n`
    : `---\ntype: learning\ndate: ${dayOf(i)}\ntags:\n  - ${tag}\n${rest}---\n`;
}

function paragraph(random: () => number): string {
  const text = Array.from({ length: 60 }, () => words[Math.floor(random() * words.length)]).join(' ');
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}

function dayOf(i: number): string {
  return new Date(Date.UTC(2024, 0, 1 + (i % 1000))).toISOString().slice(0, 10);
}

/** Mulberry32: the same numbers on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
