import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HarnessRequest, HarnessResponse } from './protocol.js';

/** Answers the suite's requests on 127.0.0.1. */
export interface Channel {
  readonly address: string;
  close(): void;
}

/** Opens a channel; an error that `answer` throws goes back to the suite as that test's failure. */
export async function openChannel(
  answer: (request: HarnessRequest) => Promise<readonly string[]>,
): Promise<Channel> {
  const server = createServer((request, response) => {
    void respond(request, answer).then((body) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function respond(
  request: IncomingMessage,
  answer: (request: HarnessRequest) => Promise<readonly string[]>,
): Promise<HarnessResponse> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    return { texts: await answer(JSON.parse(Buffer.concat(chunks).toString('utf8')) as HarnessRequest) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
