import { execFileSync } from 'node:child_process';
import { shop } from './sample.ts';

/** The `Learned:` trailers of the sample's commits, as git itself prints them, with the key a row has. */
export function trailersOfSample(): readonly { readonly key: string; readonly hash: string; readonly text: string }[] {
  const format = '%H%x00%(trailers:key=Learned,valueonly,separator=%x01,unfold)';
  const out = execFileSync('git', ['log', '--branches', '--remotes', `--format=${format}`], {
    cwd: shop,
    encoding: 'utf8',
  });
  return out.split('\n').flatMap(line => {
    const [hash = '', texts = ''] = line.split('\0');
    return texts === '' ? [] : texts.split('\u0001').map(text => ({ hash, text, key: `shop ${hash} learned ${text}` }));
  });
}
