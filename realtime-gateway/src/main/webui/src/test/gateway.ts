import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type Socket } from 'socket.io';
import type { Ready } from '../live/events';

/** A real Socket.IO server on a loopback port, which says what the gateway says. */
export async function openGateway() {
  const http = createServer();
  const io = new Server(http, { connectionStateRecovery: {}, cors: { origin: '*' } });
  const sockets: Socket[] = [];
  const received: [string, unknown][] = [];
  let resume: Ready['resume'] = { kind: 'none' };
  io.on('connection', (socket) => {
    sockets.push(socket);
    socket.onAny((name: string, payload: unknown, answer?: (answer: object) => void) => {
      received.push([name, payload]);
      answer?.({ ok: true });
    });
    socket.emit('ready', { unseen: 0, unread: 0, resume });
  });
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    io,
    sockets,
    /** What clients have emitted. */
    received,
    /** What the next connections are told of what they missed. */
    resumes: (kind: Ready['resume']['kind']) => (resume = { kind }),
    emit: (name: string, payload: object) => sockets.at(-1)?.emit(name, payload),
    /** Lets nobody in whom `allows` refuses by a code. */
    guard: (allows: (auth: { token?: string }) => number | null) =>
      io.use((socket, next) => {
        const code = allows(socket.handshake.auth);
        next(code === null ? undefined : Object.assign(new Error('refused'), { data: { code } }));
      }),
    close: () => io.close(),
  };
}

export type Gateway = Awaited<ReturnType<typeof openGateway>>;
