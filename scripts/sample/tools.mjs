import { people, SampleRepository } from './repository.mjs';

const { ada, lin, sam } = people;

/** The team's tools: release notes, and a build that flakes. */
export function tellTools({ at }) {
  const tools = new SampleRepository();
  tools.commit({
    by: sam,
    at: at(5, 0, '10:00'),
    message: 'Start the tools',
    files: {
      'README.md': '# tools\n\nWhat the team builds with.\n',
      'release/notes.ts': "export const source = 'https://forge.example/api/releases';\n",
    },
  });
  tools.commit({
    by: lin,
    at: at(2, 1, '09:45'),
    message: 'ci: run the slow tests at night',
    files: { 'ci/nightly.yml': 'on:\n  schedule:\n    - cron: "0 2 * * *"\n' },
  });
  tools.commit({
    by: ada,
    at: at(1, 3, '11:10'),
    message: 'fix(ci): wait for the database before the tests',
    files: { 'ci/wait.sh': '#!/bin/sh\nuntil pg_isready; do sleep 1; done\n' },
  });
  tellReleaseNotes(tools, at);
  tools.commit({
    by: ada,
    at: at(0, 3, '16:40'),
    message: 'chore(lint): forbid floating promises',
    files: { 'lint/rules.json': '{ "no-floating-promises": "error" }\n' },
  });
  tools.commit({
    by: sam,
    at: at(0, 3, '17:05'),
    message: 'docs: say how a release is made\n\nReviewed-by: Lin <lin@forge.example>',
    files: { 'docs/release.md': '# A release\n\nTag it. The notes write themselves.\n' },
  });
  return tools;
}

function tellReleaseNotes(tools, at) {
  const on = 'ada/offline-notes';
  tools.commit({
    on,
    by: ada,
    at: at(0, 2, '16:20'),
    message: 'feat: read the release notes from the merges\n\nCo-authored-by: Sam <sam@forge.example>',
    files: { 'release/notes.ts': releaseNotes, 'release/notes.test.ts': releaseNotesTest },
  });
  tools.commit({
    on,
    by: ada,
    at: at(0, 3, '10:10'),
    message: 'feat: tell fixes apart from news',
    files: { 'release/kinds.ts': releaseKinds },
  });
  tools.merge({
    branch: on,
    by: sam,
    at: at(0, 3, '15:30'),
    message: 'Merge pull request #58 from market/ada/offline-notes\n\nRelease notes build without the network',
  });
  tools.deleteBranch(on);
}

const releaseNotes = `import { execFileSync } from 'node:child_process';

/** What was merged since the last tag, one line each. */
export function notesSince(tag: string): string[] {
  const merges = execFileSync('git', ['log', '--merges', '--format=%b', \`\${tag}..HEAD\`], { encoding: 'utf8' });
  return merges.split('\\n').filter(Boolean);
}
`;
const releaseNotesTest = `it('has a line for each merge since the tag', () => {
  assert.deepEqual(notesSince('v1.4.0'), ['Checkout takes an order', 'A scheduler that keeps its order']);
});
`;
const releaseKinds = `const fix = /^(fix|repair|no more)\\b/i;

/** Fixes are told after what is new. */
export function sorted(notes: readonly string[]): string[] {
  return [...notes.filter(note => !fix.test(note)), ...notes.filter(note => fix.test(note))];
}
`;
