import type { Desk } from '../../src/app/desk.ts';
import { indexedShelf } from '../../src/app/notebook/indexedShelf.ts';
import type { History, NotebookPlace } from '../../src/app/ports.ts';
import type { PrivatePath, SharedPath } from '../../src/core/note/notePath.ts';
import type { Member, Person } from '../../src/core/people/person.ts';
import { yamlHead } from '../../src/node/yamlHead.ts';
import { memoryClock, memoryFiles, type MemoryClock, type MemoryFiles } from './memoryFiles.ts';

export interface MemoryDeskOptions {
  /** Shared notes by path. */
  readonly notes?: Readonly<Record<string, string>>;
  readonly privateNotes?: Readonly<Record<string, string>>;
  readonly me?: Person;
  readonly team?: readonly Member[];
  readonly today?: string;
  readonly zone?: string;
  readonly history?: History;
}

/** A desk in memory, with the files behind its two shelves in reach of the test. */
export interface MemoryDesk extends Desk {
  readonly clock: MemoryClock;
  readonly files: MemoryFiles<SharedPath>;
  readonly privateFiles: MemoryFiles<PrivatePath>;
}

const ada: Person = { handle: 'ada', name: 'Ada', emails: ['ada@forge.example'] };
const place: NotebookPlace = {
  kind: 'here',
  folder: '/notes',
  label: 'shop/notes',
  repository: '/',
  exists: true,
};

/** Ada's desk on Sunday, 22 November 2026 in Berlin, with real shelves over notes in memory. */
export function memoryDesk(options: MemoryDeskOptions = {}): MemoryDesk {
  const files = memoryFiles<SharedPath>(options.notes);
  const privateFiles = memoryFiles<PrivatePath>(options.privateNotes, '/private');
  const yaml = () => Promise.resolve(yamlHead); // imported once, since a property makes thousands of desks
  return {
    notebook: { place, shared: indexedShelf(files, { yaml }), private: indexedShelf(privateFiles, { yaml }) },
    me: options.me ?? ada,
    team: options.team ?? [],
    clock: memoryClock({ today: options.today ?? '2026-11-22', zone: options.zone ?? 'Europe/Berlin' }),
    ...(options.history && { history: options.history }),
    files,
    privateFiles,
  };
}
