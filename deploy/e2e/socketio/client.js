// One unmodified socket.io-client. Takes its options as JSON in the first argument, and one command as JSON a line on
// standard input: {command: "emit", name, args} or {command: "cut"}. Says what it hears as JSON lines on standard output.
import { createInterface } from 'node:readline';
import { io } from 'socket.io-client';

const { url, auth, ...options } = JSON.parse(process.argv[2]);
const say = (what) => process.stdout.write(`${JSON.stringify(what)}\n`);

const socket = io(url, { reconnectionDelay: 200, reconnectionDelayMax: 1000, ...options, auth });
socket.on('connect', () => {
  say({ is: 'connect', id: socket.id, recovered: socket.recovered, transport: socket.io.engine.transport.name });
});
socket.io.on('open', () => socket.io.engine.on('upgrade', ({ name }) => say({ is: 'upgrade', transport: name })));
socket.on('disconnect', (reason) => say({ is: 'disconnect', reason, active: socket.active }));
socket.on('connect_error', ({ message, data }) => say({ is: 'connect_error', message, data, active: socket.active }));
socket.onAny((name, ...args) => say({ is: 'event', name, args }));

const commands = {
  emit: ({ name, args }) => socket.timeout(5000).emit(name, ...args, (error, answer) => say({ is: 'ack', name, error: error?.message, answer })),
  // The transport dies without a goodbye.
  cut: () => socket.io.engine.close(),
};

for await (const line of createInterface({ input: process.stdin })) {
  const { command, ...parameters } = JSON.parse(line);
  commands[command](parameters);
}
process.exit(0);
