/** Why a push, a fetch or a pull did not go through. */
export type NetworkTrouble = 'rejected' | 'protected' | 'no-access' | 'offline' | 'push-hook' | 'other-changes';

/** The first that fits; a server's hook may say anything, so what git itself says of a branch that moved comes first. */
const signs: readonly (readonly [RegExp, NetworkTrouble])[] = [
  [/unstaged changes|uncommitted changes|would be overwritten by|commit your changes or stash/, 'other-changes'],
  [
    /\[rejected\]|\(fetch first\)|non-fast-forward|failed to update ref|cannot lock ref|incorrect old value|reference already exists/,
    'rejected',
  ],
  [/\[remote rejected\]|hook declined|protected branch|GH006|GH013|not allowed to push/i, 'protected'],
  [
    /authentication failed|could not read (?:username|password)|permission (?:to .* )?denied|access denied|repository not found|invalid (?:username|credentials)|host key verification failed|terminal prompts disabled|error: 40[13]/i,
    'no-access',
  ],
  [
    /could not resolve|unable to access|connection (?:refused|timed out|reset|closed)|network is unreachable|could not read from remote|timed out|does not appear to be a git repository/i,
    'offline',
  ],
  [/failed to push some refs/, 'push-hook'],
];

/**
 * Reads it from what git said, in English as VS Code's git says it.
 *
 * @example
 * whyNotPushed(' ! [rejected]        main -> main (fetch first)'); //=> 'rejected'
 */
export function whyNotPushed(words: string): NetworkTrouble {
  return signs.find(([sign]) => sign.test(words))?.[1] ?? 'offline';
}
