import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The only way out of the computer, for a browser that is told to take it: a proxy that lets nothing through. */
export interface WayOut {
  /** For Chromium; loopback is not asked of a proxy. */
  chromiumArgs: string[];
  firefoxPreferences: Record<string, number | string>;
  /** Hosts that were asked for, but those of the browser's own makers. */
  asked(): string[];
  close(): void;
}

/** What browsers ask by themselves, whatever the flags: updates, lists of certificates, is there a network. */
const browsersOwn =
  /(^|\.)(google\.com|googleapis\.com|gstatic\.com|gvt1\.com|mozilla\.(com|org|net)|firefox\.com)$/;

export async function watchWayOut(): Promise<WayOut> {
  const asked = new Set<string>();
  const server = createServer((request, answer) => {
    asked.add(new URL(request.url ?? '', 'http://unreadable.example').hostname);
    answer.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    asked.add(new URL(`https://${request.url}`).hostname);
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    chromiumArgs: [`--proxy-server=http://127.0.0.1:${port}`],
    firefoxPreferences: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': port,
    },
    asked: () => [...asked].filter((host) => !browsersOwn.test(host)).sort(),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
