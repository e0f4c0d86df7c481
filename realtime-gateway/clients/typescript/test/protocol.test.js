import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const here = (path) => new URL(path, import.meta.url);
const lines = (text) => text.trimEnd().split('\n').length;

test('the types are those of asyncapi.yaml', () => {
  const written = execFileSync(process.execPath, [here('../scripts/protocol.js').pathname], { encoding: 'utf8' });
  assert.equal(readFileSync(here('../src/protocol.ts'), 'utf8'), written, 'run: npm run protocol');
});

test('there is no runtime dependency, and the client stays small', () => {
  assert.equal(JSON.parse(readFileSync(here('../package.json'), 'utf8')).dependencies, undefined);
  assert.ok(lines(readFileSync(here('../src/client.ts'), 'utf8')) <= 300);
});
