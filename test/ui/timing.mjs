import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { packagedFile } from '../../scripts/package.mjs';
import { sampleTeam } from './session.mjs';
import { launchBrowser } from '../host/browser.mjs';
import { installVsix, linkExtension, startServer, workbenchUrl } from '../host/host.mjs';
import { root } from '../host/install.mjs';
import { connectBridge } from './bridge.mjs';
import { Workbench } from './workbench.mjs';
const base = fs.mkdtempSync(path.join(os.tmpdir(), 'out-loud-ui-'));
const [extensionsDir, home, bridge] = ['ext', 'home', 'bridge'].map(name => path.join(base, name));
for (const folder of [extensionsDir, home]) fs.mkdirSync(folder);
let t = Date.now();
const lap = n => {
  console.log(n, Date.now() - t);
  t = Date.now();
};
const opened = sampleTeam(path.join(base, 'work'));
lap('sample');
linkExtension(path.join(root, 'test/ui/bridge'), extensionsDir);
await installVsix(packagedFile(), extensionsDir);
lap('vsix');
const server = await startServer({
  testDriver: false,
  extensionsDir,
  env: { HOME: home, USERPROFILE: home, OUTLOUD_BRIDGE: bridge },
});
lap('server');
const browser = await launchBrowser();
lap('browser');
const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
lap('page');
await page.goto(workbenchUrl(server, opened));
lap('goto');
const w = new Workbench(page);
await w.ready();
lap('ready');
const ask = await connectBridge(bridge, () => w.onScreen());
lap('bridge');
console.log(await ask(v => v.workspace.workspaceFolders?.length));
lap('ask');
await browser.close();
lap('close browser');
await server.stop();
lap('stop server');
fs.rmSync(base, { recursive: true, force: true });
