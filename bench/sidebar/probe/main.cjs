// A tree of fixed rows: what opening any view costs in this editor.
const vscode = require('vscode');

exports.activate = context => {
  const rows = Array.from({ length: 30 }, (_, i) => `Plain row ${i}`);
  const treeDataProvider = {
    getChildren: row => (row ? [] : rows),
    getTreeItem: row => new vscode.TreeItem(row),
  };
  context.subscriptions.push(vscode.window.createTreeView('probe.tree', { treeDataProvider }));
};
