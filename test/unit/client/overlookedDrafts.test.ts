import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OverlookedDrafts, type VisibleDraft } from '../../../client/src/overlookedDrafts.js';

const PATIENCE = 300;

describe('drafts that wait for findings nobody was asked for', () => {
  const draft: VisibleDraft = { uri: 'untitled:Untitled-1', version: 1, document: {} };
  const answered = new Set<string>();
  let visible: VisibleDraft[];
  let asked: number;
  let overlooked: OverlookedDrafts;

  beforeEach(() => {
    vi.useFakeTimers();
    answered.clear();
    visible = [draft];
    asked = 0;
    overlooked = new OverlookedDrafts({
      visible: () => visible,
      answered: (uri) => answered.has(uri),
      ask: () => asked++,
      patience: PATIENCE,
    });
  });
  afterEach(() => {
    overlooked.dispose();
    vi.useRealTimers();
  });

  it('are asked for when the question of the draft closed before has ended', async () => {
    let answer: (text: string) => void = () => undefined;
    const question = new Promise<string>((resolve) => (answer = resolve));
    const followed = overlooked.follow(draft.uri, draft.document, () => question);
    await vi.advanceTimersByTimeAsync(10 * PATIENCE);
    expect(asked).toBe(0);
    answer('thrown away');
    expect(await followed).toBe('thrown away');
    await vi.advanceTimersByTimeAsync(PATIENCE);
    expect(asked).toBe(1);
  });

  it('are asked for after a question that failed, which fails for who asked', async () => {
    await expect(
      overlooked.follow(draft.uri, draft.document, () => Promise.reject(new Error('cancelled'))),
    ).rejects.toThrow('cancelled');
    await vi.advanceTimersByTimeAsync(PATIENCE);
    expect(asked).toBe(1);
  });

  it('are asked for when the answer was about the draft that had their name before', async () => {
    answered.add(draft.uri);
    await overlooked.follow(draft.uri, {}, () => undefined);
    await vi.advanceTimersByTimeAsync(PATIENCE);
    expect(asked).toBe(1);
  });

  it('are left alone while another question is under way', async () => {
    void overlooked.follow(draft.uri, draft.document, () => new Promise<void>(() => undefined));
    await overlooked.follow(draft.uri, draft.document, () => undefined);
    await vi.advanceTimersByTimeAsync(10 * PATIENCE);
    expect(asked).toBe(0);
  });

  it('are left alone once they have their findings, or are no longer seen', async () => {
    answered.add(draft.uri);
    await overlooked.follow(draft.uri, draft.document, () => undefined);
    await vi.advanceTimersByTimeAsync(PATIENCE);
    answered.clear();
    visible = [];
    overlooked.look();
    await vi.advanceTimersByTimeAsync(PATIENCE);
    expect(asked).toBe(0);
  });

  it('are not asked for ever, but again when they were edited', async () => {
    for (let i = 0; i < 10; i++) {
      overlooked.look();
      await vi.advanceTimersByTimeAsync(PATIENCE);
    }
    expect(asked).toBe(3);
    visible = [{ ...draft, version: 2 }];
    overlooked.look();
    await vi.advanceTimersByTimeAsync(PATIENCE);
    expect(asked).toBe(4);
  });
});
