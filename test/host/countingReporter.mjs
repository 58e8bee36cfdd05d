import Mocha from 'mocha';
import fs from 'node:fs';
import path from 'node:path';

/** Mocha's own list of results, and as JSON in the file OUTLOUD_COUNTS names what came of each file: an `Outcome` of secondTry.mjs. */
export default class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const files = {};
    const fileOf = ({ file }) =>
      (files[file ? path.relative('', file).replaceAll(path.sep, '/') : ''] ??= { passed: 0, failed: [] });
    const failed = (test, error) => fileOf(test).failed.push({ title: test.fullTitle(), error });
    runner.on('pass', test => fileOf(test).passed++);
    runner.on('fail', (test, error) => failed(test, error.message ?? String(error)));
    runner.on('pending', test => failed(test, 'it was skipped')); // a test that did not run has shown nothing
    runner.once('end', () => fs.writeFileSync(process.env.OUTLOUD_COUNTS, JSON.stringify(files)));
  }
}
