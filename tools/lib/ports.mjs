import net from 'node:net';
import { Fault } from './fault.mjs';

function bind(port, host) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const taken = server.address().port;
      server.close(() => resolve(taken));
    });
  });
}

/** A loopback port that nobody uses at this moment. */
export function freePort() {
  return bind(0, '127.0.0.1');
}

/** Refuses early, before minutes of preparation, what the API would refuse at the end. 0 is any free port. */
export async function requireFreePort(port) {
  if (port === 0) return;
  for (const host of ['127.0.0.1', '::1']) {
    try {
      await bind(port, host);
    } catch (error) {
      if (error.code === 'EADDRINUSE') {
        throw new Fault(
          `Port ${port} is taken by another program: stop that one, or choose another port with PORT (0 = any free one).`,
        );
      }
      if (error.code === 'EACCES')
        throw new Fault(`Port ${port} may not be used by this user: choose one above 1023 with PORT.`);
      // A machine without IPv6 has no ::1; the API then listens on 127.0.0.1 alone.
      if (error.code !== 'EADDRNOTAVAIL' && error.code !== 'EAFNOSUPPORT') throw error;
    }
  }
}
