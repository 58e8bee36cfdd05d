import { lastWords } from './lastWords.ts';

/** Why a push, a fetch or a pull did not go through. */
export type NetworkTrouble =
  'rejected' | 'protected' | 'turned-down' | 'no-access' | 'offline' | 'push-hook' | 'other-changes' | 'not-pushed';

/** The first that fits; a server's hook may say anything, so what git itself says of a branch that moved comes first. */
const signs: readonly (readonly [RegExp, NetworkTrouble])[] = [
  [/unstaged changes|uncommitted changes|would be overwritten by|commit your changes or stash/, 'other-changes'],
  [
    /\[rejected\]|\(fetch first\)|non-fast-forward|failed to update ref|cannot lock ref|incorrect old value|reference already exists/,
    'rejected',
  ],
  [/protected branch|GH006|not allowed to push|(?:through|use) (?:a )?(?:pull|merge) request/i, 'protected'],
  [/\[remote rejected\]|hook declined/i, 'turned-down'],
  [
    /authentication failed|could not read (?:username|password)|permission (?:to .* )?denied|access denied|repository not found|invalid (?:username|credentials)|host key verification failed|terminal prompts disabled|error: 40[13]/i,
    'no-access',
  ],
  [
    /could not resolve|unable to access|connection (?:refused|timed out|reset|closed)|network is unreachable|could not read from remote|timed out|does not appear to be a git repository|early EOF|hung up/i,
    'offline',
  ],
  [/failed to push some refs/, 'push-hook'],
];

/** What stood in the way, and the words of the hook or the server that did. */
export interface NotPushed {
  readonly why: NetworkTrouble;
  readonly said: string;
}

/**
 * Reads it from what git said, in English as VS Code's git says it.
 *
 * @example
 * whyNotPushed(' ! [rejected]        main -> main (fetch first)'); //=> {why: 'rejected', said: ''}
 */
export function whyNotPushed(words: string): NotPushed {
  const why = signs.find(([sign]) => sign.test(words))?.[1] ?? 'not-pushed';
  return { why, said: saidBy[why]?.(words) ?? '' };
}

const saidBy: Readonly<Partial<Record<NetworkTrouble, (words: string) => string>>> = {
  'turned-down': words => lastWords((words.match(/^remote: .*$/gm) ?? []).map(line => line.slice(8)).join('\n')),
  'push-hook': words => lastWords(words.replace(/^(?:error: failed to push some refs|hint: |To ).*$/gm, '')),
  'not-pushed': lastWords,
};
