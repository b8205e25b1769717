import type { OccasionId } from '../structures/occasions.js';

/** What a speech usually is on an occasion. */
export interface UsualSpeech {
  readonly minutes: number;
  /** Numbered points, 0 for a speech without. */
  readonly points: number;
  /** Whether it may do without numbered points. */
  readonly pointless: boolean;
}

/** The shortest and the longest speech that is laid out, in minutes. */
export const SPEECH_MINUTES = { minimum: 1, maximum: 180 } as const;

/** The numbers of points that a speech may announce. */
export const POINTS = [2, 3, 4, 5, 6] as const;

/** What is offered to a writer who has not said anything yet. */
export const USUAL_SPEECHES: Readonly<Record<OccasionId, UsualSpeech>> = {
  mobilisation: { minutes: 20, points: 3, pointless: false },
  summary: { minutes: 30, points: 3, pointless: false },
  commendation: { minutes: 15, points: 3, pointless: false },
  symposium: { minutes: 10, points: 3, pointless: true },
  'party-lecture': { minutes: 45, points: 3, pointless: false },
  ceremony: { minutes: 5, points: 0, pointless: true },
  chairing: { minutes: 6, points: 3, pointless: false },
  concluding: { minutes: 12, points: 3, pointless: false },
  safety: { minutes: 15, points: 3, pointless: false },
  appointment: { minutes: 5, points: 3, pointless: true },
};
