import { isSharedBy } from '../../core/share/sharePlan.ts';
import type { Desk } from '../desk.ts';
import type { NotebookPlace } from '../ports.ts';
import { isSharingRefused, type NoteSharing, type SharingObstacle } from '../share/noteSharing.ts';

/** What there is to know about the folder of private notes on this machine. */
export interface PrivateLook {
  /** Absolute. */
  readonly folder: string;
  /** Others on this machine can look into it. */
  readonly isOpen: boolean;
  /** What is thrown away some day, and the notes with it: `a codespace`. */
  readonly forgets?: string;
  /** The program that copies it to servers or other machines: `Dropbox`. */
  readonly synced?: string;
  /** The work tree it lies in: nothing is written there. */
  readonly repository?: string;
  /** A repository beside the home directory that keeps files of it, where one `git add` too many would take them. */
  readonly dotfiles?: string;
}

/** Who gets the shared notes, and how. */
export type Reach =
  | { readonly state: 'published'; readonly remote: string; readonly branch: string }
  /** They get no further than this machine now. */
  | { readonly state: 'here'; readonly why: SharingObstacle }
  /** In Restricted Mode git is not asked. */
  | { readonly state: 'unknown' };

/** Where the notes of a notebook really are. */
export interface NotePlaces {
  readonly shared: Pick<NotebookPlace, 'folder' | 'label' | 'kind' | 'repository'> & { readonly reach: Reach };
  readonly private: PrivateLook;
}

/** What is asked about the places. */
export interface PlacesQuestion {
  /** Absent in Restricted Mode. */
  readonly sharing: NoteSharing | undefined;
  /** Looks at a folder of private notes. */
  readonly look: (folder: string) => Promise<PrivateLook>;
}

/**
 * Tells where the notes of a notebook are, who can come by the shared ones, and whether the private ones are safe there. Who asks matters
 * only where git is asked whose notes would go.
 */
export async function notePlaces(
  { notebook, me }: Pick<Desk, 'notebook'> & Partial<Pick<Desk, 'me'>>,
  { sharing, look }: PlacesQuestion,
): Promise<NotePlaces> {
  const { folder, label, kind, repository } = notebook.place;
  const reach = await reachOf(sharing, path => me !== undefined && isSharedBy(me.handle, path));
  return {
    shared: { folder, label, kind, ...(repository !== undefined && { repository }), reach },
    private: await look(privateFolderOf(notebook)),
  };
}

/** The folder of a notebook's private notes, absolute. */
export function privateFolderOf({ private: own }: Pick<Desk['notebook'], 'private'>): string {
  return own.locate('x.md' as never).replace(/[\\/]x\.md$/, ''); // any path of a note tells it
}

async function reachOf(sharing: NoteSharing | undefined, mayShare: (path: string) => boolean): Promise<Reach> {
  if (!sharing) return { state: 'unknown' };
  try {
    const { remote, branch } = await sharing.publication({ mayShare });
    return { state: 'published', remote, branch };
  } catch (error) {
    if (!isSharingRefused(error)) throw error;
    return { state: 'here', why: error.why };
  }
}
