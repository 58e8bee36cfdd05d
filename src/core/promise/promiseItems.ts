import type { InboxItem } from '../inbox/inboxItem.ts';
import type { Handle } from '../note/notePath.ts';
import type { Day } from '../time/day.ts';
import type { OpenPromise } from './openPromises.ts';

interface Seen {
  readonly today: Day;
  readonly nameOf: (handle: Handle) => string;
}

/**
 * What somebody finds in her own inbox of what she promised: what is due or over among the promises, the rest under "later". Nobody
 * else's inbox tells of it.
 */
export function promiseItems(promises: readonly OpenPromise[], { today, nameOf }: Seen): readonly InboxItem[] {
  return promises.map(promise => {
    const { text, to, due, since, isPublished, place } = promise;
    const details = [
      ...(to === undefined ? [] : [`for ${nameOf(to)}`]),
      ...(since === undefined ? [] : [`since ${since}`]),
      ...(isPublished ? [] : ['only you read it']),
    ];
    return {
      key: `promise ${place.path} ${to ?? ''} ${text}`,
      group: due !== undefined && due <= today ? 'promises' : 'later',
      kind: isPublished ? 'promise' : 'promise unpublished',
      label: text,
      detail: details.join(' · '),
      icon: 'checklist',
      ...(due !== undefined && { due }),
      opens: place,
      answers: { promise: text, path: place.path, line: place.line },
    };
  });
}
