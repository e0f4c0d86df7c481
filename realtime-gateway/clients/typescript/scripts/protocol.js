// Writes the types of gw.v1 from asyncapi.yaml.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const { components, operations } = parse(readFileSync(new URL('../../../asyncapi.yaml', import.meta.url), 'utf8'));
const { messages, schemas } = components;
const last = ({ $ref }) => $ref.slice($ref.lastIndexOf('/') + 1);
const quoted = (name) => (/^\w+$/.test(name) ? name : `'${name}'`);
const literal = (value) => (typeof value === 'string' ? `'${value}'` : `${value}`);
const primitives = { integer: 'number', string: 'string', boolean: 'boolean', null: 'null' };

function type(schema) {
  if (schema.$ref) return last(schema);
  if ('const' in schema) return literal(schema.const);
  if (schema.enum) return schema.enum.map(literal).join(' | ');
  if (schema.type === 'array') return `Array<${type(schema.items)}>`;
  if (schema.type === 'object') return object(schema);
  if (schema.oneOf) return schema.oneOf.map(type).join(' | ');
  return [schema.type].flat().map((name) => primitives[name]).join(' | ');
}

function object({ properties, required = [], additionalProperties }) {
  const rest = typeof additionalProperties === 'object' ? `Record<string, ${type(additionalProperties)}>` : undefined;
  if (!properties) return rest ?? 'object';
  const fields = Object.entries(properties).map(([name, schema]) => `${name}${required.includes(name) ? '' : '?'}: ${type(schema)}`);
  return `{ ${fields.join('; ')} }${rest ? ` & ${rest}` : ''}`;
}

const data = (key) => type(messages[key].payload.properties.d);
const keys = (action, field) => Object.values(operations)
  .filter((operation) => operation.action === action)
  .flatMap((operation) => field(operation) ?? [])
  .map(last);
const received = keys('receive', ({ messages }) => messages);
const sent = new Set([...keys('send', ({ messages }) => messages), ...keys('receive', ({ reply }) => reply?.messages)]);
const isEvent = (key) => messages[key].name.includes(':');

function table(name, comment, rows) {
  const merged = new Map();
  for (const [key, value] of rows) merged.set(key, [...(merged.get(key) ?? []), value]);
  const lines = [...merged].map(([key, values]) => `  ${quoted(key)}: ${[...new Set(values)].join(' | ')};`);
  return `/** ${comment} */\nexport interface ${name} {\n${lines.join('\n')}\n}\n`;
}

const answers = Object.values(operations).filter(({ reply }) => reply).flatMap((operation) =>
  operation.reply.messages.map(last).filter((key) => messages[key].name === 'ok')
    .map((key) => [messages[last(operation.messages[0])].name, data(key)]));

console.log([
  '// Written by `npm run protocol` from asyncapi.yaml.\n',
  ...Object.entries(schemas).map(([name, schema]) => `export type ${name} = ${type(schema)};`),
  '',
  table('Events', 'The payload of each event.', [...sent].filter(isEvent)
    .map((key) => [messages[key].name, type(messages[key].payload.properties.d.properties.p)])),
  table('ServerFrames', 'What the gateway says besides events.', [...sent].filter((key) => !isEvent(key)).map((key) => [messages[key].name, data(key)])),
  table('ClientFrames', 'What a client says.', received.map((key) => [messages[key].name, data(key)])),
  table('Answers', 'What a client is answered with `ok`.', answers),
].join('\n').trimEnd());
