/**
 * Writes lines to standard output as long as somebody reads there. When its reader goes away, as a log collector that is
 * restarted does, lines are dropped and the process goes on: nobody's order is lost for a log. What cannot be written for
 * another reason, as on a full disk, is tried again with the next line.
 */
export function standardOut(stream: NodeJS.WritableStream = process.stdout): (line: string) => void {
  let isGone = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    isGone = error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED';
  });
  return (line) => {
    if (!isGone) stream.write(line);
  };
}
