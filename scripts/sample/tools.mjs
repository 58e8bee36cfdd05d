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
  tools.commit({
    by: ada,
    at: at(0, 2, '16:20'),
    message:
      'feat(release): build the release notes without the network\n\nThey are read from the tags and the merged ' +
      'branches now.\n\nCo-authored-by: Sam <sam@forge.example>',
    files: { 'release/notes.ts': releaseNotes },
  });
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

const releaseNotes = `import { execFileSync } from 'node:child_process';

/** What was merged since the last tag, one line each. */
export function notesSince(tag: string): string[] {
  const merges = execFileSync('git', ['log', '--merges', '--format=%b', \`\${tag}..HEAD\`], { encoding: 'utf8' });
  return merges.split('\\n').filter(Boolean);
}
`;
