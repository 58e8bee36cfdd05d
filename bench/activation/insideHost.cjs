// Runs inside the extension host: what VS Code itself noted about the start of one extension, and the heap after it.
const fs = require('node:fs');
const v8 = require('node:v8');
const vm = require('node:vm');
const vscode = require('vscode');

exports.run = async () => {
  const id = process.env.OUTLOUD_MEASURED;
  const extension = vscode.extensions.getExtension(id);
  for (let tries = 0; !extension.isActive && tries < 200; tries++) await wait(50); // its own activation event does it
  await wait(2000); // what it starts afterwards, and other extensions
  const marks = globalThis.MonacoPerformanceMarks.getMarks();
  const at = name => marks.find(mark => mark.name === `code/extHost/${name}/${id}`)?.startTime;
  v8.setFlagsFromString('--expose_gc');
  const collect = vm.runInNewContext('gc');
  collect();
  collect();
  const event = {
    ev: 'measured',
    load: at('didLoadExtensionCode') - at('willLoadExtensionCode'),
    activate: at('didActivateExtension') - at('willActivateExtension'),
    heap: process.memoryUsage().heapUsed / 2 ** 20,
    active: extension.isActive,
  };
  fs.appendFileSync(process.env.OUTLOUD_REPORT, `${JSON.stringify(event)}\n${JSON.stringify({ ev: 'end' })}\n`);
};

function wait(ms) {
  return new Promise(resolve => setTimeout(resolve, ms));
}
