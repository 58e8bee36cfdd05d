import { DataTransferItem, type DataTransfer, type TreeDragAndDropController } from 'vscode';
import type { OutlineNode } from './outlineNode.ts';
import type { OutlineSource } from './outlineView.ts';

/** Lets rows be dragged within their own view. */
export class RowDrag implements TreeDragAndDropController<OutlineNode> {
  readonly dragMimeTypes: readonly string[];
  readonly dropMimeTypes: readonly string[];
  readonly #drag: NonNullable<OutlineSource['drag']>;
  readonly #attempt: (name: string, run: () => Promise<void>) => Promise<unknown>;
  #dragged: readonly OutlineNode[] = [];

  constructor(
    id: string,
    drag: NonNullable<OutlineSource['drag']>,
    attempt: (name: string, run: () => Promise<void>) => Promise<unknown>,
  ) {
    this.dragMimeTypes = [`application/vnd.code.tree.${id.toLowerCase()}`];
    this.dropMimeTypes = this.dragMimeTypes;
    this.#drag = drag;
    this.#attempt = attempt;
  }

  handleDrag(source: readonly OutlineNode[], data: DataTransfer): void {
    this.#dragged = source.filter(({ row }) => this.#drag.mayMove(row));
    const [type = ''] = this.dragMimeTypes;
    // Rows of our own view are known here: nothing of a note leaves with the pointer.
    if (this.#dragged.length > 0) data.set(type, new DataTransferItem('row'));
  }

  async handleDrop(target: OutlineNode | undefined, data: DataTransfer): Promise<void> {
    const [type = ''] = this.dropMimeTypes;
    const dragged = this.#dragged;
    this.#dragged = [];
    if (!data.get(type)) return;
    for (const node of dragged)
      if (node !== target) await this.#attempt('drop', () => this.#drag.drop(node.row, target?.row));
  }
}
