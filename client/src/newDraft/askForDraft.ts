import * as vscode from 'vscode';
import {
  POINTS,
  SPEECH_MINUTES,
  USUAL_SPEECHES,
  type NewDraftParams,
} from '../../../server/src/lsp/protocol/newDraft.js';
import { OCCASIONS, type OccasionId } from '../../../server/src/lsp/protocol/structures.js';
import { localized } from '../localized.js';
import { choose, type, type Place, type Reply } from './questions.js';

/** What a writer says of a new draft. */
export type DraftWish = Pick<NewDraftParams, 'occasion' | 'minutes' | 'points'>;

/**
 * Asks for the occasion, the minutes and the number of points, one after the other; each question can be gone back
 * from, and what was answered is offered again. Undefined when the writer gave up.
 */
export async function askForDraft(): Promise<DraftWish | undefined> {
  const title = vscode.l10n.t('New speech draft');
  const placeOf = (step: number): Place => ({ title, step, totalSteps: 3 });
  let occasion: OccasionId = OCCASIONS[0].id;
  let minutes: number | undefined;
  let points: number | undefined;
  let step = 1;
  for (;;) {
    if (step === 1) {
      const reply = await askOccasion(placeOf(1), occasion);
      if (reply === undefined) return undefined;
      if (reply !== 'back') {
        // What is usual for one occasion is not for another.
        if (reply.answer !== occasion) minutes = points = undefined;
        occasion = reply.answer;
      }
      step = 2;
    } else if (step === 2) {
      const reply = await askMinutes(placeOf(2), minutes ?? USUAL_SPEECHES[occasion].minutes);
      if (reply === undefined) return undefined;
      if (reply !== 'back') minutes = reply.answer;
      step = reply === 'back' ? 1 : 3;
    } else {
      const reply = await askPoints(placeOf(3), occasion, points ?? USUAL_SPEECHES[occasion].points);
      if (reply === undefined) return undefined;
      if (reply !== 'back') {
        return { occasion, minutes: minutes ?? USUAL_SPEECHES[occasion].minutes, points: reply.answer };
      }
      step = 2;
    }
  }
}

async function askOccasion(place: Place, active: OccasionId): Promise<Reply<OccasionId>> {
  const items = OCCASIONS.map(({ id, title }) => ({
    id,
    label: localized(title),
    description: vscode.l10n.t('usually {0} min', USUAL_SPEECHES[id].minutes),
  }));
  const reply = await choose(
    place,
    vscode.l10n.t('What is the occasion?'),
    items,
    items.find(({ id }) => id === active),
  );
  return typeof reply === 'object' ? { answer: reply.answer.id } : reply;
}

async function askMinutes(place: Place, usual: number): Promise<Reply<number>> {
  const { minimum, maximum } = SPEECH_MINUTES;
  const reply = await type(place, vscode.l10n.t('How many minutes may it take?'), String(usual), (text) =>
    minutesOf(text) === undefined
      ? vscode.l10n.t('Type a whole number from {0} to {1}.', minimum, maximum)
      : undefined,
  );
  return typeof reply === 'object' ? { answer: minutesOf(reply.answer) ?? usual } : reply;
}

/** A whole number of minutes, in digits of either width. */
function minutesOf(text: string): number | undefined {
  const digits = text.trim().normalize('NFKC');
  const minutes = /^\d{1,3}$/u.test(digits) ? Number(digits) : 0;
  return minutes >= SPEECH_MINUTES.minimum && minutes <= SPEECH_MINUTES.maximum ? minutes : undefined;
}

async function askPoints(place: Place, occasion: OccasionId, active: number): Promise<Reply<number>> {
  const counts = USUAL_SPEECHES[occasion].pointless ? [0, ...POINTS] : POINTS;
  const items = counts.map((count) => ({
    count,
    label:
      count === 0
        ? vscode.l10n.t('No numbered points')
        : occasion === 'chairing'
          ? vscode.l10n.t('{0} items', count)
          : vscode.l10n.t('{0} points', count),
  }));
  const reply = await choose(
    place,
    occasion === 'chairing'
      ? vscode.l10n.t('How many items are on the agenda?')
      : vscode.l10n.t('How many points does it make?'),
    items,
    items.find(({ count }) => count === active),
  );
  return typeof reply === 'object' ? { answer: reply.answer.count } : reply;
}
