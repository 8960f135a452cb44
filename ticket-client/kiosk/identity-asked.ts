import type { Identity as Asked } from '../../common/contract/config.ts';
import type { QueueView } from '../../common/contract/views.ts';
import type { Choice } from './trail.ts';

/** R3: whether who takes a number shows who they are. Of several matters the strictest counts. Pure. */

const STRICTNESS: readonly Asked[] = ['none', 'optional', 'required'];

export function identityAsked(
  { subject, further }: Pick<Choice, 'subject' | 'further'>,
  queues: Readonly<Record<string, Pick<QueueView, 'identity'>>>,
): Asked {
  const asked = [subject, ...further].map(({ queue }) =>
    STRICTNESS.indexOf(queues[queue]?.identity ?? 'none'),
  );
  return STRICTNESS[Math.max(...asked)] ?? 'none';
}

/** What the choice is sent with: nobody is told to a hall that does not ask. */
export function shownTo(asked: Asked, choice: Choice): Choice {
  return asked === 'none' ? { ...choice, identity: null } : choice;
}
