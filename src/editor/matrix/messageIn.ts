import type { PageMessage } from '../../page/messages.ts';

/** A message of the page, or undefined where it is none of those it may send. */
export function messageIn(value: unknown): PageMessage | undefined {
  if (typeof value !== 'object' || value === null || !('type' in value)) return undefined;
  const said = value as Readonly<Record<string, unknown>>;
  const text = (key: string) => {
    const found = said[key];
    return typeof found === 'string' && found.length <= 200 ? found : undefined;
  };
  const [handle, skill] = [text('handle'), text('skill')];
  switch (said['type']) {
    case 'ready':
      return { type: 'ready' };
    case 'import':
      return { type: 'import' };
    case 'whose':
      return handle === undefined ? { type: 'whose' } : { type: 'whose', handle };
    case 'assess':
      return handle === undefined ? undefined : { type: 'assess', handle };
    case 'goal':
      return skill === undefined ? undefined : { type: 'goal', skill };
    default:
      return undefined;
  }
}
