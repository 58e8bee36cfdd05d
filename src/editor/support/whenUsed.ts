import type { Disposable } from '../../app/ports.ts';

/** What is made when it is first used, and let go of only if it ever was. */
export class WhenUsed<T extends Disposable> implements Disposable {
  readonly #make: () => Promise<T>;
  #made: Promise<T> | undefined;

  constructor(make: () => Promise<T>) {
    this.#make = make;
  }

  /** The one thing, made now where it was not yet. */
  get(): Promise<T> {
    return (this.#made ??= this.#make());
  }

  /** The same, where it was made already. */
  get made(): Promise<T> | undefined {
    return this.#made;
  }

  /** Makes it where need be, and does something with it. */
  use(work: (it: T) => unknown): void {
    void this.get().then(work);
  }

  /** Does something with it only where it was made already. */
  useMade(work: (it: T) => unknown): void {
    void this.#made?.then(work);
  }

  dispose(): void {
    this.useMade(it => {
      it.dispose();
    });
  }
}
