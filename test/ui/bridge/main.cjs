// For tests only: evaluates what the UI journeys ask about the vscode API. Loopback, with a secret in the path.
const crypto = require('node:crypto');
const fs = require('node:fs');
const http = require('node:http');
const vscode = require('vscode');

exports.activate = async context => {
  const file = process.env.OUTLOUD_BRIDGE;
  if (!file) return;
  const secret = crypto.randomBytes(16).toString('hex');
  const server = http.createServer(async (request, response) => {
    if (request.url !== `/${secret}`) return response.writeHead(404).end();
    let body = '';
    for await (const chunk of request) body += chunk;
    response.end(JSON.stringify(await answer(JSON.parse(body))));
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  context.subscriptions.push({ dispose: () => server.close() });
  fs.writeFileSync(`${file}.tmp`, `http://127.0.0.1:${server.address().port}/${secret}`);
  fs.renameSync(`${file}.tmp`, file);
};

async function answer({ code, args }) {
  try {
    return { value: (await (0, eval)(`(${code})`)(vscode, ...args)) ?? null };
  } catch (error) {
    return { error: error.stack ?? String(error) };
  }
}
