// The types of requests, answers and events, from the documents of the services themselves.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';

const repository = new URL('../../../../../', import.meta.url);
const generated = new URL('../src/api/generated/', import.meta.url);

const read = async (file) => parse(await readFile(new URL(file, repository), 'utf8'));
const schemasOf = ({ info, components: { schemas } }) => ({ openapi: '3.1.0', info, paths: {}, components: { schemas } });

const documents = {
  groups: await read('groups-service/openapi.yaml'),
  invitations: await read('invitations-service/openapi.yaml'),
  gateway: await read('realtime-gateway/openapi.yaml'),
  events: schemasOf(await read('realtime-gateway/asyncapi.yaml')),
};

await mkdir(generated, { recursive: true });
for (const [name, document] of Object.entries(documents)) {
  const types = await openapiTS(document, { defaultNonNullable: false });
  await writeFile(new URL(`${name}.ts`, generated), astToString(types));
}
