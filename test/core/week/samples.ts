import type { CommitLink, PieceOfWork, ReviewedWork, WorkedOn } from '../../../src/core/work/piece.ts';

/** A commit with a page on the forge. */
export function commit(hash: string, repo = 'shop'): CommitLink {
  return { repo, hash, url: `https://forge.example/${repo}/commit/${hash}` };
}

/** A piece of work of one commit, named after its sentence. */
export function piece(sentence: string, more: Partial<PieceOfWork> = {}): PieceOfWork {
  const repo = more.repo ?? 'shop';
  const commits = more.commits ?? [commit(hashOf(sentence), repo)];
  return {
    oldest: commits[0] ?? commit(hashOf(sentence), repo),
    sentence,
    kind: 'feature',
    repo,
    commits,
    with: [],
    goals: [],
    files: [],
    sizes: { commits: commits.length, added: 1, deleted: 1, generated: 0 },
    ...more,
  };
}

export function review(sentence: string, author: string): ReviewedWork {
  const oldest = commit(hashOf(sentence));
  return { sentence, author: { name: author, email: '' }, repo: 'shop', commits: [oldest], oldest };
}

export function worked(more: Partial<WorkedOn> = {}): WorkedOn {
  return { pieces: [], also: [], reviewed: [], notices: [], ...more };
}

/** Forty hex digits that stay the same for a text. */
export function hashOf(text: string): string {
  const digits = [...Buffer.from(text)].map(byte => byte.toString(16)).join('');
  return `${digits}${'0'.repeat(40)}`.slice(0, 40);
}
