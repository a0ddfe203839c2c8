// Bytes to a server and what it answers, with nothing in between that would put them right.
import { connect } from 'node:net';

/**
 * Sends bytes over a socket of its own, and gives all that came back until it was closed, or until a reply is whole.
 *
 * @param pieces text or buffers, each after `pause` milliseconds
 */
export function sendRaw(url, pieces, { pause = 0, patience = 20_000 } = {}) {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    const start = performance.now();
    let text = '';
    const end = (how) => {
      clearTimeout(late);
      socket.destroy();
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0);
      resolve({ text, status, how, ms: performance.now() - start });
    };
    const late = setTimeout(() => end('no end'), patience);
    socket.setEncoding('latin1');
    socket.on('data', (data) => {
      text += data;
      const [head, body] = text.split(/\r\n\r\n(.*)/s);
      const length = /^content-length: (\d+)/im.exec(head)?.[1];
      if (body !== undefined && (body.length >= Number(length ?? Infinity) || /\r\n0\r\n\r\n$/.test(text)))
        end('reply');
    });
    socket.on('close', () => end('closed'));
    socket.on('error', () => {});
    socket.on('connect', async () => {
      for (const piece of pieces) {
        if (socket.destroyed) return;
        socket.write(piece);
        if (pause) await new Promise((next) => setTimeout(next, pause));
      }
    });
  });
}
