import { afterEach, describe, expect, it } from 'vitest';
import { STRUCTURES, type GuideStructure } from '../../server/src/lsp/protocol/structures.js';
import { startClient, stopClients, type TestClient } from './client.js';
import { useDraftFolder } from './draftFolder.js';

const drafts = useDraftFolder();
const { uriOf } = drafts;
afterEach(stopClients);

function write(name: string, content: unknown): void {
  drafts.write(name, JSON.stringify(content));
}

async function namesFor(client: TestClient, uri: string): Promise<unknown> {
  const structures: readonly GuideStructure[] = await client.connection.sendRequest(STRUCTURES, { uri });
  return structures.map(({ name, body }) => [name, body]);
}

describe('the structures of a guide', () => {
  it('are those of the nearest file, over those it builds upon, open or not', async () => {
    write('common.json', {
      structures: [
        { name: '开场', text: '各位同事：' },
        { name: '结尾', text: '谢谢！' },
      ],
    });
    write('.wenfeng.json', {
      extends: './common.json',
      structures: [
        { name: '口号', text: '【几】比【几】不比' },
        { name: '开场', text: '同志们：' },
      ],
    });
    write('致辞/.wenfeng.json', {});
    const client = await startClient({ folders: [drafts.uri] });
    const all = [
      ['开场', '同志们：$0'],
      ['结尾', '谢谢！$0'],
      ['口号', '${1:【几】}比${2:【几】}不比$0'],
    ];
    expect(await namesFor(client, uriOf('a.txt'))).toEqual(all);
    expect(await namesFor(client, uriOf('致辞/a.txt'))).toEqual([]);
    expect(await namesFor(client, 'untitled:Untitled-1')).toEqual(all);
    await client.open(
      uriOf('.wenfeng.json'),
      '{ "structures": [{ "name": "新", "text": "$CLIPBOARD" }] }',
      'jsonc',
    );
    expect(await namesFor(client, uriOf('a.txt'))).toEqual([['新', '\\$CLIPBOARD$0']]);
  });

  it('are none where there is no guide', async () => {
    const client = await startClient({});
    expect(await namesFor(client, uriOf('a.txt'))).toEqual([]);
  });

  it('are refused to who does not say for which draft', async () => {
    const client = await startClient({});
    await expect(client.connection.sendRequest(STRUCTURES, {})).rejects.toThrow('uri is wrong');
  });
});
