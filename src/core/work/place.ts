const meaningless =
  /^(?:src|source|sources|lib|libs|app|apps|packages?|pkg|crates?|modules?|components?|internal|cmd|main|java|kotlin|scala|python|go|com|org|net|io|test|tests|spec|specs|__tests__|e2e|fixtures?|include|includes|core|common|shared|browser|node|electron-\w+|dist|build|vs|workbench|contrib|extensions?|plugins?|projects?|features?|code|frontend|backend|services?|impl|resources?|assets|public|static|scripts?|docs?|documentation|base|index|utils?|helpers?|misc|\.github|\.\.?)$/i;

/** So many files tell where a piece lies. */
const mostPaths = 500;

/**
 * The part of the code most files of a piece lie in, as people call it: the last folder with a name that says something.
 *
 * @example
 * placeOf(['services/checkout/db.ts', 'services/checkout/pool.ts']); //=> 'checkout'
 */
export function placeOf(paths: readonly string[]): string | undefined {
  const [path = ''] = paths;
  if (paths.length === 1)
    return path
      .split('/')
      .slice(0, -1)
      .findLast(name => !meaningless.test(name))
      ?.slice(0, 60);
  let folder = '';
  let inside = paths.slice(0, mostPaths).map(path => path.split('/').slice(0, -1));
  const enough = inside.length * 0.6;
  for (let depth = 0; depth < 12; depth++) {
    const most = mostCommon(inside.flatMap(parts => parts[depth] ?? []));
    if (most === undefined || most.count <= enough) break;
    inside = inside.filter(parts => parts[depth] === most.name);
    if (!meaningless.test(most.name)) folder = most.name;
  }
  return folder === '' ? undefined : folder.slice(0, 60);
}

function mostCommon(names: readonly string[]): { readonly name: string; readonly count: number } | undefined {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  let most: { name: string; count: number } | undefined;
  for (const [name, count] of counts) {
    if (most === undefined || count > most.count || (count === most.count && name < most.name)) most = { name, count };
  }
  return most;
}
