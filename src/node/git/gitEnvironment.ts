/** What git may know of the machine. Everything else, `GIT_DIR` and its like first of all, stays behind. */
const passedOn = [
  ...['PATH', 'Path', 'HOME', 'HOMEDRIVE', 'HOMEPATH', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA', 'PROGRAMDATA'],
  ...['SystemRoot', 'TEMP', 'TMP', 'TMPDIR', 'XDG_CONFIG_HOME', 'USER', 'LOGNAME', 'USERNAME'],
] as const;

/** No questions, no pager, no editor, no network, no replaced objects, no attributes of the machine. */
const constant = {
  LC_ALL: 'C',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_PAGER: 'cat',
  GIT_EDITOR: 'false',
  GIT_ASKPASS: '',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: '',
  GIT_ATTR_NOSYSTEM: '1',
  GIT_LITERAL_PATHSPECS: '1',
  GIT_FLUSH: '0', // else git writes every commit for itself, and a long history comes in a hundred thousand pieces
} as const;

/** The environment every git of ours runs in, built from what is allowed and never inherited. */
export function gitEnvironment(
  from: Readonly<NodeJS.ProcessEnv>,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const kept = passedOn.flatMap(name => {
    const value = from[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), ...constant, ...more };
}

/** Settings for one call, as git takes them from its environment: a list of `-c` would not be told from what was asked. */
export function settingsEnvironment(
  settings: readonly (readonly [key: string, value: string])[],
): Record<string, string> {
  if (settings.length === 0) return {};
  const pairs = settings.flatMap(([key, value], at): [string, string][] => [
    [`GIT_CONFIG_KEY_${at}`, key],
    [`GIT_CONFIG_VALUE_${at}`, value],
  ]);
  return { GIT_CONFIG_COUNT: String(settings.length), ...(Object.fromEntries(pairs) as Record<string, string>) };
}
