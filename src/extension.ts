import type { ExtensionContext } from 'vscode';
import { register as allies } from './editor/allies/index.ts';
import { register as capture } from './editor/capture/index.ts';
import { register as erosion } from './editor/erosion/index.ts';
import { register as evidence } from './editor/evidence/index.ts';
import { register as feedback } from './editor/feedback/index.ts';
import { register as goals } from './editor/goals/index.ts';
import { register as inbox } from './editor/inbox/index.ts';
import { register as language } from './editor/language/index.ts';
import { register as learnedHere } from './editor/learnedHere/index.ts';
import { register as log } from './editor/log/index.ts';
import { register as matrix } from './editor/matrix/index.ts';
import { register as meeting } from './editor/meeting/index.ts';
import { OutLoud } from './editor/outloud.ts';
import { register as places } from './editor/places/index.ts';
import { register as problems } from './editor/problems/index.ts';
import { register as promises } from './editor/promises/index.ts';
import { register as request } from './editor/request/index.ts';
import { register as reword } from './editor/reword/index.ts';
import { register as share } from './editor/share/index.ts';
import { register as skills } from './editor/skills/index.ts';
import { register as statusBar } from './editor/statusBar/index.ts';
import { register as strengths } from './editor/strengths/index.ts';
import { register as summary } from './editor/summary/index.ts';
import { register as teamWeek } from './editor/teamWeek/index.ts';
import { register as theme } from './editor/theme/index.ts';
import { register as weekly } from './editor/weekly/index.ts';
import { register as survey } from './editor/survey/index.ts';
import { register as welcome } from './editor/welcome/index.ts';
import type { World } from './editor/support/world.ts';
import { systemClock } from './node/systemClock.ts';

const features = [
  capture,
  weekly,
  reword,
  summary,
  teamWeek,
  goals,
  evidence,
  log,
  inbox,
  feedback,
  allies,
  promises,
  erosion,
  strengths,
  learnedHere,
  matrix,
  language,
  problems,
  places,
  skills,
  request,
  share,
  survey,
  theme,
  meeting,
  statusBar,
  welcome,
];

/** Makes the parts and hands them to the features; whatever is heavy is loaded when it is first used. */
export function activate(context: ExtensionContext): void {
  const outloud = new OutLoud(context, thisMachine);
  context.subscriptions.push(outloud, ...features.map(register => register(outloud)));
}

/** The ports on this machine. */
const thisMachine: World = {
  clock: systemClock(),
  async home(places) {
    const { homeHere } = await import('./node/homeHere.ts');
    return homeHere(places);
  },
  async open(place, { home, storage, through, wasOpen }) {
    const [{ openNotebook }, { nodeFiles }, { privateFiles }, { nodeCache }, { pause }] = await Promise.all([
      import('./app/notebook/openNotebook.ts'),
      import('./node/files/nodeFiles.ts'),
      import('./node/files/privateFolder.ts'),
      import('./node/files/nodeCache.ts'),
      import('./node/files/pause.ts'),
    ]);
    return openNotebook(place, {
      home,
      sharedFiles: ({ folder, repository: from }) =>
        through(nodeFiles(folder, { ...(from !== undefined && { from }) })),
      privateFiles: folder => through(privateFiles(folder, place, wasOpen)),
      yaml: () => thisMachine.yaml(),
      cache: nodeCache(storage),
      pause,
    });
  },
  async history(options) {
    const { gitHistory } = await import('./node/git/gitHistory.ts');
    return gitHistory(options);
  },
  async sharing({ folder, kind }, options) {
    const { gitSharing } = await import('./node/git/share/gitSharing.ts');
    return gitSharing({ ...options, folder, isOwnBranch: kind === 'branch' });
  },
  async moving(folders) {
    const { movingFiles } = await import('./node/files/movingFiles.ts');
    return movingFiles(folders);
  },
  async yaml() {
    const { yamlHead } = await import('./node/yamlHead.ts');
    return yamlHead;
  },
  async lookAtPrivate(folder) {
    const { privateLook } = await import('./node/files/privateLook.ts');
    return privateLook(folder);
  },
  async closeToOthers(folder) {
    const { closeToOthers } = await import('./node/files/privateLook.ts');
    closeToOthers(folder);
  },
  async runScript(file, args) {
    const { runScript } = await import('./node/runScript.ts');
    return runScript(file, args);
  },
};
