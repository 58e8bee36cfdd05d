import { commitUrl } from '../../core/forge/forge.ts';
import type { OfferedCommit } from '../../core/mention/offers.ts';
import { addDays } from '../../core/time/day.ts';
import { calendarOf } from '../../core/time/calendar.ts';
import type { Desk } from '../desk.ts';

/** How far back a commit may lie to be offered, in days, and how many are. */
const days = 60;
const most = 30;

/** Her last commits, as they could be named as evidence, the newest first. None without a history, or where git fails. */
export async function offeredCommits(
  { history, me, clock }: Desk,
  signal?: AbortSignal,
): Promise<readonly OfferedCommit[]> {
  if (!history) return [];
  const calendar = calendarOf(clock.zone);
  const window = {
    from: calendar.startOf(addDays(clock.today(), -days)),
    to: calendar.startOf(addDays(clock.today(), 1)),
  };
  try {
    const [{ commits }, repositories] = await Promise.all([
      history.commits({ window, emails: me.emails, ...(signal && { signal }) }),
      history.repositories(signal),
    ]);
    return commits
      .filter(({ author }) => me.emails.includes(author.email.toLowerCase()))
      .slice(-most)
      .reverse()
      .map(({ repo, hash, subject, authored }) => {
        const forge = repositories.find(({ name }) => name === repo)?.forge;
        const ref = `${repo} ${hash.slice(0, 7)}`;
        return { ref, subject, day: calendar.dayAt(authored), ...(forge && { url: commitUrl(forge, hash) }) };
      });
  } catch {
    return []; // what can't be offered can still be typed
  }
}
