import { spanOfSample, USUAL_QUANTILES } from './lead-time-sample.js';
import { LONGEST_LEAD } from './parse-delivery.js';
import { fieldsOf, known, refuse, truth, wholeFrom, type Read } from './read.js';
import { all, told } from './told-fields.js';
import type { WorkTime } from './working-days.js';

const MOST_OBSERVED = 1000;

/** A reader of times that may be told as a sample of observed days; others are for `plain`. */
export function sampledTime(plain: Read<WorkTime>): Read<WorkTime> {
  return (value, path, problems) => {
    const get = fieldsOf(value, path, problems);
    if (!get) return undefined;
    const observed = told(get, 'observed', all(MOST_OBSERVED, wholeFrom(0)));
    if (!observed) return plain(value, path, problems);
    const shares = told(get, 'quantiles', all(2, share)) ?? USUAL_QUANTILES;
    const working = told(get, 'working', truth) ?? false;
    if (observed === 'bad' || shares === 'bad' || working === 'bad') return undefined;
    const span = spanOfSample(observed, shares as [number, number]);
    return span && span.max <= LONGEST_LEAD
      ? (known({ ...span, working, confidence: 'estimated' as const }) as WorkTime)
      : refuse(path, 'five observed', value, problems);
  };
}

const share: Read<number> = (value, path, problems) =>
  typeof value === 'number' && value >= 0 && value <= 1 ? value : refuse(path, 'share', value, problems);
