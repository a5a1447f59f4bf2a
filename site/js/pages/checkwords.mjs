// The states and results of a check as tones and words.

import { t } from '../language.mjs';

const STATES = {
  good: 'operational', slow: 'degraded', suspect: 'unknown', partial: 'partial', failing: 'down', unknown: 'unknown', off: 'unknown',
};
const RESULTS = {
  passed: 'operational', slow: 'degraded', failed: 'down', blocked: 'unknown', 'self-fault': 'unknown', 'no data': 'unknown',
};

/** @returns {[string, string]} tone and word */
export const stateOf = (state) => [STATES[state], t(`check.state.${state}`)];

/** @returns {[string, string]} tone and word */
export const resultOf = (result) => [RESULTS[result], t(`check.result.${result.replace(' ', '-')}`)];
