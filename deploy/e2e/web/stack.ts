import { readFileSync } from 'node:fs';

const offset = Number(process.env.CONVOKE_PORT_OFFSET ?? 0);
const port = (base: number) => base + offset;

/** The running stack, which is that of `./convoke up` where nothing else is said. */
export const stack = {
  url: `http://localhost:${port(8080)}`,
  groups: `http://localhost:${port(8081)}/api/v1`,
  invitations: `http://localhost:${port(8082)}/api/v1`,
  gateway: `http://localhost:${port(8080)}/api/v1`,
  ready: `http://localhost:${port(9080)}/q/health/ready`,
  tokens: `http://localhost:${port(8180)}/realms/convoke/protocol/openid-connect/token`,
  chromium: process.env.CONVOKE_CHROMIUM ?? '/usr/bin/chromium',
  home: process.env.CONVOKE_HOME ?? '../../../.convoke',
};

/** kill -9; the launcher starts it again. */
export function killGateway(): void {
  process.kill(Number(readFileSync(`${stack.home}/run/realtime-gateway.pid`, 'utf8')), 'SIGKILL');
}
