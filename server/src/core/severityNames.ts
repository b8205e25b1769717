import type { Severity } from './finding.js';
import type { Localized } from './localized.js';

/** What severities are called wherever a writer meets them; `off` leaves a rule out. */
export const SEVERITY_NAMES: Readonly<Record<Severity | 'off', Localized>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  information: { zh: '提示', en: 'information' },
  hint: { zh: '轻微提示', en: 'hint' },
  off: { zh: '不检查', en: 'not checked' },
};
