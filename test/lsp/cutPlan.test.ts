import { afterEach, describe, expect, it } from 'vitest';
import { CUT_PLAN, type CutPlan, type CutPlanParams } from '../../server/src/lsp/protocol/cutPlan.js';
import { rangeOf, startClient, stopClients, type TestClient } from './client.js';

const URI = 'file:///drafts/a.txt';
const SEED = '各乡镇要在三月十日以前把种子送到每一户，少一袋都不行。';
const TEXT = [
  '在柳岸县春耕工作会议上的讲话',
  '同志们：',
  '今天把大家请来，是要把今年的春耕安排好。',
  `柳岸渠去年冬天清了淤，今年放水要比往年早十天。${SEED}`,
  `要进一步加强巡查，渠首的闸门每天看一遍。${SEED}农技员住到村里。`,
  '大家回去以后，马上开会传达，三天之内把人手落实到田头。',
  '谢谢大家！',
  '',
].join('\n');

afterEach(stopClients);

function plan(client: TestClient, params: Partial<CutPlanParams> = {}): Promise<CutPlan | null> {
  return client.connection.sendRequest(CUT_PLAN, { uri: URI, ...params });
}

describe('a cut plan', () => {
  it('tells what can be left out, with its place, its edit and what it saves', async () => {
    const client = await startClient();
    await client.open(URI, TEXT, 'plaintext', 7);
    const answer = await plan(client);
    const second = rangeOf(TEXT.replace(SEED, '　'.repeat(SEED.length)), SEED);
    expect(answer).toMatchObject({ version: 7, charactersPerMinute: 180, maxMinutes: 0 });
    expect(answer?.minutes).toBe((answer?.characters ?? 0) / 180);
    expect(answer?.cuts).toMatchObject([
      {
        kind: 'duplicate',
        ranges: [second],
        edits: [{ range: second, newText: '' }],
        excerpt: SEED,
        reason: '这句话前面已经原样说过。',
        characters: 27,
        sure: true,
        chosen: false,
        excludes: [],
      },
      { kind: 'filler', characters: 3, excerpt: '要〔进一步〕加强巡查，渠首的' },
    ]);
  });

  it('chooses what brings the draft to the minutes that were asked for, and tells of the limit', async () => {
    const client = await startClient({ locale: 'en' });
    client.settings = { rules: { 'speech-length': { charactersPerMinute: 100, maxMinutes: 1 } } };
    await client.open(URI, TEXT);
    const all = await plan(client, { minutes: 0 });
    expect(all?.maxMinutes).toBe(1);
    expect(all?.cuts.map(({ chosen }) => chosen)).toEqual([true, true]);
    expect(all?.cuts[0]?.reason).toBe('This sentence has been said before, word for word.');
    const one = await plan(client, { minutes: ((all?.characters ?? 0) - 20) / 100 });
    expect(one?.cuts.map(({ chosen }) => chosen)).toEqual([true, false]);
  });

  it('has nothing to say of a document that is not open, not Chinese, or left alone', async () => {
    const client = await startClient();
    expect(await plan(client)).toBeNull();
    await client.open(URI, 'Nothing here is Chinese.\n');
    expect(await plan(client)).toBeNull();
    await client.changeSettings({ enable: false });
    await client.change(URI, 2, { text: TEXT });
    expect(await plan(client)).toBeNull();
  });

  it('tells a client that asks wrongly', async () => {
    const client = await startClient();
    await expect(client.connection.sendRequest(CUT_PLAN, { uri: URI, minutes: -1 })).rejects.toMatchObject({
      code: -32602,
    });
  });
});
