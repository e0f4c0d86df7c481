// One unmodified socket.io-client. Takes its options as JSON in the first argument, and one command as JSON a line on
// standard input: {emit, args, timeout} or {cut} or {auth}. Says what it hears as JSON lines on standard output.
import { createInterface } from 'node:readline';
import { io } from 'socket.io-client';

const { url, auth, ...options } = JSON.parse(process.argv[2]);
const say = (what) => process.stdout.write(`${JSON.stringify(what)}\n`);

let credentials = auth;
const socket = io(url, { reconnectionDelay: 200, reconnectionDelayMax: 1000, ...options, auth: (give) => give(credentials) });
socket.on('connect', () => {
  say({ is: 'connect', id: socket.id, recovered: socket.recovered, transport: socket.io.engine.transport.name });
  socket.io.engine.on('upgrade', (transport) => say({ is: 'upgrade', transport: transport.name }));
});
socket.on('disconnect', (reason) => say({ is: 'disconnect', reason, active: socket.active }));
socket.on('connect_error', ({ message, data }) => say({ is: 'connect_error', message, data, active: socket.active }));
socket.onAny((name, ...args) => say({ is: 'event', name, args }));

const commands = {
  emit: ({ emit, args = [], timeout = 5000 }) =>
    socket.timeout(timeout).emit(emit, ...args, (error, answer) => say({ is: 'ack', emit, error: error?.message, answer })),
  // The transport dies without a goodbye.
  cut: () => socket.io.engine.close(),
  auth: ({ auth: fresh }) => {
    credentials = fresh;
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const command = JSON.parse(line);
  commands[Object.keys(command)[0]](command);
}
process.exit(0);
